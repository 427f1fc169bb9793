import { pino } from "pino";

/** Characters that are written at once, and the milliseconds a line waits for others at most. */
const BATCH = 64 * 1024;
const WAIT = 500;

/**
 * Where log lines go: to standard output, in batches beside the requests. pino's own batching measures all that waits for
 * every line that is added, which costs more than the lines do.
 */
export class LogOutput {
  readonly #output = pino.destination({ dest: 1, sync: false });
  #waiting = "";

  constructor() {
    setInterval(() => this.#pass(), WAIT).unref();
  }

  write(line: string): void {
    this.#waiting += line;
    if (this.#waiting.length >= BATCH) this.#pass();
  }

  /** Writes all that waits before it returns: for the end of the process. */
  flushSync(): void {
    this.#pass();
    this.#output.flushSync();
  }

  #pass(): void {
    if (this.#waiting === "") return;
    this.#output.write(this.#waiting);
    this.#waiting = "";
  }
}
