import type { SQLInputValue } from "node:sqlite";
import { searchHit } from "../article/highlight.ts";
import { MAX_SPEAKER_FACETS, type SearchFacets } from "../article/search-hit.ts";
import type { Searchable } from "../article/searchable.ts";
import { similarWords, spellingRange } from "../article/spelling.ts";
import { dayOf } from "./article-days.ts";
import { type IndexDatabase, matchAll, page, Where } from "./index-database.ts";
import { slugOf, speakerIdsOf } from "./index-lists.ts";
import type { Candidates, CandidatesQuery, SearchPage, SearchQuery } from "./store.ts";

/** A word of the headline counts as many times as one of the text. */
const HEADLINE_WEIGHT = 5;
/** An article loses half its relevance in so many years before the newest one. */
const HALF_LIFE_DAYS = 8 * 365.25;
/** So many of the newest articles found are ranked: a word that half the archive holds says little about any of it. */
const RANKED = 1000;

interface Hit {
  id: number;
  score: number;
}

/** What is looked for, as SQL: conditions on `articles a`, and the full-text rows they are joined to. */
interface Search {
  found: string;
  filters: Where;
  values: SQLInputValue[];
}

/**
 * Full-text search in the index.
 *
 * Relevance is BM25 over the phrases (headline words count five times), halved for every eight years before the newest
 * article, in billionths, because FTS5 gives a word of most articles a millionth; equal ones follow newest first. Of more
 * than 1,000 hits the newest 1,000 are ranked (by day), the others follow newest first.
 */
export function searchArticles(database: IndexDatabase, query: SearchQuery): SearchPage {
  const phrases = query.phrases.map((phrase) => [phrase, ...(query.fuzzy ? similarPhrases(database, phrase) : [])]);
  const speakers = query.speakers === null ? null : speakerIdsOf(database, query.speakers);
  const search = searchOf(database, query, phrases, speakers);
  const { found, filters, values } = search;
  const total = database.count(
    `SELECT count(*) AS n FROM (${found}) f ${filters.sql === "" ? "" : `CROSS JOIN articles a ON a.id = f.article ${filters.sql}`}`,
    ...values,
  );
  const hits = query.sort === "relevance" ? rankedPage(database, search, total, query) : newestPage(database, search, query, []);
  const searched = { phrases, in: query.in, speakers: speakers?.map((id) => id || null) ?? null, kind: query.kind };
  const rows: Record<string, unknown>[] = hits.map((hit) => ({ ...hit, item: "" }));
  for (const row of rows.slice(0, query.limit)) {
    const searchable = database.get("SELECT text, words, offsets, outline FROM searchables WHERE id = ?", row.id as number);
    row.item = JSON.stringify(searchHit(searchable as unknown as Searchable, searched));
  }
  const key = query.sort === "relevance" ? ["score", "sort_published", "slug"] : ["sort_published", "slug"];
  return {
    ...page(rows, query.limit, total, "item", key),
    facets: query.facets ? JSON.stringify(countFacets(database, search)) : null,
  };
}

type Row = Hit & { sort_published: string; slug: string };

/** A page in the order of relevance, and one row more when there are more. */
function rankedPage(database: IndexDatabase, search: Search, total: number, query: SearchQuery): Row[] {
  const hits = rank(database, search);
  const [score, published, slug] = (query.after ?? [Infinity, "", ""]) as [number, string, string];
  const behind = hits.filter((hit) => hit.score <= score).sort((a, b) => b.score - a.score);
  const rows: Row[] = [];
  // Rows of equal score are told apart by date and slug, so all of the last one looked at are needed.
  for (let from = 0; from < behind.length && rows.length <= query.limit; ) {
    let to = from + 1;
    while (behind[to]?.score === behind[from]?.score) to += 1;
    const equal = behind.slice(from, to).map((hit) => ({ ...hit, ...placeOf(database, hit.id) }));
    equal.sort((a, b) => compare(b.sort_published, a.sort_published) || compare(a.slug, b.slug));
    rows.push(
      ...equal.filter(
        (row) =>
          row.score < score ||
          compare(published, row.sort_published) > 0 ||
          (published === row.sort_published && compare(row.slug, slug) > 0),
      ),
    );
    from = to;
  }
  if (rows.length > query.limit || total <= hits.length) return rows.slice(0, query.limit + 1);
  const after = score === 0 ? [published, slug] : null;
  return [...rows, ...newestPage(database, search, { limit: query.limit - rows.length, after }, hits)];
}

/** The newest of the articles found, each with its score, which is at least 1. */
function rank(database: IndexDatabase, { found, filters, values }: Search): Hit[] {
  const join = filters.sql === "" ? "" : `CROSS JOIN articles a ON a.id = f.article ${filters.sql}`;
  const newest = dayOf(database.count("SELECT max(id) AS n FROM articles"));
  return database
    .all(`SELECT f.article AS id, f.rank FROM (${found}) f ${join} ORDER BY f.article DESC LIMIT ${RANKED}`, ...values)
    .map((row) => {
      const id = row.id as number;
      const score = -1e9 * (row.rank as number) * 0.5 ** ((newest - dayOf(id)) / HALF_LIFE_DAYS);
      return { id, score: Math.max(1, Math.round(score)) };
    });
}

