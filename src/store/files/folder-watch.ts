import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, join, resolve } from "node:path";
import { ARTICLES, SPEAKERS, slugOfFile } from "./data-folder.ts";

/** Milliseconds without a further event before changed files are read: editors write in several steps. */
const SETTLE = 50;
/** Milliseconds after which changed files are read although events keep coming. */
const MAX_WAIT = 1000;
/** Milliseconds after which reading that failed is tried again: at first, and at most as the time doubles. */
const RETRY = 500;
const MAX_RETRY = 30_000;

/** What changed in a data folder since it was last read. */
export interface FolderChanges {
  /** Articles whose file, or file of edits, changed. */
  slugs: ReadonlySet<string>;
  registry: boolean;
  /** Everything may have changed: `articles/` is another folder now, say. */
  all: boolean;
}

/** Follows a data folder and gathers what changed until it has been read. Folders that are replaced are followed anew. */
export class FolderWatch {
  readonly #folder: string;
  readonly #read: (changes: FolderChanges) => boolean;
  readonly #slugs = new Set<string>();
  #registry = false;
  #all = false;
  #watchers: FSWatcher[] = [];
  #timer: NodeJS.Timeout | null = null;
  #firstEvent: number | null = null;
  #retry = RETRY;

  /**
   * @param read reads what changed, called from a timer; while it answers `false`, it is called again with the same changes and newer ones
   * @throws Error when the folder cannot be followed
   */
  constructor(folder: string, read: (changes: FolderChanges) => boolean) {
    this.#folder = folder;
    this.#read = read;
    this.#follow();
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const watcher of this.#watchers.splice(0)) watcher.close();
  }

  #follow(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.close();
    // A folder tells of itself by its own name when it is moved or deleted.
    const own = basename(resolve(this.#folder));
    this.#followOne(this.#folder, (name) => {
      if (name === null || name === SPEAKERS) this.#registry = true;
      if (name === null || name === ARTICLES || name === own) this.#all = true;
    });
    const articles = join(this.#folder, ARTICLES);
    if (!existsSync(articles)) return;
    this.#followOne(articles, (name) => {
      const slug = name === null ? null : slugOfFile(name);
      if (slug !== null) this.#slugs.add(slug);
      else if (name === null) this.#all = true;
    });
  }

  #followOne(path: string, mark: (name: string | null) => void): void {
    const watcher = watch(path, (_, name) => {
      mark(name);
      if (this.#slugs.size === 0 && !this.#registry && !this.#all) return;
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
    this.#timer = setTimeout(() => this.#settle(), delay);
  }

  #settle(): void {
    this.#timer = null;
    this.#firstEvent = null;
    let followed = true;
    if (this.#all) {
      try {
        // Before reading, so that nothing changes unseen in between.
        this.#follow();
      } catch {
        followed = false;
      }
    }
    const done = this.#read({ slugs: this.#slugs, registry: this.#registry || this.#all, all: this.#all });
    if (done && followed) {
      this.#slugs.clear();
      this.#registry = false;
      this.#all = false;
      this.#retry = RETRY;
    } else {
      // A folder that went away may come back as another one, which nothing would tell of.
      this.#all = true;
      this.#schedule(this.#retry);
      this.#retry = Math.min(2 * this.#retry, MAX_RETRY);
    }
  }
}
