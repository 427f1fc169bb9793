import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { DeskBusy } from "../../desk.ts";
import { PRIVATE } from "../history-files.ts";
import { makeFolder } from "../make-folder.ts";

/** Milliseconds a writer waits for others: the first write to a large folder reads all of it. */
const PATIENCE = 60_000;
/** Milliseconds between two tries of who is next, and at most of the others. */
const PAUSE = 2;
const MAX_PAUSE = 20;

/**
 * Keeps other processes from writing a data folder. What is locked are databases without content, since SQLite gives up the lock
 * of a process that is killed.
 *
 * There are two: whoever has `next` waits for the lock itself, so that a process that writes again and again, a long import say,
 * lets others in between.
 */
export class DeskLock {
  readonly #folder: string;
  #databases: { next: DatabaseSync; lock: DatabaseSync } | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Waits until no other process has the lock, and takes it. @throws DeskBusy; the error of SQLite or of the file system where there can be no lock */
  async take(): Promise<void> {
    const { next, lock } = this.#open();
    const until = performance.now() + PATIENCE;
    await begin(next, MAX_PAUSE, until);
    try {
      await begin(lock, PAUSE, until);
    } finally {
      next.exec("ROLLBACK");
    }
  }

  give(): void {
    this.#databases?.lock.exec("ROLLBACK");
  }

  close(): void {
    this.#databases?.next.close();
    this.#databases?.lock.close();
    this.#databases = null;
  }

  #open(): { next: DatabaseSync; lock: DatabaseSync } {
    if (this.#databases === null) {
      const folder = join(this.#folder, PRIVATE);
      makeFolder(folder);
      // SQLite itself would wait in this thread.
      const [next, lock] = ["desk.next", "desk.lock"].map((name) => new DatabaseSync(join(folder, name), { timeout: 0 }));
      this.#databases = { next, lock } as { next: DatabaseSync; lock: DatabaseSync };
    }
    return this.#databases;
  }
}

/** @param until on the clock of `performance` */
async function begin(database: DatabaseSync, maxPause: number, until: number): Promise<void> {
  for (let pause = PAUSE; ; pause = Math.min(2 * pause, maxPause)) {
    try {
      database.exec("BEGIN EXCLUSIVE");
      return;
    } catch (error) {
      // SQLITE_BUSY
      if (((error as { errcode?: number }).errcode ?? 0) !== 5) throw error;
      if (performance.now() > until) throw new DeskBusy("Others have been writing the archive for a minute. Try again later.");
      await setTimeout(pause);
    }
  }
}
