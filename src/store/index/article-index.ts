import packageJson from "../../../package.json" with { type: "json" };
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { MAX_APPEARANCES, refOf } from "../../article/model/items.ts";
import { articlesQuery, candidatesQuery, quotesQuery, searchQuery, speakersQuery } from "../queries.ts";
import type {
  ArticlesQuery,
  Asked,
  Candidates,
  CandidatesQuery,
  Found,
  Page,
  QuotesQuery,
  SearchPage,
  SearchQuery,
  SpeakersQuery,
} from "../store.ts";
import { ArticleColumns } from "./article-columns.ts";
import type { ArticleRows } from "./article-rows.ts";
import { IndexDatabase } from "./database.ts";
import { databaseOfBytes, memoryDatabase, openDatabase, removeFile, startFile } from "./index-file.ts";
import { type IndexParts, listArticles, listQuotes, listSpeakers } from "./lists.ts";
import { findCandidates, searchArticles } from "./search.ts";
import { WordLists } from "./word-lists.ts";
import { IndexWriter } from "./writer.ts";

const VERSION = packageJson.version;

/** The derived index of a set of articles in SQLite: everything the API lists, filters and looks up. Holds nothing that cannot be made again. */
export class ArticleIndex {
  readonly #database: IndexDatabase;
  readonly #lists: WordLists;
  readonly #columns: ArticleColumns;
  readonly #writer: IndexWriter;
  #dataVersion: number;

  constructor(database = memoryDatabase(VERSION)) {
    this.#database = new IndexDatabase(database);
    this.#lists = new WordLists(this.#database);
    this.#columns = new ArticleColumns(this.#database);
    this.#writer = new IndexWriter(this.#database, this.#lists);
    this.#dataVersion = this.#database.dataVersion;
  }

