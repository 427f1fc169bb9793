import { DeskUnwritable } from "../../desk.ts";

/** Result codes of SQLite (https://sqlite.org/rescode.html): read-only, an error of the disk, a full one, a file that cannot be opened. */
const SQLITE = new Map([
  [8, "EROFS"],
  [10, "EIO"],
  [13, "ENOSPC"],
  [14, "EACCES"],
]);

/** What to do about an error of the file system. */
const CURES: Record<string, string> = {
  ENOSPC: "Its disk is full: make room.",
  EDQUOT: "Its disk quota is used up: make room.",
  EROFS: "It is on a read-only file system: mount it to be written, or publish where it can be.",
  EACCES: "Give the user that Verbatim runs as the right to write it.",
  EPERM: "Give the user that Verbatim runs as the right to write it.",
};

/** The code of an error of the file system, also where SQLite met it; `null` for another error. */
export function fileSystemCode(error: unknown): string | null {
  const { code, errcode } = error as NodeJS.ErrnoException & { errcode?: number };
  const known = code === "ERR_SQLITE_ERROR" ? SQLITE.get((errcode ?? 0) & 0xff) : code;
  return known === undefined || !/^E[A-Z0-9]+$/.test(known) || known.startsWith("ERR_") ? null : known;
}

/** Passes an error on; one of the file system as `DeskUnwritable`, which says what to do and names no path. */
export function unwritable(error: unknown): never {
  const code = fileSystemCode(error);
  if (code === null) throw error;
  const cure = CURES[code] ?? "Check its disk and the rights to it.";
  throw new DeskUnwritable(`The data folder cannot be written (${code}). ${cure}`, { cause: new Error((error as Error).message) });
}
