import type { Filters } from "../../store.ts";
import { askedSpeakers, Conditions, currentSlugs, type Values } from "./conditions.ts";

// `Filters` as conditions, but for words and ids; what they promise is said there.

type Asking = Omit<Filters, "words" | "ids">;

/**
 * What must be true of a row of `articles`.
 * @param isSorted whether rows are sorted by `sort_published`
 */
export function onArticles(filters: Asking, values: Values, isSorted = false): Conditions {
  return ofAny(filters, values, isSorted).add(ofArticles(filters, values).sql);
}

/**
 * What must be true of the article of a row of another table, which has its slug and date too.
 * @param isSorted as in `onArticles`
 */
export function onArticlesOf(filters: Asking, values: Values, isSorted = false): Conditions {
  const where = ofAny(filters, values, isSorted);
  const own = ofArticles(filters, values);
  return own.isEmpty ? where : where.add(`slug IN (SELECT slug FROM articles WHERE ${own.sql})`);
}

/** Conditions on columns that every table with rows of articles has. */
function ofAny(filters: Asking, values: Values, isSorted: boolean): Conditions {
  const where = new Conditions(values).published(filters.publishedFrom, filters.publishedTo, isSorted);
  return filters.articles === null ? where : where.add(`slug IN (${currentSlugs(filters.articles, values)})`);
}

function ofArticles(filters: Asking, values: Values): Conditions {
  const where = new Conditions(values)
    .within("sort_updated", filters.modifiedFrom, filters.modifiedTo)
    .oneOf("publisher", filters.publishers);
  if (filters.languages !== null) where.languages(filters.languages);
  if (filters.credits === null) return where;
  const credited = new Conditions(values).oneOf("folded", filters.credits);
  return where.add(`slug IN (SELECT slug FROM names WHERE field = 'credit' AND ${credited.sql})`);
}

/** What must be true of a row of `quote_speakers`, or of `quotes` where neither speakers nor types are asked for. */
export function onQuotes({ speakers, speakerTypes, kinds, bases, confidences }: Asking, values: Values): Conditions {
  const where = new Conditions(values).oneOf("kind", kinds).oneOf("basis", bases).oneOf("confidence", confidences);
  if (speakers !== null) where.add(`speaker IN (${askedSpeakers(speakers, values)})`);
  return where.oneOf("type", speakerTypes);
}

/** Rows of `articles` that have a quote which `onQuotes` admits. */
export function quoting(filters: Asking, values: Values): Conditions {
  const said = onQuotes(filters, values);
  const where = new Conditions(values);
  return said.isEmpty ? where : where.add(`slug IN (SELECT slug FROM ${quoteTable(filters)} WHERE ${said.sql})`);
}

/** The smallest table that `onQuotes` can be asked of. */
export function quoteTable({ speakers, speakerTypes }: Asking): "quotes" | "quote_speakers" {
  return speakers === null && speakerTypes === null ? "quotes" : "quote_speakers";
}
