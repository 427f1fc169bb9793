import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { inSession } from "./connection.ts";

/** Where the numbered migrations lie: `0001-schema.sql` and so on, without gaps. */
export const MIGRATIONS = resolve(import.meta.dirname, "migrations");

/** Key of the advisory lock that one migrating process holds; any number that nothing else in the database uses. */
const LOCK = 7_236_811_901;

/** Thrown when the database was migrated by a newer version than this one. */
export class NewerDatabase extends Error {}

/** Thrown when the database was made by a version before the first release; nothing in it is changed. */
class OlderDatabase extends Error {}

/**
 * Brings the database to the newest schema. Each migration runs in a transaction of its own, so an interrupted one leaves
 * the schema before it and can be run again; several processes at once wait for each other.
 *
 * @param folder holds the migrations
 * @returns the names of the migrations that were run
 * @throws NewerDatabase when the database has migrations that this version does not know
 * @throws OlderDatabase when its first migration is not this version's
 */
export async function migrate(pool: pg.Pool, folder = MIGRATIONS): Promise<string[]> {
  const files = listMigrations(folder);
  return inSession(pool, async (client) => {
    await client.query("SET statement_timeout = 0");
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
      version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await client.query<{ version: number; name: string }>("SELECT version, name FROM schema_migrations ORDER BY version");
    const newest = rows.at(-1)?.version ?? 0;
    if (newest > files.length) {
      throw new NewerDatabase(`The database has schema version ${newest}, this Verbatim knows ${files.length}. Run the newer Verbatim.`);
    }
    const [first] = rows;
    if (first !== undefined && first.name !== files[0]) {
      const cure = "Export its articles with that version, and load them into an empty database.";
      throw new OlderDatabase(`The database was made by a version of Verbatim before its first release. ${cure}`);
    }
    const due = files.slice(newest);
    for (const [index, name] of due.entries()) {
      await client.query("BEGIN");
      try {
        await client.query(readFileSync(join(folder, name), "utf8"));
        await client.query("INSERT INTO schema_migrations (version, name) VALUES ($1, $2)", [newest + index + 1, name]);
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {});
        throw error;
      }
    }
    return due;
  });
}

function listMigrations(folder: string): string[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  for (const [index, name] of files.entries()) {
    if (Number.parseInt(name, 10) !== index + 1) throw new Error(`expected migration ${index + 1}, found ${name}`);
  }
  return files;
}
