import { printable } from "./terminal.ts";

/** Milliseconds between two drawings. */
const INTERVAL = 100;
const WIDTH = 30;

/** A progress bar on a terminal; nothing where stderr is a file. Lines of text go above it. */
export class Progress {
  readonly #stream: { write(text: string): unknown; isTTY?: boolean };
  readonly #begun = performance.now();
  #drawn = Number.NEGATIVE_INFINITY;

  constructor(stream: { write(text: string): unknown; isTTY?: boolean }) {
    this.#stream = stream;
  }

  /**
   * @param done how many are done, for the number a second
   * @param share which part of all is done (0 to 1); `null` when that is not known
   */
  show(done: number, share: number | null, text: string): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#drawn < INTERVAL) return;
    this.#drawn = now;
    const rate = Math.round(done / (Math.max(1, now - this.#begun) / 1000));
    const bar = share === null ? "" : `[${"#".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, ".")}] ${Math.floor(share * 100)} % `;
    this.#stream.write(`\r\u001b[K${bar}${text}, ${rate}/s`);
  }

  line(text: string): void {
    this.end();
    this.#stream.write(`${printable(text)}\n`);
  }

  end(): void {
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[K");
  }
}
