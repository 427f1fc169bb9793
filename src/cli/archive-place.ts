import { statSync } from "node:fs";
import { resolve } from "node:path";
import type pg from "pg";
import type { Config } from "../config.ts";
import type { Desk } from "../store/desk.ts";
import { openFolderDesk } from "../store/files/folder-desk.ts";
import { openPool } from "../store/postgres/connection.ts";
import { openDatabaseDesk } from "../store/postgres/database-desk.ts";
import { migrate } from "../store/postgres/migrate.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import type { Terminal } from "./terminal.ts";

/** Where an archive is: what of the configuration says so. */
export type ArchivePlace = Pick<Config, "dataDir" | "databaseUrl" | "databaseWait">;

/** An archive to write: a data folder, or a database with the present schema. */
export type OpenArchive = { folder: string } | { pool: pg.Pool };

/**
 * Does something with an archive: the database, where one is configured, else the data folder.
 *
 * @param folder a data folder that was named on the command line; it comes before both
 * @returns what `work` returns
 */
export async function withArchive(
  { dataDir, databaseUrl, databaseWait }: ArchivePlace,
  folder: string | undefined,
  work: (archive: OpenArchive) => Promise<number>,
): Promise<number> {
  if (databaseUrl === null || folder !== undefined) return work({ folder: resolve(folder ?? dataDir) });
  await reachDatabase(databaseUrl, databaseWait);
  const pool = openPool(databaseUrl, () => {});
  try {
    await migrate(pool);
    return await work({ pool });
  } finally {
    await pool.end();
  }
}

/** Whether an archive is there; a folder that is not is told of. */
export function isThere(archive: OpenArchive, { stderr }: Pick<Terminal, "stderr">): boolean {
  if ("pool" in archive || statSync(archive.folder, { throwIfNoEntry: false })?.isDirectory()) return true;
  stderr.write(`${archive.folder} is not a folder. Name the data folder with --data, or DATABASE_URL for a database.\n`);
  return false;
}

/** The desk of an archive. */
export function openDesk(archive: OpenArchive): Desk {
  return "pool" in archive ? openDatabaseDesk(archive.pool) : openFolderDesk(archive.folder);
}
