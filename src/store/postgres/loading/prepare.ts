import { hash } from "node:crypto";
import { servedArticle } from "../../../article/corrections/apply-corrections.ts";
import { Edits } from "../../../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { quoteItems } from "../../../article/model/items.ts";
import type { Article } from "../../../article/model/schema.ts";
import { type Indexable, indexableOf, type Searchable } from "../../../article/words/searchable.ts";
import type { SoundArticle } from "../../files/incoming.ts";
import { rowsOf } from "../../rows.ts";
import type { StoreProblem } from "../../store.ts";
import { isStorable } from "../connection.ts";
import { distinctWords, isVector, rankedVectorOf, vectorOf } from "../vectors.ts";

/** Goes into every fingerprint: raise it when rows are derived in another way, and the next load makes them anew. */
const DERIVATION = 3;

/** Rows by table; each has the names of its columns, and what it leaves out is NULL. */
type TableRows = Record<(typeof TABLE_NAMES)[number], object[]>;

/** The tables that hold nothing but rows of articles, each with a column `slug`. */
export const TABLE_NAMES = [
  "articles",
  "article_words",
  "article_aliases",
  "quotes",
  "quote_aliases",
  "quote_speakers",
  "appearances",
] as const;

/** What a database has of an article before it is written. */
export interface StoredArticle {
  fingerprint: string;
  edits: string | null;
  /** As it is served; `null` where every article has the speaker registry, so that the fingerprint alone tells. */
  json: string | null;
}

/** An article ready to be written: plain values. */
export interface PreparedArticle {
  article: Article;
  tables: TableRows;
  /** The distinct words of its text and quotes. */
  vocabulary: Set<string>;
}

type Fault = Omit<StoreProblem, "where">;

/** `prepared` is `null` when the article is refused, and the faults say why; they may also be about edits that were left out. */
export type Preparation = { isUnchanged: true } | { isUnchanged: false; prepared: PreparedArticle | null; faults: Fault[] };

/** Makes the rows of a sound article, or finds that the database has them: no input, no output, so that any thread can do it. */
export function prepare(incoming: SoundArticle, stored: StoredArticle | undefined, registry: SpeakerRegistry): Preparation {
  const machine = JSON.stringify(incoming.article);
  const edits = incoming.edits === undefined ? (stored?.edits ?? null) : incoming.edits && JSON.stringify(incoming.edits);
  const fingerprint = hash("sha256", `${DERIVATION}\n${machine}\n${edits}`);
  const isSame = stored?.fingerprint === fingerprint;
  if (isSame && stored.json === null) return { isUnchanged: true };
  const { article, faults } = servedArticle(incoming.article, edits === null ? null : Edits.parse(JSON.parse(edits)), registry);
  if (article === null) return { isUnchanged: false, prepared: null, faults };
  if (isSame && stored.json === JSON.stringify(article)) return { isUnchanged: true };
  const indexable = indexableOf(article);
  const fault = faultOf(article, indexable.searchable);
  if (fault !== null) return { isUnchanged: false, prepared: null, faults: [...faults, fault] };
  return { isUnchanged: false, prepared: { article, ...tableRowsOf(article, indexable, { machine, edits, fingerprint }) }, faults };
}

/** What PostgreSQL cannot hold of an article. */
function faultOf({ speakers }: Article, { text, words }: Searchable): Fault | null {
  if (!speakers.every(({ id }) => isStorable(id)))
    return { path: "speakers", message: "a speaker's id holds a character that PostgreSQL cannot hold", cure: "Correct the id." };
  const cure = "Take it out of the source and import that again.";
  if (!isStorable(text.value))
    return { path: null, message: "the text holds a character that PostgreSQL cannot hold (U+0000, or half of a surrogate pair)", cure };
  if (!isVector(vectorOf(words)))
    return { path: null, message: "the text has more different words than PostgreSQL can index (1 MB)", cure: "Divide the article." };
  return null;
}

/** What the rows of an article are made from, as JSON: the article as import made it, and the corrections. */
interface Origin {
  machine: string;
  edits: string | null;
  fingerprint: string;
}

/** Every row of an article as it is to be served, and the distinct words of its text and quotes. */
function tableRowsOf(article: Article, indexable: Indexable, origin: Origin): { tables: TableRows; vocabulary: Set<string> } {
  const rows = rowsOf(article, indexable);
  const { slug, language, words } = rows;
  const sorted = { slug, published: rows.published, sort_published: rows.sortPublished };
  const dates = { ...sorted, sort_updated: rows.sortUpdated, language };
  const said = rows.quotes.map((quote) => quote.words).join("");
  const text = words.headline + words.body;
  const ranked = rankedVectorOf(words);
  const items = quoteItems(article);
  const quotes = rows.quotes.map(({ id, kind, words: folded, speakers }, place) => ({
    row: { ...sorted, quote: id, place, kind, item: JSON.stringify(items[place]), words: folded, lexemes: vectorOf(folded) },
    speakers: speakers.map((speaker) => ({ ...sorted, speaker, quote: id, place, kind })),
  }));
  // A former id that was taken out as well is gone.
  const former = new Map<string, string | null>(rows.quotes.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id])));
  for (const id of rows.removedQuotes) former.set(id, null);
  const tables = {
    articles: [
      {
        ...dates,
        machine: origin.machine === rows.json ? null : origin.machine,
        edits: origin.edits,
        fingerprint: origin.fingerprint,
        summary: rows.summary,
        json: rows.json,
        quote_count: quotes.length,
      },
    ],
    article_words: [
      {
        slug,
        year: rows.year,
        sort_published: rows.sortPublished,
        language,
        speakers: rows.speakers.map(({ id }) => id),
        headline: words.headline,
        words: text,
        narration: words.narration,
        lexemes: isVector(ranked) ? ranked : vectorOf(text),
        narration_lexemes: vectorOf(words.narration),
        quoted_lexemes: vectorOf(said),
      },
    ],
    article_aliases: rows.aliases.map((alias) => ({ alias, slug })),
    quotes: quotes.map(({ row }) => row),
    quote_aliases: Array.from(former, ([alias, quote]) => ({ alias, quote, slug })),
    quote_speakers: quotes.flatMap(({ speakers }) => speakers),
    appearances: rows.speakers.map(({ id, name, type, descriptions, quotes: count }) => {
      return { ...dates, speaker: id, quotes: count, detail: JSON.stringify({ name, type, descriptions }) };
    }),
  };
  return { tables, vocabulary: distinctWords(text + said) };
}
