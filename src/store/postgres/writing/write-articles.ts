import type pg from "pg";
import type { RegisteredSpeaker } from "../../../article/corrections/speaker-registry.ts";
import type { Article } from "../../../article/model/schema.ts";
import { isGuessable } from "../../../article/words/spelling.ts";
import type { ArticleRows } from "../../rows.ts";
import { PATIENT, rowsJson, run } from "../connection.ts";
import { distinctWords, vectorOf, weightedVectorOf } from "../vectors.ts";
import { changeSpeakers, type SpeakerCounts } from "./speakers.ts";

/** Words remembered as written at most (some 50 MB); all are written anew when there are more. */
const MAX_WORDS = 500_000;

/** An article as it is to be served, and what it was made of. */
export interface WritableArticle {
  article: Article;
  rows: ArticleRows;
  /** JSON of the article as import made it; `null` where that is what is served, but for an instant of change that it does not state. */
  machine: string | null;
  /** JSON of its corrections. */
  edits: string | null;
  /** Hash of both: what brings the same again changes nothing. */
  fingerprint: string;
}

/** What is held of an article as JSON: as import made it, and its corrections. */
export interface HeldJson {
  machine: string;
  edits: string | null;
}

/** Expression of the article as import made it, of a row of `articles`. */
export const MACHINE = `coalesce(machine, regexp_replace(json, '"modifiedAt":"[^"]*"', '"modifiedAt":null'))`;

/** The tables that hold nothing but rows of articles. */
const TABLES = ["articles", "article_aliases", "names", "quotes", "quote_aliases", "quote_speakers", "appearances", "figures"] as const;

/** Rows as objects with the names of the columns. */
type Rows = Record<(typeof TABLES)[number], Record<string, unknown>[]>;

/**
 * Puts articles in, and takes others out. Inside `writing`.
 *
 * @param outdated slugs of what is taken out first: of what is replaced, too
 * @param registered speakers of the registry, by id
 */
export async function replaceArticles(
  client: pg.PoolClient,
  articles: WritableArticle[],
  outdated: string[],
  registered: Map<string, RegisteredSpeaker>,
): Promise<void> {
  const counts: SpeakerCounts = new Map();
  const count = (speaker: string, articleCount: number, quotes: number) => {
    const known = counts.get(speaker);
    counts.set(speaker, { articles: (known?.articles ?? 0) + articleCount, quotes: (known?.quotes ?? 0) + quotes });
  };
  if (outdated.length > 0) {
    const old = await run<{ speaker: string; articles: number; quotes: number }>(
      client,
      "SELECT speaker, count(*)::int AS articles, sum(quotes)::int AS quotes FROM appearances WHERE slug = ANY($1::text[]) GROUP BY speaker",
      [outdated],
    );
    for (const { speaker, articles, quotes } of old) count(speaker, -articles, -quotes);
    await tally(client, outdated, -1);
    for (const table of TABLES) await run(client, `DELETE FROM ${table} WHERE slug = ANY($1::text[])`, [outdated], PATIENT);
  }
  await insertRows(client, tableRows(articles));
  for (const { rows } of articles) for (const { id, quotes } of rows.speakers) count(id, 1, quotes);
  const slugs = articles.map(({ rows }) => rows.slug);
  await tally(client, slugs, 1);
  await changeSpeakers(client, counts, registered);
}

/**
 * Adds the words of articles to those that a misspelt word may stand for.
 *
 * @param written words that are there already for sure; the articles' words are added
 */
export async function addVocabulary(client: pg.PoolClient, articles: WritableArticle[], written: Set<string>): Promise<void> {
  if (written.size > MAX_WORDS) written.clear();
  const words: string[] = [];
  for (const { rows } of articles) {
    for (const word of distinctWords(rows.words.headline + rows.words.body)) {
      if (written.has(word) || !isGuessable(word)) continue;
      written.add(word);
      words.push(word);
    }
  }
  const first = words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0));
  await run(
    client,
    "INSERT INTO vocabulary (word, first, letters) SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) ON CONFLICT (word) DO NOTHING",
    [words, first, words.map((word) => word.length)],
    PATIENT,
  );
}

