import type pg from "pg";
import type { RegisteredSpeaker, SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type Incoming, sizeOf } from "../files/incoming.ts";
import type { StoreProblem } from "../store.ts";
import { Owners } from "./conflicts.ts";
import { inSession, run } from "./connection.ts";
import { readRegistry } from "./database-archive.ts";
import type { Prepared, ReadyArticle } from "./prepare.ts";
import { Preparers } from "./preparers.ts";
import { flush, indexWords, NOTHING, replaceArticles, writing } from "./write.ts";

/** Articles written in one transaction: enough to make round trips cheap, few enough to hold little in memory and lose little when killed. */
const BATCH = 300;
/** Articles whose words wait for the index before it is given them: beside the next batches, and in the server by another process. */
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
  { onProgress, onProblem, coming }: ImportOptions = {},
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, unchanged: 0, refused: 0 };
  const preparers = new Preparers(pool);
  let unindexed = 0;
  let indexing = Promise.resolve();
  const takeIn = async (client: pg.PoolClient, batch: Incoming[], preparing: Promise<Prepared>) => {
    for (let [due, prepared] = [batch, await preparing]; ; ) {
      const outrun = await changedSince(client, prepared.unchanged);
      report.unchanged += prepared.unchanged.length - outrun.length;
      for (const { refused, ...problem } of prepared.problems) {
        if (refused) report.refused += 1;
        onProblem?.(problem);
      }
      const { taken, conflicts, stale } = await write(client, prepared, coming);
      report.imported += taken.length;
      unindexed += taken.length;
      if (unindexed >= INDEXED) {
        unindexed = 0;
        indexing = indexing.then(() => inSession(pool, indexWords));
        indexing.catch(() => {});
      }
      report.refused += conflicts.length;
      for (const problem of conflicts) onProblem?.(problem);
      due = [...outrun, ...stale.map(({ place }) => place), ...prepared.later].flatMap((place) => due[place] ?? []);
      if (due.length === 0) break;
      prepared = await preparers.prepare(due);
    }
    onProgress?.({ ...report });
  };
  try {
    await inSession(pool, async (client) => {
      const ahead: { batch: Incoming[]; preparing: Promise<Prepared> }[] = [];
      const takeNext = async () => {
        const next = ahead.shift();
        if (next !== undefined) await takeIn(client, next.batch, next.preparing);
      };
      for await (const batch of batches(articles)) {
        const preparing = preparers.prepare(batch);
        // Told when it is its turn.
        preparing.catch(() => {});
        ahead.push({ batch, preparing });
        if (ahead.length > preparers.ahead) await takeNext();
      }
      while (ahead.length > 0) await takeNext();
      await indexing;
      // Also for an import before this one that was killed.
      await flush(client);
    });
  } finally {
    await Promise.allSettled([indexing, preparers.end()]);
  }
  return report;
}

async function* batches(articles: Iterable<Incoming> | AsyncIterable<Incoming>): AsyncGenerator<Incoming[]> {
  let batch: Incoming[] = [];
  let size = 0;
  for await (const incoming of articles) {
    if (batch.length >= BATCH || size > BATCH_SIZE) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(incoming);
    size += sizeOf(incoming);
  }
  if (batch.length > 0) yield batch;
}

/** Places of articles that were as they are stored when they were prepared, and no longer are: a batch before had another version. */
async function changedSince(client: pg.PoolClient, unchanged: Prepared["unchanged"]): Promise<number[]> {
  if (unchanged.length === 0) return [];
  const now = await fingerprintsOf(
    client,
    unchanged.map(({ slug }) => slug),
  );
  return unchanged.filter(({ slug, fingerprint }) => now.get(slug) !== fingerprint).map(({ place }) => place);
}

async function fingerprintsOf(client: pg.PoolClient, slugs: string[]): Promise<Map<string, string>> {
  const text = "SELECT slug, fingerprint FROM articles WHERE slug = ANY($1::text[])";
  const rows = await run<{ slug: string; fingerprint: string }>(client, text, [slugs]);
  return new Map(rows.map(({ slug, fingerprint }) => [slug, fingerprint]));
}

interface Written {
  taken: ReadyArticle[];
  conflicts: StoreProblem[];
  /** What someone else changed since it was prepared. */
  stale: ReadyArticle[];
}

/** Writes a prepared batch as one transaction. */
async function write(client: pg.PoolClient, prepared: Prepared, coming: ReadonlySet<string> | undefined): Promise<Written> {
  const { ready, registry, words } = prepared;
  if (ready.length === 0) return { taken: [], conflicts: [], stale: [] };
  return writing(client, async () => {
    const [taken, stale]: [ReadyArticle[], ReadyArticle[]] = [[], []];
    const conflicts: StoreProblem[] = [];
    const outdated: string[] = [];
    const now = await fingerprintsOf(
      client,
      ready.map(({ slug }) => slug),
    );
    const [{ json }] = await readRegistry(client);
    const owners = await Owners.of(
      client,
      ready.map(({ names }) => names),
    );
    for (const one of ready) {
      if (json !== registry || (now.get(one.slug) ?? null) !== one.before) {
        stale.push(one);
        continue;
      }
      const renamed = coming === undefined ? [] : one.names.aliases.filter((alias) => !coming.has(alias));
      const fault = owners.take(one.names, renamed);
      if (fault === null) {
        taken.push(one);
        outdated.push(...renamed);
        if (one.before !== null) outdated.push(one.slug);
      } else conflicts.push({ where: `article ${one.slug}`, ...fault });
    }
    if (words.length > 0) {
      await run(
        client,
        `INSERT INTO vocabulary (word, first, letters) SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) ON CONFLICT (word) DO NOTHING`,
        [words, words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)), words.map((word) => word.length)],
      );
    }
    if (taken.length > 0) await replaceArticles(client, taken, prepared, outdated, registered(json));
    return { taken, conflicts, stale };
  });
}

function registered(registry: string): Map<string, RegisteredSpeaker> {
  return new Map((JSON.parse(registry) as SpeakerRegistry).speakers.map((speaker) => [speaker.id, speaker]));
}

/** Takes out every article but those to be kept. @returns how many there were */
export async function pruneArticles(pool: pg.Pool, kept: Set<string>): Promise<number> {
  const there = await run<{ slug: string }>(pool, "SELECT slug FROM articles ORDER BY slug", []);
  const gone = there.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  await inSession(pool, async (client) => {
    for (let from = 0; from < gone.length; from += BATCH) {
      await writing(client, async () => {
        const [{ json }] = await readRegistry(client);
        await replaceArticles(client, [], NOTHING, gone.slice(from, from + BATCH), registered(json));
      });
    }
    if (gone.length > 0) await flush(client);
  });
  return gone.length;
}
