import type pg from "pg";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { toInstant } from "../../article/model/instants.ts";
import type { Article } from "../../article/model/schema.ts";
import { findConflict } from "../conflicts.ts";
import { type Incoming, readIncoming, type SoundArticle, sizeOf } from "../files/incoming.ts";
import type { StoreProblem } from "../store.ts";
import { inSession, run } from "./connection.ts";
import { readRegistry } from "./database-archive.ts";
import { byId } from "./writing/apply-registry.ts";
import { type Arriving, changeServed } from "./writing/change-served.ts";
import { deriveArticle, storedVersions } from "./writing/derive-article.ts";
import { OwnedNames } from "./writing/owned-names.ts";
import { deleteSources, moveSource, putSources } from "./writing/sources.ts";
import { flush, writing } from "./writing/transaction.ts";
import { deleteTombstones, isSame, type Known, withdrawnAs } from "./writing/withdrawals.ts";
import { addVocabulary, type WritableArticle } from "./writing/write-articles.ts";

/** Articles written in one transaction: enough to make round trips cheap, few enough to hold little in memory and lose little when killed. */
const BATCH = 300;
/** UTF-16 units of JSON in one batch at most. */
const BATCH_SIZE = 16_000_000;

export interface ImportReport {
  /** Articles added or changed. */
  imported: number;
  /** Articles that were there already, word for word. */
  unchanged: number;
  /** Articles that could not go in; each was told to `onProblem`, and what was served before still is. */
  refused: number;
  /** Articles that are withdrawn, and stay so. */
  withdrawn?: number;
  /** Articles taken out because they are no longer in what was loaded. */
  deleted?: number;
}

export interface ImportOptions {
  /** Told after every batch. */
  onProgress?: (report: ImportReport) => void;
  onProblem?: (problem: StoreProblem) => void;
  /** Given every sound article that comes. */
  onRead?: (article: SoundArticle) => void;
  /**
   * The slugs of all that comes: an article that is there and not among them gives way to one that has its slug as an
   * alias, since it was renamed. Without them nothing gives way.
   */
  coming?: ReadonlySet<string>;
  /** Whether articles that are withdrawn in the database are served again. */
  restore?: boolean;
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
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { onProgress, onProblem = () => {}, onRead = () => {} } = options;
  const report: ImportReport = { imported: 0, unchanged: 0, refused: 0 };
  const written = new Set<string>();
  await inSession(pool, async (client) => {
    for await (const batch of batches(articles, onProblem, onRead)) {
      const { imported, unchanged, refused, withdrawn, problems } = await writeBatch(client, batch, options, written);
      report.imported += imported;
      report.unchanged += unchanged;
      report.refused += refused;
      if (withdrawn > 0) report.withdrawn = (report.withdrawn ?? 0) + withdrawn;
      for (const problem of problems) onProblem(problem);
      onProgress?.({ ...report });
    }
    // Also for an import before this one that was killed.
    await flush(client);
  });
  return report;
}

