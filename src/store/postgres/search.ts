import { MAX_SPEAKER_FACETS } from "../../article/words/search-hit.ts";
import type { CandidatesQuery, SearchQuery } from "../store.ts";
import { askedSpeakers, CURRENT_SLUG, CURRENT_SPEAKERS, type ListStatement } from "./lists.ts";
import { articleHolds, containedText, holdsTexts, SOUND_ARTICLE, tallied, Values, Where } from "./query.ts";
import { keysOf } from "./word-keys.ts";

/** Hits that are ranked: the newest ones, and as many of the newest whose headline has the words. Ranking reads whole articles. */
const RANKED = 100;
/** A headline that has the words counts this many times. */
const HEADLINE = 3;
/** An article loses half its rank in so many years. */
const HALF_LIFE = 8;

/** Lists of keys by which a probe is looked up. */
const LISTS = 3;

/** Rows of `k` with what their articles are highlighted or compared by. */
const SEARCHABLE = (columns: string, rows: string) => `SELECT ${columns}, a.json FROM (${rows}) AS k JOIN articles a ON a.slug = k.slug`;

/**
 * Hits of a search with what their highlights are made from, the total, and facets when asked for.
 * Relevance: the logarithms of how often the phrases occur, by that of the article's length, more for the headline, less for
 * age, in millionths; hits beyond those that are ranked have 0 and follow newest first.
 *
 * @param phrases for each phrase of the query, the phrases any of which answers it
 */
export function searchStatement(query: SearchQuery, phrases: string[][][]): ListStatement {
  const values = new Values();
  const where = new Where(values).add(SOUND_ARTICLE).dated(query.publishedFrom, query.publishedTo);
  if (query.language !== null) where.language(query.language);
  if (query.article !== null) where.add(`slug = ${CURRENT_SLUG(values.id(query.article))}`);
  where.add(articleHolds(phrases, query.in, values));
  const said = quoteWhere(query, values);
  if (query.speakers !== null)
    where.add(`slug IN (SELECT slug FROM quote_speakers WHERE speaker IN (${askedSpeakers(query.speakers, values)}))`);
  // One word in any quote is told by the article's keys; more must be in one quote, or that quote be one asked for.
  if (query.in === "quotes" && (said !== null || phrases.flat(2).length > 1))
    where.add(
      `EXISTS (SELECT FROM quotes q WHERE q.slug = article_words.slug AND q.sound AND ${said ?? "true"} AND ${holdsTexts("q.words", phrases, values)})`,
    );
  else if (said !== null) where.add(`EXISTS (SELECT FROM quotes q WHERE q.slug = article_words.slug AND ${said})`);
  const found = (columns: string) => `SELECT ${columns} FROM article_words WHERE ${where.sql}`;
  const relevant = query.sort === "relevance";
  const order = relevant ? ["score DESC", "sort_published DESC", "slug"] : ["sort_published DESC", "slug"];
  const limit = values.add(query.limit + 1, "bigint");
  const keys = new Where(values);
  if (query.after !== null) keys.after(order, query.after);
  // Facets go through the hits a second and a third time; all else counts and sorts them in one go.
  const withHits = query.facets ? `hits AS MATERIALIZED (${found("sort_published, slug, year, speakers")}),` : "";
  const hits = query.facets ? "hits" : `(${found("sort_published, slug")}) AS hits`;
  const newest = (more: string, count: number | string) =>
    `SELECT * FROM (SELECT sort_published, slug, count(*) OVER () AS total FROM ${hits}) AS counted WHERE ${more}
     ORDER BY sort_published DESC, slug LIMIT ${count}`;
  const byDate = () => `first AS MATERIALIZED (${newest(keys.sql, limit)}), page AS (SELECT sort_published, slug FROM first)`;
  const byRelevance = () => {
    const headline = articleHolds(phrases, "headline", values);
    const titled = `${found("sort_published, slug")} AND ${headline} ORDER BY sort_published DESC, slug LIMIT ${RANKED}`;
    const tail = `SELECT 0 AS score, sort_published, slug FROM ${hits} WHERE slug NOT IN (SELECT slug FROM ranked)`;
    return `first AS MATERIALIZED (${newest("true", RANKED)}), ranked AS MATERIALIZED (${rankedHits("first", titled, phrases, values)}),
      page AS (SELECT * FROM (SELECT * FROM ranked UNION ALL SELECT * FROM (SELECT * FROM (${tail}) AS t WHERE ${keys.sql}
        ORDER BY sort_published DESC, slug LIMIT CASE WHEN (SELECT count(*) FROM ranked WHERE ${keys.sql}) < ${limit} THEN ${limit} ELSE 0 END) AS u) AS v
        WHERE ${keys.sql} ORDER BY ${order.join(", ")} LIMIT ${limit})`;
  };
  // No row tells the total when none is left behind the key.
  const total = `coalesce((SELECT total FROM first LIMIT 1), (SELECT count(*) FROM ${hits}))::int`;
  const text = `WITH ${withHits} ${relevant ? byRelevance() : byDate()}
    SELECT t.*, p.* FROM (SELECT ${total} AS total, ${query.facets ? FACETS : "NULL AS speakers, NULL AS years"}) AS t
    LEFT JOIN LATERAL (${SEARCHABLE("k.*", "SELECT * FROM page")}) AS p ON true
    ORDER BY ${order.map((column) => `p.${column}`).join(", ")}`;
  return { text, values: values.all, key: order.map((column) => column.split(" ")[0] ?? column) };
}

