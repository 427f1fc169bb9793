import { openPool } from "../store/postgres/connection.ts";
import { migrate } from "../store/postgres/migrate.ts";
import type { Terminal } from "./terminal.ts";

export const MIGRATE_HELP = `Usage: verbatim migrate

Brings the schema of the database that DATABASE_URL names up to date. The server does the same when it starts; use this
command to do it at a time of your choice. Interrupted, it leaves the schema as it was and can be run again.

Exit code: 0 when the schema is up to date, 1 when it could not be brought there, 2 for a wrong command line.
`;

/** `verbatim migrate`. @returns the exit code */
export async function migrateCommand(args: string[], databaseUrl: string | null, { stdout, stderr }: Terminal): Promise<number> {
  if (args.length > 0) {
    stderr.write(`migrate takes no arguments, not "${args.join(" ")}".\nRun "verbatim migrate --help" for what it does.\n`);
    return 2;
  }
  if (databaseUrl === null) {
    stderr.write("DATABASE_URL is not set: there is no database to migrate.\n");
    return 2;
  }
  const pool = openPool(databaseUrl, () => {});
  try {
    const run = await migrate(pool);
    stdout.write(run.length === 0 ? "The schema is up to date.\n" : `Ran ${run.join(", ")}.\n`);
    return 0;
  } catch (error) {
    stderr.write(`The schema could not be brought up to date: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await pool.end();
  }
}
