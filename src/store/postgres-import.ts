import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import { Edits } from "../article/edits.ts";
import type { Article } from "../article/schema.ts";
import { servedArticle } from "../article/serve.ts";
import { SpeakerRegistry } from "../article/speaker-registry.ts";
import type { ArchivedArticle } from "./archive.ts";
import { readRegistry } from "./postgres-archive.ts";
import { Owners } from "./postgres-conflicts.ts";
import { inSession, isStorable, run } from "./postgres-connection.ts";
import { type Derived, fingerprintOf, rowsOf } from "./postgres-rows.ts";
import { type Columns, columnsOf, flush, replaceArticles, writing } from "./postgres-write.ts";
import type { StoreProblem } from "./store.ts";

/** Articles written in one transaction: enough to make round trips cheap, few enough to hold little in memory and lose little when killed. */
const BATCH = 150;
/** UTF-16 units of JSON in one batch at most. */
const BATCH_SIZE = 16_000_000;

/** A sound article as import made it; without `edits` those that are stored stay, `null` takes them away. */
export type Incoming = Pick<ArchivedArticle, "article"> & Partial<ArchivedArticle>;

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
  const seen = new Set<string>();
  const tell = (problem: StoreProblem) => onProblem?.(problem);
  const refuse = (problem: StoreProblem) => {
    report.refused += 1;
    tell(problem);
  };
  await inSession(pool, async (client) => {
    // While one batch is written the next one is derived: the work is about even between this process and the server.
    let last: Promise<void> = Promise.resolve();
    for await (const batch of batches(articles)) {
      const prepared = await prepare(pool, batch, report, refuse, tell);
      await last;
      last = (async () => {
        for (let due = prepared; ; ) {
          const stale = await write(client, due, seen, report, refuse, coming);
          if (stale.length === 0) break;
          due = await prepare(pool, stale, report, refuse, tell);
        }
        onProgress?.({ ...report });
      })();
      last.catch(() => {});
    }
    await last;
    if (report.imported > 0) await flush(client);
  });
  return report;
}

async function* batches(articles: Iterable<Incoming> | AsyncIterable<Incoming>): AsyncGenerator<Incoming[]> {
  let batch = new Map<string, Incoming>();
  let size = 0;
  for await (const incoming of articles) {
    const { slug, wordCount } = incoming.article;
    if (batch.size >= BATCH || size > BATCH_SIZE || batch.has(slug)) {
      yield [...batch.values()];
      batch = new Map();
      size = 0;
    }
    batch.set(slug, incoming);
    // A word is some six letters, and is in the article, in its quotes and in what they are found by.
    size += wordCount * 30;
  }
  if (batch.size > 0) yield [...batch.values()];
}

interface Ready {
  incoming: Incoming;
  /** Fingerprint of what was stored when this was derived. */
  before: string | null;
  article: Article;
  derived: Derived;
}

interface Prepared {
  registry: SpeakerRegistry;
  registryJson: string;
  ready: Ready[];
  /** Of all that are ready. */
  columns: Columns;
}

interface Stored {
  slug: string;
  fingerprint: string;
  edits: string | null;
  json: string | null;
  sound: boolean;
}

/** Derives the rows of articles that differ from what is stored. Locks nothing: `write` looks again. */
async function prepare(
  pool: pg.Pool,
  batch: Incoming[],
  report: ImportReport,
  refuse: (problem: StoreProblem) => void,
  tell: (problem: StoreProblem) => void,
): Promise<Prepared> {
  const [{ json: registryJson, applied }] = await readRegistry(pool);
  const registry = SpeakerRegistry.parse(JSON.parse(registryJson));
  const slugs = batch.map(({ article }) => article.slug);
  const rows = await run<Stored>(
    pool,
    "SELECT slug, fingerprint, edits, CASE WHEN $2 THEN NULL ELSE json END AS json, sound FROM articles WHERE slug = ANY($1::text[])",
    [slugs, applied],
  );
  const stored = new Map(rows.map((row) => [row.slug, row]));
  const ready: Ready[] = [];
  for (const incoming of batch) {
    // The statements of the batch before are answered in between.
    await setImmediate();
    const { slug } = incoming.article;
    const before = stored.get(slug);
    const machine = JSON.stringify(incoming.article);
    const edits = incoming.edits === undefined ? (before?.edits ?? null) : incoming.edits && JSON.stringify(incoming.edits);
    const fingerprint = fingerprintOf(machine, edits);
    const same = before?.sound === true && before.fingerprint === fingerprint;
    if (same && applied) {
      report.unchanged += 1;
      continue;
    }
    const { article, faults } = servedArticle(incoming.article, edits === null ? null : Edits.parse(JSON.parse(edits)), registry);
    const problems = faults.map((fault) => ({ where: `article ${slug}`, ...fault }));
    for (const problem of problems) (article === null ? refuse : tell)(problem);
    if (article === null) continue;
    const json = article === incoming.article ? machine : JSON.stringify(article);
    if (same && before.json === json) {
      report.unchanged += 1;
    } else if (!article.speakers.every(({ id }) => isStorable(id))) {
      refuse({
        where: `article ${slug}`,
        path: "speakers",
        message: "a speaker's id holds a character that PostgreSQL cannot hold",
        cure: "Correct the id.",
      });
    } else {
      ready.push({
        incoming,
        before: before?.fingerprint ?? null,
        article,
        derived: rowsOf(article, { machine, edits, json, fingerprint }),
      });
    }
  }
  return { registry, registryJson, ready, columns: await columnsOf(ready.map(({ derived }) => derived)) };
}

