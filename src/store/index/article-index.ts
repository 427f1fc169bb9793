import packageJson from "../../../package.json" with { type: "json" };
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type Introduced, strayIntroduction, unknownReferences } from "../../article/corrections/stray-references.ts";
import type { FormerRevision } from "../../article/model/history.ts";
import type { Statistics } from "../../article/model/statistics.ts";
import type { Fault } from "../../article/rules/check-article.ts";
import {
  articlesQuery,
  candidatesQuery,
  facetsQuery,
  lettersQuery,
  quotesQuery,
  searchQuery,
  speakersQuery,
  statisticsQuery,
} from "../queries.ts";
import type { ArticleRows } from "../rows.ts";
import type {
  ArticlesQuery,
  Asked,
  Candidates,
  CandidatesQuery,
  Changes,
  ChangesQuery,
  Described,
  DescriptionsQuery,
  DirectoryEntry,
  DirectoryQuery,
  Facets,
  FacetsQuery,
  Found,
  Letter,
  LettersQuery,
  NamesQuery,
  Page,
  QuotesQuery,
  SearchQuery,
  SpeakersQuery,
  StatisticsQuery,
} from "../store.ts";
import { listArticles } from "./articles.ts";
import { findCandidates } from "./candidates.ts";
import { IndexDatabase } from "./database.ts";
import { readDirectory } from "./directory.ts";
import { documentOf } from "./documents.ts";
import { readRevisions } from "./history/former.ts";
import { Ledger } from "./history/ledger.ts";
import { IndexedPast } from "./history/past.ts";
import { findWithdrawn, type Withdrawal } from "./history/withdrawn.ts";
import { databaseOfBytes, memoryDatabase, openDatabase, openReader, startFile } from "./index-file.ts";
import { hasName, listNames } from "./names.ts";
import { listQuotes, readQuote } from "./quotes.ts";
import { searchArticles } from "./search.ts";
import { listDescriptions, listLetters, listSpeakers, readSpeaker, readSummary } from "./speakers.ts";
import { countFacets, countStatistics } from "./statistics.ts";
import { IndexWriter } from "./writer.ts";

const VERSION = packageJson.version;

/** The derived index of a set of articles in SQLite: everything the API lists, filters and looks up. Holds nothing that cannot be made again. */
export class ArticleIndex {
  readonly #database: IndexDatabase;
  readonly #writer: IndexWriter;

  /** What became of its articles; changed within a transaction. */
  readonly ledger: Ledger;
  /** Earlier revisions and withdrawn articles. */
  readonly past: IndexedPast;

