import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFull, isOfSqlite } from "../../index/faults.ts";
import { ARTICLES, hasArticles, listSlugs } from "../data-folder.ts";

const MEBIBYTE = 1024 * 1024;
/** Bytes of an index for each byte of article files: 1.15 for 3,000 short articles, less for long ones. */
const INDEX_SIZE = 1.25;

/** Why an index could not be brought in line with its folder. The message names no path and may be shown to anybody; `cause` is for the log. */
export interface UpdateFailure extends Error {
  cause: { of: "index" | "folder"; cure: string; detail: string };
}

/** What becomes of an error of an update; threads can pass it on. */
export function updateFailure(error: unknown, { folder, index }: { folder: string; index: string | Uint8Array | null }): UpdateFailure {
  const { message, code, path } = error as NodeJS.ErrnoException;
  const file = typeof index === "string" ? index : null;
  const detail = file === null ? message : `${file}: ${message}`;
  if (file !== null && isFull(error)) {
    const disk = spaceFor(file, folder);
    return failure(
      `the disk is full: ${disk}`,
      "index",
      "Make room on it, or set CACHE_DIR to a folder of another disk.",
      `${detail} (${disk})`,
    );
  }
  if (file !== null && (isOfSqlite(error) || (code !== undefined && (path === undefined || path.startsWith(dirname(file)))))) {
    const reason = isOfSqlite(error) ? message : code;
    return failure(`cannot be written (${reason})`, "index", "Set CACHE_DIR to a folder that can be written.", detail);
  }
  const reason = code === undefined ? message.replaceAll(folder, "DATA_DIR") : `cannot be read (${code})`;
  return failure(reason, "folder", "Check the data folder.", message);
}

function failure(message: string, of: "index" | "folder", cure: string, detail: string): UpdateFailure {
  return new Error(message, { cause: { of, cure, detail } }) as UpdateFailure;
}

/** How much room an index needs on its disk, and how much there is. */
function spaceFor(file: string, folder: string): string {
  const present = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let articles = 0;
  if (hasArticles(folder)) {
    for (const slug of listSlugs(folder))
      articles += statSync(join(folder, ARTICLES, `${slug}.json`), { throwIfNoEntry: false })?.size ?? 0;
  }
  const needed = Math.ceil(Math.max(present, articles * INDEX_SIZE) / MEBIBYTE);
  let disk = dirname(file);
  while (!existsSync(disk)) disk = dirname(disk);
  const { bavail, bsize } = statfsSync(disk);
  return `about ${needed} MiB are needed, ${Math.floor((bavail * bsize) / MEBIBYTE)} MiB are free`;
}
