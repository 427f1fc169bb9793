import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import type { Introduced } from "../../article/corrections/stray-references.ts";
import { WorkerFailure, Workers } from "../../workers/workers.ts";
import { type ArticleRows, rowsOf } from "../rows.ts";
import type { StoreProblem } from "../store.ts";
import { loadArticle, stampOf } from "./data-folder.ts";

/** Articles from which on threads beside this one read them. */
const MANY = 500;
const BATCH = 64;
/** This thread writes what they read, and is as busy as one of them. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1));
/** Batches that are read before they are asked for; bounds the memory. */
const AHEAD = 2 * THREADS;
/** Milliseconds a batch may take. */
const TIME_LIMIT = 20_000;

/** An article's files as they were found. */
export interface ReadArticle {
  slug: string;
  /** See `stampOf`; taken before the files were read. */
  stamp: string | null;
  /** `null` when the article's file is gone. */
  found: { rows: ArticleRows | null; problems: StoreProblem[]; registered: string[]; introduced: Introduced[] } | null;
}

interface Batch {
  folder: string;
  slugs: string[];
  registry: SpeakerRegistry;
}

/**
 * Reads and validates articles in the order of `slugs`, edits and the registry applied, many of them on threads. Between
 * two articles other work of this thread goes on.
 */
export async function* readArticles(folder: string, slugs: string[], registry: SpeakerRegistry): AsyncGenerator<ReadArticle> {
  if (slugs.length < MANY) {
    for (const slug of slugs) {
      await setImmediate();
      yield readArticle(folder, slug, registry);
    }
    return;
  }
  const workers = new Workers({ threads: THREADS, timeLimit: TIME_LIMIT });
  const reading: Promise<ReadArticle[]>[] = [];
  try {
    for (let from = 0; from < slugs.length || reading.length > 0; ) {
      for (; from < slugs.length && reading.length < AHEAD; from += BATCH) {
        reading.push(readOnThread(workers, { folder, registry, slugs: slugs.slice(from, from + BATCH) }));
      }
      yield* (await reading.shift()) ?? [];
    }
  } finally {
    await workers.close();
  }
}

/** A batch whose thread crashes or hangs is read here. */
async function readOnThread(workers: Workers, batch: Batch): Promise<ReadArticle[]> {
  try {
    return await workers.run(import.meta.url, readBatch, batch);
  } catch (error) {
    return error instanceof WorkerFailure && error.reason === "closed" ? [] : readBatch(batch);
  }
}

/** Reads a batch of articles. @public named to the threads */
export function readBatch({ folder, slugs, registry }: Batch): ReadArticle[] {
  return slugs.map((slug) => readArticle(folder, slug, registry));
}

/** The article of a slug as it is to be served, as the index holds it. */
function readArticle(folder: string, slug: string, registry: SpeakerRegistry): ReadArticle {
  const stamp = stampOf(folder, slug);
  const loaded = loadArticle(folder, slug, registry);
  if (loaded === null) return { slug, stamp, found: null };
  const { value, ...rest } = loaded;
  return { slug, stamp, found: { rows: value === null ? null : rowsOf(value), ...rest } };
}
