import { hash } from "node:crypto";
import type pg from "pg";
import { servedArticle } from "../../article/corrections/apply-corrections.ts";
import { Edits } from "../../article/corrections/edits.ts";
import { type RegisteredSpeaker, SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import type { Article } from "../../article/model/schema.ts";
import { indexableOf } from "../../article/words/searchable.ts";
import { findConflict } from "../conflicts.ts";
import { type Incoming, readIncoming, type SoundArticle, sizeOf } from "../files/incoming.ts";
import { DERIVATION, rowsOf } from "../rows.ts";
import type { StoreProblem } from "../store.ts";
import { inSession, isStorable, run } from "./connection.ts";
import { readRegistry } from "./database-archive.ts";
import { fitsVector } from "./vectors.ts";
import { OwnedNames } from "./writing/owned-names.ts";
import { addVocabulary, flush, replaceArticles, type WritableArticle, writing } from "./writing/write-articles.ts";

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
  { onProgress, onProblem = () => {}, onRead = () => {}, coming }: ImportOptions = {},
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, unchanged: 0, refused: 0 };
  const written = new Set<string>();
  await inSession(pool, async (client) => {
    for await (const batch of batches(articles, onProblem, onRead)) {
      const { imported, unchanged, refused, problems } = await writeBatch(client, batch, coming, written);
      report.imported += imported;
      report.unchanged += unchanged;
      report.refused += refused;
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
    size += sizeOf(incoming);
  }
  if (batch.size > 0) yield [...batch.values()];
}

interface Stored {
  slug: string;
  fingerprint: string;
  edits: string | null;
  json: string | null;
}

/** An article of a batch that differs from what is stored. */
interface Changed extends WritableArticle {
  article: Article;
}

/** Writes a batch as one transaction. @param written words that need not be written again; the batch's are added */
async function writeBatch(client: pg.PoolClient, batch: SoundArticle[], coming: ReadonlySet<string> | undefined, written: Set<string>) {
  return writing(client, async () => {
    const problems: StoreProblem[] = [];
    const { json, applied } = await readRegistry(client);
    const registry = SpeakerRegistry.parse(JSON.parse(json));
    const stored = await storedVersions(client, batch, applied);
    const changed: Changed[] = [];
    let unchanged = 0;
    for (const sound of batch) {
      const result = deriveArticle(sound, stored.get(sound.article.slug), registry, applied, problems);
      if (result === "unchanged") unchanged += 1;
      else if (result !== "refused") changed.push(result);
    }
    const owned = await OwnedNames.of(
      client,
      changed.map(({ article }) => article),
    );
    const taken: Changed[] = [];
    const outdated: string[] = [];
    for (const one of changed) {
      const { slug, aliases } = one.article;
      const renamed = coming === undefined ? [] : aliases.filter((alias) => !coming.has(alias));
      const conflict = findConflict(one.article, owned, new Set([slug, ...renamed]));
      if (conflict === null) {
        owned.give(one.article, renamed);
        taken.push(one);
        outdated.push(...renamed, ...(stored.has(slug) ? [slug] : []));
      } else problems.push({ where: `article ${slug}`, ...conflict });
    }
    if (taken.length > 0) {
      await replaceArticles(client, taken, outdated, byId(registry));
      await addVocabulary(client, taken, written);
    }
    return { imported: taken.length, unchanged, refused: batch.length - unchanged - taken.length, problems };
  });
}

/** What is stored of the articles of a batch, by slug. @param isApplied whether the JSON that is served need not be read */
async function storedVersions(client: pg.PoolClient, batch: SoundArticle[], isApplied: boolean): Promise<Map<string, Stored>> {
  const text = "SELECT slug, fingerprint, edits, CASE WHEN $2 THEN NULL ELSE json END AS json FROM articles WHERE slug = ANY($1::text[])";
  const rows = await run<Stored>(client, text, [batch.map(({ article }) => article.slug), isApplied]);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** The article as it is to be served with its rows; faults are added to `problems`. */
function deriveArticle(
  { article: machine, edits: given }: SoundArticle,
  before: Stored | undefined,
  registry: SpeakerRegistry,
  isApplied: boolean,
  problems: StoreProblem[],
): Changed | "unchanged" | "refused" {
  const where = `article ${machine.slug}`;
  const machineJson = JSON.stringify(machine);
  const edits = given === undefined ? (before?.edits ?? null) : given && JSON.stringify(given);
  const fingerprint = hash("sha256", `${DERIVATION}\n${machineJson}\n${edits}`);
  const isSame = before?.fingerprint === fingerprint;
  if (isSame && isApplied) return "unchanged";
  const { article, faults } = servedArticle(machine, edits === null ? null : Edits.parse(JSON.parse(edits)), registry);
  for (const fault of faults) problems.push({ where, ...fault });
  if (article === null) return "refused";
  if (isSame && before.json === JSON.stringify(article)) return "unchanged";
  const indexable = indexableOf(article);
  const unstorable = findUnstorable(article, indexable.searchable.text.value, indexable.searchable.words);
  if (unstorable !== null) {
    problems.push({ where, ...unstorable });
    return "refused";
  }
  return { article, rows: rowsOf(article, indexable), machine: machineJson, edits, fingerprint };
}

/** What of an article PostgreSQL cannot hold. */
function findUnstorable(article: Article, text: string, words: string): Omit<StoreProblem, "where"> | null {
  if (!article.speakers.every(({ id }) => isStorable(id)))
    return { path: "speakers", message: "a speaker's id holds a character that PostgreSQL cannot hold", cure: "Correct the id." };
  if (!isStorable(text)) {
    const message = "the text holds a character that PostgreSQL cannot hold (U+0000, or half of a surrogate pair)";
    return { path: null, message, cure: "Take it out of the source and import that again." };
  }
  if (!fitsVector(words)) {
    const message = "the text has more different words than PostgreSQL can index (1 MB of them)";
    return { path: null, message, cure: "Split the article." };
  }
  return null;
}

function byId({ speakers }: SpeakerRegistry): Map<string, RegisteredSpeaker> {
  return new Map(speakers.map((speaker) => [speaker.id, speaker]));
}

/** Takes out every article but those to be kept. @returns how many there were */
export async function pruneArticles(pool: pg.Pool, kept: Set<string>): Promise<number> {
  const there = await run<{ slug: string }>(pool, "SELECT slug FROM articles ORDER BY slug", []);
  const gone = there.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  await inSession(pool, async (client) => {
    for (let from = 0; from < gone.length; from += BATCH) {
      await writing(client, async () => {
        const { json } = await readRegistry(client);
        await replaceArticles(client, [], gone.slice(from, from + BATCH), byId(JSON.parse(json) as SpeakerRegistry));
      });
    }
    if (gone.length > 0) await flush(client);
  });
  return gone.length;
}
