import { rmSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { toInstant } from "../../article/model/instants.ts";
import { Workers } from "../../workers/workers.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { isLost, isPassing } from "../index/faults.ts";
import { removeIndex, removeUnfinished } from "../index/index-file.ts";
import { loadingMessage, type StoreProblem, StoreUnavailable } from "../store.ts";
import { type Count, type Counted, Counting, countIn } from "./counting.ts";
import { ARTICLES, listSlugs, slugOfFile } from "./data-folder.ts";
import type { FolderChanges } from "./folder-watch.ts";
import { indexFile, LARGE_FOLDER, makeTemporaryFolder } from "./index-location.ts";
import type { UpdateMessage } from "./update/folder-update.ts";
import type { UpdateFailure } from "./update/update-failure.ts";
import { damaged, INDEX, runUpdate } from "./update/update-index.ts";

/** Milliseconds an update may go on without telling anything: far more than SQLite needs to tidy up a large index. */
const SILENCE = 300_000;
/** Times an index is made that another process removes. */
const MAX_TRIES = 5;
/** Milliseconds before a damaged index is tried to be made anew again, and at most, as the time doubles. */
const RETRY = 1000;
const MAX_RETRY = 30_000;

export interface LiveIndexOptions {
  /** The data folder. */
  folder: string;
  /** Folder for the index of a large data folder; `null` keeps it no longer than this process. */
  cacheDir: string | null;
  /** Whether changes are noted in the journal of the folder. */
  journal: boolean;
  clock: () => Date;
  /** Told of every file that cannot be served as it is, once each time it is read; with an error that has paths, for the log. */
  onProblem: (problem: StoreProblem, error?: Error) => void;
  /** Called when `current` is another one. */
  onChange: () => void;
}

/** The index of a data folder. It is written beside this thread, which only reads it, and each change shows when it is whole. */
export class LiveIndex {
  /** What is wrong, by file. */
  readonly problems = new Map<string, StoreProblem[]>();
  readonly #options: LiveIndexOptions;
  readonly #workers = new Workers({ threads: 1, timeLimit: SILENCE });
  readonly #counting = new Counting();
  #loaded: Promise<void> | null = null;
  #updating: Promise<void> = Promise.resolve();
  #progress: { read: number; total: number };
  #current: ArticleIndex | null = null;
  /** The file of the index; `null` when it is in memory. */
  #file: string | null = null;
  /** How many times the index was switched. */
  #version = 0;
  /** The folder of a file that is not kept. */
  #temporary: string | null = null;
  /** Where the index of a large folder is kept; `null` where nothing can be. */
  #cacheDir: string | null;
  #mending = false;
  #closed = false;

  /** @throws Error with a message for the operator when the folder cannot be read */
  constructor(options: LiveIndexOptions) {
    this.#options = options;
    this.#cacheDir = options.cacheDir;
    this.#progress = { read: 0, total: listSlugs(options.folder).length };
  }

  /** The index as it is now; `null` until the folder has been read. */
  get current(): ArticleIndex | null {
    return this.#current;
  }

  /**
   * Answers from the index as it is now. The first error of a damaged one has it made anew.
   * @throws StoreUnavailable until the folder has been read, and while the index is made anew
   */
  ask<T>(question: (index: ArticleIndex) => T): T {
    const index = this.#current;
    if (index === null) throw new StoreUnavailable(loadingMessage(this.#progress));
    try {
      return question(index);
    } catch (error) {
      if (this.#file !== null && isLost(error)) void this.#mend(index, this.#file, error as Error);
      else if (!isPassing(error)) throw error;
      throw new StoreUnavailable("The index cannot be read at the moment.", { cause: error });
    }
  }

  /** As `ask`; what counts in an index in a file runs beside this thread. */
  async count<Asks extends Count>(asked: Asks): Promise<Counted<Asks>> {
    const file = this.#current === null ? null : this.#file;
    const counted = file === null ? null : await this.#counting.run({ file, version: this.#version }, asked);
    return counted ?? this.ask((index) => countIn(index, asked));
  }

  /** Counts once where a thread does: to start it and to compile what it runs takes as long as to count, and nobody waits for it here. */
  async startCounting(): Promise<void> {
    if (this.#file !== null) await this.count({ of: "statistics", query: { by: ["speaker"], limit: 0 } });
  }

  /** How far the first load is, in articles. */
  get progress(): { read: number; total: number } {
    return this.#progress;
  }

  /** Reads the folder, once. @returns when it is read, or `close` was called. @throws Error with a message for the operator */
  load(): Promise<void> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /**
   * Reads what changed and switches to it; what cannot be read leaves the index as it is.
   * @returns whether it was read
   */
  async refresh(changes: FolderChanges): Promise<boolean> {
    try {
      await this.load();
      await this.#update(changes);
      return true;
    } catch (error) {
      // Without a first load there is nothing to keep up to date.
      if (this.#closed || this.#current === null) return true;
      this.#reportOnce(error as Error | UpdateFailure);
      return false;
    }
  }

  /** Ends an update under way; nothing of it stays. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#workers.close(), this.#counting.close()]);
    await this.#loaded?.catch(() => {});
    const unfinished = this.#current === null;
    this.#current?.close();
    this.#current = null;
    if (unfinished && this.#file !== null) removeUnfinished(this.#file);
    if (this.#temporary !== null) rmSync(this.#temporary, { recursive: true, force: true });
  }

  /** Reads the folder, or what changed since the index in its file was written. */
  async #load(): Promise<void> {
    if (this.#progress.total >= LARGE_FOLDER) {
      if (this.#cacheDir !== null && (await this.#loadInto(this.#cacheDir, "CACHE_DIR"))) return;
      this.#cacheDir = null;
      this.#temporary ??= makeTemporaryFolder();
      if (this.#temporary !== null && (await this.#loadInto(this.#temporary, "TMPDIR"))) return;
    }
    if (!this.#closed) await this.#update(null).catch(toldInFull);
  }

  /** Loads with the index in a file of a folder. @returns `false` when it cannot be kept there, which is reported as a problem */
  async #loadInto(cacheDir: string, where: string): Promise<boolean> {
    this.#file = indexFile(this.#options.folder, cacheDir);
    try {
      await this.#update(null);
      return true;
    } catch (error) {
      if (this.#closed) return true;
      const { cause } = error as UpdateFailure;
      if (cause?.of !== "index") return toldInFull(error as Error);
      this.#file = null;
      const message = `cannot hold the index: ${(error as Error).message}`;
      const cure = `${cause.cure} Until then the index is made anew at every start.`;
      this.#report(where, [{ where, path: null, message, cure }], new Error(cause.detail));
      return false;
    }
  }

  /** Makes a damaged index anew. Another process that has it open is not disturbed. */
  async #mend(index: ArticleIndex, file: string, error: Error): Promise<void> {
    if (this.#current === index) this.#current = null;
    index.close();
    if (this.#mending) return;
    this.#mending = true;
    this.#report(INDEX, [damaged(error)], new Error(`${file}: ${error.message}`));
    for (let pause = RETRY; !this.#closed; pause = Math.min(2 * pause, MAX_RETRY)) {
      try {
        this.#progress = { read: 0, total: listSlugs(this.#options.folder).length };
        this.#removeFile(file);
        this.#loaded = this.#load();
        await this.#loaded;
        break;
      } catch (failure) {
        if (!this.#closed) this.#reportOnce(failure as Error);
        await setTimeout(pause, null, { ref: false });
      }
    }
    this.#mending = false;
  }

  /** Removes the file of a damaged index; where that cannot be done, another place is looked for. */
  #removeFile(file: string): void {
    try {
      removeIndex(file);
    } catch {
      this.#cacheDir = null;
    }
  }

  /** Each update goes on from the index that the one before made. */
  #update(changes: FolderChanges | null): Promise<void> {
    const updated = this.#updating.catch(() => {}).then(() => (this.#closed ? undefined : this.#updateNow(changes)));
    this.#updating = updated;
    return updated;
  }

  async #updateNow(changes: FolderChanges | null): Promise<void> {
    const { folder, journal, clock } = this.#options;
    const refused = [...this.problems.keys()].flatMap((file) => (file.startsWith(ARTICLES) ? (slugOfFile(basename(file)) ?? []) : []));
    const now = toInstant(clock());
    const update = { folder, index: this.#file ?? this.#current?.toBytes() ?? null, changes, refused, journal, now };
    const articles = this.#current?.size ?? this.#progress.total;
    let index: ArticleIndex | null = null;
    // Another process may have found the file damaged, or of another version, and removed it meanwhile.
    for (let tries = 0; index === null; tries += 1) {
      if (tries === MAX_TRIES) throw new Error("another process removes the index again and again");
      const bytes = await runUpdate(this.#workers, update, articles, (message) => this.#hear(message));
      if (this.#closed) return;
      index = bytes === null ? ArticleIndex.open(this.#file ?? "") : ArticleIndex.fromBytes(bytes);
    }
    this.#current?.close();
    this.#current = index;
    this.#version += 1;
    this.problems.delete(INDEX);
    this.#options.onChange();
  }

  #hear(message: UpdateMessage): void {
    if ("file" in message) {
      // Told again only when it is another one.
      const isTold = message.standing === true && isDeepStrictEqual(this.problems.get(message.file) ?? [], message.problems);
      if (!isTold) this.#report(message.file, message.problems);
    } else if (this.#current === null) this.#progress = message;
  }

  /** Reports why the folder could not be read, or the index not be written; once, however often it is tried. */
  #reportOnce(error: Error | UpdateFailure): void {
    const cause = error.cause as UpdateFailure["cause"] | undefined;
    const where = cause?.of === "index" ? INDEX : ".";
    const message = cause?.of === "index" ? error.message : `cannot be read: ${error.message}`;
    if (this.problems.get(where)?.[0]?.message === message) return;
    const cure = `${cause?.cure ?? "Check the data folder."} What was read before is still served, and reading is tried again.`;
    this.#report(where, [{ where, path: null, message, cure }], cause === undefined ? undefined : new Error(cause.detail));
  }

  #report(file: string, problems: StoreProblem[], error?: Error): void {
    if (problems.length === 0) this.problems.delete(file);
    else this.problems.set(file, problems);
    for (const problem of problems) this.#options.onProblem(problem, error);
  }
}

/** Passes the error of a first load on as the operator is told it, with paths. */
function toldInFull(error: Error | UpdateFailure): never {
  const cause = error.cause as UpdateFailure["cause"] | undefined;
  throw cause === undefined ? error : new Error(cause.detail);
}
