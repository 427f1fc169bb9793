import { quoteItems } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import type { Indexable } from "../../article/words/searchable.ts";
import { rowsOf } from "../rows.ts";
import { distinctWords, isVector, rankedVectorOf, vectorOf } from "./vectors.ts";

/** Rows by table; each has the names of its columns, and what it leaves out is NULL. */
export type TableRows = Record<(typeof TABLE_NAMES)[number], object[]>;

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

/** What the rows of an article are made from, as JSON: the article as import made it, and the corrections. */
export interface Origin {
  machine: string;
  edits: string | null;
  fingerprint: string;
}

/** Every row of an article as it is to be served, and the distinct words of its text and quotes. */
export function tableRowsOf(article: Article, indexable: Indexable, origin: Origin): { tables: TableRows; vocabulary: Set<string> } {
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
