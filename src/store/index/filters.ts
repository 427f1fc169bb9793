import type { Filters } from "../store.ts";
import { allOf, type Condition, condition, oneOf, published, within } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { languagesIn, slugsOf, speakerIdsOf } from "./names.ts";
import { saidBy } from "./quote-places.ts";

// `Filters` as conditions, but for words and ids; what they promise is said there.

type Asking = Omit<Filters, "words" | "ids">;

/**
 * What must be true of a row of `articles`.
 * @param dated table that has dates and slug of the article too, and is read in their order
 */
export function onArticles(database: IndexDatabase, filters: Asking, dated = "articles"): Condition[] {
  const { languages, publishers, credits, articles } = filters;
  const conditions = published(filters.publishedFrom, filters.publishedTo, dated);
  conditions.push(...within("articles.sort_updated", filters.modifiedFrom, filters.modifiedTo));
  if (languages !== null) conditions.push(oneOf("articles.language", admittedLanguages(database, languages)));
  if (publishers !== null) conditions.push(oneOf("articles.publisher", publishers));
  if (articles !== null) conditions.push(oneOf(`${dated}.slug`, slugsOf(database, articles)));
  if (credits !== null) {
    const credited = oneOf("names.folded", credits);
    const sql = `EXISTS (SELECT 1 FROM names WHERE field = 'credit' AND ${credited.sql} AND names.article = articles.id)`;
    conditions.push(condition(sql, ...credited.values));
  }
  return conditions;
}

/** Articles whose slugs are asked for as ids. */
export function withIds(database: IndexDatabase, { ids }: Pick<Filters, "ids">): Condition[] {
  return ids === null ? [] : [oneOf("articles.slug", slugsOf(database, ids))];
}

/** The languages that any of several ranges admits. */
export function admittedLanguages(database: IndexDatabase, ranges: string[]): string[] {
  return [...new Set(ranges.flatMap((range) => languagesIn(database, range)))];
}

/** Whether `onArticles` reads columns that `articles` alone has. */
export function asksOfArticles({ languages, publishers, credits, modifiedFrom, modifiedTo }: Asking): boolean {
  return [languages, publishers, credits, modifiedFrom, modifiedTo].some((one) => one !== null);
}

/** What must be true of one row of `quotes`. */
export function onQuotes(database: IndexDatabase, { kinds, bases, confidences, speakers, speakerTypes }: Asking): Condition[] {
  const conditions: Condition[] = [];
  if (kinds !== null) conditions.push(oneOf("quotes.kind", kinds));
  if (bases !== null) conditions.push(oneOf("quotes.basis", bases));
  if (confidences !== null) conditions.push(oneOf("quotes.confidence", confidences));
  if (speakers !== null || speakerTypes !== null)
    conditions.push(saidBy(speakers === null ? null : speakerIdsOf(database, speakers), speakerTypes));
  return conditions;
}

/**
 * Rows of `articles` that have a quote which `onQuotes` admits.
 * @param few whether there are few of them: they are then looked up first, instead of being met on a walk through all
 */
export function quoting(database: IndexDatabase, filters: Asking, few: boolean): Condition[] {
  const conditions = speakingIn(database, "articles.id", filters, few);
  const { kinds, bases, confidences } = filters;
  const isToldByAppearances = kinds === null && bases === null && confidences === null && conditions.length > 0;
  const said = isToldByAppearances ? [] : onQuotes(database, filters);
  if (said.length === 0) return conditions;
  const { sql, values } = allOf(said);
  const own = few
    ? `articles.id IN (SELECT quotes.article FROM quotes WHERE ${sql})`
    : `EXISTS (SELECT 1 FROM quotes WHERE quotes.article = articles.id AND ${sql})`;
  return [...conditions, condition(own, ...values)];
}

/** Ids of articles that quote one of the speakers asked for, looked up in `appearances`: one of the types asked for when there are `few`. */
export function speakingIn(database: IndexDatabase, id: string, { speakers, speakerTypes }: Asking, few: boolean): Condition[] {
  const asked: Condition[] = [];
  if (speakers !== null) asked.push(oneOf("appearances.speaker", speakerIdsOf(database, speakers)));
  if (speakerTypes !== null) asked.push(oneOf("appearances.type", speakerTypes));
  if (asked.length === 0 || (speakers === null && !few)) return [];
  const { sql, values } = allOf(asked);
  return [condition(`${id} IN (SELECT appearances.id FROM appearances WHERE ${sql})`, ...values)];
}
