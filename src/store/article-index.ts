import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { fold } from "../article/fold.ts";
import { MAX_APPEARANCES, quoteItems, refOf, summaryOf } from "../article/items.ts";
import { instantOf } from "../article/moment.ts";
import type { Article, Speaker } from "../article/schema.ts";
import type { RegisteredSpeaker, SpeakerRegistry } from "../article/speaker-registry.ts";
import { blocksOf } from "../article/text.ts";
import type { ArticlesQuery, Found, Key, Page, QuotesQuery, SpeakersQuery } from "./store.ts";

const SCHEMA = `
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, published TEXT, sort_published TEXT NOT NULL, sort_updated TEXT NOT NULL,
    language TEXT, summary TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX articles_published ON articles (sort_published DESC, slug);
  CREATE INDEX articles_updated ON articles (sort_updated DESC, slug);
  CREATE TABLE article_aliases (alias TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE quotes (
    id INTEGER PRIMARY KEY, quote TEXT NOT NULL UNIQUE, slug TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
    published TEXT, sort_published TEXT NOT NULL, item TEXT NOT NULL);
  CREATE UNIQUE INDEX quotes_place ON quotes (slug, place);
  CREATE INDEX quotes_published ON quotes (sort_published DESC, slug, place);
  CREATE TABLE quote_aliases (alias TEXT PRIMARY KEY, quote TEXT, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX quote_aliases_slug ON quote_aliases (slug);
  CREATE VIRTUAL TABLE quote_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE quote_speakers (
    speaker TEXT NOT NULL, sort_published TEXT NOT NULL, slug TEXT NOT NULL, place INTEGER NOT NULL, id INTEGER NOT NULL);
  CREATE INDEX quote_speakers_speaker ON quote_speakers (speaker, sort_published DESC, slug, place, id);
  CREATE INDEX quote_speakers_slug ON quote_speakers (slug);
  CREATE TABLE appearances (
    speaker TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, quotes INTEGER NOT NULL, descriptions TEXT NOT NULL,
    PRIMARY KEY (speaker, slug)) WITHOUT ROWID;
  CREATE INDEX appearances_slug ON appearances (slug);
  CREATE TABLE speakers (
    id INTEGER PRIMARY KEY, speaker TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, type TEXT NOT NULL, quotes INTEGER NOT NULL, summary TEXT NOT NULL);
  CREATE INDEX speakers_name ON speakers (folded, speaker);
  CREATE INDEX speakers_quotes ON speakers (quotes DESC, speaker);
  CREATE VIRTUAL TABLE speaker_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE speaker_aliases (alias TEXT PRIMARY KEY, speaker TEXT NOT NULL) WITHOUT ROWID;
`;

/** Keeps phrases from matching across blocks: a private-use character is a word to FTS5 and never one of ours. */
const BLOCK_BREAK = " \uE000 ";

/** Stands in `quote_speakers` for quotes nobody is named for; no speaker has an empty id. */
const NOBODY = "";

/** Thrown when an article cannot go in beside those that are there: another one owns its slug, an alias or a quote id. */
export class IndexConflict extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** The derived index of a set of articles in SQLite: everything the API lists, filters and looks up. Holds nothing that cannot be made again. */
export class ArticleIndex {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #registered = new Map<string, RegisteredSpeaker>();
  #touched = new Set<string>();

  /** @param path a file, or `:memory:` */
  constructor(path = ":memory:") {
    this.#database = new DatabaseSync(path);
    this.#database.exec(SCHEMA);
  }

