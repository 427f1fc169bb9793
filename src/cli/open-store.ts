import { describeProblem } from "../store/files/data-folder.ts";
import { FilesStore } from "../store/files/files-store.ts";
import { PostgresStore } from "../store/postgres/postgres-store.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import type { Store, StoreProblem } from "../store/store.ts";
import type { ArchivePlace } from "./archive-place.ts";
import { printable, type Terminal } from "./terminal.ts";

/** Where the archive of a command that reads it is. */
export interface ReadPlace extends ArchivePlace {
  cacheDir: string | null;
  /** Where the archive is served, for the addresses that `--json` has. */
  publicUrl: string | null;
}

/** The archive of a command that reads it: a database, or a data folder as it is now. What is wrong in it is told. @throws when it cannot be reached */
export async function openStore({ dataDir, cacheDir, databaseUrl, databaseWait }: ReadPlace, stderr: Terminal["stderr"]): Promise<Store> {
  const onProblem = (problem: StoreProblem) => stderr.write(`${printable(describeProblem(problem))}\n`);
  if (databaseUrl === null) return FilesStore.open({ folder: dataDir, cacheDir, watch: false, onProblem });
  await reachDatabase(databaseUrl, databaseWait);
  return PostgresStore.open({ url: databaseUrl, readUrl: null, onProblem });
}