/** A page in the order of lists, and one row more when there are more; `but` are left out. */
function newestPage(
  database: IndexDatabase,
  { found, filters, values }: Search,
  { limit, after }: Pick<SearchQuery, "limit" | "after">,
  but: Hit[],
): Row[] {
  const behind = new Where();
  if (after !== null) behind.after(["sort_published DESC", "slug"], after);
  if (but.length > 0) behind.add("id NOT IN (SELECT value FROM json_each(?))", JSON.stringify(but.map(({ id }) => id)));
  behind.add(`id IN (SELECT article FROM (${found}))`);
  return database.all(
    `SELECT id, 0 AS score, sort_published, slug FROM (SELECT * FROM articles a ${filters.sql}) ${behind.sql} ORDER BY sort_published DESC, slug LIMIT ?`,
    ...values.slice(values.length - filters.values.length),
    ...behind.values,
    ...values.slice(0, values.length - filters.values.length),
    limit + 1,
  ) as unknown as Row[];
}

function placeOf(database: IndexDatabase, id: number): { sort_published: string; slug: string } {
  const row = database.get("SELECT sort_published, slug FROM articles WHERE id = ?", id);
  return { sort_published: row?.sort_published as string, slug: row?.slug as string };
}

/** By bytes of UTF-8, which is SQLite's order. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The SQL of a search: articles that hold the phrases where they are looked for with BM25 as `rank`, and the filters. */
function searchOf(database: IndexDatabase, query: SearchQuery, phrases: string[][][], speakers: string[] | null): Search {
  const filters = new Where();
  filters.published(query.publishedFrom, query.publishedTo);
  if (query.language !== null) filters.language(query.language);
  if (query.article !== null) filters.add("slug = ?", slugOf(database, query.article));
  const quotes = new Where();
  if (query.kind !== null) quotes.add("kind = ?", query.kind);
  if (speakers !== null) quotes.speakers(speakers);
  if (query.in === "quotes") {
    const found = `WITH matched AS MATERIALIZED (SELECT rowid, bm25(quote_words) AS rank FROM quote_words WHERE quote_words MATCH ?)
      SELECT b.id AS article, min(m.rank) AS rank FROM matched m
      JOIN (SELECT id, slug FROM quotes ${quotes.sql}) q ON q.id = m.rowid JOIN articles b ON b.slug = q.slug GROUP BY b.id`;
    return { found, filters, values: [matchAll(phrases, "words"), ...quotes.values, ...filters.values] };
  }
  if (quotes.sql !== "") filters.add(`slug IN (SELECT slug FROM quotes ${quotes.sql})`, ...quotes.values);
  const columns = query.in === "all" ? "headline words" : "narration";
  const found = `SELECT rowid AS article, bm25(article_words, ${HEADLINE_WEIGHT}, 1, 1) AS rank FROM article_words WHERE article_words MATCH ?`;
  return { found, filters, values: [matchAll(phrases, columns), ...filters.values] };
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

function countFacets(database: IndexDatabase, { found, filters, values }: Search): SearchFacets {
  const hits = `WITH hits AS MATERIALIZED (SELECT a.slug, a.published FROM (${found}) f CROSS JOIN articles a ON a.id = f.article ${filters.sql})`;
  const speakers = database.all(
    `${hits}, counted AS (SELECT p.speaker, count(*) AS count FROM hits h JOIN appearances p ON p.slug = h.slug
       GROUP BY p.speaker ORDER BY count DESC, p.speaker LIMIT ${MAX_SPEAKER_FACETS})
     SELECT c.speaker AS id, s.summary ->> 'name' AS name, c.count FROM counted c JOIN speakers s ON s.speaker = c.speaker
     ORDER BY c.count DESC, id`,
    ...values,
  );
  const years = database.all(
    `${hits} SELECT CAST(substr(published, 1, 4) AS INTEGER) AS year, count(*) AS count FROM hits GROUP BY year ORDER BY year DESC NULLS LAST`,
    ...values,
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
     FROM (SELECT h.id, h.held, a.sort_published, a.slug
           FROM (SELECT rowid AS id, count(*) AS held FROM (${held}) GROUP BY rowid) h
           JOIN (SELECT id, slug, sort_published FROM articles ${where.sql}) a ON a.id = h.id
           ORDER BY h.held DESC, a.sort_published DESC, a.slug LIMIT ?) c
     JOIN searchables s ON s.id = c.id ORDER BY c.held DESC, c.sort_published DESC, c.slug`,
    ...probes,
    ...where.values,
    query.limit,
  );
  return { articles: articles as unknown as Searchable[], searched };
}
