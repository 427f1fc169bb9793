import type { Article } from "../../../article/model/schema.ts";
import { searchHit } from "../../../article/words/highlight.ts";
import { searchableOf } from "../../../article/words/searchable.ts";
import { exactly, type Guesses, type Pattern, type Sought, soughtBy, wordsToGuess } from "../../../article/words/sought.ts";
import { similarWords, spellingRange } from "../../../article/words/spelling.ts";
import { HEADLINE_WEIGHT, MAX_RANKED_HITS, OTHER, PICKED, RANKED, TITLED } from "../../ranking.ts";
import { directed, keyOf, orderBy, SORTS } from "../../sorts.ts";
import type { Page, SearchQuery } from "../../store.ts";
import type { Servers } from "../servers.ts";
import { rankingQuery, tsquery } from "../vectors.ts";
import { askedSpeakers, Conditions, currentSlugs, holdsAll, type PageStatement, Values } from "./conditions.ts";
import { onArticles, onQuotes, quoteTable, quoting } from "./filters.ts";
import { WHOLE_TEXT } from "./lists.ts";

interface HitRow {
  total: number;
  slug: string | null;
  json: string;
}

/** A page of a search. */
export async function search(servers: Servers, query: SearchQuery): Promise<Page> {
  const sought = await soughtIn(servers, query);
  const { text, values, sort } = searchStatement(query, sought);
  const rows = await servers.read<HitRow>(text, values);
  const speakers = query.speakers === null ? null : await currentIds(servers, query.speakers);
  const hits = rows.filter(({ slug }) => slug !== null);
  const shown = hits.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ json }) => searchHit(searchableOf(JSON.parse(json) as Article), { ...query, sought, speakers })),
    total: rows[0]?.total ?? 0,
    next: hits.length > query.limit && last !== undefined ? keyOf(last, sort) : null,
  };
}

/** What a query looks for, with the words that its own may be misspellings of where they are asked for. */
export async function soughtIn(servers: Servers, { words, fuzzy }: Pick<SearchQuery, "words" | "fuzzy">): Promise<Sought> {
  return soughtBy(words, fuzzy ? await guessesOf(servers, wordsToGuess(words)) : undefined);
}

async function guessesOf(servers: Servers, words: string[]): Promise<Guesses> {
  return new Map(await Promise.all(words.map(async (word) => [word, await wordsLike(servers, word)] as const)));
}

/**
 * The words that a word may be a misspelling of. The vocabulary also has words of texts that are gone, so those that no
 * article has any longer are taken out, and others may come in their place.
 */
async function wordsLike(servers: Servers, word: string): Promise<string[]> {
  const range = spellingRange(word);
  if (range === null) return [];
  const { first, minLength, maxLength } = range;
  const rows = await servers.read<{ word: string }>(
    "SELECT word FROM vocabulary WHERE first = $1 AND letters BETWEEN $2::int AND $3::int",
    [first, minLength, maxLength],
  );
  const known = new Set(rows.map((row) => row.word));
  for (;;) {
    const similar = similarWords(word, known);
    const gone = await servers.read<{ word: string }>(
      `SELECT word FROM unnest($1::text[], $2::text[]) AS asked (word, query)
       WHERE NOT EXISTS (SELECT FROM articles WHERE vector @@ asked.query::tsquery)`,
      [similar, similar.map((other) => tsquery({ all: [[exactly([other])]], none: [] }))],
    );
    if (gone.length === 0) return similar;
    for (const other of gone) known.delete(other.word);
  }
}

/** The present ids of speakers that may be asked for by former ones. */
export async function currentIds(servers: Servers, speakers: (string | null)[]): Promise<(string | null)[]> {
  const values = new Values();
  const rows = await servers.read<{ id: string }>(`SELECT id FROM (${askedSpeakers(speakers, values)}) AS a (id)`, values.all);
  return rows.map(({ id }) => id || null);
}

/** Hits of a search with the JSON of their articles, and the total. */
function searchStatement(query: SearchQuery, sought: Sought): PageStatement {
  const values = new Values();
  const isRanked = query.sort === "relevance";
  const sort = isRanked ? SORTS.relevance : directed(SORTS.published, query.order);
  const limit = values.add(query.limit + 1, "bigint");
  const behind = new Conditions(values).after(sort, query.after).sql;
  const columns = sort.map(({ name }) => name).join(", ");
  // Vectors and headlines are kept as pointers here: only ranking reads them.
  const read = `sort_published, slug${isRanked ? ", headline, vector" : ""}`;
  const text = `WITH hits AS MATERIALIZED (
      SELECT ${read} FROM articles WHERE ${hitConditions(query, sought, values)}
    ), counted AS MATERIALIZED (SELECT count(*)::int AS total FROM hits)
    ${isRanked ? tiers(sought.inflected.all, values) : ""}
    SELECT t.*, p.*, (SELECT json FROM articles a WHERE a.slug = p.slug) AS json FROM (SELECT total FROM counted) AS t
    LEFT JOIN LATERAL (SELECT ${columns} FROM ${isRanked ? "tiers" : "hits"} WHERE ${behind}
      ORDER BY ${orderBy(sort)} LIMIT ${limit}) AS p ON true ORDER BY ${orderBy(sort)}`;
  return { text, values: values.all, sort };
}

/** Which articles are hits: a condition on rows of `articles`. */
function hitConditions(query: SearchQuery, sought: Sought, values: Values): string {
  const where = onArticles(query, values, true);
  if (query.ids !== null) where.add(`slug IN (${currentSlugs(query.ids, values)})`);
  if (query.in === "quotes") {
    const quote = new Conditions(values).sought(sought, "vector", "words");
    const said = onQuotes(query, values);
    if (quoteTable(query) === "quotes") quote.add(said.sql);
    else quote.add(`quote IN (SELECT quote FROM quote_speakers WHERE ${said.sql})`);
    return where.add(`slug IN (SELECT slug FROM quotes WHERE ${quote.sql})`).sql;
  }
  where.add(quoting(query, values).sql);
  if (query.in === "narration") where.sought(sought, "narration_vector", "narration");
  else where.sought(sought, "vector", WHOLE_TEXT);
  return where.sql;
}

/** The tables `best` and `tiers`: the hits with their tiers, as `ranking.ts` defines them. */
function tiers(all: Pattern[][], values: Values): string {
  const titled = all.length === 0 ? "false" : holdsAll(all, "headline", values);
  // Of weights D, C, B and A; the highest one allowed is 1.
  const body = 1 / HEADLINE_WEIGHT;
  const rank = `ts_rank('{${body},${body},${body},1}', vector, ${values.add(rankingQuery(all), "tsquery")})`;
  const newest = orderBy(SORTS.published);
  const isWorthRanking = `(SELECT total BETWEEN ${RANKED + 1} AND ${MAX_RANKED_HITS} FROM counted)`;
  return `, best AS MATERIALIZED (
      (SELECT sort_published, slug, headline FROM hits WHERE NOT ${isWorthRanking} ORDER BY ${newest} LIMIT ${RANKED})
      UNION ALL
      (SELECT sort_published, slug, headline FROM hits WHERE ${isWorthRanking} ORDER BY ${rank} DESC, ${newest} LIMIT ${RANKED})
    ), tiers AS (
      SELECT CASE WHEN ${titled} THEN ${TITLED} ELSE ${PICKED} END AS tier, sort_published, slug FROM best
      UNION ALL SELECT ${OTHER}, sort_published, slug FROM hits WHERE slug NOT IN (SELECT slug FROM best)
    )`;
}
