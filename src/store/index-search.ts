import { searchHit } from "../article/highlight.ts";
import { MAX_SPEAKER_FACETS, type SearchFacets } from "../article/search-hit.ts";
import type { Searchable } from "../article/searchable.ts";
import { similarWords, spellingRange } from "../article/spelling.ts";
import { type IndexDatabase, matchAll, page, Where } from "./index-database.ts";
import { slugOf, speakerIdsOf } from "./index-lists.ts";
import type { Candidates, CandidatesQuery, SearchPage, SearchQuery } from "./store.ts";

/** A word of the headline counts as many times as one of the text. */
const HEADLINE_WEIGHT = 5;
/** An article loses half its relevance in so many years before the newest one. */
const HALF_LIFE_YEARS = 8;

/**
 * Full-text search in the index.
 *
 * Relevance is BM25 over the phrases (headline words count five times), halved for every eight years before the newest
 * article, in millionths; equal ones follow newest first.
 */
export function searchArticles(database: IndexDatabase, query: SearchQuery): SearchPage {
  const phrases = query.phrases.map((phrase) => [phrase, ...(query.fuzzy ? similarPhrases(database, phrase) : [])]);
  const speakers = query.speakers === null ? null : speakerIdsOf(database, query.speakers);
  const where = new Where();
  const found = foundSql(query, phrases, speakers, where);
  where.published(query.publishedFrom, query.publishedTo);
  if (query.language !== null) where.language(query.language);
  if (query.article !== null) where.add("slug = ?", slugOf(database, query.article));
  if (query.in !== "quotes" && (speakers !== null || query.kind !== null)) {
    const quotes = new Where();
    if (query.kind !== null) quotes.add("kind = ?", query.kind);
    if (speakers !== null) quotes.speakers(speakers);
    where.add(`slug IN (SELECT slug FROM quotes ${quotes.sql})`, ...quotes.values);
  }
  const hits = `WITH found AS MATERIALIZED (${found}), hits AS MATERIALIZED (
      SELECT a.id, a.slug, a.published, a.sort_published, ${scoreSql()} AS score FROM found JOIN articles a ON a.id = found.article ${where.sql})`;
  const after = new Where();
  const order = query.sort === "relevance" ? ["score DESC", "sort_published DESC", "slug"] : ["sort_published DESC", "slug"];
  if (query.after !== null) after.after(order, query.after);
  const rows = database.all(
    `${hits} SELECT (SELECT count(*) FROM hits) AS total, h.score, h.sort_published, h.slug, s.text, s.words, s.offsets, s.outline
     FROM (SELECT * FROM hits ${after.sql} ORDER BY ${order.join(", ")} LIMIT ?) h JOIN searchables s ON s.id = h.id
     ORDER BY ${order.map((column) => `h.${column}`).join(", ")}`,
    ...where.values,
    ...after.values,
    query.limit + 1,
  );
  const total = (rows[0]?.total as number | undefined) ?? database.count(`${hits} SELECT count(*) AS n FROM hits`, ...where.values);
  const searched = { phrases, in: query.in, speakers: speakers?.map((id) => id || null) ?? null, kind: query.kind };
  const items = rows.map((row) => ({ ...row, item: "" }));
  for (const row of items.slice(0, query.limit)) row.item = JSON.stringify(searchHit(row as unknown as Searchable, searched));
  const key = order.map((column) => column.split(" ")[0] ?? column);
  return {
    ...page(items, query.limit, total, "item", key),
    facets: query.facets ? JSON.stringify(countFacets(database, hits, where)) : null,
  };
}

/** A query of one word also looks for the words it may be a misspelling of. */
function similarPhrases(database: IndexDatabase, phrase: string[]): string[][] {
  const [word] = phrase;
  const range = word === undefined || phrase.length > 1 ? null : spellingRange(word);
  if (word === undefined || range === null) return [];
  const known = database.all("SELECT term FROM vocabulary WHERE term >= ? AND term < ?", range.first, `${range.first}\u{10FFFF}`);
  return similarWords(
    word,
    known.map((row) => row.term as string),
  ).map((similar) => [similar]);
}

