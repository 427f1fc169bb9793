import type { Statistics } from "../../article/model/statistics.ts";
import type { Sought } from "../../article/words/sought.ts";
import type { QuoteFilters } from "../figures/figure-counter.ts";
import { FIELD } from "../figures/figures.ts";
import { facetsCounter, rankedFacets, rankedStatistics, statisticsCounter, withSpeakerTypes } from "../figures/statistics.ts";
import type { Facets, FacetsQuery, Filters, StatisticsQuery } from "../store.ts";
import { allOf, type Condition, condition, oneOf } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { onArticles, speakingIn, withIds } from "./filters.ts";
import { inText } from "./hits.ts";
import { matchingSought } from "./matching.ts";
import { quoteIdsOf, speakerIdsOf } from "./names.ts";
import { ARTICLE_OF_QUOTE, PLACE_OF_QUOTE, ROWID_OF_QUOTE } from "./quote-places.ts";
import { soughtIn } from "./search.ts";
import { admittedSpeakers, countTypes } from "./speakers.ts";

/** Counts quotes; see `StatisticsQuery`. */
export function countStatistics(database: IndexDatabase, query: StatisticsQuery): Statistics {
  const said = saidQuotes(database, query.ids, sought(database, query, false));
  const counter = statisticsCounter(query, quoteFilters(database, query), said !== null);
  counter.add(readLines(database, onLines(database, query), said));
  const { speakers, named } = rankedStatistics(counter, query);
  return named(namesOf(database, speakers));
}

/** Counts the items of a list; see `FacetsQuery`. */
export function countFacets(database: IndexDatabase, query: FacetsQuery): Facets {
  if (query.of === "speakers") return countSpeakers(database, query);
  const words = sought(database, query, query.fuzzy);
  const areArticles = query.of === "articles";
  const where = onLines(database, query);
  if (areArticles) where.push(...withIds(database, query));
  const inQuotes = !areArticles || query.in === "quotes";
  if (!inQuotes && words !== null) where.push(inTexts(query, words));
  const said = saidQuotes(database, areArticles ? null : query.ids, inQuotes ? words : null);
  const counter = facetsCounter(query, quoteFilters(database, query), said !== null);
  counter.add(readLines(database, where, said));
  const { speakers, named } = rankedFacets(counter, query);
  return named(namesOf(database, speakers));
}

/** What must be true of an article whose line is counted; of few speakers, few articles have a quote. */
function onLines(database: IndexDatabase, query: Filters): Condition[] {
  return [...onArticles(database, query), ...speakingIn(database, "articles.id", { ...query, speakerTypes: null }, false)];
}

function countSpeakers(database: IndexDatabase, query: FacetsQuery): Facets {
  const facets = query.facets.filter((facet) => facet !== "speakerType");
  const asked = { of: query.of, facets };
  const counter = facetsCounter(asked, { ...query, speakerTypes: null, speakers: admittedSpeakers(database, query) }, false);
  if (facets.length > 0) counter.add(readLines(database, onArticles(database, query), null));
  const { speakers, named } = rankedFacets(counter, asked);
  const types = query.facets.length > facets.length ? countTypes(database, query) : [];
  return withSpeakerTypes(query.facets, named(namesOf(database, speakers)), types);
}

/** The figures of articles that pass. @param said selects `article` and `place` of the quotes that may be counted; `null` admits all */
function readLines(database: IndexDatabase, where: Condition[], said: Condition | null): string {
  const { sql, values } = allOf(where);
  const read = (line: string, from: string, given: Condition["values"]) =>
    (database.get(`SELECT group_concat(${line}, '') AS lines FROM ${from} WHERE ${sql}`, ...given)?.lines ?? "") as string;
  if (said === null)
    return read("line", where.length === 0 ? "figures" : "articles CROSS JOIN figures ON figures.id = articles.id", values);
  const articles = where.length === 0 ? "" : "CROSS JOIN articles ON articles.id = said.article";
  const quotes = `(SELECT article, group_concat(place) AS places FROM (${said.sql}) GROUP BY article) AS said`;
  return read(`places || '${FIELD}' || line`, `${quotes} CROSS JOIN figures ON figures.id = said.article ${articles}`, [
    ...said.values,
    ...values,
  ]);
}

/** The quotes that are asked for by their ids and words; `null` where by neither. */
function saidQuotes(database: IndexDatabase, ids: string[] | null, words: Sought | null): Condition | null {
  if (ids === null && words === null) return null;
  const where: Condition[] = [];
  if (words !== null)
    where.push(words.exact.all.length === 0 ? condition("false") : condition("quote_words MATCH ?", matchingSought(words)));
  if (ids !== null) where.push(oneOf("quotes.quote", quoteIdsOf(database, ids)));
  const { sql, values } = allOf(where);
  if (ids === null)
    return condition(`SELECT ${ARTICLE_OF_QUOTE} AS article, ${PLACE_OF_QUOTE} AS place FROM quote_words WHERE ${sql}`, ...values);
  const matched = words === null ? "" : `JOIN quote_words ON quote_words.rowid = ${ROWID_OF_QUOTE}`;
  return condition(`SELECT quotes.article, quotes.place FROM quotes ${matched} WHERE ${sql}`, ...values);
}

/** Articles whose texts have the words where they are looked for. */
function inTexts({ in: scope }: FacetsQuery, words: Sought): Condition {
  if (words.exact.all.length === 0) return condition("false");
  const match = scope === "all" ? inText(matchingSought(words)) : `narration : (${matchingSought(words)})`;
  return condition("figures.id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", match);
}

function sought(database: IndexDatabase, { words }: Filters, fuzzy: boolean): Sought | null {
  return words && soughtIn(database, { words, fuzzy });
}

function quoteFilters(database: IndexDatabase, filters: Filters): QuoteFilters {
  return { ...filters, speakers: filters.speakers && speakerIdsOf(database, filters.speakers) };
}

/** The present names of speakers, by id. */
function namesOf(database: IndexDatabase, ids: string[]): Map<string, string> {
  const rows = database.all(
    "SELECT speaker, summary ->> 'name' AS name FROM speakers WHERE speaker IN (SELECT value FROM json_each(?))",
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ speaker, name }) => [speaker as string, name as string]));
}
