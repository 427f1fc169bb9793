import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import { type Incoming, readIncoming, type SoundArticle, sizeOf } from "../../files/incoming.ts";
import type { StoreProblem } from "../../store.ts";
import { inSession, run } from "../connection.ts";
import { readRegistry } from "../database-archive.ts";
import { BatchOwners } from "./owners.ts";
import { type PreparedArticle, prepare, type StoredArticle } from "./prepare.ts";
import { Vocabulary } from "./vocabulary.ts";
import { flush, indexWords, replaceArticles, writing } from "./write.ts";

/** Articles written in one transaction: enough to make round trips cheap, few enough to hold little in memory and lose little when killed. */
const BATCH = 300;
/** Articles whose words may wait for the index; it then takes them in beside the next batches. */
const INDEXED = 5_000;
/** UTF-16 units of JSON in one batch at most. */
const BATCH_SIZE = 16_000_000;

export interface ImportReport {
  /** Articles added or changed. */
  imported: number;
  /** Articles that were there already, word for word. */
  unchanged: number;
  /** Articles that could not go in; each was told to `onProblem`, and what was served before still is. */
  refused: number;
  /** Articles taken out because they are no longer in what was loaded. */
  deleted?: number;
}

export interface ImportOptions {
  /** Told after every batch. */
  onProgress?: (report: ImportReport) => void;
  onProblem?: (problem: StoreProblem) => void;
  /**
   * The slugs of all that comes: an article that is there and not among them gives way to one that has its slug as an
   * alias, since it was renamed. Without them nothing gives way.
   */
  coming?: ReadonlySet<string>;
}

/**
 * Puts articles into the database, in batches that are each seen whole or not at all. Imports may run at the same time,
 * and one that was killed is simply run again: what is there already is passed over.
 *
 * @throws StoreUnavailable when the database goes away; the batches before stay
 */
export async function importArticles(
  pool: pg.Pool,
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  { onProgress, onProblem = () => {}, coming }: ImportOptions = {},
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, unchanged: 0, refused: 0 };
  let unindexed = 0;
  let indexing = Promise.resolve();
  let written = Promise.resolve();
  await inSession(pool, async (client) => {
    const vocabulary = new Vocabulary(client);
    const take = async (batch: SoundArticle[]) => {
      const { imported, unchanged, problems } = await write(client, batch, vocabulary, coming);
      report.imported += imported;
      report.unchanged += unchanged;
      report.refused += batch.length - imported - unchanged;
      for (const problem of problems) onProblem(problem);
      unindexed += imported;
      if (unindexed >= INDEXED) {
        unindexed = 0;
        indexing = indexing.then(() => inSession(pool, indexWords));
        indexing.catch(() => {});
      }
      onProgress?.({ ...report });
    };
    try {
      // The next batch is read while the server writes one.
      for await (const batch of batches(articles, onProblem)) {
        await written;
        written = take(batch);
        written.catch(() => {});
      }
      await written;
      await indexing;
    } finally {
      await Promise.allSettled([written, indexing]);
    }
    // Also for an import before this one that was killed.
    await flush(client);
  });
  return report;
}

/** Sound articles, in batches that hold no slug twice, so that the last version of an article stands. */
async function* batches(
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  onProblem: (problem: StoreProblem) => void,
): AsyncGenerator<SoundArticle[]> {
  let batch = new Map<string, SoundArticle>();
  let size = 0;
  for await (const incoming of articles) {
    const read = readIncoming(incoming, onProblem);
    // Reading holds this thread; what is on its way to the server goes on in between.
    await setImmediate();
    if (read === null) continue;
    if (batch.size >= BATCH || size > BATCH_SIZE || batch.has(read.article.slug)) {
      yield [...batch.values()];
      batch = new Map();
      size = 0;
    }
    batch.set(read.article.slug, read);
    size += sizeOf(incoming);
  }
  if (batch.size > 0) yield [...batch.values()];
}

interface Written {
  imported: number;
  unchanged: number;
  /** What kept articles out, and corrections that were left out. */
  problems: StoreProblem[];
}

/** Writes a batch as one transaction. */
async function write(
  client: pg.PoolClient,
  batch: SoundArticle[],
  vocabulary: Vocabulary,
  coming: ReadonlySet<string> | undefined,
): Promise<Written> {
  return writing(client, async () => {
    const { registry, isApplied } = await readRegistry(client);
    const stored = await storedArticles(
      client,
      batch.map(({ article }) => article.slug),
      isApplied,
    );
    const problems: StoreProblem[] = [];
    const prepared: PreparedArticle[] = [];
    let unchanged = 0;
    for (const incoming of batch) {
      const { slug } = incoming.article;
      const one = prepare(incoming, stored.get(slug), registry);
      if (one.isUnchanged) {
        unchanged += 1;
        continue;
      }
      for (const fault of one.faults) problems.push({ where: `article ${slug}`, ...fault });
      if (one.prepared !== null) prepared.push(one.prepared);
    }
    const owners = await BatchOwners.of(
      client,
      prepared.map(({ article }) => article),
    );
    const outdated: string[] = [];
    const taken = prepared.filter(({ article }) => {
      const renamed = coming === undefined ? [] : article.aliases.filter((alias) => !coming.has(alias));
      const fault = owners.take(article, renamed);
      if (fault !== null) problems.push({ where: `article ${article.slug}`, ...fault });
      else outdated.push(...renamed, ...(stored.has(article.slug) ? [article.slug] : []));
      return fault === null;
    });
    if (taken.length > 0) {
      await vocabulary.add(taken);
      await replaceArticles(client, taken, outdated, registry);
    }
    return { imported: taken.length, unchanged, problems };
  });
}

/** @param isApplied whether every article has the speaker registry, so that its JSON need not be compared */
async function storedArticles(client: pg.ClientBase, slugs: string[], isApplied: boolean): Promise<Map<string, StoredArticle>> {
  const text = "SELECT slug, fingerprint, edits, CASE WHEN $2 THEN NULL ELSE json END AS json FROM articles WHERE slug = ANY($1::text[])";
  const rows = await run<StoredArticle & { slug: string }>(client, text, [slugs, isApplied]);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Takes out every article but those to be kept. @returns how many there were */
export async function pruneArticles(pool: pg.Pool, kept: Set<string>): Promise<number> {
  const there = await run<{ slug: string }>(pool, "SELECT slug FROM articles ORDER BY slug", []);
  const gone = there.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  await inSession(pool, async (client) => {
    for (let from = 0; from < gone.length; from += BATCH) {
      await writing(client, async () => {
        const { registry } = await readRegistry(client);
        await replaceArticles(client, [], gone.slice(from, from + BATCH), registry);
      });
    }
    if (gone.length > 0) await flush(client);
  });
  return gone.length;
}
