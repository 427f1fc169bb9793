import { existsSync, readdirSync, rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRunning } from "../is-running.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * Writes files that belong together: all are written beside their places first and then renamed, so that a reader never
 * sees half a file and a failure before the first renaming leaves everything as it was. What they replace goes last.
 *
 * @param folder made when it is not there, as are the folders of the files.
 * @param files in the order in which they appear; paths relative to the folder.
 * @param replaced paths of files that are deleted, where they are there.
 * @throws the error of the file system.
 */
export async function writeTogether(
  folder: string,
  files: { path: string; content: string | Uint8Array }[],
  replaced: string[] = [],
): Promise<void> {
  const moves = files.map(({ path, content }) => {
    const place = join(folder, path);
    return { place, content, temporary: join(dirname(place), `.${process.pid}-${shorten(basename(place))}`) };
  });
  try {
    for (const { place, temporary, content } of moves) {
      makeFolder(dirname(place));
      await writeFile(temporary, content);
    }
    for (const { place, temporary } of moves) await rename(temporary, place);
    for (const path of replaced) await rm(join(folder, path), { force: true });
  } finally {
    await Promise.all(moves.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

/** Removes the files in a folder that `writeTogether` had not renamed when its process ended. */
export function removeUnfinished(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, pid] = /^\.(\d+)-.*\.(?:json|txt|tmp)$/s.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** File names have at most 255 bytes; the temporary one needs room for more in front. */
function shorten(name: string): string {
  return Buffer.byteLength(name) <= 200 ? name : `${[...name].slice(0, 50).join("")}.tmp`;
}
