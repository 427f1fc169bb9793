import { openPool } from "../store/postgres/connection.ts";
import { migrate } from "../store/postgres/migrate.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import { refuse, type Terminal } from "./terminal.ts";

export const MIGRATE_HELP = `Usage: verbatim migrate

Updates the schema of the database that DATABASE_URL names. The server does so when it starts; run this command to do it
at a time of your choice. When it is interrupted, the schema stays as it was; run it again.

Exit code: 0 when the schema is up to date, 1 when the update failed, 2 for a wrong command line.
`;

/** `verbatim migrate`. @param databaseWait milliseconds the database may take to answer. @returns the exit code */
export async function migrateCommand(args: string[], databaseUrl: string | null, terminal: Terminal, databaseWait = 0): Promise<number> {
  if (args.length > 0) return refuse("migrate", `migrate takes no arguments, not "${args.join(" ")}".`, terminal);
  if (databaseUrl === null) return refuse("migrate", "DATABASE_URL is not set: there is no database to migrate.", terminal);
  const pool = openPool(databaseUrl, () => {});
  try {
    await reachDatabase(databaseUrl, databaseWait);
    const migrations = await migrate(pool);
    terminal.stdout.write(migrations.length === 0 ? "The schema is up to date.\n" : `Ran ${migrations.join(", ")}.\n`);
    return 0;
  } catch (error) {
    terminal.stderr.write(`The schema could not be updated: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await pool.end();
  }
}
