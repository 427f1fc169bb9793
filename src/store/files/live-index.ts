import { rmSync } from "node:fs";
import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { WorkerFailure, Workers } from "../../workers/workers.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { removeUnfinished } from "../index/index-file.ts";
import type { StoreProblem } from "../store.ts";
import { ARTICLES, listSlugs, slugOfFile } from "./data-folder.ts";
import type { FolderChanges } from "./folder-watch.ts";
import { indexFile, LARGE_FOLDER, makeTemporaryFolder } from "./index-location.ts";
import { runUpdate, type UpdateMessage } from "./update-index.ts";

/** Milliseconds an update may go on without telling anything: far more than SQLite needs to tidy up a large index. */
const SILENCE = 300_000;

export interface LiveIndexOptions {
  /** The data folder. */
  folder: string;
  /** Folder for the index of a large data folder; `null` keeps it no longer than this process. */
  cacheDir: string | null;
  /** Told of every file that cannot be served as it is, once each time it is read. */
  onProblem: (problem: StoreProblem) => void;
  /** Called when `current` is another one. */
  onChange: () => void;
}

/** The index of a data folder. It is written beside this thread, which only reads it, and each change shows when it is whole. */
export class LiveIndex {
  /** What is wrong, by file. */
  readonly problems = new Map<string, StoreProblem[]>();
  readonly #options: LiveIndexOptions;
  readonly #workers = new Workers({ threads: 1, timeLimit: SILENCE });
  #loaded: Promise<void> | null = null;
  #progress: { read: number; total: number };
  #current: ArticleIndex | null = null;
  /** The file of the index; `null` when it is in memory. */
  #file: string | null = null;
  /** The folder of a file that is not kept. */
  #temporary: string | null = null;
  #closed = false;

  /** @throws Error with a message for the operator when the folder cannot be read */
  constructor(options: LiveIndexOptions) {
    this.#options = options;
    this.#progress = { read: 0, total: listSlugs(options.folder).length };
  }

  /** The index as it is now; `null` until the folder has been read. */
  get current(): ArticleIndex | null {
    return this.#current;
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
      const message = `cannot be read: ${(error as Error).message}`;
      const cure = "Check the data folder; what was read before is still served, and reading is tried again.";
      // Told once, however often it is tried.
      const told = this.problems.get(".")?.[0]?.message === message;
      if (!told) this.#report(".", [{ where: ".", path: null, message, cure }]);
      return false;
    }
  }

  /** Ends an update under way; nothing of it stays. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#workers.close();
    await this.#loaded?.catch(() => {});
    this.#current?.close();
    if (this.#current === null && this.#file !== null) removeUnfinished(this.#file);
    if (this.#temporary !== null) rmSync(this.#temporary, { recursive: true, force: true });
  }

  /** Reads the folder, or what changed since the index in its file was written. */
  async #load(): Promise<void> {
    const { cacheDir } = this.#options;
    if (this.#progress.total >= LARGE_FOLDER) {
      if (cacheDir !== null && (await this.#loadInto(cacheDir))) return;
      this.#temporary = makeTemporaryFolder();
      if (this.#temporary !== null && (await this.#loadInto(this.#temporary))) return;
    }
    if (!this.#closed) await this.#update(null);
  }

  /** Loads with the index in a file of a folder. @returns `false` when it cannot be kept there, which is reported as a problem */
  async #loadInto(cacheDir: string): Promise<boolean> {
    this.#file = indexFile(this.#options.folder, cacheDir);
    try {
      await this.#update(null);
      return true;
    } catch (error) {
      if (this.#closed) return true;
      if (error instanceof WorkerFailure) throw error;
      this.#file = null;
      const cure = "Set CACHE_DIR to a folder that can be written; until then the index is made anew at every start.";
      const message = `cannot hold the index: ${(error as Error).message}`;
      this.#report(cacheDir, [{ where: cacheDir, path: null, message, cure }]);
      return false;
    }
  }

  async #update(changes: FolderChanges | null): Promise<void> {
    const { folder } = this.#options;
    const refused = [...this.problems.keys()].flatMap((file) => (file.startsWith(ARTICLES) ? (slugOfFile(basename(file)) ?? []) : []));
    const update = { folder, index: this.#file ?? this.#current?.toBytes() ?? null, changes, refused };
    const articles = this.#current?.size ?? this.#progress.total;
    const bytes = await runUpdate(this.#workers, update, articles, (message) => this.#hear(message));
    if (this.#closed) return;
    const index = bytes === null ? ArticleIndex.open(this.#file ?? "") : ArticleIndex.fromBytes(bytes);
    if (index === null) throw new Error(`${this.#file} cannot be read again`);
    this.#current?.close();
    this.#current = index;
    this.#options.onChange();
  }

  #hear(message: UpdateMessage): void {
    if ("file" in message) {
      // Told again only when it is another one.
      const isTold = message.standing === true && isDeepStrictEqual(this.problems.get(message.file) ?? [], message.problems);
      if (!isTold) this.#report(message.file, message.problems);
    } else if (this.#current === null) this.#progress = message;
  }

  #report(file: string, problems: StoreProblem[]): void {
    if (problems.length === 0) this.problems.delete(file);
    else this.problems.set(file, problems);
    for (const problem of problems) this.#options.onProblem(problem);
  }
}
