import type pg from "pg";
import { type Desk, DeskBusy, type Writing } from "../desk.ts";
import { DatabaseWriting } from "./desk/database-writing.ts";
import { Turns } from "./desk/turns.ts";
import { unwritable } from "./desk/unwritable.ts";
import { WRITERS } from "./writing/transaction.ts";

/** Milliseconds a writer waits for others: a load holds the database for one batch at a time, some seconds at most. */
const WAIT = 10_000;
/** Milliseconds a statement of a writer may run, and those it may leave the database waiting between two. */
const STATEMENT = 60_000;

/** PostgreSQL's `lock_not_available`. */
const LOCKED = "55P03";

export interface DeskOptions {
  /** Called after each change, before `alone` returns; see `PostgresStore.changed`. */
  onWritten?: () => void;
  /** Milliseconds a writer waits for others. */
  wait?: number;
}

/** The desk of an archive in PostgreSQL. `close` leaves the pool open. @param pool of the server that is written to */
export function openDatabaseDesk(pool: pg.Pool, { onWritten = () => {}, wait = WAIT }: DeskOptions = {}): Desk {
  return new DatabaseDesk(pool, onWritten, wait);
}

/**
 * Writes as transactions that no other writer shares, on one connection at a time: writers that wait must not take the connections
 * that answers need.
 */
class DatabaseDesk implements Desk {
  readonly #pool: pg.Pool;
  readonly #onWritten: () => void;
  readonly #wait: number;
  readonly #turns = new Turns();

  constructor(pool: pg.Pool, onWritten: () => void, wait: number) {
    this.#pool = pool;
    this.#onWritten = onWritten;
    this.#wait = wait;
  }

  async alone<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    const begun = performance.now();
    return this.#turns.take(this.#wait, async () => {
      const client = await this.#pool.connect().catch((error) => {
        throw unwritable(error);
      });
      // A connection that breaks between two statements reports it here as well as in the next one.
      const ignore = () => {};
      client.on("error", ignore);
      let broken = true;
      try {
        const left = Math.max(1, Math.round(this.#wait - (performance.now() - begun)));
        const { result, changed } = await transaction(client, left, work);
        broken = false;
        if (changed) this.#onWritten();
        return result;
      } finally {
        client.removeListener("error", ignore);
        // After an error the connection may be in the middle of something.
        client.release(broken);
      }
    });
  }

  async close(): Promise<void> {}
}

/** @param wait milliseconds for the lock. @returns what `work` returns, and whether it wrote anything */
async function transaction<T>(client: pg.PoolClient, wait: number, work: (writing: Writing) => Promise<T>) {
  await begin(client, wait);
  try {
    const writing = new DatabaseWriting(client);
    const result = await work(writing);
    await writing.end();
    return { result, changed: writing.changed };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function begin(client: pg.PoolClient, wait: number): Promise<void> {
  const limits = `SET LOCAL statement_timeout = ${STATEMENT + wait}; SET LOCAL lock_timeout = ${wait};
    SET LOCAL idle_in_transaction_session_timeout = ${STATEMENT}; SET LOCAL synchronous_commit = on`;
  try {
    await client.query({ text: `BEGIN; ${limits}`, query_timeout: STATEMENT } as pg.QueryConfig);
    const { rows } = await client.query<{ only: string }>("SELECT current_setting('transaction_read_only') AS only");
    if (rows[0]?.only === "on") throw Object.assign(new Error("read-only"), { code: "25006" });
    await client.query({ text: `SELECT pg_advisory_xact_lock(${WRITERS})`, query_timeout: STATEMENT + wait } as pg.QueryConfig);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    if ((error as { code?: unknown }).code === LOCKED) throw new DeskBusy(BUSY);
    throw unwritable(error);
  }
}

const BUSY = "Others are writing the archive, and have been for longer than a writer waits. Try again.";
