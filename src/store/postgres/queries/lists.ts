import { MAX_APPEARANCES } from "../../../article/model/items.ts";
import { soughtBy, soughtInNames } from "../../../article/words/sought.ts";
import { NO_FILTERS } from "../../queries.ts";
import { directed, orderBy, QUOTE_SORTS, SORTS } from "../../sorts.ts";
import type {
  ArticlesQuery,
  DescriptionsQuery,
  Filters,
  LettersQuery,
  ListQuery,
  NamesQuery,
  QuotesQuery,
  SpeakersQuery,
} from "../../store.ts";
import {
  areWholeDays,
  askedSpeakers,
  Conditions,
  currentQuotes,
  currentSlugs,
  currentSpeakers,
  type PageStatement,
  pageStatement,
  tallied,
  Values,
} from "./conditions.ts";
import { onArticles, onArticlesOf, onQuotes, quoteTable, quoting } from "./filters.ts";

/** The folded words of a whole article. */
export const WHOLE_TEXT = "headline || body";

const DATES: (keyof Filters)[] = ["publishedFrom", "publishedTo"];
const ABOUT_ARTICLES: (keyof Filters)[] = ["languages", "publishers", "credits", "articles", "modifiedFrom", "modifiedTo", ...DATES];

/** Articles with their summaries as `item`. */
export function articlesStatement(query: ArticlesQuery): PageStatement {
  const values = new Values();
  const sort = directed(SORTS[query.sort], query.order);
  const { languages, speakers } = query;
  // What one speaker's articles are sorted by is also in `appearances`.
  const isOfSpeaker =
    speakers?.length === 1 && speakers[0] !== null && query.sort !== "length" && asksNoMore(query, ["speakers", ...DATES]);
  const source = isOfSpeaker ? "appearances" : "articles";
  const where = onArticles(query, values, query.sort === "published");
  if (isOfSpeaker) where.add(`speaker = (${askedSpeakers(speakers, values)})`);
  else where.add(quoting(query, values).sql);
  if (query.ids !== null) where.add(`slug IN (${currentSlugs(query.ids, values)})`);
  const { words } = query;
  if (words !== null) where.sought(soughtBy(words), "vector", WHOLE_TEXT);
  const facets = languages === null ? "true" : new Conditions(values).languages(languages, "facet").sql;
  const total = totalOf(query, () => knownArticles(query, facets, values) ?? `SELECT count(*) FROM ${source} WHERE ${where.sql}`);
  const columns = sort.map(({ name }) => name).join(", ");
  const behind = new Conditions(values).add(where.sql).after(sort, query.after).sql;
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (more: string) => `SELECT ${columns} FROM ${source} WHERE ${behind} ${more} ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  // One run along the index for each language that there is and that is asked for.
  const picked =
    languages === null || speakers !== null
      ? pick("")
      : `SELECT each.* FROM (SELECT facet FROM tallies WHERE list = 'articles' AND day = '*' AND ${facets}) AS l
         CROSS JOIN LATERAL (${pick("AND language = l.facet")}) AS each ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  return pageStatement(`SELECT k.*, a.summary AS item FROM (${picked}) AS k JOIN articles a ON a.slug = k.slug`, total, sort, values);
}

/** The total of a list of articles that is filtered by no more than the tallies or a speaker's row can tell; else `null`. */
function knownArticles(query: ArticlesQuery, facets: string, values: Values): string | null {
  const { speakers, publishedFrom: from, publishedTo: to } = query;
  const [only, ...others] = speakers ?? [];
  if (typeof only === "string" && others.length === 0 && asksNoMore(query, ["speakers"]))
    return countOf("articles", currentSpeakers([only], values));
  if (!asksNoMore(query, ["languages", ...DATES]) || !areWholeDays(from, to)) return null;
  return tallied(values, "articles", from, to, facets);
}

