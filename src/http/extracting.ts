import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { ExtractOptions } from "../extraction/extract.ts";
import type { Outcome } from "./extraction-thread.ts";
import { HttpProblem } from "./problem.ts";

/** Beside this file; in the package both are JavaScript. */
const THREAD = new URL(`./extraction-thread${extname(import.meta.filename)}`, import.meta.url);
/** Milliseconds one extraction may take; extraction is linear, so only a fault in it comes near. */
const TIME_LIMIT = 10_000;
/** Extractions that wait at most. */
const MAX_WAITING = 16;

/** Extracts on a thread of its own, one source after the other, so that no source holds up other requests. */
export class Extracting {
  readonly #timeLimit: number;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param timeLimit milliseconds one extraction may take */
  constructor(timeLimit = TIME_LIMIT) {
    this.#timeLimit = timeLimit;
  }

  /**
   * @returns the article as JSON
   * @throws HttpProblem `unreadable-source`, `extraction-timeout`, or `unavailable` while too many wait
   */
  extract(raw: Uint8Array, options: ExtractOptions): Promise<string> {
    if (this.#waiting >= MAX_WAITING) {
      throw new HttpProblem("unavailable", `${MAX_WAITING} extractions are waiting. Try again shortly.`, {}, { "retry-after": "5" });
    }
    this.#waiting += 1;
    const turn = this.#last
      .then(() => this.#run(raw, options))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #run(raw: Uint8Array, options: ExtractOptions): Promise<string> {
    const outcome = await this.#outcome(raw, options);
    if ("unreadable" in outcome) throw new HttpProblem("unreadable-source", outcome.unreadable);
    return outcome.json;
  }

  #outcome(raw: Uint8Array, options: ExtractOptions): Promise<Outcome> {
    this.#worker ??= new Worker(THREAD);
    const worker = this.#worker;
    worker.ref();
    return new Promise<Outcome>((resolve, reject) => {
      const stop = (error: Error) => {
        clearTimeout(timer);
        if (this.#worker === worker) this.#worker = null;
        void worker.terminate();
        reject(error);
      };
      const timer = setTimeout(() => {
        stop(
          new HttpProblem(
            "extraction-timeout",
            `The source took longer than ${this.#timeLimit / 1000} seconds. Send a smaller part of it.`,
          ),
        );
      }, this.#timeLimit);
      worker.removeAllListeners();
      worker.once("message", (outcome: Outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      });
      worker.once("error", stop);
      worker.once("exit", () => stop(new Error("expected the extraction thread to stay")));
      worker.postMessage({ raw, options });
    }).finally(() => worker.unref());
  }
}
