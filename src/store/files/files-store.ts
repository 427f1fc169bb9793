import type { FormerRevision } from "../../article/model/history.ts";
import type { Statistics } from "../../article/model/statistics.ts";
import {
  type ArticlesQuery,
  type Asked,
  type Candidates,
  type CandidatesQuery,
  type Changes,
  type ChangesQuery,
  type Described,
  type DescriptionsQuery,
  type DirectoryEntry,
  type DirectoryQuery,
  type Facets,
  type FacetsQuery,
  type Found,
  type Health,
  type Letter,
  type LettersQuery,
  type Measures,
  type NamesQuery,
  type Page,
  type QuotesQuery,
  type SearchQuery,
  type SpeakersQuery,
  type StatisticsQuery,
  type Store,
  type StoreProblem,
  StoreUnavailable,
} from "../store.ts";
import { type FolderChanges, FolderWatch } from "./folder-watch.ts";
import { LiveIndex } from "./live-index.ts";

export interface FilesOptions {
  /** The data folder. */
  folder: string;
  /** Whether changed files are picked up while it runs. */
  watch: boolean;
  /** Folder for the index of a large data folder; `null` keeps it no longer than the store. */
  cacheDir?: string | null;
  /** Whether changes are noted in the journal of the folder, for the next start and other servers; without it they are kept with the index. */
  journal?: boolean;
  clock?: () => Date;
  /** Told of every file that cannot be served as it is, once each time it is read; with an error that has paths, for the log. */
  onProblem: (problem: StoreProblem, error?: Error) => void;
}

/** A folder of article files, read and validated whole, and served from an index of them. */
export class FilesStore implements Store {
  readonly #index: LiveIndex;
  readonly #listeners = new Set<() => void>();
  readonly #watch: FolderWatch | null;

  /**
   * Begins to read a folder; see `loaded`.
   * @throws Error with a message for the operator when the folder cannot be read
   */
  constructor({ folder, watch, cacheDir = null, journal = false, clock = () => new Date(), onProblem }: FilesOptions) {
    const onChange = () => {
      for (const listener of this.#listeners) listener();
    };
    this.#index = new LiveIndex({ folder, cacheDir, journal, clock, onProblem, onChange });
    // Followed before it is read, so that no change falls between the two.
    this.#watch = watch ? new FolderWatch(folder, (changes) => this.#index.refresh(changes)) : null;
    // `loaded` gives the error to whoever needs the articles.
    const loaded = this.loaded();
    (watch ? loaded.then(() => this.#index.startCounting()) : loaded).catch(() => {});
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

  /** Waits until the folder has been read, or the store is closed. @throws Error with a message for the operator when it cannot be read */
  loaded(): Promise<void> {
    return this.#index.load();
  }

  /**
   * Reads what changed in the folder and serves it, without waiting to be told by the file system.
   * @returns whether it could be read; what was served before is served if not
   */
  refresh(changes: FolderChanges): Promise<boolean> {
    return this.#index.refresh(changes);
  }

  async article(slug: string): Promise<Found> {
    return this.#index.ask((index) => index.article(slug));
  }

  async quote(id: string): Promise<Found> {
    return this.#index.ask((index) => index.quote(id));
  }

  async speaker(id: string): Promise<Found> {
    return this.#index.ask((index) => index.speaker(id));
  }

  async speakerSummary(id: string): Promise<Found> {
    return this.#index.ask((index) => index.speakerSummary(id));
  }

  async articles(query: Asked<ArticlesQuery>): Promise<Page> {
    return this.#index.ask((index) => index.articles(query));
  }

  async quotes(query: Asked<QuotesQuery>): Promise<Page> {
    return this.#index.ask((index) => index.quotes(query));
  }

  async speakers(query: Asked<SpeakersQuery>): Promise<Page> {
    return this.#index.ask((index) => index.speakers(query));
  }

  async letters(query: Asked<LettersQuery, never>): Promise<Letter[]> {
    return this.#index.ask((index) => index.letters(query));
  }

  async descriptions(query: DescriptionsQuery): Promise<Described[]> {
    return this.#index.ask((index) => index.descriptions(query));
  }

  async search(query: Asked<SearchQuery, "limit" | "words">): Promise<Page> {
    return this.#index.ask((index) => index.search(query));
  }

  async candidates(query: Asked<CandidatesQuery, "limit" | "probes">): Promise<Candidates> {
    return this.#index.ask((index) => index.candidates(query));
  }

  async statistics(query: Asked<StatisticsQuery>): Promise<Statistics> {
    return this.#index.count({ of: "statistics", query });
  }

  async facets(query: Asked<FacetsQuery, "of" | "facets">): Promise<Facets> {
    return this.#index.count({ of: "facets", query });
  }

  async directory(query: DirectoryQuery): Promise<DirectoryEntry[]> {
    return this.#index.ask((index) => index.directory(query));
  }

  async names(query: NamesQuery): Promise<string[]> {
    return this.#index.ask((index) => index.names(query));
  }

  async hasName(of: NamesQuery["of"], folded: string): Promise<boolean> {
    return this.#index.ask((index) => index.hasName(of, folded));
  }

  async revisions(slug: string): Promise<FormerRevision[]> {
    return this.#index.ask((index) => index.revisions(slug));
  }

  async changes(query: ChangesQuery): Promise<Changes> {
    return this.#index.ask((index) => index.changes(query));
  }

  async health(): Promise<Health> {
    const problems = [...this.#index.problems.values()].flat();
    try {
      const articles = this.#index.ask((index) => index.size);
      return { ready: articles > 0 || problems.length === 0, articles, problems };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return { ready: false, articles: 0, problems, progress: this.#index.progress };
    }
  }

  measures(): Measures {
    return { indexBytes: this.#index.current === null ? null : this.#index.ask((index) => index.bytes), pool: null };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#watch?.close();
    await this.#index.close();
  }
}
