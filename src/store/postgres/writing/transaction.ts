import type pg from "pg";
import { PATIENT } from "../connection.ts";

/** Key of the advisory lock of everybody who writes: counts and conflicts are then exact without further locks. */
export const WRITERS = 7_236_811_902;

const VECTOR_INDEXES = ["articles_vector", "articles_narration_vector", "quotes_vector", "speakers_vector", "revisions_vector"];

/**
 * Runs `work` as one transaction that no other writer shares: all of it is seen, or nothing when it throws.
 * The lock is PostgreSQL's, so it holds across processes, and ends with the transaction however that ends.
 */
export async function writing<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    // An import waits for the one before it: the API's limit on statements is not for it. Words wait for the indexes in
    // lists, which PostgreSQL takes in when they are long. What a server that breaks down loses of the last transactions is
    // imported by running the import again; see `flush`.
    const begin = `BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off;
      SET LOCAL gin_pending_list_limit = '64MB'; SET LOCAL work_mem = '64MB'; SELECT pg_advisory_xact_lock(${WRITERS})`;
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
 * Ends a run of transactions of `writing`: they are on disk when it returns, since a transaction that waits for that has all
 * before it written too; and no words wait for the indexes, where a search would go through them one by one.
 */
export async function flush(client: pg.PoolClient): Promise<void> {
  await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '256MB'");
  for (const index of VECTOR_INDEXES)
    await client.query({ ...PATIENT, text: "SELECT gin_clean_pending_list($1::regclass)", values: [index] });
  await client.query("UPDATE speaker_registry SET applied = applied");
}