/** The condition that a quote `q` is of the kind and by one of the speakers asked for; `null` when any is. */
function quoteWhere({ speakers, kind }: SearchQuery, values: Values): string | null {
  if (speakers === null && kind === null) return null;
  const where = new Where(values);
  if (kind !== null) where.add(`q.kind = ${values.add(kind)}`);
  if (speakers !== null)
    where.add(
      `EXISTS (SELECT FROM quote_speakers s WHERE s.slug = q.slug AND s.quote = q.quote AND s.speaker IN (${askedSpeakers(speakers, values)}))`,
    );
  return where.sql;
}

/** The hits of two lists, each of the newest, with their scores. @param titled those whose headline has the words */
function rankedHits(newest: string, titled: string, phrases: string[][][], values: Values): string {
  const year = (column: string) => `(left(${column}, 4)::int + substr(${column}, 6, 2)::int / 12.0)`;
  const texts = values.add(
    phrases.map((alternatives) => containedText(alternatives[0] ?? [])),
    "text[]",
  );
  // How often each phrase occurs, dampened, in how long a text.
  const frequency = `(SELECT sum(ln(1 + (octet_length(copy.words) - octet_length(replace(copy.words, text, ''))) / octet_length(text)::float))
      / ln(10 + max(octet_length(copy.words)) / 10) FROM (SELECT w.words || ' ' AS words OFFSET 0) AS copy, unnest(${texts}) AS text)`;
  return `SELECT greatest(1, round(1e6 * ${frequency} * CASE WHEN c.titled THEN ${HEADLINE} ELSE 1 END
        * 0.5 ^ (greatest(0, now.year - ${year("c.sort_published")}) / ${HALF_LIFE}.0)))::int AS score, c.sort_published, c.slug
      FROM (SELECT sort_published, slug, bool_or(titled) AS titled FROM (
          SELECT sort_published, slug, false AS titled FROM ${newest} UNION ALL SELECT *, true FROM (${titled}) AS t) AS each
        GROUP BY sort_published, slug) AS c
      JOIN article_words w ON w.slug = c.slug, (SELECT ${year("max(sort_published)")} AS year FROM articles) AS now`;
}

const FACETS = `
  (SELECT coalesce(json_agg(f ORDER BY count DESC, speaker), '[]') FROM (
     SELECT c.*, (SELECT s.summary::json ->> 'name' FROM speakers s WHERE s.speaker = c.speaker AND s.sound) AS name
     FROM (SELECT speaker, count(*)::int AS count FROM hits, unnest(hits.speakers) AS speaker
       GROUP BY speaker ORDER BY count DESC, speaker LIMIT ${MAX_SPEAKER_FACETS}) AS c) AS f) AS speakers,
  (SELECT coalesce(json_agg(f ORDER BY year DESC NULLS LAST), '[]') FROM (
     SELECT year, count(*)::int AS count FROM hits GROUP BY year) AS f) AS years`;

/** Articles that hold one of the probes at least, those that hold most first, and how much was searched. */
export function candidatesStatement(query: CandidatesQuery): { text: string; values: unknown[] } {
  const values = new Values();
  const scope = new Where(values).add(SOUND_ARTICLE);
  if (query.article !== null) scope.add(`slug = ${CURRENT_SLUG(values.id(query.article))}`);
  if (query.speakers !== null)
    scope.add(`slug IN (SELECT slug FROM appearances WHERE speaker IN (${CURRENT_SPEAKERS(values.ids(query.speakers))}))`);
  const probes = query.probes.map((probe) => ({ text: containedText(probe), ...keysOf(probe, "all") }));
  const searched =
    query.article === null && query.speakers === null
      ? `SELECT ((${tallied(values, "articles", null, null, "true")}) - (SELECT count(*) FROM articles WHERE NOT sound))::int AS articles,
           ((${tallied(values, "quotes", null, null, "true")}) - (SELECT coalesce(sum(quote_count), 0) FROM articles WHERE NOT sound))::int AS quotes`
      : `SELECT count(*)::int AS articles, coalesce(sum(quote_count), 0)::int AS quotes FROM articles WHERE ${scope.sql}`;
  // One look into the index for each probe: an article is then read for the probes alone whose words it has. A probe has
  // three words at most, and so three lists of keys; where it has fewer, one stands for those that are missing.
  const listed = (nth: number) =>
    values.add(
      probes.map(({ lists }) => `{${(lists[nth] ?? lists[0] ?? []).join()}}`),
      "text[]",
    );
  const texts = values.add(
    probes.map(({ text, lists, isSure }) => (isSure && lists.length <= LISTS ? "" : text)),
    "text[]",
  );
  const columns = Array.from({ length: LISTS }, (_, nth) => `keys${nth}`);
  const held = `SELECT slug, sort_published, count(*) AS held
    FROM unnest(${columns.map((_, nth) => listed(nth))}, ${texts}) AS probe (${columns}, text)
    JOIN article_words ON ${columns.map((column) => `keys && probe.${column}::bigint[]`).join(" AND ")}
      AND (probe.text = '' OR strpos(words || ' ', probe.text) > 0)
    WHERE ${scope.sql} GROUP BY slug, sort_published`;
  const best = `SELECT * FROM (${held}) AS h ORDER BY held DESC, sort_published DESC, slug LIMIT ${values.add(query.limit, "bigint")}`;
  return {
    text: `SELECT s.articles AS searched_articles, s.quotes AS searched_quotes, p.* FROM (${searched}) AS s LEFT JOIN LATERAL (
        ${SEARCHABLE("k.*", best)}) AS p ON true ORDER BY p.held DESC, p.sort_published DESC, p.slug`,
    values: values.all,
  };
}
