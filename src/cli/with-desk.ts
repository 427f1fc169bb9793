import { statSync } from "node:fs";
import { resolve } from "node:path";
import { PublishingRefused } from "../publishing/refusal.ts";
import { type Desk, DeskBusy, DeskConflict, DeskUnwritable } from "../store/desk.ts";
import { openFolderDesk } from "../store/files/folder-desk.ts";
import { openPool } from "../store/postgres/connection.ts";
import { openDatabaseDesk } from "../store/postgres/database-desk.ts";
import { migrate } from "../store/postgres/migrate.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import type { Terminal } from "./terminal.ts";
import type { ArchivePlace } from "./with-office.ts";

/**
 * Writes an archive: the database, where one is configured, else the data folder.
 *
 * @param folder a data folder that was named on the command line; it comes before both
 * @returns the exit code: that of `work`, or 1 where it is refused, which is said on stderr
 */
export async function withDesk(
  { dataDir, databaseUrl, databaseWait }: ArchivePlace,
  folder: string | undefined,
  { stderr }: Pick<Terminal, "stderr">,
  work: (desk: Desk) => Promise<number>,
): Promise<number> {
  const path = resolve(folder ?? dataDir);
  if (databaseUrl === null || folder !== undefined) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return run(openFolderDesk(path), work, stderr, ` It is ${path}.`);
    stderr.write(`${path} is not a folder. Name the data folder with --data, or DATABASE_URL for a database.\n`);
    return 1;
  }
  await reachDatabase(databaseUrl, databaseWait);
  const pool = openPool(databaseUrl, () => {});
  try {
    await migrate(pool);
    return await run(openDatabaseDesk(pool), work, stderr, "");
  } finally {
    await pool.end();
  }
}

async function run(desk: Desk, work: (desk: Desk) => Promise<number>, stderr: Terminal["stderr"], where: string): Promise<number> {
  try {
    return await work(desk);
  } catch (error) {
    const isKnown = [PublishingRefused, DeskBusy, DeskConflict, DeskUnwritable].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    stderr.write(`${(error as Error).message}${error instanceof DeskUnwritable ? where : ""}\n`);
    return 1;
  } finally {
    await desk.close();
  }
}
