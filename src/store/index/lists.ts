import { compareBytes, NOBODY } from "../rows.ts";
import type { ArticlesQuery, Key, Page, QuotesQuery, SpeakersQuery } from "../store.ts";
import type { ArticleColumns } from "./article-columns.ts";
import { type IndexDatabase, page, rowsBehind, Where } from "./database.ts";
import { findArticles } from "./finding.ts";
import type { WordLists } from "./word-lists.ts";

/** What lists and searches are read from. */
export interface IndexParts {
  database: IndexDatabase;
  columns: ArticleColumns;
  lists: WordLists;
}

const NEWEST = ["sort_published DESC", "slug"];

export function listArticles(parts: IndexParts, query: ArticlesQuery): Page {
  const { total, rows } =
    query.phrases !== null
      ? articlesWithWords(parts, query, query.phrases)
      : query.speaker !== null
        ? articlesOfSpeaker(parts, query, speakerIdOf(parts.database, query.speaker))
        : allArticles(parts, query);
  return page(rows, query.limit, total, "summary", ["sort", "slug"]);
}

interface Rows {
  total: number;
  /** One more than the limit when more follow. */
  rows: Record<string, unknown>[];
}

function allArticles({ database, columns }: IndexParts, query: ArticlesQuery): Rows {
  const counted = { articles: query.language };
  const total = columns.count(counted, query);
  if (query.sort === "updated") return { total, rows: lastUpdated(database, filtersOf(columns, query), query) };
  if (query.language === null && query.publishedFrom === null && query.publishedTo === null) {
    const select = "SELECT summary, sort_published AS sort, slug FROM articles INDEXED BY articles_listed";
    return { total, rows: rowsBehind(database, select, new Where(), NEWEST, query.after, query.limit + 1) };
  }
  const ids = columns.page(counted, query, placeAfter(columns, query.after), query.limit + 1);
  return { total, rows: summaries(database, ids) };
}

function articlesWithWords(parts: IndexParts, query: ArticlesQuery, phrases: string[][]): Rows {
  const { database, columns } = parts;
  const speakers = query.speaker === null ? null : [query.speaker];
  const { ids } = findArticles(parts, {
    ...query,
    phrases: phrases.map((phrase) => [phrase]),
    speakers,
    in: "all",
    kind: null,
    article: null,
  });
  if (query.sort === "published") {
    const shown = columns.from(columns.inOrder(ids), placeAfter(columns, query.after)).subarray(0, query.limit + 1);
    return { total: ids.length, rows: summaries(database, shown) };
  }
  const found = new Where().and("id IN (SELECT value FROM json_each(?))", JSON.stringify([...ids]));
  return { total: ids.length, rows: lastUpdated(database, found, query) };
}

function articlesOfSpeaker({ database, columns }: IndexParts, query: ArticlesQuery, speaker: string): Rows {
  const filters = filtersOf(columns, query);
  const own = filters.and("speaker = ?", speaker);
  const total =
    filters.sql === ""
      ? ((database.get("SELECT articles FROM speakers WHERE speaker = ?", speaker)?.articles as number | undefined) ?? 0)
      : database.count(`SELECT count(*) AS n FROM appearances ${own.sql}`, ...own.values);
  if (query.sort === "updated") {
    return { total, rows: lastUpdated(database, filters.and("id IN (SELECT id FROM appearances WHERE speaker = ?)", speaker), query) };
  }
  const rows = rowsBehind(database, "SELECT id FROM appearances", own, NEWEST, query.after, query.limit + 1);
  return {
    total,
    rows: summaries(
      database,
      rows.map((row) => row.id as number),
    ),
  };
}

function filtersOf(columns: ArticleColumns, query: ArticlesQuery): Where {
  const where = new Where();
  where.published(query.publishedFrom, query.publishedTo);
  if (query.language !== null) where.oneOf("language", columns.languages(query.language));
  return where;
}

function lastUpdated(database: IndexDatabase, where: Where, { after, limit }: ArticlesQuery): Record<string, unknown>[] {
  const select = "SELECT summary, sort_updated AS sort, slug FROM articles";
  return rowsBehind(database, select, where, ["sort_updated DESC", "slug"], after, limit + 1);
}

function summaries(database: IndexDatabase, ids: Iterable<number>): Record<string, unknown>[] {
  const row = (id: number) => database.get("SELECT summary, sort_published AS sort, slug FROM articles WHERE id = ?", id);
  return Array.from(ids, row) as Record<string, unknown>[];
}

/** Where a page behind a key of a list by `published` begins. */
export function placeAfter(columns: ArticleColumns, after: Key | null): number {
  return after === null ? 0 : columns.placeBehind(String(after.at(-2)), String(after.at(-1)));
}