/** Quotes with `place` and the JSON of their articles as `item`. */
export function quotesStatement(query: QuotesQuery): PageStatement {
  const values = new Values();
  const sort = directed(QUOTE_SORTS[query.sort], query.order);
  const { speakers, ids } = query;
  const source = quoteTable(query);
  const where = onArticlesOf(query, values, query.sort === "published").add(onQuotes({ ...query, speakers: null }, values).sql);
  if (ids !== null) where.add(`quote IN (${currentQuotes(ids, values)})`);
  const { words } = query;
  const text = words === null ? null : new Conditions(values).sought(soughtBy(words), "vector", "words").sql;
  if (text !== null) where.add(source === "quotes" ? text : `quote IN (SELECT quote FROM quotes WHERE ${text})`);
  const behind = new Conditions(values).add(where.sql).after(sort, query.after).sql;
  const limit = values.add(query.limit + 1, "bigint");
  const columns = [...new Set([...sort.map(({ name }) => name), "slug", "place"])].join(", ");
  const pick = (rows: string, more = "") =>
    `${rows} ${columns} FROM ${source} WHERE ${behind} ${more} ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
  // A quote of several speakers has a row for each of them.
  let picked = pick(source === "quotes" ? "SELECT" : "SELECT DISTINCT");
  let total = `SELECT ${source === "quotes" ? "count(*)" : "count(DISTINCT quote)"} FROM ${source} WHERE ${where.sql}`;
  if (speakers !== null) {
    const asked = askedSpeakers(speakers, values);
    // One run along the index for each speaker.
    picked = `SELECT DISTINCT each.* FROM (${asked}) AS s (speaker)
      CROSS JOIN LATERAL (${pick("SELECT", "AND speaker = s.speaker")}) AS each ORDER BY ${orderBy(sort)} LIMIT ${limit}`;
    const counted = speakers.length === 1 ? "count(*)" : "count(DISTINCT quote)";
    total = `SELECT ${counted} FROM quote_speakers WHERE ${where.sql} AND speaker IN (${asked})`;
  }
  const page = `SELECT k.*, a.json AS item FROM (${picked}) AS k JOIN articles a ON a.slug = k.slug`;
  return pageStatement(
    page,
    totalOf(query, () => knownQuotes(query, values) ?? total),
    sort,
    values,
  );
}

/** The total of a list of quotes that can be told without counting quotes: by the tallies, a speaker's row or the articles'; else `null`. */
function knownQuotes(query: QuotesQuery, values: Values): string | null {
  const { speakers, kinds, publishedFrom: from, publishedTo: to } = query;
  const [only, ...others] = speakers ?? [null];
  if (others.length > 0 || only === undefined) return null;
  if (only !== null) return asksNoMore(query, ["speakers"]) ? countOf("quotes", currentSpeakers([only], values)) : null;
  if (speakers === null && kinds === null && asksNoMore(query, ABOUT_ARTICLES) && !asksNoMore(query, DATES))
    return `SELECT coalesce(sum(quote_count), 0) FROM articles WHERE ${onArticles(query, values).sql}`;
  if (!asksNoMore(query, ["speakers", "kinds", ...DATES]) || !areWholeDays(from, to)) return null;
  return tallied(values, speakers === null ? "quotes" : "unattributed", from, to, new Conditions(values).oneOf("facet", kinds).sql);
}

/** Speakers with their summaries as `item`. */
export function speakersStatement(query: SpeakersQuery): PageStatement {
  const values = new Values();
  const sort = directed(SORTS[query.sort], query.order);
  const where = quotedSpeakers(query, values);
  const facet = new Conditions(values).oneOf("facet", query.speakerTypes).sql;
  const isTallied = query.startsWith === null && asksNoMore(query, ["speakerTypes"]);
  const total = totalOf(query, () =>
    isTallied ? tallied(values, "speakers", null, null, facet) : `SELECT count(*) FROM speakers WHERE ${where.sql}`,
  );
  const page = `SELECT folded, quotes, articles, speaker, summary AS item FROM speakers
    WHERE ${where.after(sort, query.after).sql} ORDER BY ${orderBy(sort)} LIMIT ${values.add(query.limit + 1, "bigint")}`;
  return pageStatement(page, total, sort, values);
}

/** Rows as in `Letter`. */
export function lettersStatement(query: LettersQuery): { text: string; values: unknown[] } {
  const values = new Values();
  const text = `SELECT substr(folded, 1, 1) AS letter, type, count(*)::int AS "speakerCount" FROM speakers
    WHERE ${quotedSpeakers({ ...query, startsWith: null }, values).sql} GROUP BY letter, type ORDER BY letter, type`;
  return { text, values: values.all };
}

/** Rows of `appearances` with the words of articles for speakers as `detail`; see `DescriptionsQuery`. */
export function descriptionsStatement({ speakers, articles }: DescriptionsQuery): { text: string; values: unknown[] } {
  const values = new Values();
  // Only a member of an object matches: inside a string of JSON the marks are escaped.
  const isDescribed = `detail NOT LIKE '%"descriptions":[]%'`;
  const own = "SELECT slug, detail FROM appearances p WHERE p.speaker = asked.speaker";
  const text = `SELECT asked.speaker, found.* FROM (SELECT DISTINCT unnest(${values.ids(speakers)}) COLLATE "C" AS speaker) AS asked CROSS JOIN LATERAL (
      ${
        articles === null
          ? `SELECT * FROM (${own} ORDER BY sort_published DESC, slug LIMIT ${MAX_APPEARANCES}) AS newest WHERE ${isDescribed} LIMIT 1`
          : `${own} AND slug = ANY (${values.ids(articles)}) AND ${isDescribed}`
      }) AS found ORDER BY asked.speaker, found.slug`;
  return { text, values: values.all };
}

/** What a row of `speakers` is chosen by. */
export type SpeakerFilters = Filters & Pick<SpeakersQuery, "startsWith">;

/** What must be true of a row of `speakers`, whatever was said. */
export function onSpeakers({ speakerTypes, words, speakers, ids, startsWith }: SpeakerFilters, values: Values): Conditions {
  const where = new Conditions(values).oneOf("type", speakerTypes);
  // No code point is behind the last one; the collation is that of bytes.
  if (startsWith !== null) where.add(`folded >= ${values.add(startsWith)} AND folded < ${values.add(`${startsWith}\u{10ffff}`)}`);
  if (words !== null) where.sought(soughtInNames(words), "vector", "words");
  for (const asked of [speakers, ids]) if (asked !== null) where.add(`speaker IN (${askedSpeakers(asked, values)})`);
  return where;
}

/** What must be true of a row of `speakers` and of what was said; see `SpeakersQuery`. */
export function quotedSpeakers(query: SpeakerFilters, values: Values): Conditions {
  const where = onSpeakers(query, values);
  const said = onQuotes({ ...query, speakers: null, speakerTypes: null }, values);
  const quoted = onArticlesOf(query, values).add(said.sql);
  const source = said.isEmpty ? "appearances" : "quote_speakers";
  return quoted.isEmpty ? where : where.add(`speaker IN (SELECT speaker FROM ${source} WHERE ${quoted.sql})`);
}

/** Names of publishers or of credits with their rows as `name`; see `NamesQuery`. */
export function namesStatement({ of, words, limit }: NamesQuery): { text: string; values: unknown[] } {
  const values = new Values();
  const text = `SELECT name FROM (
      SELECT folded, name, sum(count(*)) OVER (PARTITION BY folded) AS articles,
        row_number() OVER (PARTITION BY folded ORDER BY count(*) DESC, name) AS spelling
      FROM names WHERE field = ${values.add(of)} AND strpos(' ' || folded, ' ' || ${values.id(words)}) > 0 GROUP BY folded, name) AS n
    WHERE spelling = 1 ORDER BY articles DESC, folded LIMIT ${values.add(limit, "bigint")}`;
  return { text, values: values.all };
}

/** What tells the total of a list, where it is asked for. */
function totalOf({ counted }: ListQuery, count: () => string): string {
  return counted ? count() : "SELECT 0";
}

/** Whether a query asks for nothing but these filters. */
function asksNoMore(query: Filters, filters: (keyof Filters)[]): boolean {
  return Object.keys(NO_FILTERS).every((name) => query[name as keyof Filters] === null || filters.includes(name as keyof Filters));
}

/** How many articles or quotes a speaker has in all. */
function countOf(what: "articles" | "quotes", speaker: string): string {
  return `SELECT coalesce((SELECT ${what} FROM speakers WHERE speaker = (${speaker})), 0)`;
}
