import { existsSync, type FSWatcher, readdirSync, watch } from "node:fs";
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

/**
 * The folders of what was, and the slug of a name in each. Of a file further down, an earlier revision, nothing is told: it is written
 * together with the article.
 */
const PAST = [
  { part: WITHDRAWN, slugOf: slugOfFile },
  { part: REVISIONS, slugOf: (name: string) => (name.startsWith(".") ? null : name) },
];

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
  /** A folder of tombstones or earlier revisions is new. */
  #isNew = false;
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
      if (name === null || name === ARTICLES || name === own) this.#all = true;
      else if (PAST.some(({ part }) => part === name)) this.#markNew(name);
    });
    for (const { part, slugOf } of [{ part: ARTICLES, slugOf: slugOfFile }, ...PAST]) {
      const path = join(this.#folder, part);
      if (!existsSync(path)) continue;
      this.#followOne(path, (name) => {
        const slug = name === null ? null : slugOf(name);
        if (slug !== null) this.#slugs.add(slug);
        else if (name === null) this.#all = true;
      });
    }
  }

  /** A first tombstone or earlier revision brings its folder, which is not followed yet; without one, what went is not known. */
  #markNew(part: string): void {
    if (existsSync(join(this.#folder, part))) this.#isNew = true;
    else this.#all = true;
  }

  /** Marks all that stands in the folders of what was. */
  #markPast(): void {
    for (const { part, slugOf } of PAST) {
      const path = join(this.#folder, part);
      for (const name of existsSync(path) ? readdirSync(path) : []) {
        const slug = slugOf(name);
        if (slug !== null) this.#slugs.add(slug);
      }
    }
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
    const followed = !(this.#all || this.#isNew) || this.#followAnew();
    if (this.#isNew) this.#markPast();
    const changes = { slugs: this.#slugs, registry: this.#registry || this.#all, all: this.#all };
    this.#slugs = new Set();
    this.#registry = false;
    this.#all = false;
    this.#isNew = false;
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
    return this.#slugs.size > 0 || this.#registry || this.#all || this.#isNew;
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
