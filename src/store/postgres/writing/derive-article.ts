import { hash } from "node:crypto";
import type pg from "pg";
import { servedArticle } from "../../../article/corrections/apply-corrections.ts";
import { Edits } from "../../../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { Article } from "../../../article/model/schema.ts";
import { fold } from "../../../article/words/fold.ts";
import { indexableOf } from "../../../article/words/searchable.ts";
import type { SoundArticle } from "../../files/incoming.ts";
import { DERIVATION, rowsOf } from "../../rows.ts";
import type { StoreProblem } from "../../store.ts";
import { isStorable, run } from "../connection.ts";
import { fitsVector } from "../vectors.ts";
import type { HeldJson, WritableArticle } from "./write-articles.ts";

/** What is stored of an article, as far as it tells whether another one is the same. */
export interface Stored {
  slug: string;
  fingerprint: string;
  edits: string | null;
  /** As it is served; `null` where it need not be known. */
  json: string | null;
  modified: string;
}

/** What is stored of some articles, by slug. @param isApplied whether the JSON that is served need not be read */
export async function storedVersions(client: pg.PoolClient, slugs: string[], isApplied: boolean): Promise<Map<string, Stored>> {
  const text = `SELECT slug, fingerprint, edits, sort_updated AS modified, CASE WHEN $2 THEN NULL ELSE json END AS json
    FROM articles WHERE slug = ANY($1::text[])`;
  const rows = await run<Stored>(client, text, [slugs, isApplied]);
  return new Map(rows.map((row) => [row.slug, row]));
}

/**
 * The article as it is to be served with its rows; faults are added to `problems`.
 * @param isApplied whether what is stored was made with this registry
 */
export function deriveArticle(
  { article: machine, edits: given }: SoundArticle,
  before: Stored | undefined,
  registry: SpeakerRegistry,
  isApplied: boolean,
  problems: StoreProblem[],
): WritableArticle | "unchanged" | "refused" {
  const where = `article ${machine.slug}`;
  const machineJson = JSON.stringify(machine);
  const edits = given === undefined ? (before?.edits ?? null) : given && JSON.stringify(given);
  // An instant of change that it states is for what was not there before.
  const unstated = JSON.stringify({ ...machine, modifiedAt: null });
  const fingerprint = hash("sha256", `${DERIVATION}\n${unstated}\n${edits}`);
  const isSame = before?.fingerprint === fingerprint;
  if (isSame && isApplied) return "unchanged";
  const { article, faults } = servedArticle(machine, edits === null ? null : Edits.parse(JSON.parse(edits)), registry);
  for (const fault of faults) problems.push({ where, ...fault });
  if (article === null) return "refused";
  if (isSame && before.json === JSON.stringify({ ...article, modifiedAt: before.modified })) return "unchanged";
  const indexable = indexableOf(article);
  const unstorable = findUnstorable(article, indexable.searchable.text.value, indexable.searchable.words);
  if (unstorable !== null) {
    problems.push({ where, ...unstorable });
    return "refused";
  }
  const isMachine = machine.modifiedAt === null && JSON.stringify(article) === machineJson;
  return { article, rows: rowsOf(article, indexable), machine: isMachine ? null : machineJson, edits, fingerprint };
}

/** What is held of an article, read. @throws Error when it is not as it was written */
export function soundOf({ machine, edits }: HeldJson): SoundArticle & { edits: Edits | null } {
  return { article: Article.parse(JSON.parse(machine)), edits: edits === null ? null : Edits.parse(JSON.parse(edits)) };
}

/** Bytes of a name and of an address that an index of PostgreSQL holds, beside a slug: it takes 2,704 of all columns. */
const MAX_NAME = 1500;
const MAX_ADDRESS = 2500;

/** What of an article PostgreSQL cannot hold; `null` when it can hold all of it. */
export function findUnstorable(article: Article, text: string, words: string): Omit<StoreProblem, "where"> | null {
  if (!article.speakers.every(({ id }) => isStorable(id)))
    return { path: "speakers", message: "a speaker's id holds a character that PostgreSQL cannot hold", cure: "Correct the id." };
  if (!isStorable(text)) {
    const message = "the text holds a character that PostgreSQL cannot hold (U+0000, or half of a surrogate pair)";
    return { path: null, message, cure: "Take it out of the source and import that again." };
  }
  const long = findLong(article);
  if (long !== null) return { path: long, message: "is longer than PostgreSQL can index", cure: "Shorten it." };
  if (!fitsVector(words)) {
    const message = "the text has more different words than PostgreSQL can index (1 MB of them)";
    return { path: null, message, cure: "Split the article." };
  }
  return null;
}

/** The path of a name or an address that does not fit into an index. */
function findLong({ language, publisher, credits, speakers, sourceUrl }: Article): string | null {
  if (Buffer.byteLength(sourceUrl ?? "") > MAX_ADDRESS) return "sourceUrl";
  const names = {
    language: [language],
    publisher: [publisher],
    credits: credits.map(({ name }) => name),
    speakers: speakers.map(({ name }) => name),
  };
  const found = Object.entries(names).find(([, all]) => all.some((name) => Buffer.byteLength(fold(name ?? "")) > MAX_NAME));
  return found?.[0] ?? null;
}
