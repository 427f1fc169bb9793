import { soughtBy, soughtInNames } from "../../article/words/sought.ts";
import { NOBODY } from "../rows.ts";
import { orderBy, SORTS } from "../sorts.ts";
import type { ArticlesQuery, QuotesQuery, SpeakersQuery } from "../store.ts";
import {
  areWholeDays,
  Conditions,
  currentSlug,
  currentSpeakers,
  type PageStatement,
  pageStatement,
  tallied,
  Values,
} from "./conditions.ts";

/** The folded words of a whole article. */
export const WHOLE_TEXT = "headline || body";

/** Articles with their summaries as `item`. */
export function articlesStatement(query: ArticlesQuery): PageStatement {
  const values = new Values();
  const sort = SORTS[query.sort];
  const { language, speaker, publishedFrom: from, publishedTo: to } = query;
  const where = new Conditions(values).published(from, to, query.sort === "published");
  const { words } = query;
  // What a speaker's articles are filtered and sorted by is also in `appearances`.
  const source = speaker === null ? "articles" : "appearances";
  const text = words === null ? null : new Conditions(values).sought(soughtBy(words), "vector", WHOLE_TEXT).sql;
  if (text !== null) where.add(speaker === null ? text : `slug IN (SELECT slug FROM articles WHERE ${text})`);
  if (language !== null) where.language(language);
  if (speaker !== null) where.add(`speaker = (${currentSpeakers([speaker], values)})`);
  const facets = language === null ? "true" : new Conditions(values).language(language, "facet").sql;
  let total = `SELECT count(*) FROM ${source} WHERE ${where.sql}`;
  if (words === null && speaker === null && areWholeDays(from, to)) total = tallied(values, "articles", from, to, facets);
  else if (words === null && speaker !== null && language === null && from === null && to === null)
    total = countOf("articles", currentSpeakers([speaker], values));
  const columns = sort.map(({ name }) => name).join(", ");
  const behind = new Conditions(values).add(where.sql).after(sort, query.after).sql;
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (more: string) => `SELECT ${columns} FROM ${source} WHERE ${behind} ${more} ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  // One run along the index for each language that there is and that is asked for.
  const picked =
    language === null || speaker !== null
      ? pick("")
      : `SELECT each.* FROM (SELECT facet FROM tallies WHERE list = 'articles' AND day = '*' AND ${facets}) AS l
         CROSS JOIN LATERAL (${pick("AND language = l.facet")}) AS each ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  return pageStatement(`SELECT k.*, a.summary AS item FROM (${picked}) AS k JOIN articles a ON a.slug = k.slug`, total, sort, values);
}

/** Quotes with `place` and the JSON of their articles as `item`. */
export function quotesStatement(query: QuotesQuery): PageStatement {
  const values = new Values();
  const sort = SORTS.quoted;
  const { speakers, publishedFrom: from, publishedTo: to } = query;
  const where = new Conditions(values).published(from, to, true);
  if (query.kind !== null) where.add(`kind = ${values.add(query.kind)}`);
  if (query.article !== null) where.add(`slug = ${currentSlug(query.article, values)}`);
  const { words } = query;
  const text = words === null ? null : new Conditions(values).sought(soughtBy(words), "vector", "words").sql;
  const source = speakers === null ? "quotes" : "quote_speakers";
  if (text !== null) where.add(speakers === null ? text : `quote IN (SELECT quote FROM quotes WHERE ${text})`);
  const behind = new Conditions(values).add(where.sql).after(sort, query.after).sql;
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (more: string) =>
    `SELECT sort_published, slug, place FROM ${source} WHERE ${behind} ${more} ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  let picked = pick("");
  let total = `SELECT count(*) FROM quotes WHERE ${where.sql}`;
  if (speakers !== null) {
    const asked = askedSpeakers(speakers, values);
    // One run along the index for each speaker; two who spoke together bring the same quote twice.
    picked = `SELECT DISTINCT each.* FROM (${asked}) AS s (speaker) CROSS JOIN LATERAL (${pick("AND speaker = s.speaker")}) AS each
      ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
    const counted = speakers.length === 1 ? "count(*)" : "count(DISTINCT quote)";
    total = `SELECT ${counted} FROM quote_speakers WHERE ${where.sql} AND speaker IN (${asked})`;
  }
  if (words === null && query.article === null) total = knownTotal(query, values) ?? total;
  const page = `SELECT k.*, a.json AS item FROM (${picked}) AS k JOIN articles a ON a.slug = k.slug`;
  return pageStatement(page, total, sort, values);
}

/** The total of a list of quotes that is filtered by no more than the tallies or a speaker's row can tell; else `null`. */
function knownTotal({ speakers, kind, publishedFrom: from, publishedTo: to }: QuotesQuery, values: Values): string | null {
  const [only, ...others] = speakers ?? [null];
  if (others.length > 0 || only === undefined || !areWholeDays(from, to)) return null;
  if (only !== null) return kind === null && from === null && to === null ? countOf("quotes", currentSpeakers([only], values)) : null;
  const list = speakers === null ? "quotes" : "unattributed";
  return tallied(values, list, from, to, kind === null ? "true" : `facet = ${values.add(kind)}`);
}

/** Speakers with their summaries as `item`. */
export function speakersStatement(query: SpeakersQuery): PageStatement {
  const values = new Values();
  const sort = SORTS[query.sort];
  const where = new Conditions(values);
  if (query.type !== null) where.add(`type = ${values.add(query.type)}`);
  const { words } = query;
  if (words !== null) where.sought(soughtInNames(words), "vector", "words");
  const facet = query.type === null ? "true" : `facet = ${values.add(query.type)}`;
  const total = words === null ? tallied(values, "speakers", null, null, facet) : `SELECT count(*) FROM speakers WHERE ${where.sql}`;
  const page = `SELECT folded, quotes, speaker, summary AS item FROM speakers
    WHERE ${where.after(sort, query.after).sql} ORDER BY ${orderBy(sort)} LIMIT ${values.add(query.limit + 1, "bigint")}`;
  return pageStatement(page, total, sort, values);
}

/** The ids asked for as they are in `quote_speakers`: as they are now, `null` as nobody. */
export function askedSpeakers(speakers: (string | null)[], values: Values): string {
  const ids = speakers.filter((id) => id !== null);
  const named = currentSpeakers(ids, values);
  return speakers.length === ids.length ? named : `${named} UNION SELECT '${NOBODY}'`;
}

/** How many articles or quotes a speaker has in all. */
function countOf(what: "articles" | "quotes", speaker: string): string {
  return `SELECT coalesce((SELECT ${what} FROM speakers WHERE speaker = (${speaker})), 0)`;
}
