// Primary result codes of SQLite, the low byte of every code: https://sqlite.org/rescode.html
const ERROR = 1;
const BUSY = 5;
const LOCKED = 6;
const OUT_OF_MEMORY = 7;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const PROTOCOL = 15;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;
/** What has been read is not what was written: IOERR_READ, IOERR_SHORT_READ, IOERR_DATA, IOERR_CORRUPTFS. */
const BAD_READS = [266, 522, 8202, 8458];

/** Thrown when an index does not hold what was written into it. */
export class DamagedIndex extends Error {}

/** The result code of SQLite that an error stands for; `null` when it is none of SQLite's. */
function codeOf(error: unknown): number | null {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : null;
}

function isOneOf(error: unknown, ...codes: number[]): boolean {
  const code = codeOf(error);
  return code !== null && codes.includes(code & 0xff);
}

/** Whether an error is of SQLite. */
export function isOfSqlite(error: unknown): error is Error {
  return codeOf(error) !== null;
}

/** Whether a value could not go in because it breaks a rule of a table: it is there already, say. */
export function isConstraintError(error: unknown): error is Error {
  return isOneOf(error, CONSTRAINT);
}

/** Whether an index could not be written because its disk is full. */
export function isFull(error: unknown): boolean {
  return isOneOf(error, FULL) || (error as NodeJS.ErrnoException).code === "ENOSPC" || (error as NodeJS.ErrnoException).code === "EDQUOT";
}

/** Whether an error means that an index is damaged: only making it anew will help. */
export function isDamage(error: unknown): boolean {
  // All JSON that an index parses is its own.
  if (error instanceof DamagedIndex || error instanceof SyntaxError) return true;
  if (isOneOf(error, ERROR)) return /^no such table/.test((error as Error).message);
  return isOneOf(error, CORRUPT, NOT_A_DATABASE) || BAD_READS.includes(codeOf(error) ?? 0);
}

/** Whether an error of reading means that this connection to the index will not answer again: it is damaged, or its disk is. */
export function isLost(error: unknown): boolean {
  return isDamage(error) || isOneOf(error, IO_ERROR, CANNOT_OPEN, READ_ONLY, PROTOCOL);
}

/** Whether an error of reading will pass by itself. */
export function isPassing(error: unknown): boolean {
  return isOneOf(error, BUSY, LOCKED, OUT_OF_MEMORY, FULL);
}