  /** Runs several changes as one: all are seen together, or none when `change` throws. */
  transaction<T>(change: () => T): T {
    this.#database.exec("BEGIN");
    try {
      const result = change();
      for (const speaker of this.#touched) this.#refreshSpeaker(speaker);
      this.#touched.clear();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#touched.clear();
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /** Sets names, aliases and merged ids of speakers; the articles given before keep what they were given with. */
  setRegistry(registry: SpeakerRegistry): void {
    for (const speaker of this.#registered.keys()) this.#touched.add(speaker);
    this.#registered = new Map(registry.speakers.map((speaker) => [speaker.id, speaker]));
    for (const speaker of this.#registered.keys()) this.#touched.add(speaker);
    this.#run("DELETE FROM speaker_aliases");
    for (const speaker of registry.speakers) {
      for (const alias of speaker.merges) this.#run("INSERT OR REPLACE INTO speaker_aliases VALUES (?, ?)", alias, speaker.id);
    }
  }

  /**
   * Adds an article, or replaces the one with its slug.
   * @throws IndexConflict when a slug, an alias or a quote id of it belongs to another article; nothing is changed then
   */
  put(article: Article): void {
    this.#refuseConflicts(article);
    this.remove(article.slug);
    const published = article.publishedAt === null ? null : instantOf(article.publishedAt);
    const sortPublished = published ?? article.importedAt;
    const { lastInsertRowid } = this.#run(
      "INSERT INTO articles (slug, published, sort_published, sort_updated, language, summary, json) VALUES (?, ?, ?, ?, ?, ?, ?)",
      article.slug,
      published,
      sortPublished,
      article.updatedAt === null ? sortPublished : instantOf(article.updatedAt),
      article.language?.toLowerCase() ?? null,
      JSON.stringify(summaryOf(article)),
      JSON.stringify(article),
    );
    const words = blocksOf(article).map((block) => fold(block.text));
    this.#run("INSERT INTO article_words (rowid, words) VALUES (?, ?)", lastInsertRowid, words.join(BLOCK_BREAK));
    for (const alias of article.aliases) this.#run("INSERT INTO article_aliases VALUES (?, ?)", alias, article.slug);
    this.#putQuotes(article, published, sortPublished);
    this.#putSpeakers(article);
  }

  /** Takes an article out; does nothing when it is not there. */
  remove(slug: string): void {
    const row = this.#get("SELECT id FROM articles WHERE slug = ?", slug);
    if (row === undefined) return;
    this.#touch(slug);
    this.#run("DELETE FROM article_words WHERE rowid = ?", row.id as number);
    this.#run("DELETE FROM quote_words WHERE rowid IN (SELECT id FROM quotes WHERE slug = ?)", slug);
    for (const table of ["articles", "article_aliases", "quotes", "quote_aliases", "quote_speakers", "appearances"]) {
      this.#run(`DELETE FROM ${table} WHERE slug = ?`, slug);
    }
  }

  slugs(): string[] {
    return this.#all("SELECT slug FROM articles").map((row) => row.slug as string);
  }

  get size(): number {
    return this.#count("SELECT count(*) AS n FROM articles");
  }

  article(slug: string): Found {
    const row = this.#get("SELECT json FROM articles WHERE slug = ?", slug);
    if (row !== undefined) return { state: "found", json: row.json as string };
    const alias = this.#get("SELECT slug FROM article_aliases WHERE alias = ?", slug);
    return alias === undefined ? { state: "unknown" } : { state: "moved", to: alias.slug as string };
  }

  quote(id: string): Found {
    const row = this.#get("SELECT item FROM quotes WHERE quote = ?", id);
    if (row !== undefined) return { state: "found", json: row.item as string };
    const alias = this.#get("SELECT quote FROM quote_aliases WHERE alias = ?", id);
    if (alias === undefined) return { state: "unknown" };
    return alias.quote === null ? { state: "removed" } : { state: "moved", to: alias.quote as string };
  }

  speaker(id: string): Found {
    const row = this.#get("SELECT summary FROM speakers WHERE speaker = ?", id);
    if (row === undefined) {
      const alias = this.#get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id);
      return alias === undefined ? { state: "unknown" } : { state: "moved", to: alias.speaker as string };
    }
    const appearances = this.#all(
      `SELECT a.summary, p.descriptions, p.quotes FROM appearances p JOIN articles a ON a.slug = p.slug
       WHERE p.speaker = ? ORDER BY a.sort_published DESC, a.slug LIMIT ${MAX_APPEARANCES}`,
      id,
    ).map((appearance) => ({
      article: refOf(JSON.parse(appearance.summary as string)),
      quotes: appearance.quotes,
      descriptions: JSON.parse(appearance.descriptions as string),
    }));
    return { state: "found", json: JSON.stringify({ ...JSON.parse(row.summary as string), appearances }) };
  }

  articles(query: ArticlesQuery): Page {
    const where = new Where();
    const sort = query.sort === "updated" ? "sort_updated" : "sort_published";
    where.published(query.publishedFrom, query.publishedTo);
    if (query.language !== null) {
      const language = query.language.toLowerCase();
      where.add("(language = ? OR substr(language, 1, ?) = ?)", language, language.length + 1, `${language}-`);
    }
    if (query.speaker !== null) where.add("slug IN (SELECT slug FROM appearances WHERE speaker = ?)", this.#speakerId(query.speaker));
    if (query.phrases !== null) where.words("article_words", query.phrases);
    const total = this.#count(`SELECT count(*) AS n FROM articles ${where.sql}`, ...where.values);
    if (query.after !== null) where.after([`${sort} DESC`, "slug"], query.after);
    const rows = this.#all(
      `SELECT summary, ${sort} AS sort, slug FROM articles ${where.sql} ORDER BY ${sort} DESC, slug LIMIT ?`,
      ...where.values,
      query.limit + 1,
    );
    return page(rows, query.limit, total, "summary", ["sort", "slug"]);
  }

  quotes(query: QuotesQuery): Page {
    const where = new Where();
    where.published(query.publishedFrom, query.publishedTo);
    if (query.kind !== null) where.add("kind = ?", query.kind);
    if (query.article !== null) where.add("slug = ?", this.#slug(query.article));
    if (query.phrases !== null) where.words("quote_words", query.phrases);
    if (query.speakers !== null) {
      const speakers = query.speakers.map((id) => (id === null ? NOBODY : this.#speakerId(id)));
      where.add(`id IN (SELECT id FROM quote_speakers WHERE speaker IN (${speakers.map(() => "?").join(", ")}))`, ...speakers);
    }
    const total = this.#count(`SELECT count(*) AS n FROM quotes ${where.sql}`, ...where.values);
    if (query.after !== null) where.after(["sort_published DESC", "slug", "place"], query.after);
    const rows = this.#all(
      `SELECT item, sort_published, slug, place FROM quotes ${where.sql} ORDER BY sort_published DESC, slug, place LIMIT ?`,
      ...where.values,
      query.limit + 1,
    );
    return page(rows, query.limit, total, "item", ["sort_published", "slug", "place"]);
  }

  speakers(query: SpeakersQuery): Page {
    const where = new Where();
    if (query.type !== null) where.add("type = ?", query.type);
    if (query.phrases !== null) where.words("speaker_words", query.phrases);
    const total = this.#count(`SELECT count(*) AS n FROM speakers ${where.sql}`, ...where.values);
    const order = query.sort === "quotes" ? ["quotes DESC", "speaker"] : ["folded", "speaker"];
    if (query.after !== null) where.after(order, query.after);
    const rows = this.#all(
      `SELECT summary, folded, quotes, speaker FROM speakers ${where.sql} ORDER BY ${order.join(", ")} LIMIT ?`,
      ...where.values,
      query.limit + 1,
    );
    return page(rows, query.limit, total, "summary", query.sort === "quotes" ? ["quotes", "speaker"] : ["folded", "speaker"]);
  }

  close(): void {
    this.#database.close();
  }

  #refuseConflicts(article: Article): void {
    for (const [index, slug] of [article.slug, ...article.aliases].entries()) {
      const path = index === 0 ? "slug" : `aliases[${index - 1}]`;
      const alias = this.#get("SELECT slug FROM article_aliases WHERE alias = ? AND slug <> ?", slug, article.slug);
      if (alias !== undefined) throw new IndexConflict(path, `"${slug}" is an alias of the article "${alias.slug}"`);
      if (index > 0 && this.#get("SELECT 1 FROM articles WHERE slug = ?", slug) !== undefined) {
        throw new IndexConflict(path, `"${slug}" is the slug of another article`);
      }
    }
    for (const [index, quote] of article.quotes.entries()) {
      for (const id of [quote.id, ...quote.aliases]) {
        const owner =
          this.#get("SELECT slug FROM quotes WHERE quote = ? AND slug <> ?", id, article.slug) ??
          this.#get("SELECT slug FROM quote_aliases WHERE alias = ? AND slug <> ?", id, article.slug);
        if (owner !== undefined) throw new IndexConflict(`quotes[${index}].id`, `"${id}" belongs to the article "${owner.slug}"`);
      }
    }
  }

  #putQuotes(article: Article, published: string | null, sortPublished: string): void {
    for (const [place, item] of quoteItems(article).entries()) {
      const { lastInsertRowid } = this.#run(
        "INSERT INTO quotes (quote, slug, place, kind, published, sort_published, item) VALUES (?, ?, ?, ?, ?, ?, ?)",
        item.id,
        article.slug,
        place,
        item.kind,
        published,
        sortPublished,
        JSON.stringify(item),
      );
      this.#run(
        "INSERT INTO quote_words (rowid, words) VALUES (?, ?)",
        lastInsertRowid,
        item.segments.map((segment) => fold(segment.text)).join(BLOCK_BREAK),
      );
      const speakers = item.attribution.speakers.map((speaker) => speaker.id);
      for (const speaker of speakers.length === 0 ? [NOBODY] : speakers) {
        this.#run("INSERT INTO quote_speakers VALUES (?, ?, ?, ?, ?)", speaker, sortPublished, article.slug, place, lastInsertRowid);
      }
      for (const alias of item.aliases) this.#run("INSERT INTO quote_aliases VALUES (?, ?, ?)", alias, item.id, article.slug);
    }
    for (const id of article.removedQuotes) this.#run("INSERT OR REPLACE INTO quote_aliases VALUES (?, NULL, ?)", id, article.slug);
  }

