import type { Words } from "../../article/words/query.ts";
import { soughtBy } from "../../article/words/sought.ts";
import { comparing, directed, SORTS, type Sort } from "../sorts.ts";
import type { ArticlesQuery, Key, Page } from "../store.ts";
import { allOf, areFew, type Condition, condition, oneOf, pageOf, rowsBehind } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { summaryOf } from "./documents.ts";
import { admittedLanguages, asksOfArticles, onArticles, onQuotes, quoting, withIds } from "./filters.ts";
import { findHits } from "./hits.ts";
import { slugsOf, speakerIdsOf } from "./names.ts";

/** An article with all that a list of articles may be sorted by. */
export interface ListedArticle {
  id: number;
  sort_published: string;
  sort_updated: string;
  word_count: number;
  slug: string;
}

const COLUMNS = "articles.id, articles.sort_published, articles.sort_updated, articles.word_count, articles.slug";
/** The columns of a sort, written so that SQLite looks rows up by the filters instead of walking along the sort (the unary plus). */
const NOT_IN_ORDER = (name: string) => `+articles.${name}`;

/** Lists articles; see `ArticlesQuery`. */
export function listArticles(database: IndexDatabase, query: ArticlesQuery): Page {
  const sort = directed(SORTS[query.sort], query.order);
  const { total, rows } =
    query.words !== null
      ? articlesWithWords(database, query, query.words, sort)
      : query.speakers?.length === 1 && query.sort === "published"
        ? articlesOfSpeaker(database, query, sort)
        : filteredArticles(database, query, sort);
  return pageOf(rows, query.limit, total, sort, (shown) => shown.map(({ id }) => summaryOf(database, id)));
}

interface Rows {
  total: number;
  /** One more than the limit when more follow. */
  rows: ListedArticle[];
}

function filteredArticles(database: IndexDatabase, query: ArticlesQuery, sort: Sort): Rows {
  const filters = [...onArticles(database, query), ...withIds(database, query)];
  const many = [...filters, ...quoting(database, query, false)];
  const { sql, values } = allOf(many);
  const total = database.count(`SELECT count(*) AS n FROM articles WHERE ${sql}`, ...values);
  const read = (where: Condition[], columnOf?: (name: string) => string) =>
    rowsBehind(
      database,
      `SELECT ${COLUMNS} FROM articles`,
      where,
      sort,
      query.after,
      query.limit + 1,
      columnOf,
    ) as unknown as ListedArticle[];
  if (areFew(total, countArticles(database))) return { total, rows: read([...filters, ...quoting(database, query, true)], NOT_IN_ORDER) };
  if (query.languages === null || query.sort !== "published") return { total, rows: read(many) };
  // One run along the index for each language.
  const runs = admittedLanguages(database, query.languages).map((one) => read([...many, condition("articles.language = ?", one)]));
  return { total, rows: runs.flat().sort(comparing(sort)) };
}

function countArticles(database: IndexDatabase): number {
  return database.count("SELECT count(*) AS n FROM articles");
}

function articlesWithWords(database: IndexDatabase, query: ArticlesQuery, words: Words, sort: Sort): Rows {
  const total = findHits(database, { ...query, words: soughtBy(words), in: "all" });
  return { total, rows: hitsBehind(database, total, sort, [], query.after, query.limit + 1) };
}

/**
 * The hits of the search before (`findHits`) behind a key, in order.
 * @param total how many hits there are
 */
export function hitsBehind(
  database: IndexDatabase,
  total: number,
  sort: Sort,
  where: Condition[],
  after: Key | null,
  limit: number,
): ListedArticle[] {
  const from = areFew(total, countArticles(database)) ? "hits CROSS JOIN articles" : "articles CROSS JOIN hits";
  const select = `SELECT ${COLUMNS} FROM ${from} ON articles.id = hits.id`;
  return rowsBehind(database, select, where, sort, after, limit) as unknown as ListedArticle[];
}

/** Articles that quote one speaker by their dates: along the index of `appearances`. */
function articlesOfSpeaker(database: IndexDatabase, query: ArticlesQuery, sort: Sort): Rows {
  const { kinds, bases, confidences, ids } = query;
  const where = onArticles(database, query, "appearances");
  if (query.speakers !== null) where.push(oneOf("appearances.speaker", speakerIdsOf(database, query.speakers)));
  if (query.speakerTypes !== null) where.push(oneOf("appearances.type", query.speakerTypes));
  if (ids !== null) where.push(oneOf("appearances.slug", slugsOf(database, ids)));
  if ([kinds, bases, confidences].some((one) => one !== null)) {
    const { sql, values } = allOf(onQuotes(database, query));
    where.push(condition(`EXISTS (SELECT 1 FROM quotes WHERE quotes.article = appearances.id AND ${sql})`, ...values));
  }
  const from = asksOfArticles(query) ? "appearances CROSS JOIN articles ON articles.id = appearances.id" : "appearances";
  const { sql, values } = allOf(where);
  const total = database.count(`SELECT count(*) AS n FROM ${from} WHERE ${sql}`, ...values);
  const select = `SELECT appearances.id, appearances.sort_published, appearances.slug FROM ${from}`;
  const rows = rowsBehind(database, select, where, sort, query.after, query.limit + 1, (name) => `appearances.${name}`);
  return { total, rows: rows as unknown as ListedArticle[] };
}
