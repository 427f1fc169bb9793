import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * From this many articles on, the index of a folder is kept in a file, so that a start reads only what changed. The index of a
 * smaller folder is made in memory at every start, which takes a second or two and leaves nothing behind.
 */
export const LARGE_FOLDER = 1000;

/** The file in which the index of a data folder is kept: one for each folder, whatever path names it. */
export function indexFile(folder: string, cacheDir: string): string {
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
  return join(cacheDir, `${name}.sqlite`);
}

/** A folder for an index that cannot be kept; `null` where none can be made, and the index has to be in memory. */
export function makeTemporaryFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), "verbatim-index-"));
  } catch {
    return null;
  }
}