  #putSpeakers(article: Article): void {
    for (const speaker of article.speakers) {
      const quotes = article.quotes.filter((quote) => quote.attribution.speakers.some(({ id }) => id === speaker.id)).length;
      this.#run(
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

  #touch(slug: string): void {
    for (const row of this.#all("SELECT speaker FROM appearances WHERE slug = ?", slug)) this.#touched.add(row.speaker as string);
  }

  /** A speaker as all articles have it: registered name and type, else those of the newest article. */
  #refreshSpeaker(id: string): void {
    const before = this.#get("SELECT id FROM speakers WHERE speaker = ?", id);
    if (before !== undefined) {
      this.#run("DELETE FROM speakers WHERE id = ?", before.id as number);
      this.#run("DELETE FROM speaker_words WHERE rowid = ?", before.id as number);
    }
    const newest = this.#get(
      "SELECT p.name, p.type FROM appearances p JOIN articles a ON a.slug = p.slug WHERE p.speaker = ? ORDER BY a.sort_published DESC, a.slug LIMIT 1",
      id,
    );
    if (newest === undefined) return;
    const counts = this.#get("SELECT count(*) AS articles, sum(quotes) AS quotes FROM appearances WHERE speaker = ?", id);
    const registered = this.#registered.get(id);
    const summary = {
      id,
      name: registered?.name ?? (newest.name as string),
      type: registered?.type ?? (newest.type as Speaker["type"]),
      aliases: registered?.aliases ?? [],
      sameAs: registered?.sameAs ?? [],
      articles: counts?.articles as number,
      quotes: counts?.quotes as number,
    };
    const { lastInsertRowid } = this.#run(
      "INSERT INTO speakers (speaker, folded, type, quotes, summary) VALUES (?, ?, ?, ?, ?)",
      id,
      fold(summary.name),
      summary.type,
      summary.quotes,
      JSON.stringify(summary),
    );
    const words = [summary.name, ...summary.aliases].map(fold).join(BLOCK_BREAK);
    this.#run("INSERT INTO speaker_words (rowid, words) VALUES (?, ?)", lastInsertRowid, words);
  }

  #speakerId(id: string): string {
    return (this.#get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id)?.speaker as string | undefined) ?? id;
  }

  #slug(slug: string): string {
    return (this.#get("SELECT slug FROM article_aliases WHERE alias = ?", slug)?.slug as string | undefined) ?? slug;
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).run(...values);
  }

  #get(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).all(...values);
  }

  #count(sql: string, ...values: SQLInputValue[]): number {
    return this.#get(sql, ...values)?.n as number;
  }
}

