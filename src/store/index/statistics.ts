import { type Patterns, patternsOf } from "../../article/words/sought.ts";
import type { QuoteFilters } from "../figures/figure-counter.ts";
import { facetsCounter, rankedFacets, rankedStatistics, statisticsCounter } from "../figures/statistics.ts";
import type { Facets, FacetsQuery, Filters, Statistics, StatisticsQuery } from "../store.ts";
import { allOf, type Condition, condition, oneOf } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { onArticles, withIds } from "./filters.ts";
import { inText } from "./hits.ts";
import { matching } from "./matching.ts";
import { quoteIdsOf, speakerIdsOf } from "./names.ts";
import { ARTICLE_OF_QUOTE, PLACE_OF_QUOTE, ROWID_OF_QUOTE } from "./quote-places.ts";
import { patternsSought } from "./search.ts";

/** Counts quotes; see `StatisticsQuery`. */
export function countStatistics(database: IndexDatabase, query: StatisticsQuery): Statistics {
  const said = placesAsked(database, query, query.words && patternsOf(query.words));
  const counter = statisticsCounter(query, quoteFilters(database, query), said !== null);
  counter.add(readLines(database, onArticles(database, query), said));
  const { speakers, named } = rankedStatistics(counter, query);
  return named(namesOf(database, speakers));
}

/** Counts the items of a list; see `FacetsQuery`. */
export function countFacets(database: IndexDatabase, query: FacetsQuery): Facets {
  const patterns = query.words && patternsSought(database, { words: query.words, fuzzy: query.fuzzy });
  const ofArticles = query.of === "articles";
  const said = ofArticles && query.in !== "quotes" ? null : placesAsked(database, ofArticles ? { ids: null } : query, patterns);
  const where = onArticles(database, query);
  if (ofArticles) where.push(...withIds(database, query), ...(said === null && patterns !== null ? [inTexts(query, patterns)] : []));
  const counter = facetsCounter(query, quoteFilters(database, query), said !== null);
  counter.add(readLines(database, where, said));
  const { speakers, named } = rankedFacets(counter, query);
  return named(namesOf(database, speakers));
}

/** The lines of the articles that pass. @param said of rows `article` and `place`, the quotes that may be counted; `null` admits all */
function readLines(database: IndexDatabase, where: Condition[], said: Condition | null): string {
  const { sql, values } = allOf(where);
  const articles = where.length === 0 ? "" : "JOIN articles ON articles.id = figures.id";
  if (said === null) return lines(database, `line`, `figures ${articles} WHERE ${sql}`, values);
  const places = `(SELECT article, group_concat(place) AS places FROM (${said.sql}) GROUP BY article) AS said`;
  return lines(
    database,
    "places || char(9) || line",
    `${places} CROSS JOIN figures ON figures.id = said.article ${articles} WHERE ${sql}`,
    [...said.values, ...values],
  );
}

function lines(database: IndexDatabase, line: string, from: string, values: Condition["values"]): string {
  return (database.get(`SELECT group_concat(${line}, '') AS lines FROM ${from}`, ...values)?.lines ?? "") as string;
}

/** The quotes that ids and words ask for, as rows `article` and `place`; `null` where neither does. */
function placesAsked(database: IndexDatabase, { ids }: Pick<Filters, "ids">, patterns: Patterns | null): Condition | null {
  if (patterns?.all.length === 0) return condition("SELECT 0 AS article, 0 AS place WHERE false");
  const asked = ids === null ? null : oneOf("quotes.quote", quoteIdsOf(database, ids));
  const match = patterns === null ? null : condition("quote_words MATCH ?", matching(patterns));
  if (asked === null)
    return (
      match &&
      condition(`SELECT ${ARTICLE_OF_QUOTE} AS article, ${PLACE_OF_QUOTE} AS place FROM quote_words WHERE ${match.sql}`, ...match.values)
    );
  const words = match === null ? "" : `CROSS JOIN quote_words ON quote_words.rowid = ${ROWID_OF_QUOTE}`;
  const { sql, values } = allOf([asked, ...(match === null ? [] : [match])]);
  return condition(`SELECT quotes.article, quotes.place FROM quotes ${words} WHERE ${sql}`, ...values);
}

/** Articles whose texts have the patterns where they are looked for. */
function inTexts({ in: scope }: FacetsQuery, patterns: Patterns): Condition {
  if (patterns.all.length === 0) return condition("false");
  const match = scope === "all" ? inText(matching(patterns)) : `narration : (${matching(patterns)})`;
  return condition("figures.id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", match);
}

function quoteFilters(database: IndexDatabase, filters: Filters): QuoteFilters {
  return { ...filters, speakers: filters.speakers && speakerIdsOf(database, filters.speakers) };
}

function namesOf(database: IndexDatabase, ids: string[]): Map<string, string> {
  const rows = database.all(
    "SELECT speaker, summary ->> 'name' AS name FROM speakers WHERE speaker IN (SELECT value FROM json_each(?))",
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ speaker, name }) => [speaker as string, name as string]));
}
