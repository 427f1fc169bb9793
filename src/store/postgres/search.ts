import type { Article } from "../../article/model/schema.ts";
import { searchHit } from "../../article/words/highlight.ts";
import { MAX_SPEAKER_FACETS } from "../../article/words/search-hit.ts";
import { searchableOf } from "../../article/words/searchable.ts";
import { HEADLINE_WEIGHT, MAX_RANKED_HITS, OTHER, otherHitsAfter, PICKED, RANKED, TITLED } from "../ranking.ts";
import { keyOf, orderBy, SORTS } from "../sorts.ts";
import type { SearchPage, SearchQuery } from "../store.ts";
import type { Servers } from "./servers.ts";
import { alternativesOf } from "./spelling.ts";
import { Conditions, type Statement, Values } from "./statement.ts";
import { isTold, queryOf } from "./vectors.ts";

interface HitRow {
  total: number;
  /** `null` with all that follows in the single row of an empty page. */
  slug: string | null;
  json: string;
  speakers: { id: string; name: string; count: number }[] | null;
  years: { year: number | null; count: number }[] | null;
  /** The speakers asked for as they are now. */
  asked: string[];
}

/** A page of a search. @throws StoreUnavailable when no server answers */
export async function search(servers: Servers, query: SearchQuery): Promise<SearchPage> {
  const phrases = await Promise.all(query.phrases.map((phrase) => (query.fuzzy ? alternativesOf(servers, phrase) : [phrase])));
  const { text, values } = searchStatement(query, phrases);
  const rows = await servers.read<HitRow>(text, values);
  const [first] = rows;
  const hits = rows.filter(({ slug }) => slug !== null);
  const shown = hits.slice(0, query.limit);
  const last = shown.at(-1);
  const speakers = query.speakers === null ? null : (first?.asked ?? []).map((id) => id || null);
  return {
    items: shown.map(({ json }) =>
      searchHit(searchableOf(JSON.parse(json) as Article), { phrases, in: query.in, speakers, kind: query.kind }),
    ),
    total: first?.total ?? 0,
    next: hits.length > query.limit && last !== undefined ? keyOf(last, SORTS[sortOf(query)]) : null,
    facets: query.facets ? JSON.stringify({ speakers: first?.speakers ?? [], years: first?.years ?? [] }) : null,
  };
}

/**
 * The statement of a search: hits with their JSON, the total, and facets when asked for.
 *
 * @param phrases for each phrase of the query, the phrases any of which answers it
 */
function searchStatement(query: SearchQuery, phrases: string[][][]): Statement {
  const values = new Values();
  const sort = SORTS[sortOf(query)];
  const hits = `SELECT sort_published, slug${query.facets ? ", year, speakers" : ""} FROM article_words WHERE ${hitsOf(query, phrases, values).sql}`;
  const keys = new Conditions(values).after(sort, query.after);
  const others = new Conditions(values).after(SORTS.published, otherHitsAfter(query.after));
  const limit = values.add(query.limit + 1, "bigint");
  const page =
    query.sort === "newest"
      ? `page AS (SELECT sort_published, slug FROM hits WHERE ${keys.sql} ORDER BY ${orderBy(sort)} LIMIT ${limit})`
      : `${pickedHits(phrases, values)},
        other AS (SELECT ${OTHER} AS tier, sort_published, slug FROM hits
          WHERE (SELECT count(*) FROM picked WHERE ${keys.sql}) < ${limit} AND slug NOT IN (SELECT slug FROM picked) AND ${others.sql}
          ORDER BY ${orderBy(SORTS.published)} LIMIT ${limit}),
        page AS (SELECT * FROM (SELECT * FROM picked UNION ALL SELECT * FROM other) AS tiers
          WHERE ${keys.sql} ORDER BY ${orderBy(sort)} LIMIT ${limit})`;
  const asked = query.speakers === null ? "NULL" : `ARRAY(${values.speakers(query.speakers)})`;
  const text = `WITH hits AS MATERIALIZED (${hits}), total AS MATERIALIZED (SELECT count(*)::int AS n FROM hits), ${page}
    SELECT t.*, p.* FROM (SELECT (SELECT n FROM total) AS total, ${asked} AS asked, ${query.facets ? FACETS : "NULL AS speakers, NULL AS years"}) AS t
    LEFT JOIN LATERAL (SELECT page.*, a.json FROM page JOIN articles a ON a.slug = page.slug) AS p ON true ORDER BY ${orderBy(sort)}`;
  return { text, values: values.all };
}

