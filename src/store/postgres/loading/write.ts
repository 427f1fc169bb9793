import type pg from "pg";
import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { insert, PATIENT, run } from "../connection.ts";
import { type PreparedArticle, TABLE_NAMES } from "./prepare.ts";
import { addAppearances, refreshSpeakers, type SpeakerChanges } from "./speakers.ts";

/** Key of the advisory lock of everybody who writes: counts and conflicts are then exact without further locks. */
const LOCK = 7_236_811_902;

/** Indexes that new words wait for in a list. */
const WORD_INDEXES = ["article_words_lexemes", "quotes_lexemes"];

/**
 * Runs `work` as one transaction that no other writer shares: all of it is seen, or nothing when it throws.
 * The lock is PostgreSQL's, so it holds across processes, and ends with the transaction however that ends.
 */
export async function writing<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    // An import waits for the one before it: the API's limit on statements is not for it. Words wait for the index in a
    // list, which `indexWords` works off. What a server that breaks down loses of the last transactions is imported by
    // running the import again; see `flush`.
    const begin = `BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off;
      SET LOCAL gin_pending_list_limit = '256MB'; SET LOCAL work_mem = '64MB'; SELECT pg_advisory_xact_lock(${LOCK})`;
    await client.query({ ...PATIENT, text: begin });
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/**
 * Takes the words of articles that wait in a list into the full-text index, where a search need not go through them one by
 * one. Others may add to the list meanwhile. The longer it is, the more articles that hold a word are added in one go.
 */
export async function indexWords(client: pg.PoolClient): Promise<void> {
  await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '256MB'");
  for (const index of WORD_INDEXES) await run(client, "SELECT gin_clean_pending_list(to_regclass($1))", [index], PATIENT);
}

/**
 * Ends a run of transactions of `writing`: they are on disk when it returns, since a transaction that waits for that has all
 * before it written too; and no words wait for the index.
 */
export async function flush(client: pg.PoolClient): Promise<void> {
  await indexWords(client);
  await client.query("UPDATE speaker_registry SET applied = applied");
}

/**
 * Puts articles in, and takes others out. Inside `writing`.
 *
 * @param taken what goes in
 * @param outdated slugs of what is taken out first: of what is replaced, too
 */
export async function replaceArticles(
  client: pg.PoolClient,
  taken: PreparedArticle[],
  outdated: string[],
  registry: SpeakerRegistry,
): Promise<void> {
  const changes: SpeakerChanges = new Map();
  if (outdated.length > 0) {
    await addAppearances(client, changes, outdated, -1);
    await tally(client, outdated, -1);
    for (const table of TABLE_NAMES) await run(client, `DELETE FROM ${table} WHERE slug = ANY($1::text[])`, [outdated], PATIENT);
  }
  for (const table of TABLE_NAMES) {
    await insert(
      client,
      table,
      taken.flatMap(({ tables }) => tables[table]),
    );
  }
  const slugs = taken.map(({ article }) => article.slug);
  await addAppearances(client, changes, slugs, 1);
  await tally(client, slugs, 1);
  await refreshSpeakers(client, changes, registry);
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