  /** The index that an earlier run left in a file; `null` when there is none of use. */
  static open(path: string): ArticleIndex | null {
    const database = openDatabase(path, VERSION);
    if (database === null) return null;
    const index = new ArticleIndex(database);
    if (!index.#columns.isWorn) return index;
    index.close();
    removeFile(path);
    return null;
  }

  /**
   * Makes the index of a file anew. Until it is whole, the file is not there, or is the one before.
   * @param fill fills the index it is given
   */
  static async make(path: string, fill: (index: ArticleIndex) => void | Promise<void>): Promise<void> {
    const { database, install, discard } = startFile(path);
    try {
      await fill(new ArticleIndex(database));
      install(VERSION);
    } catch (error) {
      discard();
      throw error;
    }
  }

  /** The index that `toBytes` gave. */
  static fromBytes(bytes: Uint8Array): ArticleIndex {
    return new ArticleIndex(databaseOfBytes(bytes));
  }

  /** A copy of the index, which a thread can be given. */
  toBytes(): Uint8Array {
    return this.#database.toBytes();
  }

  /** What the file of each article looked like when it was read; empty for one that was not kept track of. */
  stamps(): Map<string, string> {
    return new Map(this.#database.all("SELECT slug, stamp FROM files").map((row) => [row.slug as string, row.stamp as string]));
  }

  /** Notes what the file of an article looked like, or that it is to be read again. */
  setStamp(slug: string, stamp: string | null): void {
    if (stamp === null) this.#database.run("DELETE FROM files WHERE slug = ?", slug);
    else this.#database.run("INSERT OR REPLACE INTO files VALUES (?, ?)", slug, stamp);
  }

  /** Begins changes that other connections see together at `commit`, or never after `rollback`; nothing else may use this one meanwhile. */
  begin(): void {
    this.#database.begin();
    this.#writer.begin();
  }

  commit(): void {
    this.#writer.finish();
    this.#database.commit();
    this.#columns.change(this.#writer.changed);
  }

  rollback(): void {
    this.#database.rollback();
  }

  /** Runs several changes as one: all are seen together, or none when `change` throws. */
  transaction(change: () => void): void {
    this.begin();
    try {
      change();
      this.commit();
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** The registry the articles were given with; `null` before the first. */
  registry(): SpeakerRegistry | null {
    const row = this.#database.get("SELECT value FROM made_of WHERE part = 'registry'");
    return row === undefined ? null : JSON.parse(row.value as string);
  }

  /** Whether the articles were given with this registry. */
  hasRegistry(registry: SpeakerRegistry): boolean {
    const held = JSON.stringify(this.registry()) === JSON.stringify(registry);
    if (held) this.#writer.useRegistry(registry);
    return held;
  }

  /** Sets names, aliases and merged ids of speakers; the articles given before keep what they were given with. */
  setRegistry(registry: SpeakerRegistry): void {
    this.#writer.setRegistry(registry);
  }

  /**
   * Adds an article, or replaces the one with its slug.
   * @throws IndexConflict when it cannot go in beside the others; nothing is changed then
   */
  put(rows: ArticleRows): void {
    this.#writer.put(rows);
  }

  /** Takes an article out; does nothing when it is not there. */
  remove(slug: string): void {
    this.#writer.remove(slug);
  }

  slugs(): string[] {
    return this.#database.all("SELECT slug FROM articles").map((row) => row.slug as string);
  }

  get size(): number {
    return this.#columns.order.length;
  }

  article(slug: string): Found {
    const row = this.#database.get("SELECT json FROM whole_articles WHERE id = (SELECT id FROM articles WHERE slug = ?)", slug);
    if (row !== undefined) return { state: "found", json: row.json as string };
    const alias = this.#database.get("SELECT slug FROM article_aliases WHERE alias = ?", slug);
    return alias === undefined ? { state: "unknown" } : { state: "moved", to: alias.slug as string };
  }

  quote(id: string): Found {
    const row = this.#database.get("SELECT item FROM quotes WHERE quote = ?", id);
    if (row !== undefined) return { state: "found", json: row.item as string };
    const alias = this.#database.get("SELECT quote FROM quote_aliases WHERE alias = ?", id);
    if (alias === undefined) return { state: "unknown" };
    return alias.quote === null ? { state: "removed" } : { state: "moved", to: alias.quote as string };
  }

  speaker(id: string): Found {
    const row = this.#database.get("SELECT summary FROM speakers WHERE speaker = ?", id);
    if (row === undefined) {
      const alias = this.#database.get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id);
      return alias === undefined ? { state: "unknown" } : { state: "moved", to: alias.speaker as string };
    }
    const appearances = this.#database
      .all(
        `SELECT a.summary, p.descriptions, p.quotes FROM appearances p CROSS JOIN articles a ON a.id = p.id
       WHERE p.speaker = ? ORDER BY p.sort_published DESC, p.slug LIMIT ${MAX_APPEARANCES}`,
        id,
      )
      .map((appearance) => ({
        article: refOf(JSON.parse(appearance.summary as string)),
        quotes: appearance.quotes,
        descriptions: JSON.parse(appearance.descriptions as string),
      }));
    return { state: "found", json: JSON.stringify({ ...JSON.parse(row.summary as string), appearances }) };
  }

  articles(asked: Asked<ArticlesQuery>): Page {
    return this.#ask((parts) => listArticles(parts, articlesQuery(asked)));
  }

  quotes(asked: Asked<QuotesQuery>): Page {
    return this.#ask((parts) => listQuotes(parts, quotesQuery(asked)));
  }

  speakers(asked: Asked<SpeakersQuery>): Page {
    return this.#ask((parts) => listSpeakers(parts, speakersQuery(asked)));
  }

  search(asked: Asked<SearchQuery, "limit" | "phrases">): SearchPage {
    return this.#ask((parts) => searchArticles(parts, searchQuery(asked)));
  }

  candidates(asked: Asked<CandidatesQuery, "limit" | "probes">): Candidates {
    return this.#ask((parts) => findCandidates(parts, candidatesQuery(asked)));
  }

  close(): void {
    this.#database.close();
  }

  #ask<T>(question: (parts: IndexParts) => T): T {
    return this.#database.read(() => {
      const version = this.#database.dataVersion;
      if (version !== this.#dataVersion) {
        // Another process has changed the file.
        this.#dataVersion = version;
        this.#database.forgetCounts();
        this.#columns.load();
      }
      return question({ database: this.#database, columns: this.#columns, lists: this.#lists });
    });
  }
}
