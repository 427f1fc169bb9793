import { setImmediate } from "node:timers/promises";
import type { Statistics } from "../../../article/model/statistics.ts";
import type { Sought } from "../../../article/words/sought.ts";
import type { FigureCounter, QuoteFilters } from "../../figures/figure-counter.ts";
import { FIELD, piecesOf } from "../../figures/figures.ts";
import { facetsCounter, rankedFacets, rankedStatistics, statisticsCounter, withSpeakerTypes } from "../../figures/statistics.ts";
import { NOBODY } from "../../rows.ts";
import type { Facets, FacetsQuery, Filters, StatisticsQuery } from "../../store.ts";
import type { Servers } from "../servers.ts";
import { askedSpeakers, Conditions, currentQuotes, currentSlugs, Values } from "./conditions.ts";
import { onArticlesOf } from "./filters.ts";
import { onSpeakers, quotedSpeakers, type SpeakerFilters, WHOLE_TEXT } from "./lists.ts";
import { currentIds, soughtIn } from "./search.ts";

/** Counts quotes; see `StatisticsQuery`. */
export async function countStatistics(servers: Servers, query: StatisticsQuery): Promise<Statistics> {
  const values = new Values();
  const words = await sought(servers, query, false);
  const said = saidQuotes(query.ids, words, values);
  const counter = statisticsCounter(query, await quoteFilters(servers, query), said !== null);
  await addLines(servers, counter, onLines(query, values), said);
  const { speakers, named } = rankedStatistics(counter, query);
  return named(await namesOf(servers, speakers));
}

/** Counts the items of a list; see `FacetsQuery`. */
export async function countFacets(servers: Servers, query: FacetsQuery): Promise<Facets> {
  if (query.of === "speakers") return countSpeakers(servers, query);
  const values = new Values();
  const words = await sought(servers, query, query.fuzzy);
  const areArticles = query.of === "articles";
  const where = onLines(query, values);
  if (areArticles && query.ids !== null) where.add(`slug IN (${currentSlugs(query.ids, values)})`);
  const inQuotes = !areArticles || query.in === "quotes";
  if (!inQuotes && words !== null) where.add(`slug IN (SELECT slug FROM articles WHERE ${inTexts(query, words, values)})`);
  const said = saidQuotes(areArticles ? null : query.ids, inQuotes ? words : null, values);
  const counter = facetsCounter(query, await quoteFilters(servers, query), said !== null);
  await addLines(servers, counter, where, said);
  const { speakers, named } = rankedFacets(counter, query);
  return named(await namesOf(servers, speakers));
}

/** What must be true of an article whose line is counted; of few speakers, few articles have a quote. */
function onLines(query: Filters, values: Values): Conditions {
  const where = onArticlesOf(query, values);
  const { speakers } = query;
  return speakers === null
    ? where
    : where.add(`slug IN (SELECT slug FROM quote_speakers WHERE speaker IN (${askedSpeakers(speakers, values)}))`);
}

async function countSpeakers(servers: Servers, query: FacetsQuery): Promise<Facets> {
  const facets = query.facets.filter((facet) => facet !== "speakerType");
  const asked = { of: query.of, facets };
  const counter = facetsCounter(asked, { ...query, speakerTypes: null, speakers: await admittedSpeakers(servers, query) }, false);
  if (facets.length > 0) await addLines(servers, counter, onArticlesOf(query, new Values()), null);
  const { speakers, named } = rankedFacets(counter, asked);
  const types = query.facets.length > facets.length ? await countTypes(servers, query) : [];
  return withSpeakerTypes(query.facets, named(await namesOf(servers, speakers)), types);
}

/** Ids of the speakers that a list may have, whatever they said; `null` where it may have all. */
async function admittedSpeakers(servers: Servers, query: SpeakerFilters): Promise<string[] | null> {
  const where = onSpeakers(query, new Values());
  if (where.isEmpty) return null;
  const rows = await servers.read<{ speaker: string }>(`SELECT speaker FROM speakers WHERE ${where.sql}`, where.values.all);
  return rows.map(({ speaker }) => speaker);
}

/** How many speakers of a list have each type, those of most first. */
async function countTypes(servers: Servers, query: SpeakerFilters): Promise<{ type: string; n: number }[]> {
  const where = quotedSpeakers(query, new Values());
  const text = `SELECT type, count(*)::int AS n FROM speakers WHERE ${where.sql} GROUP BY type ORDER BY n DESC, type`;
  return servers.read<{ type: string; n: number }>(text, where.values.all);
}

/**
 * Counts the figures of articles that pass, those of one year after the other and in pieces, so that other requests are not kept waiting.
 * @param said condition on the rows of `quotes` that may be counted; `null` admits all
 */
async function addLines(servers: Servers, counter: FigureCounter, where: Conditions, said: string | null): Promise<void> {
  const quotes =
    said === null
      ? ""
      : `JOIN (SELECT slug, string_agg(place::text, ',') AS places FROM quotes WHERE ${said} GROUP BY slug) AS said USING (slug)`;
  const line = said === null ? "line" : `places || '${FIELD}' || line`;
  const rows = await servers.read<{ lines: string }>(
    `SELECT string_agg(${line}, '') AS lines FROM figures ${quotes} WHERE ${where.sql} GROUP BY left(sort_published, 4)`,
    where.values.all,
  );
  for (const { lines } of rows) {
    for (const piece of piecesOf(lines)) {
      counter.add(piece);
      await setImmediate();
    }
  }
}

/** The quotes that are asked for by their ids and words, as a condition on rows of `quotes`; `null` where by neither. */
function saidQuotes(ids: string[] | null, words: Sought | null, values: Values): string | null {
  if (ids === null && words === null) return null;
  const where = new Conditions(values);
  if (words !== null) where.sought(words, "vector", "words");
  if (ids !== null) where.add(`quote IN (${currentQuotes(ids, values)})`);
  return where.sql;
}

/** Articles whose texts have the words where they are looked for. */
function inTexts({ in: scope }: FacetsQuery, words: Sought, values: Values): string {
  const where = new Conditions(values);
  return (scope === "all" ? where.sought(words, "vector", WHOLE_TEXT) : where.sought(words, "narration_vector", "narration")).sql;
}

async function sought(servers: Servers, { words }: Filters, fuzzy: boolean): Promise<Sought | null> {
  return words && soughtIn(servers, { words, fuzzy });
}

async function quoteFilters(servers: Servers, filters: Filters): Promise<QuoteFilters> {
  const speakers = filters.speakers && (await currentIds(servers, filters.speakers)).map((id) => id ?? NOBODY);
  return { ...filters, speakers };
}

/** The present names of speakers, by id. */
async function namesOf(servers: Servers, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const text = "SELECT speaker, summary::json ->> 'name' AS name FROM speakers WHERE speaker = ANY ($1::text[])";
  const rows = await servers.read<{ speaker: string; name: string }>(text, [ids]);
  return new Map(rows.map(({ speaker, name }) => [speaker, name]));
}
