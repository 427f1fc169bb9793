import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type pg from "pg";
import type { Incoming } from "../files/incoming.ts";
import { type Prepared, Preparer } from "./prepare.ts";

const MAX_THREADS = 4;

/** Prepares batches: a first one here, and when more follow, on threads beside this one. */
export class Preparers {
  readonly #pool: pg.Pool;
  readonly #own: Preparer;
  #threads: Thread[] = [];
  #batches = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#own = new Preparer(pool);
  }

  /** Batches that are worth being under way at a time: each thread has one, and the next one is waiting for it. */
  get ahead(): number {
    return 2 * this.#threads.length;
  }

  /** @throws StoreUnavailable when the database goes away */
  async prepare(batch: Incoming[]): Promise<Prepared> {
    this.#batches += 1;
    if (this.#batches === 2) {
      // The server is as busy as one of them.
      const count = Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1));
      this.#threads = Array.from({ length: count }, () => new Thread(this.#pool.options.connectionString ?? ""));
    }
    const thread = this.#threads[this.#batches % this.#threads.length];
    return (await thread?.prepare(batch)) ?? this.#own.prepare(batch);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  readonly #waiting = new Map<number, (prepared: Prepared | null) => void>();
  #alive = true;
  #sent = 0;

  constructor(url: string) {
    this.#worker = new Worker(new URL(`./preparing-thread${extname(import.meta.filename)}`, import.meta.url), {
      workerData: { url },
      // Flags of this process, `--input-type` say, may keep a thread from starting.
      execArgv: [],
    });
    this.#worker.on("message", ({ id, prepared }: { id: number; prepared: Prepared | null }) => {
      this.#waiting.get(id)?.(prepared);
      this.#waiting.delete(id);
    });
    // What it cannot do is done by the main thread.
    this.#worker.on("error", () => {});
    this.#ended = new Promise((resolve) => {
      this.#worker.on("exit", () => {
        this.#alive = false;
        for (const give of this.#waiting.values()) give(null);
        resolve();
      });
    });
  }

  /** `null` when the thread could not. */
  prepare(batch: Incoming[]): Promise<Prepared | null> {
    if (!this.#alive) return Promise.resolve(null);
    this.#sent += 1;
    const id = this.#sent;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, batch });
    });
  }

  async end(): Promise<void> {
    this.#worker.postMessage(null);
    await this.#ended;
  }
}
