import { soughtBy } from "../../article/words/sought.ts";
import { quoteJson } from "../rows.ts";
import { comparing, directed, QUOTE_SORTS, type Sort } from "../sorts.ts";
import type { Page, QuotesQuery } from "../store.ts";
import { allOf, areFew, type Condition, condition, oneOf, pageOf, rowsBehind } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { documentOf } from "./documents.ts";
import { asksOfArticles, onArticles, onQuotes, speakingIn } from "./filters.ts";
import { holding, matchingSought } from "./matching.ts";
import { quoteIdsOf, speakerIdsOf } from "./names.ts";
import { ARTICLE_OF_QUOTE, PLACE_OF_QUOTE, ROWID_OF_QUOTE, saidBy } from "./quote-places.ts";

/** A quote with what its list is sorted by. */
interface ListedQuote {
  article: number;
  place: number;
}

const WITH_ARTICLE = "CROSS JOIN articles ON articles.id = quotes.article";

/** Lists quotes; see `QuotesQuery`. */
export function listQuotes(database: IndexDatabase, query: QuotesQuery): Page {
  const sort = directed(QUOTE_SORTS[query.sort], query.order);
  const total = countQuotes(database, query);
  const isFew = areFew(total, database.count("SELECT coalesce(sum(quotes), 0) AS n FROM articles"));
  const rows =
    query.speakers !== null && query.sort === "published"
      ? saidInOrder(database, query, query.speakers, sort)
      : isFew
        ? lookedUp(database, query, sort)
        : met(database, query, sort);
  return pageOf(rows, query.limit, total, sort, (shown) => itemsOf(database, shown));
}

/** A quote by its id; `null` when there is none. */
export function readQuote(database: IndexDatabase, id: string): string | null {
  const row = database.get("SELECT article, place FROM quotes WHERE quote = ?", id);
  return row === undefined ? null : (itemsOf(database, [row as unknown as ListedQuote])[0] ?? null);
}

/** Conditions on rows of `quotes` alone, but for the words. */
function ofQuotes(database: IndexDatabase, query: QuotesQuery): Condition[] {
  const own = onQuotes(database, query);
  return query.ids === null ? own : [...own, oneOf("quotes.quote", quoteIdsOf(database, query.ids))];
}

function withWords({ words }: QuotesQuery): Condition[] {
  return words === null ? [] : [holding(ROWID_OF_QUOTE, "quote_words", soughtBy(words))];
}

function countQuotes(database: IndexDatabase, query: QuotesQuery): number {
  const articles = onArticles(database, query);
  const quotes = [...ofQuotes(database, query), ...withWords(query), ...speakingIn(database, "quotes.article", query, false)];
  const { sql, values } = allOf([...articles, ...quotes]);
  if (quotes.length === 0) return database.count(`SELECT coalesce(sum(quotes), 0) AS n FROM articles WHERE ${sql}`, ...values);
  const joined = articles.length === 0 ? "" : "JOIN articles ON articles.id = quotes.article";
  return database.count(`SELECT count(*) AS n FROM quotes ${joined} WHERE ${sql}`, ...values);
}

/** Quotes of some speakers by their dates: those of each along the index of `appearances`. */
function saidInOrder(database: IndexDatabase, query: QuotesQuery, speakers: (string | null)[], sort: Sort): ListedQuote[] {
  const where = [...onArticles(database, query, "appearances"), ...ofQuotes(database, { ...query, speakers: null, speakerTypes: null })];
  where.push(...withWords(query));
  const joined = asksOfArticles(query) ? WITH_ARTICLE : "";
  const select = `SELECT quotes.article, quotes.place, appearances.sort_published, appearances.slug
    FROM appearances CROSS JOIN quotes ON quotes.article = appearances.id ${joined}`;
  const lists = speakerIdsOf(database, speakers).map((speaker) => {
    const own = [...where, condition("appearances.speaker = ?", speaker), saidBy([speaker], query.speakerTypes)];
    return rowsBehind(database, select, own, sort, query.after, query.limit + 1, (name) =>
      name === "place" ? "quotes.place" : `appearances.${name}`,
    ) as unknown as ListedQuote[];
  });
  return merged(lists, sort);
}

/** Quotes that many others are not: looked up by what they are filtered by, then sorted. */
function lookedUp(database: IndexDatabase, query: QuotesQuery, sort: Sort): ListedQuote[] {
  const { words } = query;
  const hasWords = words !== null && words.all.length > 0;
  const where = [...onArticles(database, query), ...ofQuotes(database, query), ...speakingIn(database, "quotes.article", query, true)];
  if (hasWords) where.push(condition("quote_words MATCH ?", matchingSought(soughtBy(words))));
  else where.push(...withWords(query));
  const from = hasWords
    ? `quote_words CROSS JOIN quotes ON quotes.article = ${ARTICLE_OF_QUOTE} AND quotes.place = ${PLACE_OF_QUOTE} ${WITH_ARTICLE}`
    : "quotes JOIN articles ON articles.id = quotes.article";
  return inOrder(database, query, sort, `FROM ${from}`, where, (name) => `+${columnOf(name)}`);
}

/** Quotes that are met soon enough on a walk through all in order. */
function met(database: IndexDatabase, query: QuotesQuery, sort: Sort): ListedQuote[] {
  const where = [...onArticles(database, query), ...ofQuotes(database, query), ...withWords(query)];
  const from =
    query.sort === "published"
      ? "articles CROSS JOIN quotes ON quotes.article = articles.id"
      : `quotes INDEXED BY quotes_length ${WITH_ARTICLE}`;
  return inOrder(database, query, sort, `FROM ${from}`, where, columnOf);
}

function inOrder(
  database: IndexDatabase,
  { after, limit }: QuotesQuery,
  sort: Sort,
  from: string,
  where: Condition[],
  column: (name: string) => string,
): ListedQuote[] {
  const select = `SELECT quotes.article, quotes.place, ${sort.map(({ name }) => columnOf(name)).join(", ")} ${from}`;
  return rowsBehind(database, select, where, sort, after, limit + 1, column) as unknown as ListedQuote[];
}

function columnOf(name: string): string {
  return name === "sort_published" || name === "slug" ? `articles.${name}` : `quotes.${name}`;
}

/** Rows of several ordered lists in one order, each once: a quote that two people speak together is of both. */
function merged(lists: ListedQuote[][], sort: Sort): ListedQuote[] {
  const [first = []] = lists;
  if (lists.length === 1) return first;
  const rows = new Map(lists.flat().map((row) => [`${row.article} ${row.place}`, row]));
  return [...rows.values()].sort(comparing(sort));
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
