import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "../config.ts";
import { type Office, openOffice } from "../office/office.ts";
import { openPool } from "../store/postgres/connection.ts";
import { migrate } from "../store/postgres/migrate.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import type { Terminal } from "./terminal.ts";

/** Where an archive is: what of the configuration says so. */
export type ArchivePlace = Pick<Config, "dataDir" | "databaseUrl" | "databaseWait">;

/**
 * Does something with the office of an archive: of the database, where one is configured, else of the data folder.
 *
 * @param folder a data folder that was named on the command line; it comes before both
 * @returns the exit code: that of `work`, or 1 where the office cannot be written, which is said on stderr
 */
export async function withOffice(
  { dataDir, databaseUrl, databaseWait }: ArchivePlace,
  folder: string | undefined,
  { stderr }: Pick<Terminal, "stderr">,
  work: (office: Office) => Promise<number>,
): Promise<number> {
  if (databaseUrl === null || folder !== undefined) {
    const path = folder === undefined ? dataDir : resolve(folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      stderr.write(`${path} is not a folder. Name the data folder with --data, or DATABASE_URL for a database.\n`);
      return 1;
    }
    return run(await openOffice({ folder: path }), path, work, stderr);
  }
  await reachDatabase(databaseUrl, databaseWait);
  const pool = openPool(databaseUrl, () => {});
  try {
    await migrate(pool);
    return await run(await openOffice({ pool }), "", work, stderr);
  } finally {
    await pool.end();
  }
}

async function run(office: Office, path: string, work: (office: Office) => Promise<number>, stderr: Terminal["stderr"]): Promise<number> {
  try {
    if (office.unwritable === null) return await work(office);
    stderr.write(`${office.unwritable} It is in ${path}. Check its permissions.\n`);
    return 1;
  } finally {
    await office.close();
  }
}
