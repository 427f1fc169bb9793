import { orderBy, SORTS, type Sort } from "../sorts.ts";
import type { ArticlesQuery, QuotesQuery, SpeakersQuery } from "../store.ts";
import { areWholeDays, Conditions, pageOf, type Statement, tallied, Values } from "./statement.ts";

/** A statement for a page of a list that is sorted so; see `pageOf` for its rows. */
export interface ListStatement extends Statement {
  sort: Sort;
}

/** The statement for a page of articles. */
export function articlesStatement(query: ArticlesQuery): ListStatement {
  const values = new Values();
  const sort = SORTS[query.sort];
  const { phrases, language, speaker, publishedFrom: from, publishedTo: to } = query;
  const isUndated = from === null && to === null;
  const where = new Conditions(values).within("published", from, to);
  // The same bounds of the sort column let its index begin and end there.
  if (query.sort === "published") where.within("sort_published", from, to);
  if (phrases !== null) {
    const found = new Conditions(values).holds("lexemes", "words", alone(phrases));
    where.add(`slug IN (SELECT slug FROM article_words WHERE ${found.sql})`);
  }
  if (language !== null) where.language(language);
  // What a speaker's articles are filtered and sorted by stands in `appearances`.
  const source = speaker === null ? "articles" : "appearances";
  if (speaker !== null) where.add(`speaker = (${values.speakers([speaker])})`);
  const facets = language === null ? "true" : new Conditions(values).language(language, "facet").sql;
  let total = `SELECT count(*) FROM ${source} WHERE ${where.sql}`;
  if (phrases === null && speaker === null && areWholeDays(from, to)) total = tallied(values, "articles", from, to, facets);
  else if (phrases === null && speaker !== null && language === null && isUndated) total = totalOf("articles", values, speaker);
  const keys = where.and().after(sort, query.after);
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (condition: string) =>
    `SELECT ${columnsOf(sort)} FROM ${source} WHERE ${keys.and(condition).sql} ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  // One run along the index for each language that there is and that is asked for.
  const picked =
    language === null || speaker !== null
      ? pick("true")
      : `SELECT each.* FROM (SELECT facet FROM tallies WHERE list = 'articles' AND day = '*' AND ${facets}) AS l
         CROSS JOIN LATERAL (${pick("language = l.facet")}) AS each ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  const page = `SELECT k.*, a.summary AS item FROM (${picked}) AS k JOIN articles a ON a.slug = k.slug`;
  return { text: pageOf(page, total, sort), values: values.all, sort };
}

/** The statement for a page of quotes. */
export function quotesStatement(query: QuotesQuery): ListStatement {
  const values = new Values();
  const sort = SORTS.quoted;
  const { speakers, phrases, kind, article, publishedFrom: from, publishedTo: to } = query;
  const where = new Conditions(values).within("published", from, to).within("sort_published", from, to);
  if (kind !== null) where.add(`kind = ${values.add(kind)}`);
  if (article !== null) where.add(`slug = ${values.slug(article)}`);
  if (phrases !== null) {
    const found = new Conditions(values).holds("lexemes", "words", alone(phrases));
    where.add(`quote IN (SELECT quote FROM quotes WHERE ${found.sql})`);
  }
  const source = speakers === null ? "quotes" : "quote_speakers";
  const keys = where.and().after(sort, query.after);
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (condition: string) =>
    `SELECT ${columnsOf(sort)}, quote FROM ${source} WHERE ${keys.and(condition).sql} ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  // One run along the index for each speaker; two who spoke together bring the same quote twice.
  const picked =
    speakers === null
      ? pick("true")
      : `SELECT DISTINCT each.* FROM (${values.speakers(speakers)}) AS s (speaker) CROSS JOIN LATERAL (${pick("speaker = s.speaker")}) AS each
      ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  const page = `SELECT k.sort_published, k.slug, k.place, q.item FROM (${picked}) AS k JOIN quotes q ON q.quote = k.quote`;
  return { text: pageOf(page, totalOfQuotes(query, where), sort), values: values.all, sort };
}

/** How many quotes there are: known beforehand for most lists without words. */
function totalOfQuotes(query: QuotesQuery, where: Conditions): string {
  const { values } = where;
  const { speakers, kind, publishedFrom: from, publishedTo: to } = query;
  if (query.phrases === null && query.article === null && areWholeDays(from, to)) {
    const facet = kind === null ? "true" : `facet = ${values.add(kind)}`;
    if (speakers === null) return tallied(values, "quotes", from, to, facet);
    const [only, ...others] = speakers;
    if (only === null && others.length === 0) return tallied(values, "unattributed", from, to, facet);
    if (typeof only === "string" && others.length === 0 && kind === null && from === null && to === null)
      return totalOf("quotes", values, only);
  }
  if (speakers === null) return `SELECT count(*) FROM quotes WHERE ${where.sql}`;
  const counted = speakers.length === 1 ? "count(*)" : "count(DISTINCT quote)";
  return `SELECT ${counted} FROM quote_speakers WHERE ${where.sql} AND speaker IN (${values.speakers(speakers)})`;
}

/** The statement for a page of speakers. */
export function speakersStatement(query: SpeakersQuery): ListStatement {
  const values = new Values();
  const sort = SORTS[query.sort];
  const { type, phrases } = query;
  const where = new Conditions(values);
  if (type !== null) where.add(`type = ${values.add(type)}`);
  if (phrases !== null) {
    const found = new Conditions(values).holds("lexemes", "words", alone(phrases));
    where.add(`speaker IN (SELECT speaker FROM speakers WHERE ${found.sql})`);
  }
  const facet = type === null ? "true" : `facet = ${values.add(type)}`;
  const total = phrases === null ? tallied(values, "speakers", null, null, facet) : `SELECT count(*) FROM speakers WHERE ${where.sql}`;
  const keys = where.and().after(sort, query.after);
  const page = `SELECT folded, quotes, speaker, summary AS item FROM speakers WHERE ${keys.sql}
    ORDER BY ${orderBy(sort)} LIMIT ${values.add(query.limit + 1, "bigint")}`;
  return { text: pageOf(page, total, sort), values: values.all, sort };
}

/** Phrases that nothing else answers. */
function alone(phrases: string[][]): string[][][] {
  return phrases.map((phrase) => [phrase]);
}

function columnsOf(sort: Sort): string {
  return sort.map(({ name }) => name).join(", ");
}

/** How many articles or quotes a speaker has in all. */
function totalOf(what: "articles" | "quotes", values: Values, speaker: string): string {
  return `SELECT coalesce((SELECT ${what} FROM speakers WHERE speaker = (${values.speakers([speaker])})), 0)`;
}