function sortOf({ sort }: SearchQuery): "published" | "relevance" {
  return sort === "newest" ? "published" : "relevance";
}

/** The conditions of rows of `article_words` that are hits. */
function hitsOf(query: SearchQuery, phrases: string[][][], values: Values): Conditions {
  const where = new Conditions(values).within("sort_published", query.publishedFrom, query.publishedTo);
  // A row with a year has the date of publication in the column it is sorted by.
  if (query.publishedFrom !== null || query.publishedTo !== null) where.add("year IS NOT NULL");
  if (query.language !== null) where.language(query.language);
  if (query.article !== null) where.add(`slug = ${values.slug(query.article)}`);
  const quote = quoteOf(query, values);
  if (query.speakers !== null) where.add(`slug IN (SELECT slug FROM quote_speakers WHERE speaker IN (${values.speakers(query.speakers)}))`);
  if (query.in === "all") where.holds("lexemes", "words", phrases);
  else if (query.in === "narration") where.holds("narration_lexemes", "narration", phrases);
  else {
    where.holds("quoted_lexemes", null, phrases);
    // One word in any quote is told by the article's row; more must be in one quote, or that quote be one asked for.
    if (quote === null && phrases.length === 1 && phrases.flat().every(isTold)) return where;
  }
  const said = quote ?? new Conditions(values);
  if (query.in === "quotes") said.containing("q.words", phrases);
  return query.in === "quotes" || quote !== null
    ? where.add(`EXISTS (SELECT FROM quotes q WHERE q.slug = article_words.slug AND ${said.sql})`)
    : where;
}

/** The conditions that a quote `q` is of the kind and by one of the speakers asked for; `null` when any is. */
function quoteOf({ speakers, kind }: SearchQuery, values: Values): Conditions | null {
  if (speakers === null && kind === null) return null;
  const where = new Conditions(values);
  if (kind !== null) where.add(`q.kind = ${values.add(kind)}`);
  if (speakers === null) return where;
  const spoken = `s.slug = q.slug AND s.quote = q.quote AND s.speaker IN (${values.speakers(speakers)})`;
  return where.add(`EXISTS (SELECT FROM quote_speakers s WHERE ${spoken})`);
}

/** The tables `best` and `picked`: the hits that relevance puts in front; see `ranking.ts`. */
function pickedHits(phrases: string[][][], values: Values): string {
  const titled = new Conditions(values).containing("w.headline", phrases).sql;
  const other = 1 / HEADLINE_WEIGHT;
  const rank = `ts_rank('{${other}, ${other}, ${other}, 1}', w.lexemes, ${values.add(queryOf(phrases), "tsquery")}, 1)`;
  const newest = orderBy(SORTS.published);
  return `best AS (
      (SELECT slug FROM hits WHERE (SELECT n FROM total) NOT BETWEEN ${RANKED + 1} AND ${MAX_RANKED_HITS} ORDER BY ${newest} LIMIT ${RANKED})
      UNION ALL
      (SELECT w.slug FROM hits JOIN article_words w ON w.slug = hits.slug WHERE (SELECT n FROM total) BETWEEN ${RANKED + 1} AND ${MAX_RANKED_HITS}
       ORDER BY ${rank} DESC, w.sort_published DESC, w.slug LIMIT ${RANKED})),
    picked AS MATERIALIZED (SELECT CASE WHEN ${titled} THEN ${TITLED} ELSE ${PICKED} END AS tier, w.sort_published, w.slug
      FROM best JOIN article_words w ON w.slug = best.slug)`;
}

const FACETS = `
  (SELECT json_agg(json_build_object('id', id, 'name', coalesce((SELECT s.summary::json ->> 'name' FROM speakers s WHERE s.speaker = id), id),
       'count', count) ORDER BY count DESC, id) FROM (
     SELECT id, count(*)::int AS count FROM hits, unnest(hits.speakers) AS id
     GROUP BY id ORDER BY count DESC, id LIMIT ${MAX_SPEAKER_FACETS}) AS counted) AS speakers,
  (SELECT json_agg(json_build_object('year', year, 'count', count) ORDER BY year DESC NULLS LAST) FROM (
     SELECT year, count(*)::int AS count FROM hits GROUP BY year) AS counted) AS years`;
