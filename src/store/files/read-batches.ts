import type { MessagePort } from "node:worker_threads";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type ReadArticle, readArticle } from "./read-article.ts";

/** What a reading thread is given. */
export interface ReadingWork {
  folder: string;
  registry: SpeakerRegistry;
  /** Batches of slugs. */
  batches: string[][];
  port: MessagePort;
  /** `NEXT`: the batch that nobody reads yet; `TAKEN`: how many the main thread has taken; `SENT`: how many were sent. */
  progress: Int32Array;
}

export const NEXT = 0;
export const TAKEN = 1;
export const SENT = 2;
/** Batches read before the main thread takes them. */
const AHEAD = 8;

/** One batch as a thread read it. */
export interface ReadBatch {
  batch: number;
  articles: ReadArticle[];
}

/** Reads batches of articles, as they come, until none is left. */
export function readBatches({ folder, registry, batches, port, progress }: ReadingWork): void {
  for (;;) {
    const batch = Atomics.add(progress, NEXT, 1);
    const slugs = batches[batch];
    if (slugs === undefined) return;
    for (let taken = Atomics.load(progress, TAKEN); batch > taken + AHEAD; taken = Atomics.load(progress, TAKEN)) {
      Atomics.wait(progress, TAKEN, taken);
    }
    port.postMessage({ batch, articles: slugs.map((slug) => readArticle(folder, slug, registry)) } satisfies ReadBatch);
    Atomics.add(progress, SENT, 1);
    Atomics.notify(progress, SENT);
  }
}