const IN_TEXT = [...NEWEST, "place"];

interface QuoteRow {
  id: number;
  sort_published: string;
  slug: string;
  place: number;
}

export function listQuotes({ database, columns }: IndexParts, query: QuotesQuery): Page {
  const filters = new Where();
  filters.published(query.publishedFrom, query.publishedTo);
  if (query.kind !== null) filters.add("kind = ?", query.kind);
  if (query.phrases !== null) filters.words("quote_words", query.phrases);
  const read = (table: string, where: Where) =>
    rowsBehind(database, `SELECT id, sort_published, slug, place FROM ${table}`, where, IN_TEXT, query.after, query.limit + 1);
  const speakers = query.speakers === null ? null : [...new Set(speakerIdsOf(database, query.speakers))];
  let total: number;
  let rows: QuoteRow[];
  if (query.article === null && speakers !== null) {
    rows = merged(speakers.map((speaker) => read("quote_speakers", filters.and("speaker = ?", speaker)) as unknown as QuoteRow[]));
    total = countOfSpeakers(database, columns, speakers, filters);
  } else {
    if (query.article !== null) filters.add("slug = ?", slugOf(database, query.article));
    if (speakers !== null) filters.speakers(speakers);
    rows = read("quotes", filters) as unknown as QuoteRow[];
    total =
      query.article === null && query.phrases === null
        ? columns.count({ quotes: query.kind }, query)
        : database.count(`SELECT count(*) AS n FROM quotes ${filters.sql}`, ...filters.values);
  }
  const items = rows.slice(0, query.limit + 1).map((row) => ({ ...row, ...database.get("SELECT item FROM quotes WHERE id = ?", row.id) }));
  return page(items, query.limit, total, "item", ["sort_published", "slug", "place"]);
}

/** How many quotes are by any of these speakers. */
function countOfSpeakers(database: IndexDatabase, columns: ArticleColumns, speakers: string[], filters: Where): number {
  const [speaker] = speakers;
  if (speakers.length === 1 && speaker !== undefined && filters.sql === "") {
    if (speaker === NOBODY) return columns.count("quotes by nobody", { publishedFrom: null, publishedTo: null });
    return (database.get("SELECT quotes FROM speakers WHERE speaker = ?", speaker)?.quotes as number | undefined) ?? 0;
  }
  const any = filters.and(`speaker IN (${speakers.map(() => "?").join(", ")})`, ...speakers);
  // A quote that two people speak together has a row for each.
  return database.count(`SELECT count(DISTINCT id) AS n FROM quote_speakers ${any.sql}`, ...any.values);
}

/** Rows of several ordered lists in one order, each once. */
function merged(lists: QuoteRow[][]): QuoteRow[] {
  const [first = []] = lists;
  if (lists.length === 1) return first;
  const rows = new Map(lists.flat().map((row) => [row.id, row]));
  return [...rows.values()].sort(
    (a, b) => compareBytes(b.sort_published, a.sort_published) || compareBytes(a.slug, b.slug) || a.place - b.place,
  );
}

export function listSpeakers({ database }: IndexParts, query: SpeakersQuery): Page {
  const where = new Where();
  if (query.type !== null) where.add("type = ?", query.type);
  if (query.phrases !== null) where.words("speaker_words", query.phrases);
  const total = database.count(`SELECT count(*) AS n FROM speakers ${where.sql}`, ...where.values);
  const order = query.sort === "quotes" ? ["quotes DESC", "speaker"] : ["folded", "speaker"];
  const select = "SELECT summary, folded, quotes, speaker FROM speakers";
  const rows = rowsBehind(database, select, where, order, query.after, query.limit + 1);
  return page(rows, query.limit, total, "summary", query.sort === "quotes" ? ["quotes", "speaker"] : ["folded", "speaker"]);
}

/** The id of a speaker who may be asked for by a merged one. */
function speakerIdOf(database: IndexDatabase, id: string): string {
  return (database.get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id)?.speaker as string | undefined) ?? id;
}

/** Ids as `quote_speakers` holds them; `null` is nobody. */
export function speakerIdsOf(database: IndexDatabase, ids: (string | null)[]): string[] {
  return ids.map((id) => (id === null ? NOBODY : speakerIdOf(database, id)));
}

/** The slug of an article that may be asked for by an old one. */
export function slugOf(database: IndexDatabase, slug: string): string {
  return (database.get("SELECT slug FROM article_aliases WHERE alias = ?", slug)?.slug as string | undefined) ?? slug;
}
