import { hash } from "node:crypto";
import { quoteItems, summaryOf } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import type { Indexable } from "../../article/words/searchable.ts";
import { markedWords } from "../index/marked-words.ts";
import { datesOf, foldedWords, indexedWords, NOBODY } from "../rows.ts";
import { type ColumnType, CopyRows } from "./copy-rows.ts";
import { articleKeys } from "./word-keys.ts";

/** Goes into every fingerprint: raise it when rows are derived in another way, and the next load makes them anew. */
const DERIVATION = 2;

/** Identifies what the rows of an article are made from. */
export function fingerprintOf(machine: string, edits: string | null): string {
  return hash("sha256", `${DERIVATION}\n${machine}\n${edits}`);
}

/** The tables that hold nothing but rows of articles, with the types their columns are sent as. */
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
    year: "smallint",
    sort_published: "text",
    slug: "text",
    language: "text",
    speakers: "text[]",
    keys: "keys",
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
    checksum: "text",
  },
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
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export function newTables(): Record<TableName, CopyRows> {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, new CopyRows(Object.values(TABLES[table]))])) as Record<TableName, CopyRows>;
}

/** What of an article goes elsewhere than into the rows of `TABLES`. */
export interface Derived {
  slug: string;
  /** Distinct words of the text and the quotes. */
  words: string[];
  /** Ids of its speakers, and how many quotes each has. */
  speakers: [string, number][];
  /** Former ids of quotes, and the quotes; `null` for a quote that was removed. */
  quoteAliases: [string, string | null][];
}

/** What the rows of an article are made from, as JSON: the article as import made it, the corrections, and as it is to be served. */
export interface Origin {
  machine: string;
  edits: string | null;
  json: string;
  /** `fingerprintOf` the first two. */
  fingerprint: string;
}

/** Adds every row of an article as it is to be served. */
export function addRows(
  tables: Record<TableName, CopyRows>,
  article: Article,
  indexable: Indexable,
  { machine, edits, json, fingerprint }: Origin,
): Derived {
  const { slug } = article;
  const { published, sortPublished, sortUpdated } = datesOf(article);
  const language = article.language?.toLowerCase() ?? null;
  const summary = JSON.stringify(summaryOf(article));
  const { searchable } = indexable;
  const quotes = quoteItems(article).map((item) => ({ item, words: foldedWords(item.segments.map(({ text }) => text)) }));
  const marked = markedWords(
    indexable,
    quotes.map(({ words }) => words),
  );
  tables.articles.add([
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
    "",
    new Uint8Array(),
    "",
    article.quotes.length,
    checksum([slug, published ?? "", sortPublished, sortUpdated, language ?? "", summary, json]),
  ]);
  tables.article_words.add([
    published === null ? null : Number(published.slice(0, 4)),
    sortPublished,
    slug,
    language,
    article.speakers.map(({ id }) => id),
    articleKeys(marked),
    searchable.words,
    indexedWords(indexable).narration,
  ]);
  for (const alias of article.aliases) tables.article_aliases.add([alias, slug]);
  const quoteAliases = new Map<string, string | null>();
  const counts = new Map(article.speakers.map(({ id }) => [id, 0]));
  for (const [place, { item, words: said }] of quotes.entries()) {
    const { id, kind, aliases, attribution } = item;
    const text = JSON.stringify(item);
    const sum = checksum([id, slug, String(place), kind, published ?? "", sortPublished, text]);
    tables.quotes.add([id, slug, place, kind, published, sortPublished, text, said, sum]);
    const speakers = new Set(attribution.speakers.map((speaker) => speaker.id));
    for (const speaker of speakers.size === 0 ? [NOBODY] : speakers) {
      tables.quote_speakers.add([speaker, id, slug, place, kind, published, sortPublished]);
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
    for (const alias of aliases) quoteAliases.set(alias, id);
  }
  for (const id of article.removedQuotes) quoteAliases.set(id, null);
  const speakers = article.speakers.map(({ id, name, type, descriptions }): [string, number] => {
    const count = counts.get(id) ?? 0;
    const detail = JSON.stringify({ name, type, descriptions });
    tables.appearances.add([id, slug, published, sortPublished, sortUpdated, language, count, detail]);
    return [id, count];
  });
  return { slug, words: marked.words, speakers, quoteAliases: [...quoteAliases] };
}

/** The checksum a row is sound with; the migration has the same expression. */
export function checksum(parts: string[]): string {
  return hash("md5", parts.join(""));
}
