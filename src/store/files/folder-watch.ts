import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, join, resolve } from "node:path";
import { ARTICLES, SPEAKERS, slugOfFile } from "./data-folder.ts";
import { REVISIONS, WITHDRAWN } from "./history-files.ts";

/** Milliseconds without a further event before changed files are read: editors write in several steps. */
const SETTLE = 50;
/** Milliseconds after which changed files are read although events keep coming. */
const MAX_WAIT = 1000;
/** Milliseconds after which reading that failed is tried again: at first, and at most as the time doubles. */
const RETRY = 500;
const MAX_RETRY = 30_000;

/** What changed in a data folder since it was last read. */
export interface FolderChanges {
  /** Articles whose file, file of edits, tombstone or earlier revisions changed. */
  slugs: ReadonlySet<string>;
  registry: boolean;
  /** Everything may have changed: `articles/` is another folder now, say. */
  all: boolean;
}

/** Follows a data folder and gathers what changed until it has been read. Folders that are replaced are followed anew. */
export class FolderWatch {
  readonly #folder: string;
  readonly #read: (changes: FolderChanges) => Promise<boolean>;
  #slugs = new Set<string>();
  #registry = false;
  #all = false;
  #watchers: FSWatcher[] = [];
  #timer: NodeJS.Timeout | null = null;
  #firstEvent: number | null = null;
  #retry = RETRY;
  #reading = false;
  #closed = false;

  /**
   * @param read reads what changed, called from a timer and never twice at a time; what changes meanwhile is read next. While
   *   it answers `false`, it is called again with the same changes and newer ones
   * @throws Error when the folder cannot be followed
   */
  constructor(folder: string, read: (changes: FolderChanges) => Promise<boolean>) {
    this.#folder = folder;
    this.#read = read;
    this.#follow();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const watcher of this.#watchers.splice(0)) watcher.close();
  }

  #follow(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.close();
    // A folder tells of itself by its own name when it is moved or deleted.
    const own = basename(resolve(this.#folder));
    this.#followOne(this.#folder, (name) => {
      if (name === null || name === SPEAKERS) this.#registry = true;
      if (name === null || [ARTICLES, WITHDRAWN, REVISIONS, own].includes(name)) this.#all = true;
    });
    this.#followSlugs(ARTICLES, slugOfFile);
    this.#followSlugs(WITHDRAWN, slugOfFile);
    // Of a file in a folder further down, which is written together with the article's, nothing is told.
    this.#followSlugs(REVISIONS, (name) => (name.startsWith(".") ? null : name));
  }

  #followSlugs(part: string, slugOf: (name: string) => string | null): void {
    const path = join(this.#folder, part);
    if (!existsSync(path)) return;
    this.#followOne(path, (name) => {
      const slug = name === null ? null : slugOf(name);
      if (slug !== null) this.#slugs.add(slug);
      else if (name === null) this.#all = true;
    });
  }

  #followOne(path: string, mark: (name: string | null) => void): void {
    const watcher = watch(path, (_, name) => {
      mark(name);
      if (!this.#hasChanges) return;
      const now = performance.now();
      this.#firstEvent ??= now;
      this.#schedule(Math.max(0, Math.min(SETTLE, this.#firstEvent + MAX_WAIT - now)));
    });
    watcher.on("error", () => {
      watcher.close();
      this.#all = true;
      this.#schedule(SETTLE);
    });
    this.#watchers.push(watcher);
  }

  #schedule(delay: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settle(), delay);
  }

  async #settle(): Promise<void> {
    this.#timer = null;
    this.#firstEvent = null;
    if (this.#reading) return;
    this.#reading = true;
    const followed = !this.#all || this.#followAnew();
    const changes = { slugs: this.#slugs, registry: this.#registry || this.#all, all: this.#all };
    this.#slugs = new Set();
    this.#registry = false;
    this.#all = false;
    const done = await this.#read(changes);
    this.#reading = false;
    if (this.#closed) return;
    if (done && followed) {
      this.#retry = RETRY;
      if (this.#hasChanges) this.#schedule(SETTLE);
    } else {
      // A folder that went away may come back as another one, which nothing would tell of.
      this.#all = true;
      this.#schedule(this.#retry);
      this.#retry = Math.min(2 * this.#retry, MAX_RETRY);
    }
  }

  get #hasChanges(): boolean {
    return this.#slugs.size > 0 || this.#registry || this.#all;
  }

  /** Follows the folder again before it is read, so that nothing changes unseen in between. @returns whether it can be followed */
  #followAnew(): boolean {
    try {
      this.#follow();
      return true;
    } catch {
      return false;
    }
  }
}
