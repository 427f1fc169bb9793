import type { Words } from "../../article/words/query.ts";
import { soughtBy } from "../../article/words/sought.ts";
import { comparing, SORTS } from "../sorts.ts";
import type { ArticlesQuery, Key, Page } from "../store.ts";
import { allOf, type Condition, condition, oneOf, pageOf, published, rowsBehind } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { summaryOf } from "./documents.ts";
import { findHits } from "./hits.ts";
import { languagesIn, speakerIdOf } from "./names.ts";

/** An article in a list that is sorted by `published` or by `updated`. */
export interface ListedArticle {
  id: number;
  sort_published: string;
  sort_updated: string;
  slug: string;
}

const COLUMNS = "articles.id, articles.sort_published, articles.sort_updated, articles.slug";

/** Lists articles; see `ArticlesQuery`. */
export function listArticles(database: IndexDatabase, query: ArticlesQuery): Page {
  const { total, rows } =
    query.words !== null
      ? articlesWithWords(database, query, query.words)
      : query.speaker !== null
        ? articlesOfSpeaker(database, query, speakerIdOf(database, query.speaker))
        : allArticles(database, query);
  return pageOf(rows, query.limit, total, SORTS[query.sort], (shown) => shown.map(({ id }) => summaryOf(database, id)));
}

interface Rows {
  total: number;
  /** One more than the limit when more follow. */
  rows: ListedArticle[];
}

function allArticles(database: IndexDatabase, { publishedFrom, publishedTo, language, sort, after, limit }: ArticlesQuery): Rows {
  const dates = published(publishedFrom, publishedTo);
  const languages = language === null ? null : languagesIn(database, language);
  const filters = languages === null ? dates : [...dates, oneOf("language", languages)];
  const { sql, values } = allOf(filters);
  const total = database.count(`SELECT count(*) AS n FROM articles WHERE ${sql}`, ...values);
  const read = (where: Condition[]) =>
    rowsBehind(database, `SELECT ${COLUMNS} FROM articles`, where, SORTS[sort], after, limit + 1) as unknown as ListedArticle[];
  if (languages === null || sort === "updated") return { total, rows: read(filters) };
  // One run along the index for each language.
  const rows = languages.flatMap((one) => read([...dates, condition("language = ?", one)]));
  return { total, rows: rows.sort(comparing(SORTS.published)) };
}

function articlesWithWords(database: IndexDatabase, query: ArticlesQuery, words: Words): Rows {
  const total = findHits(database, {
    ...query,
    words: soughtBy(words),
    speakers: query.speaker === null ? null : [query.speaker],
    in: "all",
    kind: null,
    article: null,
  });
  return { total, rows: hitsBehind(database, total, query.sort, [], query.after, query.limit + 1) };
}

/** From this share of all articles on, hits are met soon enough on a walk through all. */
const MANY = 1 / 50;

/**
 * The hits of the search before (`findHits`) behind a key, in order.
 * @param total how many hits there are
 */
export function hitsBehind(
  database: IndexDatabase,
  total: number,
  sort: "published" | "updated",
  where: Condition[],
  after: Key | null,
  limit: number,
): ListedArticle[] {
  const all = database.count("SELECT count(*) AS n FROM articles");
  const from = total > all * MANY ? "articles CROSS JOIN hits" : "hits CROSS JOIN articles";
  const select = `SELECT ${COLUMNS} FROM ${from} ON articles.id = hits.id`;
  return rowsBehind(database, select, where, SORTS[sort], after, limit) as unknown as ListedArticle[];
}

function articlesOfSpeaker(database: IndexDatabase, query: ArticlesQuery, speaker: string): Rows {
  const filters = published(query.publishedFrom, query.publishedTo);
  if (query.language !== null) filters.push(oneOf("language", languagesIn(database, query.language)));
  const own = [...filters, condition("speaker = ?", speaker)];
  const { sql, values } = allOf(own);
  const total = database.count(`SELECT count(*) AS n FROM appearances WHERE ${sql}`, ...values);
  const { sort, after, limit } = query;
  if (sort === "updated") {
    const theirs = condition("articles.id IN (SELECT id FROM appearances WHERE speaker = ?)", speaker);
    const select = `SELECT ${COLUMNS} FROM articles`;
    return { total, rows: rowsBehind(database, select, [...filters, theirs], SORTS[sort], after, limit + 1) as unknown as ListedArticle[] };
  }
  const select = "SELECT id, sort_published, slug FROM appearances";
  return { total, rows: rowsBehind(database, select, own, SORTS[sort], after, limit + 1) as unknown as ListedArticle[] };
}
