import { Agent } from "node:http";
import { demand } from "./drill.ts";
import { ask } from "./requests.ts";

/** Milliseconds an ordinary request may take whatever else goes on. */
const LIMIT = 250;
/** Milliseconds between two ordinary requests. */
const BEAT = 50;

/**
 * Asks for ordinary things beside a drill, and the same of an undisturbed server at the same moment: where the machine itself
 * stands still, both are late, and that is not counted.
 */
export class Pulse {
  asked = 0;
  slowest = 0;
  /** Requests that were over the limit, though the undisturbed server was not late. */
  late = 0;
  /** Answers other than 200, by status or error. */
  readonly refused = new Map<string, number>();
  readonly #paths: string[];
  readonly #urls: [disturbed: string, undisturbed: string];
  readonly #timer: NodeJS.Timeout;
  readonly #agent = new Agent({ keepAlive: true });

  /** @param paths what is asked for in turn */
  constructor(disturbed: string, undisturbed: string, paths: string[]) {
    this.#paths = paths;
    this.#urls = [disturbed, undisturbed];
    this.#timer = setInterval(() => void this.#beat(), BEAT);
  }

  /** Ends the asking. @returns its figures. @throws Broken when an ordinary request was late, or refused */
  stop(): string {
    clearInterval(this.#timer);
    const refused = [...this.refused].map(([status, count]) => `${count} times ${status}`);
    demand(refused.length === 0, `of ${this.asked} ordinary requests not all were answered with 200: ${refused.join(", ")}`);
    demand(
      this.late === 0,
      `${this.late} of ${this.asked} ordinary requests took longer than ${LIMIT} ms, at most ${this.slowest.toFixed(0)} ms`,
    );
    return `${this.asked} ordinary requests, the slowest ${this.slowest.toFixed(0)} ms`;
  }

  async #beat(): Promise<void> {
    const path = this.#paths[this.asked % this.#paths.length] ?? "";
    this.asked += 1;
    const [disturbed, undisturbed] = await Promise.all(this.#urls.map((url) => this.#time(url, path)));
    if (disturbed === undefined || undisturbed === undefined) return;
    if (disturbed.status !== "200") this.refused.set(disturbed.status, (this.refused.get(disturbed.status) ?? 0) + 1);
    if (undisturbed.ms > LIMIT / 2) return;
    this.slowest = Math.max(this.slowest, disturbed.ms);
    if (disturbed.ms > LIMIT) this.late += 1;
  }

  async #time(url: string, path: string): Promise<{ ms: number; status: string }> {
    const begun = performance.now();
    const status = await ask(url, path, { agent: this.#agent }).then(
      (answer) => String(answer.status),
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    return { ms: performance.now() - begun, status };
  }
}
