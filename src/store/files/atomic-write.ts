import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRunning } from "../is-running.ts";
import { PRIVATE, REVISIONS } from "./history-files.ts";
import { makeFolder } from "./make-folder.ts";

/** A change of several files, once all of them are written in hidden ones: what is to be done is done, whoever does it. */
const UNFINISHED = join(PRIVATE, "unfinished.json");

/** What is still to be done of a change, in this order; paths are relative to the folder. */
interface Unfinished {
  /** Files to be given their names. */
  moves: { temporary: string; path: string }[];
  /** Files to be deleted; a folder of revisions that is empty then goes as well. */
  replaced: string[];
}

/**
 * Writes files that belong together, all or none of them, also when the process is killed: all are written in hidden files
 * first, and what is to be done with them is written down. From then on the change is made by this process, or ended by
 * `finishWriting`. A reader never sees half a file, and sees them appear in their order; what they replace goes last.
 *
 * One process at a time may do so in a folder.
 *
 * @param folder made when it is not there, as are the folders of the files.
 * @param files in the order in which they appear; paths relative to the folder.
 * @param replaced paths of files that are deleted, where they are there, in this order.
 * @throws the error of the file system.
 */
export async function writeTogether(
  folder: string,
  files: { path: string; content: string | Uint8Array }[],
  replaced: string[] = [],
): Promise<void> {
  for (const path of [...files.map((file) => file.path), ...replaced])
    if (path.split(/[/\\]/).includes("..")) throw new Error(`expected a path inside the folder, not "${path}"`);
  const moves = files.map(({ path }) => ({ path, temporary: temporaryOf(path) }));
  const there = replaced.filter((path) => existsSync(join(folder, path)));
  const log = `${UNFINISHED}.tmp`;
  try {
    for (const [index, { path, temporary }] of moves.entries()) {
      makeFolder(dirname(join(folder, path)));
      await writeFile(join(folder, temporary), files[index]?.content ?? "");
    }
    // One renaming or one deletion is whole by itself.
    if (moves.length + there.length > 1) {
      makeFolder(join(folder, PRIVATE));
      await writeFile(join(folder, log), JSON.stringify({ moves, replaced: there } satisfies Unfinished));
      await rename(join(folder, log), join(folder, UNFINISHED));
    }
  } catch (error) {
    await Promise.all([log, ...moves.map(({ temporary }) => temporary)].map((path) => rm(join(folder, path), { force: true })));
    throw error;
  }
  carryOut(folder, { moves, replaced: there });
}

/** Whether a change was cut short that `finishWriting` ends, or is being written. */
export function isUnfinished(folder: string): boolean {
  return existsSync(join(folder, UNFINISHED));
}

/** Ends a change that `writeTogether` had begun when its process ended. @returns whether there was one @throws the error of the file system */
export function finishWriting(folder: string): boolean {
  if (!isUnfinished(folder)) return false;
  carryOut(folder, JSON.parse(readFileSync(join(folder, UNFINISHED), "utf8")) as Unfinished);
  return true;
}

function carryOut(folder: string, { moves, replaced }: Unfinished): void {
  for (const { temporary, path } of moves) {
    // It has its name already when this was cut short.
    if (existsSync(join(folder, temporary))) renameSync(join(folder, temporary), join(folder, path));
  }
  for (const path of replaced) rmSync(join(folder, path), { force: true });
  for (const path of new Set(replaced.filter((one) => one.startsWith(`${REVISIONS}/`)).map(dirname))) removeEmpty(join(folder, path));
  rmSync(join(folder, UNFINISHED), { force: true });
}

/** A folder that somebody has put a file into stays. */
function removeEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {}
}

/** Removes the files in a folder that `writeTogether` had not renamed when its process ended. To be called while nobody else writes, after `finishWriting`. */
export function removeUnfinished(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, pid] = /^\.(\d+)-.*\.(?:json|txt|tmp)$/s.exec(name) ?? [];
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))) rmSync(join(folder, name), { force: true });
  }
}

/** In the uppermost folder of the path: those that are left behind are then looked for in few. File names have at most 255 bytes. */
function temporaryOf(path: string): string {
  const name = basename(path);
  const part = Buffer.byteLength(name) <= 200 ? name : `${[...name].slice(0, 50).join("")}.tmp`;
  return join(path.includes("/") ? (path.split("/")[0] ?? "") : "", `.${process.pid}-${part}`);
}
