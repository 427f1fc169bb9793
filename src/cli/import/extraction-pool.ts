import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Article } from "../../article/model/schema.ts";
import { type ExtractOptions, extract } from "../../extraction/extract.ts";
import type { Note } from "../../extraction/reading/raw-document.ts";
import { UnreadableSource } from "../../extraction/reading/unreadable-source.ts";

/** Beside this file; in the package both are JavaScript. */
const THREAD = new URL(`./extraction-thread${extname(import.meta.filename)}`, import.meta.url);

/** An article, or why there is none. */
export type Extracted = { article: Article; notes: Note[] } | { message: string };

interface Thread {
  worker: Worker;
  waiting: Map<number, (extracted: Extracted) => void>;
}

/** Extracts on several threads; a thread that dies fails its own sources and is replaced. */
export class ExtractionPool {
  readonly #threads: Thread[];
  #last = 0;

  constructor(size: number) {
    this.#threads = Array.from({ length: size }, () => start());
  }

  /** Extracts on the thread with least to do. */
  extract = (raw: Uint8Array, options: ExtractOptions): Promise<Extracted> => {
    const thread = this.#threads.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      thread.waiting.set(id, resolve);
      thread.worker.postMessage({ id, raw, options });
    });
  };

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

/** Extracts in this thread. */
export async function extractHere(raw: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  try {
    return extract(raw, options);
  } catch (error) {
    if (error instanceof UnreadableSource) return { message: error.message };
    return { message: `Extraction failed (please report it with the file): ${(error as Error).message}` };
  }
}

function start(): Thread {
  const thread: Thread = { worker: new Worker(THREAD), waiting: new Map() };
  const connect = () => {
    thread.worker.on("message", ({ id, extracted }: { id: number; extracted: Extracted }) => {
      thread.waiting.get(id)?.(extracted);
      thread.waiting.delete(id);
    });
    thread.worker.on("error", (error) => {
      for (const resolve of thread.waiting.values()) resolve({ message: `Extraction ended early: ${error.message}` });
      thread.waiting.clear();
      thread.worker = new Worker(THREAD);
      connect();
    });
  };
  connect();
  return thread;
}
