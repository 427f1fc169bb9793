import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { IndexDatabase, type Row } from "../../index/database.ts";
import { LEDGER_TABLES, Ledger } from "../../index/history/ledger.ts";
import type { StoreProblem } from "../../store.ts";
import { PRIVATE } from "../history-files.ts";
import { makeFolder } from "../make-folder.ts";

/** Where problems of the journal are told. */
export const JOURNAL = `${PRIVATE}/journal.sqlite`;

/** Raise it when the tables change in a way that an earlier version of the program cannot write. */
const VERSION = 1;
/** Milliseconds to wait for another process that adds to the journal: it takes a second for 100,000 articles. */
export const BUSY_TIMEOUT = 10_000;

/** Thrown when a journal cannot be used; `cure` says what to do. */
export class UnusableJournal extends Error {
  readonly cure: string;
  constructor(message: string, cure: string) {
    super(message);
    this.cure = cure;
  }
}

/**
 * The journal of a data folder: what changed, and when, for all processes that serve it. It is the only thing in the folder that
 * serving writes, and the only one that cannot be made again from the others.
 */
export class JournalFile {
  readonly ledger: Ledger;
  readonly #database: JournalDatabase;

  private constructor(database: DatabaseSync) {
    this.#database = new JournalDatabase(database);
    this.ledger = new Ledger(this.#database);
  }

  /**
   * Opens the journal of a folder, or makes it.
   * @returns `null` when the folder cannot be written: a disk that is only to be read is nothing to complain of
   * @throws UnusableJournal, as all that is done with the journal
   */
  static open(folder: string): JournalFile | null {
    const path = join(folder, JOURNAL);
    if (!isWritable(join(folder, PRIVATE)) && !isWritable(folder)) return null;
    let database: DatabaseSync | null = null;
    try {
      makeFolder(join(folder, PRIVATE));
      database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
      const journal = new JournalFile(database);
      journal.#prepare();
      return journal;
    } catch (error) {
      database?.close();
      throw unusable(error);
    }
  }

  #prepare(): void {
    const version = () => this.#database.get("PRAGMA user_version")?.user_version as number;
    if (version() === 0)
      this.alone(() => {
        // Another process may have been faster.
        if (version() === 0) this.#database.script(`${LEDGER_TABLES} PRAGMA user_version = ${VERSION}`);
      });
    if (version() === VERSION) return;
    throw new UnusableJournal("was written by a newer version of Verbatim", "Use that version, or move the file away to begin another.");
  }

  /** Does something while no other process adds to the journal; all of it is written, or nothing when `act` throws. @throws what `act` throws */
  alone<T>(act: () => T): T {
    try {
      this.#database.begin();
      const result = act();
      this.#database.commit();
      return result;
    } catch (error) {
      this.#database.rollback();
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** Tells errors of the journal from those of the index that is written along with it. */
class JournalDatabase extends IndexDatabase {
  override begin(): void {
    guarded(() => super.begin());
  }

  override commit(): void {
    guarded(() => super.commit());
  }

  override run(sql: string, ...values: SQLInputValue[]) {
    return guarded(() => super.run(sql, ...values));
  }

  override get(sql: string, ...values: SQLInputValue[]) {
    return guarded(() => super.get(sql, ...values));
  }

  override all(sql: string, ...values: SQLInputValue[]) {
    return guarded(() => super.all(sql, ...values));
  }

  override *iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    const rows = guarded(() => super.iterate(sql, ...values)[Symbol.iterator]());
    for (let next = guarded(() => rows.next()); next.done !== true; next = guarded(() => rows.next())) yield next.value;
  }
}

function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw unusable(error);
  }
}

/** What is said of a journal that cannot be used. */
export function journalProblem({ message, cure }: UnusableJournal): StoreProblem {
  const meanwhile = "Until then the articles are served, and their changes are kept no longer than this process runs.";
  return { where: JOURNAL, path: null, message, cure: `${cure} ${meanwhile}` };
}

function unusable(error: unknown): UnusableJournal {
  if (error instanceof UnusableJournal) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === undefined || code === "ERR_SQLITE_ERROR" ? message : code;
  const cure = "Check its disk and its permissions; if it is damaged, put back a copy, or delete it to begin another.";
  return new UnusableJournal(`cannot be used (${reason})`, cure);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
