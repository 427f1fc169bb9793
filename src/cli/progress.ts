/** Milliseconds between two drawings. */
const INTERVAL = 100;
const WIDTH = 30;

/** A progress bar on a terminal; nothing where stderr is a file. Lines of text go above it. */
export class Progress {
  /** How many there will be, when that is known. */
  total: number | null = null;
  readonly #stream: { write(text: string): unknown; isTTY?: boolean };
  readonly #begun = performance.now();
  #drawn = 0;

  constructor(stream: { write(text: string): unknown; isTTY?: boolean }) {
    this.#stream = stream;
  }

  show(done: number, text: string): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#drawn < INTERVAL) return;
    this.#drawn = now;
    const rate = Math.round(done / ((now - this.#begun) / 1000));
    const share = this.total === null || this.total === 0 ? null : Math.min(1, done / this.total);
    const bar = share === null ? "" : `[${"#".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, ".")}] ${Math.floor(share * 100)} % `;
    this.#stream.write(`\r\u001b[K${bar}${text}, ${rate}/s`);
  }

  line(text: string): void {
    this.end();
    this.#stream.write(`${text}\n`);
  }

  end(): void {
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[K");
  }
}
