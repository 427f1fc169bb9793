import { HttpProblem } from "../problem.ts";

/** Lets a bounded number of tasks run at once, and a bounded number wait. */
export class Turns {
  readonly #most: { running: number; waiting: number };
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(running: number, waiting: number) {
    this.#most = { running, waiting };
  }

  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length };
  }

  /**
   * Waits for a turn.
   * @param patience milliseconds
   * @returns ends the turn; calling it again does nothing
   * @throws HttpProblem `unavailable` when too many wait, or it takes too long
   */
  async next(patience: number): Promise<() => void> {
    if (this.#running >= this.#most.running) {
      if (this.#waiting.length >= this.#most.waiting) throw busy("Too many texts are waiting to be checked.");
      await this.#wait(patience);
    } else this.#running += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const next = this.#waiting.shift();
      // The turn is handed on.
      if (next === undefined) this.#running -= 1;
      else next();
    };
  }

  #wait(patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(busy(`The text waited ${patience / 1000} seconds, and others are still being checked.`));
      }, patience);
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(start);
    });
  }
}

function busy(why: string): HttpProblem {
  return new HttpProblem("unavailable", `${why} Try again shortly.`, {}, { "retry-after": "5" });
}
