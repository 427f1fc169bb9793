import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { demand } from "./drill.ts";
import type { Server } from "./program.ts";
import { ask } from "./requests.ts";

/** Milliseconds an ordinary request may take whatever else goes on. */
const LIMIT = 250;
/** The part of the requests that may take longer: what else the machine does is not all seen. */
const LATE = 0.01;
/** Milliseconds between two ordinary requests. */
const BEAT = 50;

/**
 * Asks for ordinary things beside a drill, and the same of an undisturbed server at the same moment. What a busy machine does is
 * not counted: requests in which the undisturbed server is late as well, and the time for which the disturbed one is ready to run
 * and gets no processor.
 */
export class Pulse {
  asked = 0;
  slowest = 0;
  /** Requests that were over the limit, though the undisturbed server was not late. */
  late = 0;
  /** Answers other than 200, by status or error. */
  readonly refused = new Map<string, number>();
  readonly #paths: string[];
  readonly #servers: [disturbed: Server, undisturbed: Server];
  readonly #timer: NodeJS.Timeout;
  /** It closes idle connections before the server does, so that no request meets a closing one. */
  readonly #agent = new Agent({ keepAlive: true, timeout: 30_000 });

  /** @param paths what is asked for in turn */
  constructor(disturbed: Server, undisturbed: Server, paths: string[]) {
    this.#paths = paths;
    this.#servers = [disturbed, undisturbed];
    this.#timer = setInterval(() => void this.#beat(), BEAT);
  }

  /** Ends the asking. @returns its figures. @throws Broken when an ordinary request was late, or refused */
  stop(): string {
    clearInterval(this.#timer);
    const refused = [...this.refused].map(([status, count]) => `${count} times ${status}`);
    demand(refused.length === 0, `of ${this.asked} ordinary requests not all were answered with 200: ${refused.join(", ")}`);
    demand(
      this.late <= this.asked * LATE,
      `${this.late} of ${this.asked} ordinary requests took longer than ${LIMIT} ms, at most ${this.slowest.toFixed(0)} ms`,
    );
    return `${this.asked} ordinary requests, the slowest ${this.slowest.toFixed(0)} ms`;
  }

  async #beat(): Promise<void> {
    const path = this.#paths[this.asked % this.#paths.length] ?? "";
    this.asked += 1;
    const [disturbed, undisturbed] = await Promise.all(this.#servers.map((server) => this.#time(server, path)));
    if (disturbed === undefined || undisturbed === undefined) return;
    if (disturbed.status !== "200") this.refused.set(disturbed.status, (this.refused.get(disturbed.status) ?? 0) + 1);
    if (undisturbed.ms > LIMIT / 2) return;
    this.slowest = Math.max(this.slowest, disturbed.ms);
    if (disturbed.ms > LIMIT) this.late += 1;
  }

  async #time({ url, child }: Server, path: string): Promise<{ ms: number; status: string }> {
    const begun = performance.now();
    const waited = waitedForProcessor(child.pid);
    const status = await ask(url, path, { agent: this.#agent }).then(
      (answer) => String(answer.status),
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    return { ms: performance.now() - begun - (waitedForProcessor(child.pid) - waited), status };
  }
}

/** Milliseconds for which the main thread of a process was ready to run and had no processor; 0 where the system does not tell. */
function waitedForProcessor(pid = 0): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
}