  constructor(database = memoryDatabase(VERSION)) {
    this.#database = new IndexDatabase(database);
    // Not part of the index: what one search has found (`findHits`), for as long as it is answered.
    this.#database.run("CREATE TEMP TABLE hits (id INTEGER PRIMARY KEY)");
    this.#writer = new IndexWriter(this.#database);
    this.ledger = new Ledger(this.#database);
    this.past = new IndexedPast(this.#database);
  }

  /** The index that an earlier run left in a file; `null` when there is none of use. */
  static open(path: string): ArticleIndex | null {
    const database = openDatabase(path, VERSION);
    return database === null ? null : new ArticleIndex(database);
  }

  /** The index of a file that another thread has open, only to be read. @throws when it cannot be read at once */
  static openReader(path: string): ArticleIndex {
    return new ArticleIndex(openReader(path, VERSION));
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

  /** Notes which ids of the registry the article of a slug has speakers for. */
  setRegistered(slug: string, ids: string[]): void {
    this.#database.run("DELETE FROM registered WHERE slug = ?", slug);
    for (const id of ids) this.#database.run("INSERT INTO registered VALUES (?, ?)", slug, id);
  }

  /** Notes whom the corrections of an article name by ids that another article must have. */
  setIntroduced(slug: string, introduced: Introduced[]): void {
    this.#database.run("DELETE FROM introduced WHERE slug = ?", slug);
    for (const { path, id, name } of introduced) this.#database.run("INSERT INTO introduced VALUES (?, ?, ?, ?)", slug, path, id, name);
  }

  /** Those of them that no other article has. */
  strayIntroductions(): { slug: string; fault: Fault }[] {
    const elsewhere = "SELECT 1 FROM appearances a WHERE a.speaker = i.id AND a.slug != i.slug";
    const rows = this.#database.all(`SELECT slug, path, id, name FROM introduced i WHERE NOT EXISTS (${elsewhere}) ORDER BY slug, path`);
    return rows.map((row) => ({ slug: row.slug as string, fault: strayIntroduction(row as unknown as Introduced) }));
  }

  /** What the registry says that no article bears out; see `unknownReferences`. */
  unknownReferences(): Fault[] {
    const registry = this.registry();
    if (registry === null || registry.speakers.length === 0) return [];
    const ids = new Set(this.#database.all("SELECT DISTINCT id FROM registered").map((row) => row.id as string));
    return unknownReferences(registry, ids, (slug) => this.article(slug).state !== "unknown");
  }

  /** Begins changes. Other connections see all of them after `commit`, none after `rollback`. Until then this index may only be changed, not read. */
  begin(): void {
    this.#database.begin();
    this.#writer.begin();
  }

  commit(): void {
    this.#writer.finish();
    this.#database.commit();
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

  /** Withdraws an article: it is taken out, and its names answer with a notice. */
  withdraw(withdrawal: Withdrawal): void {
    this.#writer.remove(withdrawal.slug);
    this.past.setWithdrawn(withdrawal);
  }

  revisions(slug: string): FormerRevision[] {
    return this.#database.read(() => readRevisions(this.#database, slug));
  }

  changes(query: ChangesQuery): Changes {
    return this.#database.read(() => this.ledger.read(query));
  }

  slugs(): string[] {
    return this.#database.all("SELECT slug FROM articles").map((row) => row.slug as string);
  }

  get size(): number {
    return this.#database.count("SELECT count(*) AS n FROM articles");
  }

  /** Bytes of the database. */
  get bytes(): number {
    return this.#database.bytes;
  }

  article(slug: string): Found {
    const row = this.#database.get("SELECT id FROM articles WHERE slug = ?", slug);
    if (row !== undefined) return { state: "found", json: documentOf(this.#database, row.id as number) };
    const owner = this.ownerOfAlias(slug);
    return owner === null ? findWithdrawn(this.#database, "article", slug) : { state: "moved", to: owner };
  }

  /** The slug of the article that had another one before; `null` when none had. */
  ownerOfAlias(alias: string): string | null {
    return (this.#database.get("SELECT slug FROM article_aliases WHERE alias = ?", alias)?.slug as string | undefined) ?? null;
  }

  quote(id: string): Found {
    const json = readQuote(this.#database, id);
    if (json !== null) return { state: "found", json };
    const alias = this.#database.get("SELECT quote, slug FROM quote_aliases WHERE alias = ?", id);
    if (alias === undefined) return findWithdrawn(this.#database, "quote", id);
    return alias.quote === null ? { state: "removed", slug: alias.slug as string } : { state: "moved", to: alias.quote as string };
  }

  speaker(id: string): Found {
    return this.#speakerAs(id, readSpeaker(this.#database, id));
  }

  speakerSummary(id: string): Found {
    return this.#speakerAs(id, readSummary(this.#database, id));
  }

  #speakerAs(id: string, json: string | null): Found {
    if (json !== null) return { state: "found", json };
    const alias = this.#database.get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id);
    return alias === undefined ? { state: "unknown" } : { state: "moved", to: alias.speaker as string };
  }

  articles(asked: Asked<ArticlesQuery>): Page {
    return this.#database.read(() => listArticles(this.#database, articlesQuery(asked)));
  }

  quotes(asked: Asked<QuotesQuery>): Page {
    return this.#database.read(() => listQuotes(this.#database, quotesQuery(asked)));
  }

  speakers(asked: Asked<SpeakersQuery>): Page {
    return this.#database.read(() => listSpeakers(this.#database, speakersQuery(asked)));
  }

  letters(asked: Asked<LettersQuery, never>): Letter[] {
    return this.#database.read(() => listLetters(this.#database, lettersQuery(asked)));
  }

  descriptions(query: DescriptionsQuery): Described[] {
    return this.#database.read(() => listDescriptions(this.#database, query));
  }

  search(asked: Asked<SearchQuery, "limit" | "words">): Page {
    return this.#database.read(() => searchArticles(this.#database, searchQuery(asked)));
  }

  candidates(asked: Asked<CandidatesQuery, "limit" | "probes">): Candidates {
    return this.#database.read(() => findCandidates(this.#database, candidatesQuery(asked)));
  }

  statistics(asked: Asked<StatisticsQuery>): Statistics {
    return this.#database.read(() => countStatistics(this.#database, statisticsQuery(asked)));
  }

  facets(asked: Asked<FacetsQuery, "of" | "facets">): Facets {
    return this.#database.read(() => countFacets(this.#database, facetsQuery(asked)));
  }

  directory(query: DirectoryQuery): DirectoryEntry[] {
    return this.#database.read(() => readDirectory(this.#database, query));
  }

  names(query: NamesQuery): string[] {
    return this.#database.read(() => listNames(this.#database, query));
  }

  hasName(of: NamesQuery["of"], folded: string): boolean {
    return hasName(this.#database, of, folded);
  }

  close(): void {
    this.#database.close();
  }
}