/** Sound articles, each slug once in a batch. */
async function* batches(
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  onProblem: (problem: StoreProblem) => void,
  onRead: (article: SoundArticle) => void,
): AsyncGenerator<SoundArticle[]> {
  let batch = new Map<string, SoundArticle>();
  let size = 0;
  for await (const incoming of articles) {
    const sound = readIncoming(incoming, onProblem);
    if (sound === null) continue;
    onRead(sound);
    if (batch.size >= BATCH || size > BATCH_SIZE || batch.has(sound.article.slug)) {
      yield [...batch.values()];
      batch = new Map();
      size = 0;
    }
    batch.set(sound.article.slug, sound);
    size += sizeOf(incoming) + (sound.raw?.length ?? 0);
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** Writes a batch as one transaction. @param written words that need not be written again; the batch's are added */
async function writeBatch(client: pg.PoolClient, batch: SoundArticle[], { coming, restore = false }: ImportOptions, written: Set<string>) {
  return writing(client, async () => {
    const problems: StoreProblem[] = [];
    const { json, applied } = await readRegistry(client);
    const registry = SpeakerRegistry.parse(JSON.parse(json));
    const withdrawn = await withdrawnAmong(client, batch);
    const admitted = restore ? batch : batch.filter(({ article }) => !withdrawn.has(article.slug));
    const slugs = admitted.map(({ article }) => article.slug);
    const stored = await storedVersions(client, slugs, applied);
    const changed: WritableArticle[] = [];
    const refused = new Set<string>();
    for (const sound of admitted) {
      const { slug } = sound.article;
      const result = deriveArticle(sound, stored.get(slug), registry, applied, problems);
      if (result === "refused") refused.add(slug);
      else if (result !== "unchanged") changed.push(result);
    }
    const owned = await OwnedNames.of(
      client,
      changed.map(({ article }) => article),
    );
    const arriving: Arriving[] = [];
    for (const one of changed) {
      const { slug, aliases } = one.article;
      const renamedFrom = coming === undefined ? [] : aliases.filter((alias) => !coming.has(alias));
      const conflict = findConflict(one.article, owned, new Set([slug, ...renamedFrom, withdrawn.get(slug) ?? slug]));
      if (conflict === null) {
        owned.give(one.article, renamedFrom);
        arriving.push({ ...one, renamedFrom });
      } else {
        refused.add(slug);
        problems.push({ where: `article ${slug}`, ...conflict });
      }
    }
    const taken = admitted.filter(({ article }) => !refused.has(article.slug));
    if (arriving.length > 0) {
      await deleteTombstones(
        client,
        arriving.flatMap(({ article }) => withdrawn.get(article.slug) ?? []),
      );
      await changeServed(client, { arriving }, byId(registry), toInstant(new Date()));
      await addVocabulary(client, arriving, written);
    }
    await putSources(
      client,
      taken.flatMap(({ article, raw }) => (raw == null ? [] : [{ slug: article.slug, raw }])),
    );
    for (const { article, renamedFrom } of arriving) for (const from of renamedFrom) await moveSource(client, from, article.slug);
    const left = { withdrawn: batch.length - admitted.length, unchanged: taken.length - arriving.length };
    return { imported: arriving.length, refused: refused.size, ...left, problems };
  });
}

/** The articles of a batch that are withdrawn, each with the slug of its tombstone. */
async function withdrawnAmong(client: pg.PoolClient, batch: SoundArticle[]): Promise<Map<string, string>> {
  const known = batch.map(({ article }) => ({ slug: article.slug, ...knownBy(article) }));
  const withdrawn = await withdrawnAs(client, known);
  const among = new Map<string, string>();
  for (const one of withdrawn.length === 0 ? [] : known) {
    const same = withdrawn.find((other) => isSame(one, other));
    if (same !== undefined) among.set(one.slug, same.slug);
  }
  return among;
}

function knownBy({ slug, aliases, source, sourceUrl }: Article): Known {
  return { names: [slug, ...aliases], sha256: source.sha256, sourceUrl };
}

/** Takes out every article but those to be kept. @returns how many there were */
export async function pruneArticles(pool: pg.Pool, kept: Set<string>): Promise<number> {
  const there = await run<{ slug: string }>(pool, "SELECT slug FROM articles ORDER BY slug", []);
  const gone = there.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  await inSession(pool, async (client) => {
    for (let from = 0; from < gone.length; from += BATCH) {
      await writing(client, async () => {
        const { json } = await readRegistry(client);
        const at = toInstant(new Date());
        const leaving = gone.slice(from, from + BATCH).map((slug) => ({ slug, change: "removed" as const, at, reason: null }));
        await changeServed(client, { leaving }, byId(JSON.parse(json) as SpeakerRegistry), at);
        await deleteSources(
          client,
          leaving.map(({ slug }) => slug),
        );
      });
    }
    if (gone.length > 0) await flush(client);
  });
  return gone.length;
}
