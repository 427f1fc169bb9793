import { createHash } from "node:crypto";
import { existsSync, type FSWatcher, mkdirSync, watch } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { SpeakerRegistry } from "../article/speaker-registry.ts";
import { ArticleIndex, IndexConflict } from "./article-index.ts";
import { ARTICLES, listSlugs, loadArticle, loadRegistry, SPEAKERS, slugOfFile, stampOf } from "./data-folder.ts";
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
} from "./store.ts";

/** Milliseconds without a further event before changed files are read: editors write in several steps. */
const SETTLE = 50;
/** Milliseconds after which changed files are read although events keep coming. */
const MAX_WAIT = 1000;

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
  readonly #index: ArticleIndex;
  readonly #listeners = new Set<() => void>();
  readonly #problems = new Map<string, StoreProblem[]>();
  readonly #watchers: FSWatcher[] = [];
  readonly #changed = new Set<string>();
  #registry: SpeakerRegistry = { speakers: [] };
  #registryChanged = false;
  #allChanged = false;
  #timer: NodeJS.Timeout | null = null;
  #firstEvent = 0;
  #articlesFollowed = false;

  /** @throws Error with a message for the operator when the folder cannot be read */
  constructor(options: FilesOptions) {
    this.#options = options;
    const slugs = listSlugs(options.folder);
    this.#index = this.#openIndex(slugs.length);
    this.#index.transaction(() => {
      const known = this.#readRegistry() ? new Map<string, string>() : this.#index.stamps();
      for (const slug of slugs) if (!known.has(slug) || known.get(slug) !== stampOf(options.folder, slug)) this.#readArticle(slug);
      const present = new Set(slugs);
      for (const slug of this.#index.slugs()) if (!present.has(slug)) this.#readArticle(slug);
    });
    if (options.watch) this.#watch();
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
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#index.close();
  }

  /** A small folder's index is made in memory at every start; that of a large one is kept in a file, so that a start reads only what changed. */
  #openIndex(articles: number): ArticleIndex {
    const { folder, cacheDir = null } = this.#options;
    if (cacheDir === null || articles < LARGE) return new ArticleIndex();
    const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
    try {
      mkdirSync(cacheDir, { recursive: true });
      return new ArticleIndex(join(cacheDir, `${name}.sqlite`));
    } catch (error) {
      const cure = "Set CACHE_DIR to a folder that can be written; the index is kept in memory meanwhile and made anew at every start.";
      this.#report(cacheDir, [{ where: cacheDir, path: null, message: `cannot hold the index: ${(error as Error).message}`, cure }]);
      return new ArticleIndex();
    }
  }

  /** @returns whether the registry is another one than the articles of the index were given with */
  #readRegistry(): boolean {
    const { value, problems } = loadRegistry(this.#options.folder);
    this.#report(SPEAKERS, problems);
    if (value === null) return false;
    this.#registry = value;
    if (this.#index.hasRegistry(value)) return false;
    this.#index.setRegistry(value);
    return true;
  }

  /** Reads one article; a broken file leaves the version that is served as it is. */
  #readArticle(slug: string): void {
    const file = `${ARTICLES}/${slug}.json`;
    const stamp = stampOf(this.#options.folder, slug);
    this.#index.setStamp(slug, null);
    const loaded = loadArticle(this.#options.folder, slug, this.#registry);
    if (loaded === null) {
      this.#index.remove(slug);
      this.#report(file, []);
      return;
    }
    this.#report(file, loaded.problems);
    if (loaded.value === null) return;
    try {
      this.#index.put(loaded.value);
      this.#index.setStamp(slug, stamp);
    } catch (error) {
      if (!(error instanceof IndexConflict)) throw error;
      const cure = "Each slug, alias and quote id belongs to one article: take it out of one of the two files.";
      this.#report(file, [{ where: file, path: error.path, message: error.message, cure }]);
    }
  }

  #report(file: string, problems: StoreProblem[]): void {
    if (problems.length === 0) this.#problems.delete(file);
    else this.#problems.set(file, problems);
    for (const problem of problems) this.#options.onProblem(problem);
  }

  #watch(): void {
    const { folder } = this.#options;
    this.#follow(folder, (name) => {
      if (name === null || name === SPEAKERS) this.#registryChanged = true;
      if (name === null || name === ARTICLES) this.#allChanged = true;
      if (!this.#articlesFollowed) this.#followArticles();
    });
    this.#followArticles();
  }

  #followArticles(): void {
    const articles = join(this.#options.folder, ARTICLES);
    if (!existsSync(articles)) return;
    this.#articlesFollowed = true;
    this.#follow(articles, (name) => {
      const slug = name === null ? null : slugOfFile(name);
      if (slug !== null) this.#changed.add(slug);
      else if (name === null) this.#allChanged = true;
    });
  }

  #follow(path: string, mark: (name: string | null) => void): void {
    const watcher = watch(path, (_, name) => {
      mark(name);
      if (this.#changed.size === 0 && !this.#registryChanged && !this.#allChanged) return;
      const now = performance.now();
      if (this.#timer === null) this.#firstEvent = now;
      else clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#refresh(), Math.max(0, Math.min(SETTLE, this.#firstEvent + MAX_WAIT - now)));
    });
    // A watched folder that goes away ends its own watching; what was read stays served.
    watcher.on("error", () => watcher.close());
    this.#watchers.push(watcher);
  }

  /** Reads what changed and switches to it as one transaction; what cannot be read leaves what is served. */
  #refresh(): void {
    this.#timer = null;
    const { folder } = this.#options;
    try {
      this.#index.transaction(() => {
        if (this.#registryChanged) this.#readRegistry();
        const all = this.#registryChanged || this.#allChanged;
        const slugs = new Set([...this.#changed, ...(all ? [...listSlugs(folder), ...this.#index.slugs()] : [])]);
        // A file that was refused may be sound now that another one changed: two articles that claimed one id, say.
        for (const file of this.#problems.keys()) slugs.add(slugOfFile(basename(file)) ?? "");
        slugs.delete("");
        for (const slug of [...slugs].sort()) this.#readArticle(slug);
      });
      this.#report(".", []);
    } catch (error) {
      const message = `cannot be read: ${(error as Error).message}`;
      this.#report(".", [{ where: ".", path: null, message, cure: "Check the data folder; what was read before is still served." }]);
      return;
    } finally {
      this.#changed.clear();
      this.#registryChanged = false;
      this.#allChanged = false;
    }
    for (const listener of this.#listeners) listener();
  }
}