/** Writes what `prepare` derived as one transaction. @returns what someone else changed in the meantime: to be prepared again */
async function write(
  client: pg.PoolClient,
  { registry, registryJson, ready, columns }: Prepared,
  seen: Set<string>,
  report: ImportReport,
  refuse: (problem: StoreProblem) => void,
  coming: ReadonlySet<string> | undefined,
): Promise<Incoming[]> {
  if (ready.length === 0) return [];
  let stale: Ready[] = [];
  let taken: Ready[] = [];
  let conflicts: StoreProblem[] = [];
  let fresh: string[] = [];
  let outdated: string[] = [];
  await writing(client, async () => {
    [stale, taken, conflicts, outdated] = [[], [], [], []];
    const slugs = ready.map(({ derived }) => derived.slug);
    const rows = await run<{ slug: string; fingerprint: string }>(
      client,
      "SELECT slug, fingerprint FROM articles WHERE slug = ANY($1::text[])",
      [slugs],
    );
    const now = new Map(rows.map(({ slug, fingerprint }) => [slug, fingerprint]));
    const [{ json }] = await readRegistry(client);
    const owners = await Owners.of(
      client,
      ready.map(({ article }) => article),
    );
    for (const one of ready) {
      if (json !== registryJson || (now.get(one.derived.slug) ?? null) !== one.before) {
        stale.push(one);
        continue;
      }
      const renamed = coming === undefined ? [] : one.article.aliases.filter((alias) => !coming.has(alias));
      const fault = owners.take(one.article, renamed);
      if (fault === null) {
        taken.push(one);
        outdated.push(...renamed);
        if (one.before !== null) outdated.push(one.derived.slug);
      } else conflicts.push({ where: `article ${one.derived.slug}`, ...fault });
    }
    fresh = [...new Set(taken.flatMap(({ derived }) => [...derived.vocabulary].filter((word) => !seen.has(word))))];
    if (fresh.length > 0) {
      await run(
        client,
        `INSERT INTO vocabulary (word, first, letters) SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) ON CONFLICT (word) DO NOTHING`,
        [fresh, fresh.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)), fresh.map((word) => word.length)],
      );
    }
    if (taken.length > 0) {
      const registered = new Map(registry.speakers.map((speaker) => [speaker.id, speaker]));
      const derived = taken.map((one) => one.derived);
      await replaceArticles(client, derived, taken.length === ready.length ? columns : await columnsOf(derived), outdated, registered);
    }
  });
  for (const word of fresh) seen.add(word);
  report.imported += taken.length;
  for (const problem of conflicts) refuse(problem);
  return stale.map(({ incoming }) => incoming);
}

/** Takes out every article but those to be kept. @returns how many there were */
export async function pruneArticles(pool: pg.Pool, kept: Set<string>): Promise<number> {
  const there = await run<{ slug: string }>(pool, "SELECT slug FROM articles ORDER BY slug", []);
  const gone = there.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  const nothing = await columnsOf([]);
  await inSession(pool, async (client) => {
    for (let from = 0; from < gone.length; from += BATCH) {
      await writing(client, async () => {
        const [{ json }] = await readRegistry(client);
        const registered = new Map((JSON.parse(json) as SpeakerRegistry).speakers.map((speaker) => [speaker.id, speaker]));
        await replaceArticles(client, [], nothing, gone.slice(from, from + BATCH), registered);
      });
    }
    if (gone.length > 0) await flush(client);
  });
  return gone.length;
}
