import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import { fold } from "../article/fold.ts";
import type { RegisteredSpeaker } from "../article/speaker-registry.ts";
import { foldedWords, speakerSummary } from "./entry.ts";
import { columnOf, unnest } from "./postgres-columns.ts";
import { PATIENT, run } from "./postgres-connection.ts";
import { checksum, type Derived, TABLES } from "./postgres-rows.ts";
import { distinctWords, vectorOf } from "./postgres-words.ts";

const TABLE_NAMES = Object.keys(TABLES) as (keyof typeof TABLES)[];

/** Key of the advisory lock of everybody who writes: counts and conflicts are then exact without further locks. */
const LOCK = 7_236_811_902;

/**
 * Runs `work` as one transaction that no other writer shares: all of it is seen, or nothing when it throws.
 * The lock is PostgreSQL's, so it holds across processes, and ends with the transaction however that ends.
 */
export async function writing<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    // An import waits for the one before it and sorts large indexes: the API's limit on statements is not for it. Words wait
    // for the full-text index in a list: the longer it gets, the more articles that hold a word are added in one go. What a
    // server that breaks down loses of the last transactions is imported by running the import again; see `flush`.
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off;
      SET LOCAL gin_pending_list_limit = '16MB'; SET LOCAL work_mem = '64MB'`);
    await client.query({ ...PATIENT, text: "SELECT pg_advisory_xact_lock($1)", values: [LOCK] });
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/**
 * Ends a run of transactions of `writing`: they are on disk when it returns, since a transaction that waits for that has all
 * before it written too; and no search has to go through words that wait for the index.
 */
export async function flush(client: pg.PoolClient): Promise<void> {
  await client.query("SET statement_timeout = 0");
  const words = "SELECT gin_clean_pending_list(to_regclass('article_words_vector')), gin_clean_pending_list(to_regclass('quotes_vector'))";
  await client.query({ ...PATIENT, text: words });
  await client.query("UPDATE speaker_registry SET applied = applied");
}

/** The columns of articles' rows, ready to be sent. */
export type Columns = Record<keyof typeof TABLES, Buffer[]>;

/** Made before the transaction that sends them, so that the server need not wait for it, and table by table, so that nothing else has to. */
export async function columnsOf(derived: Derived[]): Promise<Columns> {
  const columns: Partial<Columns> = {};
  for (const table of TABLE_NAMES) {
    await setImmediate();
    const rows = derived.flatMap((one) => one.rows[table]);
    columns[table] = rows.length === 0 ? [] : Object.keys(TABLES[table]).map((_, index) => columnOf(rows.map((row) => row[index])));
  }
  return columns as Columns;
}

/** Counts of one speaker to be added. */
type Counts = Map<string, { articles: number; quotes: number }>;

/**
 * Puts articles in, and takes others out. Inside `writing`.
 *
 * @param columns of `derived`
 * @param outdated slugs of what is taken out first: of what is replaced, too
 * @param registered speakers of the registry, by id
 */
export async function replaceArticles(
  client: pg.PoolClient,
  derived: Derived[],
  columns: Columns,
  outdated: string[],
  registered: Map<string, RegisteredSpeaker>,
): Promise<void> {
  const counts: Counts = new Map();
  const add = (speaker: string, articles: number, quotes: number) => {
    const known = counts.get(speaker);
    counts.set(speaker, { articles: (known?.articles ?? 0) + articles, quotes: (known?.quotes ?? 0) + quotes });
  };
  if (outdated.length > 0) {
    const old = await run<{ speaker: string; articles: number; quotes: number }>(
      client,
      "SELECT speaker, count(*)::int AS articles, sum(quotes)::int AS quotes FROM appearances WHERE slug = ANY($1::text[]) GROUP BY speaker",
      [outdated],
    );
    for (const { speaker, articles, quotes } of old) add(speaker, -articles, -quotes);
    await tally(client, outdated, -1);
    for (const table of TABLE_NAMES) await run(client, `DELETE FROM ${table} WHERE slug = ANY($1::text[])`, [outdated]);
  }
  for (const table of TABLE_NAMES) if (columns[table].length > 0) await insert(client, table, columns[table]);
  for (const { rows } of derived) {
    for (const [speaker, , , , , , quotes] of rows.appearances) add(speaker as string, 1, quotes as number);
  }
  await tally(
    client,
    derived.map(({ slug }) => slug),
    1,
  );
  await refreshSpeakers(client, counts, registered);
}

async function insert(client: pg.PoolClient, table: keyof typeof TABLES, values: Buffer[]): Promise<void> {
  const columns = Object.entries(TABLES[table]);
  const sent = columns.map(([, type], index) => unnest(index + 1, type));
  // A removed id may be one that another article had removed too: the last one stands.
  const conflict = table === "quote_aliases" ? "ON CONFLICT (alias) DO UPDATE SET quote = excluded.quote, slug = excluded.slug" : "";
  await run(client, `INSERT INTO ${table} (${columns.map(([name]) => name).join(", ")}) SELECT ${sent.join(", ")} ${conflict}`, values);
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
  );
}

const SPEAKER_TYPES = ["text", "text", "text", "bigint", "bigint", "text", "text", "tsvector", "boolean", "text"];

/** Makes the rows of speakers anew after their counts changed by `counts`, or their entry in the registry. */
export async function refreshSpeakers(client: pg.PoolClient, counts: Counts, registered: Map<string, RegisteredSpeaker>): Promise<void> {
  const ids = [...counts.keys()].sort();
  const known = await run<{ speaker: string; type: string | null; articles: number | null; quotes: number | null; detail: string | null }>(
    client,
    `SELECT touched.speaker, s.type, s.articles::int, s.quotes::int, newest.detail
     FROM unnest($1::text[]) AS touched (speaker) LEFT JOIN speakers s ON s.speaker = touched.speaker
     LEFT JOIN LATERAL (SELECT p.detail FROM appearances p WHERE p.speaker = touched.speaker
       ORDER BY p.sort_published DESC, p.slug LIMIT 1) newest ON true`,
    [ids],
  );
  const rows: unknown[][] = [];
  const gone: string[] = [];
  const types = new Map<string, number>();
  const count = (type: string | null, sign: number) => {
    if (type !== null) types.set(type, (types.get(type) ?? 0) + sign);
  };
  for (const { speaker, type, articles, quotes, detail } of known) {
    count(type, -1);
    if (detail === null) {
      gone.push(speaker);
      continue;
    }
    const change = counts.get(speaker) ?? { articles: 0, quotes: 0 };
    const summary = speakerSummary(speaker, JSON.parse(detail), registered.get(speaker), {
      articles: (articles ?? 0) + change.articles,
      quotes: (quotes ?? 0) + change.quotes,
    });
    count(summary.type, 1);
    const json = JSON.stringify(summary);
    const name = fold(summary.name);
    const words = foldedWords([summary.name, ...summary.aliases]);
    const vector = vectorOf(distinctWords(words));
    const sum = checksum([speaker, name, summary.type, String(summary.quotes), json]);
    rows.push([speaker, name, summary.type, summary.articles, summary.quotes, json, words, vector ?? "", vector === null, sum]);
  }
  if (gone.length > 0) await run(client, "DELETE FROM speakers WHERE speaker = ANY($1::text[])", [gone]);
  if (rows.length > 0) {
    await run(
      client,
      `INSERT INTO speakers (speaker, name_folded, type, articles, quotes, summary, words, vector, oversize, checksum)
       SELECT ${SPEAKER_TYPES.map((type, index) => unnest(index + 1, type)).join(", ")}
       ON CONFLICT (speaker) DO UPDATE SET name_folded = excluded.name_folded, type = excluded.type, articles = excluded.articles,
         quotes = excluded.quotes, summary = excluded.summary, words = excluded.words, vector = excluded.vector,
         oversize = excluded.oversize, checksum = excluded.checksum`,
      SPEAKER_TYPES.map((_, index) => columnOf(rows.map((row) => row[index]))),
    );
  }
  const changed = [...types].filter(([, n]) => n !== 0);
  if (changed.length > 0) {
    await run(
      client,
      `INSERT INTO tallies (list, day, facet, n) SELECT 'speakers', '*', facet, n FROM unnest($1::text[], $2::bigint[]) AS sent (facet, n)
       ON CONFLICT (list, day, facet) DO UPDATE SET n = tallies.n + excluded.n`,
      [changed.map(([type]) => type), changed.map(([, n]) => n)],
    );
  }
}