function tableRows(articles: WritableArticle[]): Rows {
  const rows: Rows = {
    articles: [],
    article_aliases: [],
    names: [],
    quotes: [],
    quote_aliases: [],
    quote_speakers: [],
    appearances: [],
    figures: [],
  };
  for (const article of articles) addRows(rows, article);
  // A removed id may be one that another article has removed too: the last one stands.
  rows.quote_aliases = [...new Map(rows.quote_aliases.map((row) => [row.alias, row])).values()];
  return rows;
}

function addRows(tables: Rows, { article, rows, machine, edits, fingerprint }: WritableArticle): void {
  const { slug, published, language, words, quotes } = rows;
  const dates = { published, sort_published: rows.sortPublished };
  tables.articles.push({
    slug,
    language,
    publisher: rows.publisher,
    word_count: rows.wordCount,
    ...dates,
    sort_updated: rows.sortUpdated,
    quote_count: quotes.length,
    fingerprint,
    machine,
    edits,
    served: rows.fingerprint,
    revision: article.revision,
    sha256: article.source.sha256,
    source_url: article.sourceUrl,
    summary: rows.summary,
    json: rows.json,
    ...words,
    vector: weightedVectorOf(words.headline, words.body),
    narration_vector: vectorOf(words.narration),
  });
  tables.figures.push({ slug, line: rows.figures, ...dates });
  for (const alias of rows.aliases) tables.article_aliases.push({ alias, slug });
  for (const { of, folded, name } of rows.names) tables.names.push({ field: of, folded, slug, name });
  for (const [place, quote] of quotes.entries()) {
    const { id, aliases, kind, basis, confidence, words: said, wordCount, speakers } = quote;
    const own = { quote: id, slug, place, kind, basis, confidence, word_count: wordCount, ...dates };
    tables.quotes.push({ ...own, words: said, vector: vectorOf(said) });
    for (const { id: speaker, type } of speakers) tables.quote_speakers.push({ ...own, speaker, type });
    for (const alias of aliases) tables.quote_aliases.push({ alias, quote: id, slug });
  }
  for (const alias of rows.removedQuotes) tables.quote_aliases.push({ alias, quote: null, slug });
  for (const { id, quotes: count, ...detail } of rows.speakers) {
    const counted = { sort_updated: rows.sortUpdated, language, quotes: count, detail: JSON.stringify(detail) };
    tables.appearances.push({ speaker: id, slug, ...dates, ...counted });
  }
}

/** Inserts rows, each table's as one JSON text: it is made and read faster than a list of parameters. */
async function insertRows(client: pg.PoolClient, rows: Rows): Promise<void> {
  for (const table of TABLES) {
    if (rows[table].length === 0) continue;
    const replaced = table === "quote_aliases" ? "ON CONFLICT (alias) DO UPDATE SET quote = excluded.quote, slug = excluded.slug" : "";
    const text = `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json) ${replaced}`;
    await run(client, text, [rowsJson(rows[table])], PATIENT);
  }
}

/** Adds (`sign` 1) or takes away (-1) what articles count for in the totals of the lists. */
async function tally(client: pg.PoolClient, slugs: string[], sign: 1 | -1): Promise<void> {
  await run(
    client,
    `INSERT INTO tallies (list, day, facet, n)
     SELECT list, CASE WHEN grouping(day) = 1 THEN '*' ELSE coalesce(day, '') END, facet, $2::int * count(*) FROM (
       SELECT 'articles' AS list, left(published, 10) AS day, coalesce(language, '') AS facet FROM articles WHERE slug = ANY($1::text[])
       UNION ALL SELECT 'quotes', left(published, 10), kind FROM quotes WHERE slug = ANY($1::text[])
       UNION ALL SELECT 'unattributed', left(published, 10), kind FROM quote_speakers WHERE slug = ANY($1::text[]) AND speaker = ''
     ) AS counted GROUP BY GROUPING SETS ((list, facet, day), (list, facet))
     ON CONFLICT (list, day, facet) DO UPDATE SET n = tallies.n + excluded.n`,
    [slugs, sign],
    PATIENT,
  );
}
