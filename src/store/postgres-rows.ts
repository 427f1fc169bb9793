import { hash } from "node:crypto";
import { quoteItems, summaryOf } from "../article/items.ts";
import type { Article } from "../article/schema.ts";
import { narrationWords, searchableOf } from "../article/searchable.ts";
import { datesOf, foldedWords, NOBODY } from "./entry.ts";
import { articleVector, distinctWords, vectorOf } from "./postgres-words.ts";

/** Goes into every fingerprint: raise it when rows are derived in another way, and the next load makes them anew. */
const DERIVATION = 2;

/** Identifies what the rows of an article are made from. */
export function fingerprintOf(machine: string, edits: string | null): string {
  return hash("sha256", `${DERIVATION}\n${machine}\n${edits}`);
}

/** Rows by column, in the order of `TABLES`. */
type Rows = Record<keyof typeof TABLES, unknown[][]>;

/** The tables an article's rows go to: columns with the types their values are sent as. */
export const TABLES = {
  articles: {
    slug: "text",
    machine: "text",
    edits: "text",
    fingerprint: "text",
    published: "text",
    sort_published: "text",
    sort_updated: "text",
    language: "text",
    summary: "text",
    json: "text",
    body: "text",
    offsets: "bytea",
    outline: "text",
    quote_count: "integer",
    checksum: "text",
  },
  article_words: {
    oversize: "boolean",
    year: "smallint",
    sort_published: "text",
    slug: "text",
    language: "text",
    speakers: "text[]",
    vector: "tsvector",
    words: "text",
    narration: "text",
  },
  article_aliases: { alias: "text", slug: "text" },
  quotes: {
    quote: "text",
    slug: "text",
    place: "integer",
    kind: "text",
    published: "text",
    sort_published: "text",
    item: "text",
    words: "text",
    vector: "tsvector",
    oversize: "boolean",
    checksum: "text",
  },
  quote_aliases: { alias: "text", quote: "text", slug: "text" },
  quote_speakers: {
    speaker: "text",
    quote: "text",
    slug: "text",
    place: "integer",
    kind: "text",
    published: "text",
    sort_published: "text",
  },
  appearances: {
    speaker: "text",
    slug: "text",
    published: "text",
    sort_published: "text",
    sort_updated: "text",
    language: "text",
    quotes: "bigint",
    detail: "text",
  },
} as const;

export interface Derived {
  slug: string;
  /** Distinct words of the text, for `vocabulary`. */
  vocabulary: Set<string>;
  rows: Rows;
}

/** What the rows of an article are made from, as JSON: the article as import made it, the corrections, and as it is to be served. */
export interface Origin {
  machine: string;
  edits: string | null;
  json: string;
  /** `fingerprintOf` the first two. */
  fingerprint: string;
}

/** Every row of an article as it is to be served. */
export function rowsOf(article: Article, { machine, edits, json, fingerprint }: Origin): Derived {
  const { slug } = article;
  const { published, sortPublished, sortUpdated } = datesOf(article);
  const language = article.language?.toLowerCase() ?? null;
  const summary = JSON.stringify(summaryOf(article));
  const searchable = searchableOf(article);
  const narration = narrationWords(searchable);
  const vocabulary = distinctWords(searchable.words);
  const quoteWords = article.quotes.map(({ segments }) => foldedWords(segments.map(({ text }) => text)));
  const headline = distinctWords(foldedWords([article.headline.text]));
  const quoted = distinctWords(quoteWords.join(""));
  const vector = articleVector(searchable.words, vocabulary, headline, quoted, distinctWords(narration));
  const rows: Rows = {
    articles: [],
    article_words: [],
    article_aliases: [],
    quotes: [],
    quote_aliases: [],
    quote_speakers: [],
    appearances: [],
  };
  rows.articles.push([
    slug,
    machine === json ? null : machine,
    edits,
    fingerprint,
    published,
    sortPublished,
    sortUpdated,
    language,
    summary,
    json,
    searchable.text,
    searchable.offsets,
    searchable.outline,
    article.quotes.length,
    checksum([slug, published ?? "", sortPublished, sortUpdated, language ?? "", summary, json]),
  ]);
  rows.article_words.push([
    vector === null,
    published === null ? null : Number(published.slice(0, 4)),
    sortPublished,
    slug,
    language,
    arrayOf(article.speakers.map(({ id }) => id)),
    vector ?? "",
    searchable.words,
    narration,
  ]);
  for (const alias of article.aliases) rows.article_aliases.push([alias, slug]);
  const aliases = new Map<string, string | null>();
  for (const [place, item] of quoteItems(article).entries()) {
    const text = JSON.stringify(item);
    const words = quoteWords[place] ?? "";
    const quoteVector = vectorOf(distinctWords(words));
    rows.quotes.push([
      item.id,
      slug,
      place,
      item.kind,
      published,
      sortPublished,
      text,
      words,
      quoteVector ?? "",
      quoteVector === null,
      checksum([item.id, slug, String(place), item.kind, published ?? "", sortPublished, text]),
    ]);
    const speakers = item.attribution.speakers.map((speaker) => speaker.id);
    for (const speaker of speakers.length === 0 ? [NOBODY] : new Set(speakers)) {
      rows.quote_speakers.push([speaker, item.id, slug, place, item.kind, published, sortPublished]);
    }
    for (const alias of item.aliases) aliases.set(alias, item.id);
  }
  for (const id of article.removedQuotes) aliases.set(id, null);
  for (const [alias, quote] of aliases) rows.quote_aliases.push([alias, quote, slug]);
  for (const { id, name, type, descriptions } of article.speakers) {
    const quotes = article.quotes.filter((quote) => quote.attribution.speakers.some((speaker) => speaker.id === id)).length;
    rows.appearances.push([
      id,
      slug,
      published,
      sortPublished,
      sortUpdated,
      language,
      quotes,
      JSON.stringify({ name, type, descriptions }),
    ]);
  }
  return { slug, vocabulary, rows };
}

/** A `text[]` literal. */
function arrayOf(values: string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

/** The checksum a row is sound with; the migration has the same expression. */
export function checksum(parts: string[]): string {
  return hash("md5", parts.join(""));
}
