import { pino } from "pino";

/** Characters that are written at once, and the milliseconds a line waits for others at most. */
const BATCH = 64 * 1024;
const WAIT = 500;
/** Bytes kept for a reader that has stalled; what comes then is dropped rather than kept until memory ends. */
const MAX_WAITING = 16 * 1024 * 1024;

/**
 * Where log lines go: to standard output, in batches, beside the requests. pino's own batching measures the whole batch
 * again for every line that is added, which costs more than making the line.
 */
export class LogOutput {
  readonly #output = pino.destination({ dest: 1, sync: false, minLength: 1, maxLength: MAX_WAITING, contentMode: "buffer" });
  #waiting = "";

  constructor() {
    setInterval(() => this.#pass(), WAIT).unref();
    process.once("exit", () => this.flushSync());
  }

  write(line: string): void {
    this.#waiting += line;
    if (this.#waiting.length >= BATCH) this.#pass();
  }

  /** Resolves when every line given so far is written, or cannot be. */
  flush(): Promise<void> {
    this.#pass();
    return new Promise((resolve) => this.#output.flush(() => resolve()));
  }

  /** Writes what waits before it returns. pino calls it after a fatal line. */
  flushSync(): void {
    this.#pass();
    this.#output.flushSync();
  }

  #pass(): void {
    if (this.#waiting === "") return;
    // In buffer mode it takes bytes, whatever its types say; text it would measure and encode several times.
    this.#output.write(Buffer.from(this.#waiting) as unknown as string);
    this.#waiting = "";
  }
}