/** Conditions of a list query and the values bound to them. */
class Where {
  readonly values: SQLInputValue[] = [];
  readonly #conditions: string[] = [];

  get sql(): string {
    return this.#conditions.length === 0 ? "" : `WHERE ${this.#conditions.join(" AND ")}`;
  }

  add(condition: string, ...values: SQLInputValue[]): void {
    this.#conditions.push(condition);
    this.values.push(...values);
  }

  published(from: string | null, to: string | null): void {
    if (from !== null) this.add("published >= ?", instantOf(from));
    if (to !== null) this.add("published <= ?", instantOf(to, "end"));
  }

  words(table: string, phrases: string[][]): void {
    if (phrases.length === 0) this.add("0");
    else
      this.add(`id IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, phrases.map((phrase) => `"${phrase.join(" ")}"`).join(" AND "));
  }

  /** Rows behind `key` in the given order; a column may end in ` DESC`. */
  after(order: string[], key: Key): void {
    const alternatives = order.map((column, index) => {
      const [name, direction] = column.split(" ");
      const equal = order.slice(0, index).map((before) => `${before.split(" ")[0]} = ?`);
      this.values.push(...key.slice(0, index + 1));
      return `(${[...equal, `${name} ${direction === "DESC" ? "<" : ">"} ?`].join(" AND ")})`;
    });
    this.#conditions.push(`(${alternatives.join(" OR ")})`);
  }
}

function page(rows: Record<string, unknown>[], limit: number, total: number, item: string, key: string[]): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => row[item] as string),
    total,
    next: rows.length > limit && last !== undefined ? key.map((column) => last[column] as string | number) : null,
  };
}
