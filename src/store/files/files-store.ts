import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { IndexConflict } from "../index/writer.ts";
import type {
  ArticlesQuery,
  Candidates,
  CandidatesQuery,
  Found,
  Health,
  Page,
  QuotesQuery,
  SearchPage,
  SearchQuery,
  SpeakersQuery,
  Store,
  StoreProblem,
} from "../store.ts";
import { ARTICLES, hasArticles, lacksArticles, listSlugs, loadRegistry, SPEAKERS, slugOfFile, stampOf } from "./data-folder.ts";
import { type FolderChanges, FolderWatch } from "./folder-watch.ts";
import { makeFolder } from "./make-folder.ts";
import { readArticles } from "./read-articles.ts";

/** From so many articles on the index is kept in a file. */
const LARGE = 1000;

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

/** A folder of article files, read and validated whole at the start and served from an index in memory. */
export class FilesStore implements Store {
  readonly #options: FilesOptions;
  #index: ArticleIndex;
  readonly #listeners = new Set<() => void>();
  readonly #problems = new Map<string, StoreProblem[]>();
  readonly #watch: FolderWatch | null;
  #registry: SpeakerRegistry = { speakers: [] };

  /** @throws Error with a message for the operator when the folder cannot be read */
  constructor(options: FilesOptions) {
    this.#options = options;
    const large = listSlugs(options.folder).length >= LARGE;
    // Followed before it is read, so that no change falls between the two.
    this.#watch = options.watch ? new FolderWatch(options.folder, (changes) => this.#refresh(changes)) : null;
    try {
      this.#index = (large ? this.#indexInFile() : null) ?? this.#fill(new ArticleIndex());
    } catch (error) {
      this.#watch?.close();
      throw error;
    }
  }

  async article(slug: string): Promise<Found> {
    return this.#index.article(slug);
  }

  async quote(id: string): Promise<Found> {
    return this.#index.quote(id);
  }

  async speaker(id: string): Promise<Found> {
    return this.#index.speaker(id);
  }

  async articles(query: ArticlesQuery): Promise<Page> {
    return this.#index.articles(query);
  }

  async quotes(query: QuotesQuery): Promise<Page> {
    return this.#index.quotes(query);
  }

  async speakers(query: SpeakersQuery): Promise<Page> {
    return this.#index.speakers(query);
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    return this.#index.search(query);
  }

  async candidates(query: CandidatesQuery): Promise<Candidates> {
    return this.#index.candidates(query);
  }

  async health(): Promise<Health> {
    const problems = [...this.#problems.values()].flat();
    const articles = this.#index.size;
    return { ready: articles > 0 || problems.length === 0, articles, problems };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#watch?.close();
    this.#index.close();
  }

  /** A small folder's index is made in memory at every start; that of a large one is kept in a file, so that a start reads only what changed. */
  #indexInFile(): ArticleIndex | null {
    const { folder, cacheDir = null } = this.#options;
    if (cacheDir === null) return null;
    const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
    const path = join(cacheDir, `${name}.sqlite`);
    try {
      makeFolder(cacheDir);
      const known = ArticleIndex.open(path);
      return known === null ? ArticleIndex.make(path, (index) => this.#readInto(index)) : this.#fill(known);
    } catch (error) {
      const cure = "Set CACHE_DIR to a folder that can be written; the index is kept in memory meanwhile and made anew at every start.";
      this.#report(cacheDir, [{ where: cacheDir, path: null, message: `cannot hold the index: ${(error as Error).message}`, cure }]);
      return null;
    }
  }

  #fill(index: ArticleIndex): ArticleIndex {
    try {
      index.transaction(() => this.#readInto(index));
    } catch (error) {
      index.close();
      throw error;
    }
    return index;
  }

  #readInto(index: ArticleIndex): void {
    this.#index = index;
    this.#readAll();
  }