/** Articles that hold the phrases where they are looked for, each with how well it does. */
function foundSql(query: SearchQuery, phrases: string[][][], speakers: string[] | null, where: Where): string {
  if (query.in !== "quotes") {
    const columns = query.in === "all" ? "headline words" : "narration";
    where.values.push(matchAll(phrases, columns));
    return `SELECT rowid AS article, bm25(article_words, ${HEADLINE_WEIGHT}, 1, 1) AS rank FROM article_words WHERE article_words MATCH ?`;
  }
  where.values.push(matchAll(phrases, "words"));
  const quotes = new Where();
  if (query.kind !== null) quotes.add("kind = ?", query.kind);
  if (speakers !== null) quotes.speakers(speakers);
  where.values.push(...quotes.values);
  return `WITH matched AS MATERIALIZED (SELECT rowid, bm25(quote_words) AS rank FROM quote_words WHERE quote_words MATCH ?)
    SELECT a.id AS article, min(m.rank) AS rank FROM matched m
    JOIN (SELECT id, slug FROM quotes ${quotes.sql}) q ON q.id = m.rowid JOIN articles a ON a.slug = q.slug GROUP BY a.id`;
}

function scoreSql(): string {
  const newest = "(SELECT max(sort_published) FROM articles)";
  const years = `max(0, julianday(${newest}) - julianday(a.sort_published)) / 365.25`;
  return `CAST(round(-1e6 * found.rank * pow(0.5, ${years} / ${HALF_LIFE_YEARS}.0)) AS INTEGER)`;
}

function countFacets(database: IndexDatabase, hits: string, where: Where): SearchFacets {
  const speakers = database.all(
    `${hits} SELECT p.speaker AS id, s.summary ->> 'name' AS name, count(*) AS count FROM hits h JOIN appearances p ON p.slug = h.slug
     JOIN speakers s ON s.speaker = p.speaker GROUP BY p.speaker ORDER BY count DESC, id LIMIT ${MAX_SPEAKER_FACETS}`,
    ...where.values,
  );
  const years = database.all(
    `${hits} SELECT CAST(substr(published, 1, 4) AS INTEGER) AS year, count(*) AS count FROM hits GROUP BY year ORDER BY year DESC NULLS LAST`,
    ...where.values,
  );
  return { speakers: speakers.map((row) => ({ ...row })), years: years.map((row) => ({ ...row })) } as unknown as SearchFacets;
}

/** Articles that may hold a claimed quote; see `CandidatesQuery`. */
export function findCandidates(database: IndexDatabase, query: CandidatesQuery): Candidates {
  const where = new Where();
  if (query.article !== null) where.add("slug = ?", slugOf(database, query.article));
  if (query.speakers !== null) {
    const ids = speakerIdsOf(database, query.speakers);
    where.add(`slug IN (SELECT slug FROM appearances WHERE speaker IN (${ids.map(() => "?").join(", ")}))`, ...ids);
  }
  const searched = {
    articles: database.count(`SELECT count(*) AS n FROM articles ${where.sql}`, ...where.values),
    quotes: database.count(`SELECT count(*) AS n FROM quotes WHERE slug IN (SELECT slug FROM articles ${where.sql})`, ...where.values),
  };
  const probes = query.probes.map((probe) => matchAll([[probe]], "words"));
  if (probes.length === 0) return { articles: [], searched };
  const held = probes.map(() => "SELECT rowid FROM article_words WHERE article_words MATCH ?").join(" UNION ALL ");
  const articles = database.all(
    `SELECT s.text, s.words, s.offsets, s.outline
     FROM (SELECT rowid AS id, count(*) AS held FROM (${held}) GROUP BY rowid) h
     JOIN (SELECT id, slug, sort_published FROM articles ${where.sql}) a ON a.id = h.id JOIN searchables s ON s.id = h.id
     ORDER BY h.held DESC, a.sort_published DESC, a.slug LIMIT ?`,
    ...probes,
    ...where.values,
    query.limit,
  );
  return { articles: articles as unknown as Searchable[], searched };
}
