import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type ReadArticle, readArticle } from "./read-article.ts";
import { NEXT, type ReadBatch, type ReadingWork, SENT, TAKEN } from "./read-batches.ts";

/** From so many articles on, threads beside this one read them. */
const MANY = 500;
const BATCH = 32;
const MAX_THREADS = 4;
/** Milliseconds to wait for a batch; if none comes, all that is left is read here: a thread that could not start says nothing. */
const PATIENCE = 20_000;

/** Reads articles in the order of `slugs`. Many of them are read by threads while this one writes what it is given. */
export function* readArticles(folder: string, slugs: string[], registry: SpeakerRegistry): Generator<ReadArticle> {
  if (slugs.length < MANY) {
    for (const slug of slugs) yield readArticle(folder, slug, registry);
    return;
  }
  const batches = Array.from({ length: Math.ceil(slugs.length / BATCH) }, (_, batch) => slugs.slice(batch * BATCH, (batch + 1) * BATCH));
  const threads = new Threads({ folder, registry, batches });
  try {
    for (const [batch, own] of batches.entries()) {
      yield* threads.take(batch) ?? own.map((slug) => readArticle(folder, slug, registry));
    }
  } finally {
    threads.end();
  }
}

class Threads {
  readonly #progress = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  readonly #ports: MessagePort[] = [];
  readonly #workers: Worker[] = [];
  #silent = false;
  /** Batches that came before it was their turn. */
  readonly #early = new Map<number, ReadArticle[]>();

  constructor(work: Omit<ReadingWork, "port" | "progress">) {
    // This thread is as busy as one of them.
    for (let count = Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1)); count > 0; count -= 1) {
      const { port1, port2 } = new MessageChannel();
      const workerData: ReadingWork = { ...work, port: port2, progress: this.#progress };
      const worker = new Worker(new URL(`./reading-thread${extname(import.meta.filename)}`, import.meta.url), {
        workerData,
        transferList: [port2],
        // Flags of this process, `--input-type` say, may keep a thread from starting.
        execArgv: [],
      });
      // What it cannot do is done here.
      worker.on("error", () => {});
      this.#ports.push(port1);
      this.#workers.push(worker);
    }
  }

  /** The articles of a batch; `null` when no thread has read them in time. This thread does nothing else meanwhile. */
  take(batch: number): ReadArticle[] | null {
    Atomics.store(this.#progress, TAKEN, batch);
    Atomics.notify(this.#progress, TAKEN);
    for (;;) {
      const sent = Atomics.load(this.#progress, SENT);
      for (const port of this.#ports) {
        for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
          const read = got.message as ReadBatch;
          if (read.batch >= batch) this.#early.set(read.batch, read.articles);
        }
      }
      const articles = this.#early.get(batch);
      if (articles !== undefined) {
        this.#early.delete(batch);
        return articles;
      }
      this.#silent ||= Atomics.wait(this.#progress, SENT, sent, PATIENCE) === "timed-out";
      if (this.#silent) return null;
    }
  }

  end(): void {
    // No batch is left to read, and none to wait for.
    Atomics.store(this.#progress, NEXT, 2 ** 30);
    Atomics.store(this.#progress, TAKEN, 2 ** 30);
    Atomics.notify(this.#progress, TAKEN);
    for (const port of this.#ports) port.close();
    for (const worker of this.#workers) void worker.terminate();
  }
}
