import { createHash } from "node:crypto";
import { quoteItems, summaryOf } from "../article/items.ts";
import type { Article } from "../article/schema.ts";
import { narrationWords, searchableOf } from "../article/searchable.ts";
import { datesOf, foldedWords, NOBODY } from "./entry.ts";
import { articleVector, distinctWords, vectorOf } from "./postgres-words.ts";

/** Goes into every fingerprint: raise it when rows are derived in another way, and the next load makes them anew. */
const DERIVATION = 1;

/** Identifies what the rows of an article are made from. */
export function fingerprintOf(machine: string, edits: string | null): string {
  return createHash("sha256").update(`${DERIVATION}\n${machine}\n${edits}`).digest("hex");
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
    words: "text",
    offsets: "bytea",
    outline: "text",
    narration: "text",
    vector: "tsvector",
    oversize: "boolean",
    quote_count: "integer",
    checksum: "text",
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

/** Every row of an article as it is to be served. `machine` is its JSON as import wrote it, `edits` that of the corrections. */
export function rowsOf(article: Article, machine: string, edits: string | null): Derived {
  const { slug } = article;
  const { published, sortPublished, sortUpdated } = datesOf(article);
  const language = article.language?.toLowerCase() ?? null;
  const json = JSON.stringify(article);
  const summary = JSON.stringify(summaryOf(article));
  const searchable = searchableOf(article);
  const narration = narrationWords(searchable);
  const vocabulary = distinctWords(searchable.words);
  const quoted = foldedWords(article.quotes.flatMap(({ segments }) => segments.map(({ text }) => text)));
  const headline = foldedWords([article.headline.text]);
  const vector = articleVector(vocabulary, distinctWords(headline), distinctWords(quoted), distinctWords(narration));
  const rows: Rows = { articles: [], article_aliases: [], quotes: [], quote_aliases: [], quote_speakers: [], appearances: [] };
  rows.articles.push([
    slug,
    machine === json ? null : machine,
    edits,
    fingerprintOf(machine, edits),
    published,
    sortPublished,
    sortUpdated,
    language,
    summary,
    json,
    searchable.text,
    searchable.words,
    searchable.offsets,
    searchable.outline,
    narration,
    vector ?? "",
    vector === null,
    article.quotes.length,
    checksum([slug, published ?? "", sortPublished, sortUpdated, language ?? "", summary, json]),
  ]);
  for (const alias of article.aliases) rows.article_aliases.push([alias, slug]);
  const aliases = new Map<string, string | null>();
  for (const [place, item] of quoteItems(article).entries()) {
    const text = JSON.stringify(item);
    const words = foldedWords(item.segments.map((segment) => segment.text));
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

/** The checksum a row is sound with; the migration has the same expression. */
export function checksum(parts: string[]): string {
  return createHash("md5").update(parts.join("")).digest("hex");
}
