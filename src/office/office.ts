import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { fileSystemCode } from "../store/files/desk/unwritable.ts";
import { run } from "../store/postgres/connection.ts";
import { MIGRATIONS } from "../store/postgres/migrate.ts";
import { StoreUnavailable } from "../store/store.ts";

/**
 * A small store for what is not content, in the database or in a file of the data folder. Statements are the same for both: their
 * parameters are `$1`, `$2` and so on, values are text, whole numbers or `null`, and each is a transaction of its own.
 */
export interface Office {
  /** Why it keeps nothing after its end, in a sentence without paths: the folder cannot be written. `null`: it keeps all. */
  readonly unwritable: string | null;
  /** Runs one statement. @returns its rows. @throws StoreUnavailable when the office cannot be reached or written for now */
  run<Row extends object>(statement: string, ...values: OfficeValue[]): Promise<Row[]>;
  /** Runs statements that are seen together or not at all. @returns the rows of each. @throws what `run` throws */
  together(statements: OfficeStatement[]): Promise<object[][]>;
  close(): Promise<void>;
}

type OfficeValue = string | number | null;
export type OfficeStatement = readonly [statement: string, ...values: OfficeValue[]];

/** Those migrations of PostgreSQL that make its tables, in their order: a file runs them too, those that it has not seen. */
const SCHEMA = ["0007-office.sql", "0008-webhooks.sql"];

/** Folder in a data folder that is not to be served, exported or committed. */
const PRIVATE = "private";
/** Milliseconds to wait for another process that writes the file, in all and between two tries: no try holds the event loop. */
const BUSY_WAIT = 5_000;
const BUSY_RETRY = 20;

/**
 * Opens the office of a data folder or of a database whose schema is up to date. One in a folder that cannot be written is empty and
 * kept in memory; `unwritable` says so.
 */
export async function openOffice(archive: { folder: string } | { pool: pg.Pool }): Promise<Office> {
  if ("pool" in archive) return databaseOffice(archive.pool);
  if (!existsSync(archive.folder)) {
    return fileOffice(":memory:", "The data folder is not there yet. Make it, add a key, and start the server again.");
  }
  try {
    const folder = join(archive.folder, PRIVATE);
    // Only the server's own user reads what is in it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await fileOffice(join(folder, "office.sqlite"), null);
  } catch (error) {
    const code = fileSystemCode(error instanceof StoreUnavailable ? error.cause : error) ?? "unknown error";
    const why = `The folder "${PRIVATE}" of the archive cannot be written (${code}): neither keys nor webhooks can be kept in it.`;
    return fileOffice(":memory:", why);
  }
}

async function fileOffice(path: string, unwritable: string | null): Promise<Office> {
  const database = new DatabaseSync(path);
  try {
    // A write is on disk before it is answered. Writers of several processes wait for each other in `patiently`.
    database.exec("PRAGMA busy_timeout = 0");
    await patiently(() => database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"));
    await patiently(() => migrate(database));
  } catch (error) {
    database.close();
    throw error;
  }
  const act = (statement: string, values: OfficeValue[]) => database.prepare(statement).all(named(values));
  return {
    unwritable,
    run: async <Row extends object>(statement: string, ...values: OfficeValue[]) => patiently(() => act(statement, values) as Row[]),
    together: (statements) =>
      patiently(() => inTransaction(database, () => statements.map(([statement, ...values]) => act(statement, values)))),
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

/** Values as SQLite takes those of `$1`, `$2`: by name. */
function named(values: OfficeValue[]): Record<string, SQLInputValue> {
  return Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
}

function migrate(database: DatabaseSync): void {
  inTransaction(database, () => {
    const seen = database.prepare("PRAGMA user_version").get()?.user_version as number;
    for (const file of SCHEMA.slice(seen)) database.exec(readFileSync(join(MIGRATIONS, file), "utf8"));
    if (seen < SCHEMA.length) database.exec(`PRAGMA user_version = ${SCHEMA.length}`);
  });
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const done = work();
    database.exec("COMMIT");
    return done;
  } catch (error) {
    // SQLite has taken changes back itself where the disk is full.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

// Result codes of SQLite (https://sqlite.org/rescode.html), without their extensions: another process writes; the file cannot be
// written now.
const BUSY = [5, 6];
const AWAY = [8, 10, 13, 14];

/** Tries again while another process writes. */
async function patiently<T>(act: () => T): Promise<T> {
  const until = performance.now() + BUSY_WAIT;
  for (;;) {
    try {
      return act();
    } catch (error) {
      const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
      if (AWAY.includes(code)) throw new StoreUnavailable("The office of the archive cannot be written at the moment.", { cause: error });
      if (!BUSY.includes(code)) throw error;
      if (performance.now() > until) throw new StoreUnavailable("Others write the office of the archive.", { cause: error });
    }
    await setTimeout(BUSY_RETRY);
  }
}

function databaseOffice(pool: pg.Pool): Office {
  return {
    unwritable: null,
    run: (statement, ...values) => run(pool, statement, values),
    async together(statements) {
      const client = await pool.connect();
      // A connection that breaks between two statements reports it here as well as in the next statement.
      const ignore = () => {};
      client.on("error", ignore);
      let broken: Error | undefined;
      try {
        await run(client, "BEGIN", []);
        const rows: object[][] = [];
        for (const [statement, ...values] of statements) rows.push(await run(client, statement, values));
        await run(client, "COMMIT", []);
        return rows;
      } catch (error) {
        broken = error as Error;
        throw error;
      } finally {
        client.off("error", ignore);
        // A connection in the middle of a transaction is not used again.
        client.release(broken);
      }
    },
    // The pool is closed by whoever opened it.
    async close() {},
  };
}
