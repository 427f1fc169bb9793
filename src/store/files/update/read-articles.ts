import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import type { Introduced } from "../../../article/corrections/stray-references.ts";
import type { Tombstone } from "../../../article/model/history.ts";
import { WorkerFailure, Workers } from "../../../workers/workers.ts";
import { type ArticleRows, rowsOf } from "../../rows.ts";
import type { StoreProblem } from "../../store.ts";
import { loadArticle } from "../data-folder.ts";
import { type FormerFiles, readFormer, readTombstone, stampOfUnit, type Unit } from "./folder-unit.ts";

/** Articles from which on threads beside this one read them. */
const MANY = 500;
const BATCH = 64;
/** This thread writes what they read, and is as busy as one of them. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1));
/** Batches that are read before they are asked for; bounds the memory. */
const AHEAD = 2 * THREADS;
/** Milliseconds a batch may take. */
const TIME_LIMIT = 20_000;

/** What stands in a data folder under a slug, as it was found. */
export interface ReadArticle {
  slug: string;
  /** See `stampOfUnit`; taken before the files were read. */
  stamp: string | null;
  /** `null` when the article's file is gone, or it is withdrawn. */
  found: { rows: ArticleRows | null; problems: StoreProblem[]; introduced: Introduced[] } | null;
  /** Ids of the registry that the article has, also when it is withdrawn; see `registeredIn`. */
  registered: string[];
  /** Not `null`: the article is withdrawn; `broken`: its tombstone cannot be read. */
  tombstone: Tombstone | "broken" | null;
  /** Earlier revisions, where they are other ones than before. */
  former: FormerFiles | null;
  /** Of the tombstone and of earlier revisions. */
  problems: StoreProblem[];
}

interface Batch {
  folder: string;
  units: Unit[];
  registry: SpeakerRegistry;
}

/**
 * Reads and validates articles in the order of `units`, edits and the registry applied, many of them on threads. Between
 * two articles other work of this thread goes on.
 */
export async function* readArticles(folder: string, units: Unit[], registry: SpeakerRegistry): AsyncGenerator<ReadArticle> {
  if (units.length < MANY) {
    for (const unit of units) {
      await setImmediate();
      yield readArticle(folder, unit, registry);
    }
    return;
  }
  const workers = new Workers({ threads: THREADS, timeLimit: TIME_LIMIT });
  const reading: Promise<ReadArticle[]>[] = [];
  try {
    for (let from = 0; from < units.length || reading.length > 0; ) {
      for (; from < units.length && reading.length < AHEAD; from += BATCH) {
        reading.push(readOnThread(workers, { folder, registry, units: units.slice(from, from + BATCH) }));
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
export function readBatch({ folder, units, registry }: Batch): ReadArticle[] {
  return units.map((unit) => readArticle(folder, unit, registry));
}

/** The article of a slug as it is to be served, as the index holds it, and its past. */
function readArticle(folder: string, unit: Unit, registry: SpeakerRegistry): ReadArticle {
  const { slug } = unit;
  const stamp = stampOfUnit(folder, unit);
  const former = readFormer(folder, unit);
  const { tombstone, problems } = readTombstone(folder, unit);
  const loaded = loadArticle(folder, slug, registry);
  const registered = loaded?.registered ?? [];
  const read = { slug, stamp, former, tombstone, registered, problems: [...problems, ...(former?.problems ?? [])] };
  const isWithdrawn = tombstone !== null && tombstone !== "broken";
  if (loaded === null || isWithdrawn) return { ...read, found: null };
  const { value, problems: faults, introduced } = loaded;
  return { ...read, found: { rows: value === null ? null : rowsOf(value), problems: faults, introduced } };
}
