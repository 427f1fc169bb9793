import type { Card } from "../../pages/cards/card.ts";
import { DRAW_MODULE, drawCard } from "../../pages/cards/draw-card.ts";
import { WorkerFailure, Workers } from "../../workers/workers.ts";
import { HttpProblem } from "../problem.ts";

/** Milliseconds one card may take: a hundred times what it needs on an idle machine. */
const TIME_LIMIT = 10_000;
/** Cards at most, drawn and waiting. */
const MAX_CARDS = 32;

/** Draws share cards on a thread of its own, one after the other, so that no card holds up other requests. */
export class Drawing {
  readonly #workers = new Workers({ threads: 1, timeLimit: TIME_LIMIT, maxTasks: MAX_CARDS });
  /** Cards that are asked for again before they are drawn: when a link is shared, many servers ask for its card at once. */
  readonly #begun = new Map<string, Promise<Uint8Array | null>>();

  /**
   * @returns a PNG; `null` when the fonts lack one of the letters
   * @throws HttpProblem `unavailable` while too many wait
   */
  draw(card: Card): Promise<Uint8Array | null> {
    const key = JSON.stringify(card);
    const begun = this.#begun.get(key) ?? this.#begin(card).finally(() => this.#begun.delete(key));
    this.#begun.set(key, begun);
    return begun;
  }

  async #begin(card: Card): Promise<Uint8Array | null> {
    try {
      return await this.#workers.run(DRAW_MODULE, drawCard, card);
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error;
      throw new HttpProblem("unavailable", "Too many cards are being drawn. Try again shortly.", {}, { "retry-after": "5" });
    }
  }

  close(): Promise<void> {
    return this.#workers.close();
  }
}
