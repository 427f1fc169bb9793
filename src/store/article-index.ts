import packageJson from "../../package.json" with { type: "json" };
import { fold } from "../article/fold.ts";
import { MAX_APPEARANCES, quoteItems, refOf, summaryOf } from "../article/items.ts";
import type { Article, Speaker } from "../article/schema.ts";
import { BLOCK_BREAK, narrationWords, type Searchable, searchableOf } from "../article/searchable.ts";
import type { RegisteredSpeaker, SpeakerRegistry } from "../article/speaker-registry.ts";
import { freeArticleId } from "./article-days.ts";
import { datesOf, NOBODY, speakerSummary } from "./entry.ts";
import { IndexDatabase, isConstraintError, MEMORY } from "./index-database.ts";
import { listArticles, listQuotes, listSpeakers } from "./index-lists.ts";
import { findCandidates, searchArticles } from "./index-search.ts";
import type {
  ArticlesQuery,
  Candidates,
  CandidatesQuery,
  Found,
  Page,
  QuotesQuery,
  SearchPage,
  SearchQuery,
  SpeakersQuery,
} from "./store.ts";

/** Keeps phrases from matching across segments or names. */
const SEPARATOR = ` ${BLOCK_BREAK} `;

/** Thrown when an article cannot go in: another one owns its slug, an alias or a quote id, or it holds one of them twice. */
export class IndexConflict extends Error {
  readonly path: string | null;
  constructor(path: string | null, message: string) {
    super(message);
    this.path = path;
  }
}

/** The derived index of a set of articles in SQLite: everything the API lists, filters and looks up. Holds nothing that cannot be made again. */
export class ArticleIndex {
  readonly #database: IndexDatabase;
  #registered = new Map<string, RegisteredSpeaker>();
  #touched = new Set<string>();
  readonly #unindexed = new Set<number>();

  /** @param path a file, which keeps the index for the next start, or nothing for memory */
  constructor(path = MEMORY) {
    this.#database = new IndexDatabase(path, packageJson.version);
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

  /** Runs several changes as one: all are seen together, or none when `change` throws. */
  transaction<T>(change: () => T): T {
    return this.#database.transaction(() => {
      try {
        const result = change();
        for (const speaker of this.#touched) this.#refreshSpeaker(speaker);
        this.#indexWords();
        return result;
      } finally {
        this.#touched.clear();
        this.#unindexed.clear();
      }
    });
  }

  /** The registry the articles were given with; `null` before the first. */
  registry(): SpeakerRegistry | null {
    const row = this.#database.get("SELECT value FROM made_of WHERE part = 'registry'");
    return row === undefined ? null : JSON.parse(row.value as string);
  }

  /** Whether the articles were given with this registry. */
  hasRegistry(registry: SpeakerRegistry): boolean {
    const held = JSON.stringify(this.registry()) === JSON.stringify(registry);
    if (held) this.#registered = new Map(registry.speakers.map((speaker) => [speaker.id, speaker]));
    return held;
  }

  /** Sets names, aliases and merged ids of speakers; the articles given before keep what they were given with. */
  setRegistry(registry: SpeakerRegistry): void {
    this.#database.run("INSERT OR REPLACE INTO made_of VALUES ('registry', ?)", JSON.stringify(registry));
    for (const speaker of this.#registered.keys()) this.#touched.add(speaker);
    this.#registered = new Map(registry.speakers.map((speaker) => [speaker.id, speaker]));
    for (const speaker of this.#registered.keys()) this.#touched.add(speaker);
    this.#database.run("DELETE FROM speaker_aliases");
    for (const speaker of registry.speakers) {
      for (const alias of speaker.merges) this.#database.run("INSERT OR REPLACE INTO speaker_aliases VALUES (?, ?)", alias, speaker.id);
    }
  }

  /**
   * Adds an article, or replaces the one with its slug.
   * @throws IndexConflict when it cannot go in beside the others; nothing is changed then
   */
  put(article: Article): void {
    this.#refuseConflicts(article);
    const before = this.#idOf(article.slug);
    const unindexed = before !== null && this.#unindexed.has(before);
    try {
      this.#database.part(() => {
        this.remove(article.slug);
        this.#unindexed.add(this.#insert(article));
      });
    } catch (error) {
      if (unindexed) this.#unindexed.add(before);
      throw isConstraintError(error) ? new IndexConflict(null, `breaks a rule of the index: ${error.message}`) : error;
    }
  }