  /** A broken registry leaves the one that the articles of the index were given with. @returns whether it is another one now */
  #readRegistry(): boolean {
    const { value: read, problems } = loadRegistry(this.#options.folder);
    this.#report(SPEAKERS, problems);
    const value = read ?? this.#index.registry();
    if (value === null) return false;
    this.#registry = value;
    if (this.#index.hasRegistry(value)) return false;
    this.#index.setRegistry(value);
    return true;
  }

  /** Reads articles; a broken file leaves the version that is served as it is. */
  #readArticles(slugs: string[]): void {
    for (const { slug, stamp, found } of readArticles(this.#options.folder, slugs, this.#registry)) {
      const file = `${ARTICLES}/${slug}.json`;
      this.#index.setStamp(slug, null);
      this.#report(file, found?.problems ?? []);
      if (found === null) this.#index.remove(slug);
      if (found === null || found.rows === null) continue;
      try {
        this.#index.put(found.rows);
        // What has problems is read at every start, so that they are told.
        if (found.problems.length === 0) this.#index.setStamp(slug, stamp);
      } catch (error) {
        if (!(error instanceof IndexConflict)) throw error;
        const cure = "Each slug, alias and quote id belongs to one article: take it out of one of the two files.";
        this.#report(file, [...found.problems, { where: file, path: error.path, message: error.message, cure }]);
      }
    }
  }

  #report(file: string, problems: StoreProblem[]): void {
    if (problems.length === 0) this.#problems.delete(file);
    else this.#problems.set(file, problems);
    for (const problem of problems) this.#options.onProblem(problem);
  }

  /** Reads what is not in the index as it is in the folder. */
  #readAll(): void {
    const { folder } = this.#options;
    const slugs = listSlugs(folder);
    const known = this.#readRegistry() ? new Map<string, string>() : this.#index.stamps();
    // What is gone first: an article that was renamed takes over ids.
    const present = new Set(slugs);
    this.#readArticles(this.#index.slugs().filter((slug) => !present.has(slug)));
    this.#readArticles(slugs.filter((slug) => !known.has(slug) || known.get(slug) !== stampOf(folder, slug)));
    this.#reportFolder();
  }

  /** A folder without articles is told of, unless it is empty: that is one made for a first import. */
  #reportFolder(): void {
    const cure = "Check DATA_DIR, or put the folder back; it is served as soon as it is there.";
    const lost = lacksArticles(this.#options.folder);
    this.#report(".", lost ? [{ where: ".", path: null, message: `holds other files but no folder ${ARTICLES}/`, cure }] : []);
  }

  /**
   * Reads what changed and switches to it as one transaction; what cannot be read leaves what is served.
   * @returns whether it was read
   */
  #refresh({ slugs: changed, registry, all }: FolderChanges): boolean {
    const { folder } = this.#options;
    try {
      const listed = new Set(listSlugs(folder));
      const served = this.#index.size > 0;
      // Single files are deleted; a whole folder that is not there is a lost disk, or one that is being replaced.
      const demandArticles = () => {
        if (served && !hasArticles(folder)) throw new Error(`the folder ${ARTICLES}/ is not there`);
      };
      demandArticles();
      this.#index.transaction(() => {
        if (registry) this.#readRegistry();
        const slugs = new Set([...changed, ...(all || registry ? [...listed, ...this.#index.slugs()] : [])]);
        // A file that was refused may be sound now that another one changed: two articles that claimed one id, say.
        for (const file of this.#problems.keys()) slugs.add(slugOfFile(basename(file)) ?? "");
        slugs.delete("");
        // What is gone first: an article that was renamed takes over ids.
        const [gone, present] = [[...slugs].filter((slug) => !listed.has(slug)), [...slugs].filter((slug) => listed.has(slug))];
        this.#readArticles([...gone, ...present.sort()]);
        demandArticles();
      });
      this.#reportFolder();
    } catch (error) {
      const message = `cannot be read: ${(error as Error).message}`;
      const cure = "Check the data folder; what was read before is still served, and reading is tried again.";
      // Told once, however often it is tried.
      const told = this.#problems.get(".")?.[0]?.message === message;
      if (!told) this.#report(".", [{ where: ".", path: null, message, cure }]);
      return false;
    }
    for (const listener of this.#listeners) listener();
    return true;
  }
}
