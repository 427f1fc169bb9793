import { soughtBy } from "../../article/words/sought.ts";
import { quoteJson } from "../rows.ts";
import { comparing, SORTS } from "../sorts.ts";
import type { Page, QuotesQuery } from "../store.ts";
import { allOf, type Condition, condition, pageOf, published, rowsBehind } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { documentOf } from "./documents.ts";
import { holding } from "./matching.ts";
import { slugOf, speakerIdsOf } from "./names.ts";
import { ROWID_OF_QUOTE, saidBy } from "./quote-places.ts";

interface ListedQuote {
  article: number;
  place: number;
  sort_published: string;
  slug: string;
}

/** Lists quotes; see `QuotesQuery`. */
export function listQuotes(database: IndexDatabase, query: QuotesQuery): Page {
  const filters = published(query.publishedFrom, query.publishedTo);
  if (query.article !== null) filters.push(condition("slug = ?", slugOf(database, query.article)));
  if (query.kind !== null) filters.push(condition("kind = ?", query.kind));
  if (query.words !== null) filters.push(holding(ROWID_OF_QUOTE, "quote_words", soughtBy(query.words)));
  // Articles in order, or those of one speaker, and the quotes of each.
  const read = (articles: string, where: Condition[]) =>
    rowsBehind(
      database,
      `SELECT article, place, sort_published, slug FROM ${articles} CROSS JOIN quotes ON quotes.article = ${articles}.id`,
      where,
      SORTS.quoted,
      query.after,
      query.limit + 1,
    ) as unknown as ListedQuote[];
  const speakers = query.speakers === null ? null : speakerIdsOf(database, query.speakers);
  const rows =
    speakers === null
      ? read("articles", filters)
      : merged(speakers.map((speaker) => read("appearances", [...filters, condition("speaker = ?", speaker), saidBy([speaker])])));
  const total = speakers === null ? countQuotes(database, query, filters) : countSaid(database, query, speakers, filters);
  return pageOf(rows, query.limit, total, SORTS.quoted, (shown) => itemsOf(database, shown));
}

/** A quote by its id; `null` when there is none. */
export function readQuote(database: IndexDatabase, id: string): string | null {
  const row = database.get("SELECT article, place FROM quotes WHERE quote = ?", id);
  return row === undefined ? null : (itemsOf(database, [row as unknown as ListedQuote])[0] ?? null);
}

function countQuotes(database: IndexDatabase, { kind, words, article, publishedFrom, publishedTo }: QuotesQuery, filters: Condition[]) {
  const { sql, values } = allOf(filters);
  const isDated = publishedFrom !== null || publishedTo !== null;
  if (kind === null && words === null) return database.count(`SELECT sum(quotes) AS n FROM articles WHERE ${sql}`, ...values);
  if (words === null && article === null && !isDated) return database.count(`SELECT count(*) AS n FROM quotes WHERE ${sql}`, ...values);
  return database.count(`SELECT count(*) AS n FROM quotes JOIN articles ON articles.id = quotes.article WHERE ${sql}`, ...values);
}

/** How many quotes are by any of these speakers. */
function countSaid(database: IndexDatabase, { kind, words }: QuotesQuery, speakers: string[], filters: Condition[]): number {
  const { sql, values } = allOf([...filters, condition(`speaker IN (${speakers.map(() => "?").join(", ")})`, ...speakers)]);
  if (speakers.length === 1 && kind === null && words === null)
    return database.count(`SELECT sum(quotes) AS n FROM appearances WHERE ${sql}`, ...values);
  const by = saidBy(speakers);
  // A quote that two people speak together is of both.
  return database.count(
    `SELECT count(*) AS n FROM (SELECT DISTINCT article, place FROM appearances CROSS JOIN quotes ON quotes.article = appearances.id
       WHERE ${sql} AND ${by.sql})`,
    ...values,
    ...by.values,
  );
}

/** Rows of several ordered lists in one order, each once. */
function merged(lists: ListedQuote[][]): ListedQuote[] {
  const [first = []] = lists;
  if (lists.length === 1) return first;
  const rows = new Map(lists.flat().map((row) => [`${row.article} ${row.place}`, row]));
  return [...rows.values()].sort(comparing(SORTS.quoted));
}

/** The items of quotes, each article read once. */
function itemsOf(database: IndexDatabase, quotes: Pick<ListedQuote, "article" | "place">[]): string[] {
  const items = new Map<number, string[]>();
  return quotes.map(({ article, place }) => {
    const own = items.get(article) ?? quoteJson(documentOf(database, article));
    items.set(article, own);
    return own[place] as string;
  });
}
