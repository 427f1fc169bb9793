import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { DeskBusy } from "../../desk.ts";
import { PRIVATE } from "../history-files.ts";
import { makeFolder } from "../make-folder.ts";

/** Milliseconds a writer waits for others: the first write to a large folder reads all of it. */
const PATIENCE = 60_000;
/** Milliseconds between two tries, at first and at most. */
const PAUSE = 2;
const MAX_PAUSE = 50;

/**
 * Keeps other processes from writing a data folder. What is locked is a database without content, since SQLite gives up the lock
 * of a process that is killed.
 */
export class DeskLock {
  readonly #folder: string;
  #lock: DatabaseSync | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Waits until no other process has the lock, and takes it. @throws DeskBusy; the error of SQLite or of the file system where there can be no lock */
  async take(): Promise<void> {
    this.#lock ??= this.#open();
    const until = performance.now() + PATIENCE;
    for (let pause = PAUSE; ; pause = Math.min(2 * pause, MAX_PAUSE)) {
      try {
        this.#lock.exec("BEGIN EXCLUSIVE");
        return;
      } catch (error) {
        if (!/locked|busy/i.test((error as Error).message)) throw error;
        if (performance.now() > until) throw new DeskBusy("Others have been writing the archive for a minute. Try again later.");
        await setTimeout(pause);
      }
    }
  }

  give(): void {
    this.#lock?.exec("ROLLBACK");
  }

  close(): void {
    this.#lock?.close();
    this.#lock = null;
  }

  #open(): DatabaseSync {
    makeFolder(join(this.#folder, PRIVATE));
    // SQLite itself would wait in this thread.
    return new DatabaseSync(join(this.#folder, PRIVATE, "desk.lock"), { timeout: 0 });
  }
}
