import { NOBODY } from "../rows.ts";
import type { ArticlesQuery, QuotesQuery, SpeakersQuery } from "../store.ts";
import { articleHolds, holdsTexts, pageStatement, SOUND_ARTICLE, tallied, UNSOUND, Values, Where, wholeDays } from "./query.ts";
import { nameKeys } from "./word-keys.ts";

/** A statement, its values, and the columns of the key. */
export interface ListStatement {
  text: string;
  values: unknown[];
  key: readonly string[];
}

/** `speaker` ids as they are now: merged ones stand for whom they were merged into. */
export const CURRENT_SPEAKERS = (ids: string) =>
  `SELECT DISTINCT coalesce(m.speaker, asked.id) FROM unnest(${ids}) AS asked (id) LEFT JOIN speaker_aliases m ON m.alias = asked.id`;
export const CURRENT_SLUG = (slug: string) => `coalesce((SELECT slug FROM article_aliases WHERE alias = ${slug}), ${slug})`;

/** Rows that lists leave out, from where an index finds them. */
const UNSOUND_ARTICLES = `(${UNSOUND}) AS unsound`;
const UNSOUND_QUOTES = `(SELECT slug, quote FROM quotes WHERE NOT sound
  UNION SELECT q.slug, q.quote FROM ${UNSOUND_ARTICLES} JOIN quotes q ON q.slug = unsound.slug) AS unsound`;
const SOUND_QUOTE = `${SOUND_ARTICLE} AND quote <> ALL (ARRAY(SELECT quote FROM quotes WHERE NOT sound))`;

export function articlesStatement(query: ArticlesQuery): ListStatement {
  const values = new Values();
  const sort = query.sort === "updated" ? "sort_updated" : "sort_published";
  const order = [`${sort} DESC`, "slug"];
  const { language, speaker, publishedFrom: from, publishedTo: to } = query;
  const where = new Where(values).published(from, to, query.sort === "published");
  const phrases = query.phrases?.map((phrase) => [phrase]) ?? null;
  if (phrases !== null) where.add(`slug IN (SELECT slug FROM article_words WHERE ${articleHolds(phrases, "all", values)})`);
  if (language !== null) where.language(language);
  // What a speaker's articles are filtered and sorted by stands in `appearances`.
  let source = "articles";
  if (speaker !== null) {
    source = "appearances";
    where.add(`speaker = (${CURRENT_SPEAKERS(values.ids([speaker]))})`);
  }
  const counted = `SELECT count(*) FROM ${source} WHERE ${where.sql} AND ${SOUND_ARTICLE}`;
  const facets = language === null ? "true" : new Where(values).language(language, "facet").sql;
  let total = counted;
  if (phrases === null && speaker === null && wholeDays(from, to))
    total = less(tallied(values, "articles", from, to, facets), `articles WHERE NOT sound AND ${where.sql}`);
  else if (phrases === null && speaker !== null && language === null && from === null && to === null)
    total = less(
      countOf("articles", CURRENT_SPEAKERS(values.ids([speaker]))),
      `${UNSOUND_ARTICLES} JOIN ${source} USING (slug) WHERE ${where.sql}`,
    );
  const keys = new Where(values).add(where.sql).add(SOUND_ARTICLE);
  if (query.after !== null) keys.after(order, query.after);
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (more: string) =>
    `SELECT ${sort}, slug FROM ${source} WHERE ${keys.sql} ${more} ORDER BY ${order.join(", ")} LIMIT ${limit}`;
  // One run along the index for each language that there is and that is asked for.
  const picked =
    language === null || speaker !== null
      ? pick("")
      : `SELECT each.* FROM (SELECT facet FROM tallies WHERE list = 'articles' AND day = '*' AND ${facets}) AS l
         CROSS JOIN LATERAL (${pick("AND language = l.facet")}) AS each ORDER BY ${order.join(", ")} LIMIT ${limit}`;
  const page = `SELECT k.*, a.summary AS item FROM (${picked}) AS k JOIN articles a ON a.slug = k.slug`;
  return { text: pageStatement(page, total, order), values: values.all, key: [sort, "slug"] };
}

