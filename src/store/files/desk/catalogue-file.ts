import { rmSync } from "node:fs";
import { join } from "node:path";
import { Workers } from "../../../workers/workers.ts";
import { isDamage } from "../../index/faults.ts";
import { PRIVATE } from "../history-files.ts";
import { makeFolder } from "../make-folder.ts";
import { Catalogue, countFiles } from "./catalogue.ts";

/** Files from which on a thread reads what changed: looking at them alone takes a tenth of a second. */
const MANY = 2_000;

/**
 * The catalogue of a folder, kept in a file and brought up to date. One that is damaged is made anew.
 *
 * @param open the one that is open already; without one every file is looked at, also for what was written into it in place
 * @throws the error of SQLite or of the file system where it cannot be written
 */
export async function openCatalogue(folder: string, open: Catalogue | null): Promise<Catalogue> {
  makeFolder(join(folder, PRIVATE));
  const file = join(folder, PRIVATE, "catalogue.sqlite");
  let catalogue = open;
  try {
    catalogue ??= new Catalogue(folder, file);
    if (open === null || !catalogue.isCurrent) await refresh(catalogue, folder, file);
    return catalogue;
  } catch (error) {
    catalogue?.close();
    if (!isDamage(error)) throw error;
    for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true });
    const anew = new Catalogue(folder, file);
    await refresh(anew, folder, file);
    return anew;
  }
}

async function refresh(catalogue: Catalogue, folder: string, file: string): Promise<void> {
  if (countFiles(folder) < MANY) return catalogue.refresh();
  const workers = new Workers({ threads: 1 });
  try {
    await workers.run(import.meta.url, refreshOnThread, { folder, file });
  } finally {
    await workers.close();
  }
}

/** Brings the catalogue of a large folder up to date. @public named to the threads */
export function refreshOnThread({ folder, file }: { folder: string; file: string }): void {
  const catalogue = new Catalogue(folder, file);
  try {
    catalogue.refresh();
  } finally {
    catalogue.close();
  }
}