  /** @returns the id of its row */
  #insert(article: Article): number {
    const { published, sortPublished, sortUpdated } = datesOf(article);
    const id = freeArticleId(this.#database, sortPublished);
    this.#database.run(
      "INSERT INTO articles (id, slug, published, sort_published, sort_updated, language, summary, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      id,
      article.slug,
      published,
      sortPublished,
      sortUpdated,
      article.language?.toLowerCase() ?? null,
      JSON.stringify(summaryOf(article)),
      JSON.stringify(article),
    );
    const { text, words, offsets, outline } = searchableOf(article);
    this.#database.run("INSERT INTO searchables VALUES (?, ?, ?, ?, ?)", id, text, words, offsets, outline);
    for (const alias of article.aliases) this.#database.run("INSERT INTO article_aliases VALUES (?, ?)", alias, article.slug);
    this.#putQuotes(article, published, sortPublished);
    this.#putSpeakers(article);
    return id;
  }

  /** Takes an article out; does nothing when it is not there. */
  remove(slug: string): void {
    const id = this.#idOf(slug);
    if (id === null) return;
    this.#touch(slug);
    if (!this.#unindexed.delete(id)) this.#database.run("DELETE FROM article_words WHERE rowid = ?", id);
    this.#database.run("DELETE FROM searchables WHERE id = ?", id);
    this.#database.run("DELETE FROM quote_words WHERE rowid IN (SELECT id FROM quotes WHERE slug = ?)", slug);
    for (const table of ["articles", "article_aliases", "quotes", "quote_aliases", "quote_speakers", "appearances"]) {
      this.#database.run(`DELETE FROM ${table} WHERE slug = ?`, slug);
    }
  }

  #idOf(slug: string): number | null {
    return (this.#database.get("SELECT id FROM articles WHERE slug = ?", slug)?.id as number | undefined) ?? null;
  }

  slugs(): string[] {
    return this.#database.all("SELECT slug FROM articles").map((row) => row.slug as string);
  }

  get size(): number {
    return this.#database.count("SELECT count(*) AS n FROM articles");
  }

  article(slug: string): Found {
    const row = this.#database.get("SELECT json FROM articles WHERE slug = ?", slug);
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
        `SELECT a.summary, p.descriptions, p.quotes FROM appearances p JOIN articles a ON a.slug = p.slug
       WHERE p.speaker = ? ORDER BY a.sort_published DESC, a.slug LIMIT ${MAX_APPEARANCES}`,
        id,
      )
      .map((appearance) => ({
        article: refOf(JSON.parse(appearance.summary as string)),
        quotes: appearance.quotes,
        descriptions: JSON.parse(appearance.descriptions as string),
      }));
    return { state: "found", json: JSON.stringify({ ...JSON.parse(row.summary as string), appearances }) };
  }

  articles(query: ArticlesQuery): Page {
    return listArticles(this.#database, query);
  }

  quotes(query: QuotesQuery): Page {
    return listQuotes(this.#database, query);
  }

  speakers(query: SpeakersQuery): Page {
    return listSpeakers(this.#database, query);
  }

  search(query: SearchQuery): SearchPage {
    return searchArticles(this.#database, query);
  }

  candidates(query: CandidatesQuery): Candidates {
    return findCandidates(this.#database, query);
  }

  close(): void {
    this.#database.close();
  }

  #refuseConflicts(article: Article): void {
    for (const [index, slug] of [article.slug, ...article.aliases].entries()) {
      const path = index === 0 ? "slug" : `aliases[${index - 1}]`;
      const alias = this.#database.get("SELECT slug FROM article_aliases WHERE alias = ? AND slug <> ?", slug, article.slug);
      if (alias !== undefined) throw new IndexConflict(path, `"${slug}" is an alias of the article "${alias.slug}"`);
      if (index > 0 && this.#database.get("SELECT 1 FROM articles WHERE slug = ?", slug) !== undefined) {
        throw new IndexConflict(path, `"${slug}" is the slug of another article`);
      }
    }
    for (const [index, quote] of article.quotes.entries()) {
      for (const id of [quote.id, ...quote.aliases]) {
        const owner =
          this.#database.get("SELECT slug FROM quotes WHERE quote = ? AND slug <> ?", id, article.slug) ??
          this.#database.get("SELECT slug FROM quote_aliases WHERE alias = ? AND slug <> ?", id, article.slug);
        if (owner !== undefined) throw new IndexConflict(`quotes[${index}].id`, `"${id}" belongs to the article "${owner.slug}"`);
      }
    }
  }

  #putQuotes(article: Article, published: string | null, sortPublished: string): void {
    for (const [place, item] of quoteItems(article).entries()) {
      const { lastInsertRowid } = this.#database.run(
        "INSERT INTO quotes (quote, slug, place, kind, published, sort_published, item) VALUES (?, ?, ?, ?, ?, ?, ?)",
        item.id,
        article.slug,
        place,
        item.kind,
        published,
        sortPublished,
        JSON.stringify(item),
      );
      this.#database.run(
        "INSERT INTO quote_words (rowid, words) VALUES (?, ?)",
        lastInsertRowid,
        item.segments.map((segment) => fold(segment.text)).join(SEPARATOR),
      );
      const speakers = item.attribution.speakers.map((speaker) => speaker.id);
      for (const speaker of speakers.length === 0 ? [NOBODY] : speakers) {
        this.#database.run(
          "INSERT INTO quote_speakers VALUES (?, ?, ?, ?, ?)",
          speaker,
          sortPublished,
          article.slug,
          place,
          lastInsertRowid,
        );
      }
      for (const alias of item.aliases) this.#database.run("INSERT INTO quote_aliases VALUES (?, ?, ?)", alias, item.id, article.slug);
    }
    for (const id of article.removedQuotes)
      this.#database.run("INSERT OR REPLACE INTO quote_aliases VALUES (?, NULL, ?)", id, article.slug);
  }

  #putSpeakers(article: Article): void {
    for (const speaker of article.speakers) {
      const quotes = article.quotes.filter((quote) => quote.attribution.speakers.some(({ id }) => id === speaker.id)).length;
      this.#database.run(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?)",
        speaker.id,
        article.slug,
        speaker.name,
        speaker.type,
        quotes,
        JSON.stringify(speaker.descriptions),
      );
    }
    this.#touch(article.slug);
  }

  /** Fills the full-text table in the order of its rows: FTS5 writes out what it gathered at every step back. */
  #indexWords(): void {
    for (const id of [...this.#unindexed].sort((a, b) => a - b)) {
      const searchable = this.#database.get(
        "SELECT text, words, offsets, outline FROM searchables WHERE id = ?",
        id,
      ) as unknown as Searchable;
      const [headline = ""] = searchable.words.split(` ${BLOCK_BREAK}`, 1);
      this.#database.run(
        "INSERT INTO article_words (rowid, headline, words, narration) VALUES (?, ?, ?, ?)",
        id,
        headline,
        searchable.words,
        narrationWords(searchable),
      );
    }
  }

  #touch(slug: string): void {
    for (const row of this.#database.all("SELECT speaker FROM appearances WHERE slug = ?", slug)) this.#touched.add(row.speaker as string);
  }

  /** A speaker as all articles have it: registered name and type, else those of the newest article. */
  #refreshSpeaker(id: string): void {
    const before = this.#database.get("SELECT id FROM speakers WHERE speaker = ?", id);
    if (before !== undefined) {
      this.#database.run("DELETE FROM speakers WHERE id = ?", before.id as number);
      this.#database.run("DELETE FROM speaker_words WHERE rowid = ?", before.id as number);
    }
    const newest = this.#database.get(
      "SELECT p.name, p.type FROM appearances p JOIN articles a ON a.slug = p.slug WHERE p.speaker = ? ORDER BY a.sort_published DESC, a.slug LIMIT 1",
      id,
    );
    if (newest === undefined) return;
    const counts = this.#database.get("SELECT count(*) AS articles, sum(quotes) AS quotes FROM appearances WHERE speaker = ?", id);
    const { name, type } = newest as Pick<Speaker, "name" | "type">;
    const { articles, quotes } = counts as { articles: number; quotes: number };
    const summary = speakerSummary(id, { name, type }, this.#registered.get(id), { articles, quotes });
    const { lastInsertRowid } = this.#database.run(
      "INSERT INTO speakers (speaker, folded, type, quotes, summary) VALUES (?, ?, ?, ?, ?)",
      id,
      fold(summary.name),
      summary.type,
      summary.quotes,
      JSON.stringify(summary),
    );
    const words = [summary.name, ...summary.aliases].map(fold).join(SEPARATOR);
    this.#database.run("INSERT INTO speaker_words (rowid, words) VALUES (?, ?)", lastInsertRowid, words);
  }
}