export function quotesStatement(query: QuotesQuery): ListStatement {
  const values = new Values();
  const order = ["sort_published DESC", "slug", "place"];
  const { speakers, publishedFrom: from, publishedTo: to } = query;
  const where = new Where(values).published(from, to, true);
  if (query.kind !== null) where.add(`kind = ${values.add(query.kind)}`);
  if (query.article !== null) where.add(`slug = ${CURRENT_SLUG(values.id(query.article))}`);
  const phrases = query.phrases?.map((phrase) => [phrase]) ?? null;
  const source = speakers === null ? "quotes" : "quote_speakers";
  if (phrases !== null)
    where.add(`quote IN (SELECT q.quote FROM article_words JOIN quotes q USING (slug)
      WHERE ${articleHolds(phrases, "quotes", values)} AND ${holdsTexts("q.words", phrases, values)})`);
  const keys = new Where(values).add(where.sql).add(SOUND_QUOTE);
  if (query.after !== null) keys.after(order, query.after);
  const limit = values.add(query.limit + 1, "bigint");
  const pick = (more: string) =>
    `SELECT sort_published, slug, place, quote FROM ${source} WHERE ${keys.sql} ${more} ORDER BY ${order.join(", ")} LIMIT ${limit}`;
  let picked = pick("");
  let total = `SELECT count(*) FROM quotes WHERE ${where.sql} AND ${SOUND_QUOTE}`;
  if (speakers !== null) {
    const asked = askedSpeakers(speakers, values);
    // One run along the index for each speaker; two who spoke together bring the same quote twice.
    picked = `SELECT DISTINCT each.* FROM (${asked}) AS s (speaker) CROSS JOIN LATERAL (${pick("AND speaker = s.speaker")}) AS each
      ORDER BY ${order.join(", ")} LIMIT ${limit}`;
    const one = speakers.length === 1 ? "count(*)" : "count(DISTINCT quote)";
    total = `SELECT ${one} FROM quote_speakers WHERE ${where.sql} AND ${SOUND_QUOTE} AND speaker IN (${asked})`;
  }
  const unfiltered = phrases === null && query.article === null && wholeDays(from, to);
  const [only, ...others] = speakers ?? [null];
  if (unfiltered && others.length === 0 && typeof only === "string" && query.kind === null && from === null && to === null) {
    const asked = askedSpeakers([only], values);
    total = less(
      countOf("quotes", asked),
      `${UNSOUND_QUOTES} JOIN ${source} USING (slug, quote) WHERE ${where.sql} AND speaker = (${asked})`,
    );
  } else if (unfiltered && others.length === 0 && only === null) {
    const facet = query.kind === null ? "true" : `facet = ${values.add(query.kind)}`;
    const nobody = speakers === null ? "true" : `speaker = '${NOBODY}'`;
    const list = speakers === null ? "quotes" : "unattributed";
    total = less(
      tallied(values, list, from, to, facet),
      `${UNSOUND_QUOTES} JOIN ${source} USING (slug, quote) WHERE ${where.sql} AND ${nobody}`,
    );
  }
  const page = `SELECT k.sort_published, k.slug, k.place, q.item FROM (${picked}) AS k JOIN quotes q ON q.quote = k.quote`;
  return { text: pageStatement(page, total, order), values: values.all, key: ["sort_published", "slug", "place"] };
}

/** The ids asked for as they are in `quote_speakers`: as they are now, `null` as nobody. */
export function askedSpeakers(speakers: (string | null)[], values: Values): string {
  const ids = speakers.filter((id) => id !== null);
  const named = CURRENT_SPEAKERS(values.ids(ids));
  return speakers.length === ids.length ? named : `${named} UNION SELECT '${NOBODY}'`;
}

export function speakersStatement(query: SpeakersQuery): ListStatement {
  const values = new Values();
  const order = query.sort === "quotes" ? ["quotes DESC", "speaker"] : ["name_folded", "speaker"];
  const where = new Where(values);
  if (query.type !== null) where.add(`type = ${values.add(query.type)}`);
  if (query.phrases !== null) {
    const names = query.phrases.map((phrase) => [phrase]);
    const keys = values.add(nameKeys(new Set(query.phrases.flat())), "bigint[]");
    where.add(`speaker IN (SELECT speaker FROM speakers WHERE keys @> ${keys} AND ${holdsTexts("words", names, values)})`);
  }
  const facet = query.type === null ? "true" : `facet = ${values.add(query.type)}`;
  const total =
    query.phrases === null
      ? less(tallied(values, "speakers", null, null, facet), `speakers WHERE NOT sound AND ${where.sql}`)
      : `SELECT count(*) FROM speakers WHERE ${where.sql} AND sound`;
  const keys = new Where(values).add(where.sql).add("sound");
  if (query.after !== null) keys.after(order, query.after);
  const page = `SELECT name_folded, quotes::int AS quotes, speaker, summary AS item FROM speakers WHERE ${keys.sql}
    ORDER BY ${order.map((column) => `speakers.${column}`).join(", ")} LIMIT ${values.add(query.limit + 1, "bigint")}`;
  return { text: pageStatement(page, total, order), values: values.all, key: order.map((column) => column.split(" ")[0] ?? column) };
}

/** How many articles or quotes a speaker has in all. */
function countOf(what: "articles" | "quotes", speaker: string): string {
  return `SELECT coalesce((SELECT ${what} FROM speakers WHERE speaker = (${speaker})), 0)`;
}

/** A known total without the rows that were changed by hand since, which are few. */
function less(total: string, unsound: string): string {
  return `(${total}) - (SELECT count(*) FROM ${unsound})`;
}

/** The key of a row: the values of these columns. */
export function keyOf(row: object | undefined, key: readonly string[]): (string | number)[] | null {
  return row === undefined ? null : key.map((column) => (row as Record<string, string | number>)[column] ?? "");
}
