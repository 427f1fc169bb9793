import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isRunning } from "../is-running.ts";
import { isDamage } from "./faults.ts";
import { complete, createTables, isComplete, WORD_TABLES } from "./schema.ts";

/** Milliseconds to wait for another process that writes the same file, and for one that opens or replaces it, which takes some of them. */
const BUSY_TIMEOUT = 60_000;
const ALONE_TIMEOUT = 5_000;
/**
 * KiB of pages kept in memory. The file is not mapped into it: where a mapped file is cut short, or its disk fails, a read is
 * a signal that never ends instead of an error.
 */
const READING_CACHE = 65_536;
/** KiB of pages kept while an index is filled, and bytes of a full-text table before they are written. */
const FILLING_CACHE = 65_536;
const FILLING_WORDS = 2 ** 24;
/** Pages of a full-text table that are merged at a time. */
const MERGED_PAGES = 1000;

const UNFINISHED = ".unfinished";

/** An index in memory, to be filled. */
export function memoryDatabase(version: string): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  createTables(database);
  complete(database, version);
  return database;
}

/** An index in memory, filled: the bytes of a database. */
export function databaseOfBytes(bytes: Uint8Array): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.deserialize(bytes);
  return database;
}

/** The index in a file that an earlier run made, or `null` when there is none of use: missing, damaged, or made by another version. */
export function openDatabase(path: string, version: string): DatabaseSync | null {
  return existsSync(path) ? alone(path, () => openWhole(path, version)) : null;
}

/**
 * Another connection to the index in a file, for a thread that only reads. It waits for nothing: what cannot be read at once is
 * left to the thread that has the file open.
 *
 * @throws when it is not there, damaged, or made by another version
 */
export function openReader(path: string, version: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.exec(`PRAGMA cache_size = -${READING_CACHE}`);
    if (isComplete(database, version)) return database;
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  throw new Error("expected an index of this version");
}

/**
 * Does something with the file of an index while no other process or thread opens, replaces or removes it: SQLite cannot be
 * asked for the journal of a file by two at once, and a file that is replaced is not there for a moment. What is locked is a
 * database of its own, since SQLite gives up the lock of a process that is killed.
 *
 * @throws the error of SQLite when no lock can be had: the folder cannot be written, say
 */
function alone<T>(path: string, act: () => T): T {
  const lock = lockedDatabase(`${path}.lock`);
  try {
    return act();
  } finally {
    lock.close();
  }
}

/** An empty database that nobody else has locked; one whose file was damaged is made anew. */
function lockedDatabase(file: string, isAnew = false): DatabaseSync {
  const lock = new DatabaseSync(file, { timeout: ALONE_TIMEOUT });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (isAnew || !isDamage(error)) throw error;
    rmSync(file, { force: true });
    return lockedDatabase(file, true);
  }
}

/** The index in a file, while no other process touches it. */
function openWhole(path: string, version: string): DatabaseSync | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path);
    database.exec(
      `PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${READING_CACHE}`,
    );
    if (isComplete(database, version)) return database;
  } catch {
    // Not a database, or not one of ours.
  }
  database?.close();
  return null;
}

/**
 * A file to fill an index in beside the one it is to become, so that a start that is cut short leaves nothing behind that
 * a later one takes for whole. Nothing is kept for the case that it is cut short, which makes it several times faster.
 */
export function startFile(path: string): { database: DatabaseSync; install: (version: string) => void; discard: () => void } {
  removeUnfinished(path);
  const unfinished = `${path}.${process.pid}${UNFINISHED}`;
  const database = new DatabaseSync(unfinished);
  const discard = () => {
    if (database.isOpen) database.close();
    rmSync(unfinished, { force: true });
  };
  try {
    prepareFilling(database);
  } catch (error) {
    discard();
    throw error;
  }
  const install = (version: string) => {
    keepWords(database, 2 ** 20);
    for (const table of WORD_TABLES) mergeWords(database, table);
    complete(database, version);
    database.close();
    const file = openSync(unfinished, "r+");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    alone(path, () => {
      // Another process may have been faster; what it serves from must stay.
      const other = openWhole(path, version);
      if (other === null) {
        removeFiles(path);
        renameSync(unfinished, path);
      }
      other?.close();
    });
    rmSync(unfinished, { force: true });
  };
  return { database, install, discard };
}

/** Makes the tables of an index that is to be filled from the beginning. */
function prepareFilling(database: DatabaseSync): void {
  // Most rows of an article fit in one page. The journal in memory holds pages that were there before a transaction, which are few.
  database.exec(
    `PRAGMA page_size = 16384; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -${FILLING_CACHE}`,
  );
  createTables(database);
  keepWords(database, FILLING_WORDS);
}

/** Sets how many bytes of a full-text table are kept in memory before they are written. */
function keepWords(database: DatabaseSync, bytes: number): void {
  for (const table of WORD_TABLES) database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${bytes})`);
}

/**
 * Merges the sorted lists of a full-text table into one, which makes phrases a third faster to find. In steps: `optimize`
 * does the same at once, but took 170 MB more for an index of 100,000 articles.
 */
function mergeWords(database: DatabaseSync, table: string): void {
  const changes = () => database.prepare("SELECT total_changes() AS n").get()?.n as number;
  // A negative number begins a merge of all lists.
  let pages = -MERGED_PAGES;
  let before: number;
  do {
    before = changes();
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`);
    pages = MERGED_PAGES;
    // A step that changes less than two rows has found nothing left to do.
  } while (changes() - before >= 2);
}

/** Removes the file of an index; a process that reads it keeps what it has open. @throws the error of the file system */
export function removeIndex(path: string): void {
  alone(path, () => removeFiles(path));
}

function removeFiles(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
}

/** Removes what was left behind by processes, or threads of this one, that were ended while they filled an index. */
export function removeUnfinished(path: string): void {
  if (!existsSync(dirname(path))) return;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(UNFINISHED)) continue;
    const pid = Number(name.slice(basename(path).length + 1, -UNFINISHED.length));
    if (pid === process.pid || !isRunning(pid)) rmSync(join(dirname(path), name), { force: true });
  }
}
