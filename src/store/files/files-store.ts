import { basename } from "node:path";
import { WorkerFailure, Workers } from "../../workers/workers.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { removeUnfinished } from "../index/index-file.ts";
import {
  type ArticlesQuery,
  type Asked,
  type Candidates,
  type CandidatesQuery,
  type Found,
  type Health,
  type Page,
  type QuotesQuery,
  type SearchPage,
  type SearchQuery,
  type SpeakersQuery,
  type Store,
  type StoreProblem,
  StoreUnavailable,
} from "../store.ts";
import { ARTICLES, listSlugs, slugOfFile } from "./data-folder.ts";
import { type FolderChanges, FolderWatch } from "./folder-watch.ts";
import { indexFile, LARGE_FOLDER } from "./index-location.ts";
import { runUpdate, type UpdateMessage } from "./update-index.ts";

/** Milliseconds an update may go on without telling anything: far more than SQLite needs to tidy up a large index. */
const SILENCE = 300_000;

export interface FilesOptions {
  /** The data folder. */
  folder: string;
  /** Whether changed files are picked up while it runs. */
  watch: boolean;
  /** Folder for the index of a large data folder; `null` keeps it in memory. */
  cacheDir?: string | null;
  /** Told of every file that cannot be served as it is, once each time it is read. */
  onProblem: (problem: StoreProblem) => void;
}

/**
 * A folder of article files, read and validated whole, and served from an index of them. This thread only reads the index:
 * files are read and the index is written beside it, and each change is seen when it is whole.
 */
export class FilesStore implements Store {
  readonly #options: FilesOptions;
  readonly #workers = new Workers({ threads: 1, timeLimit: SILENCE });
  readonly #listeners = new Set<() => void>();
  readonly #problems = new Map<string, StoreProblem[]>();
  readonly #watch: FolderWatch | null;
  readonly #loaded: Promise<void>;
  #progress: { read: number; total: number };
  /** The file of the index; `null` keeps it in memory. */
  #file: string | null;
  /** What is served; `null` until the folder has been read. */
  #index: ArticleIndex | null = null;
  #closed = false;

  /**
   * Begins to read a folder; see `loaded`.
   * @throws Error with a message for the operator when the folder cannot be read
   */
  constructor(options: FilesOptions) {
    const { folder, cacheDir = null, watch } = options;
    this.#options = options;
    const total = listSlugs(folder).length;
    this.#progress = { read: 0, total };
    this.#file = cacheDir !== null && total >= LARGE_FOLDER ? indexFile(folder, cacheDir) : null;
    // Followed before it is read, so that no change falls between the two.
    this.#watch = watch ? new FolderWatch(folder, (changes) => this.#refresh(changes)) : null;
    this.#loaded = this.#load();
    // Whoever needs it asks `loaded`.
    this.#loaded.catch(() => {});
  }

  /** A store that has read its folder. @throws Error with a message for the operator when the folder cannot be read */
  static async open(options: FilesOptions): Promise<FilesStore> {
    const store = new FilesStore(options);
    try {
      await store.loaded();
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  /** Waits until the folder has been read, or the store is closed. @throws Error with a message for the operator when it cannot be */
  loaded(): Promise<void> {
    return this.#loaded;
  }

  async article(slug: string): Promise<Found> {
    return this.#served().article(slug);
  }

  async quote(id: string): Promise<Found> {
    return this.#served().quote(id);
  }

  async speaker(id: string): Promise<Found> {
    return this.#served().speaker(id);
  }

  async articles(query: Asked<ArticlesQuery>): Promise<Page> {
    return this.#served().articles(query);
  }

  async quotes(query: Asked<QuotesQuery>): Promise<Page> {
    return this.#served().quotes(query);
  }

  async speakers(query: Asked<SpeakersQuery>): Promise<Page> {
    return this.#served().speakers(query);
  }

  async search(query: Asked<SearchQuery, "limit" | "phrases">): Promise<SearchPage> {
    return this.#served().search(query);
  }

  async candidates(query: Asked<CandidatesQuery, "limit" | "probes">): Promise<Candidates> {
    return this.#served().candidates(query);
  }

  async health(): Promise<Health> {
    const problems = [...this.#problems.values()].flat();
    if (this.#index === null) return { ready: false, articles: 0, problems, progress: this.#progress };
    const articles = this.#index.size;
    return { ready: articles > 0 || problems.length === 0, articles, problems };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#watch?.close();
    await this.#workers.close();
    await this.#loaded.catch(() => {});
    if (this.#index === null && this.#file !== null) removeUnfinished(this.#file);
    this.#index?.close();
  }

  #served(): ArticleIndex {
    if (this.#index !== null) return this.#index;
    const { read, total } = this.#progress;
    throw new StoreUnavailable(`The articles are being read, ${read} of ${total} so far.`);
  }

  /** Reads the folder, or what changed since the index in its file was written. */
  async #load(): Promise<void> {
    try {
      await this.#update(null);
    } catch (error) {
      if (this.#closed) return;
      const { cacheDir } = this.#options;
      if (this.#file === null || typeof cacheDir !== "string" || error instanceof WorkerFailure) throw error;
      const cure = "Set CACHE_DIR to a folder that can be written; the index is kept in memory meanwhile and made anew at every start.";
      const message = `cannot hold the index: ${(error as Error).message}`;
      this.#report(cacheDir, [{ where: cacheDir, path: null, message, cure }]);
      this.#file = null;
      await this.#update(null);
    }
  }

  /**
   * Reads what changed and switches to it; what cannot be read leaves what is served.
   * @returns whether it was read
   */
  async #refresh(changes: FolderChanges): Promise<boolean> {
    try {
      await this.#loaded;
      await this.#update(changes);
      return true;
    } catch (error) {
      // Without a first load there is nothing to keep up to date.
      if (this.#closed || this.#index === null) return true;
      const message = `cannot be read: ${(error as Error).message}`;
      const cure = "Check the data folder; what was read before is still served, and reading is tried again.";
      // Told once, however often it is tried.
      const told = this.#problems.get(".")?.[0]?.message === message;
      if (!told) this.#report(".", [{ where: ".", path: null, message, cure }]);
      return false;
    }
  }

  async #update(changes: FolderChanges | null): Promise<void> {
    const { folder } = this.#options;
    const refused = [...this.#problems.keys()].flatMap((file) => (file.startsWith(ARTICLES) ? (slugOfFile(basename(file)) ?? []) : []));
    const update = { folder, index: this.#file ?? this.#index?.toBytes() ?? null, changes, refused };
    const articles = this.#index?.size ?? this.#progress.total;
    const bytes = await runUpdate(this.#workers, update, articles, (message) => this.#hear(message));
    if (this.#closed) return;
    const index = bytes === null ? ArticleIndex.open(this.#file ?? "") : ArticleIndex.fromBytes(bytes);
    if (index === null) throw new Error(`${this.#file} cannot be read again`);
    this.#index?.close();
    this.#index = index;
    for (const listener of this.#listeners) listener();
  }

  #hear(message: UpdateMessage): void {
    if ("file" in message) this.#report(message.file, message.problems);
    else if (this.#index === null) this.#progress = message;
  }

  #report(file: string, problems: StoreProblem[]): void {
    if (problems.length === 0) this.#problems.delete(file);
    else this.#problems.set(file, problems);
    for (const problem of problems) this.#options.onProblem(problem);
  }
}
