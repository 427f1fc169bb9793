import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { instantOf } from "../article/moment.ts";
import type { Key, Page } from "./store.ts";

/** Goes into every file: raise it when what the tables hold comes to mean something else, and files are made anew. */
const FORMAT = 2;

// Full-text tables hold no texts, only where words stand. A quote's id is made by `quoteRowid`; ids of articles are never
// given twice, because word lists keep those of articles that went.
const TABLES = `
  CREATE TABLE made_of (part TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE files (slug TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT, slug TEXT NOT NULL UNIQUE, published TEXT, sort_published TEXT NOT NULL,
    sort_updated TEXT NOT NULL, language TEXT, summary TEXT NOT NULL, json TEXT NOT NULL);
  CREATE TABLE facts (
    id INTEGER PRIMARY KEY, published TEXT, sort_published TEXT NOT NULL, slug TEXT NOT NULL, language TEXT,
    words INTEGER NOT NULL, quotes TEXT NOT NULL, speakers TEXT NOT NULL, indexed TEXT NOT NULL);
  CREATE TABLE article_aliases (alias TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE searchables (id INTEGER PRIMARY KEY, text TEXT NOT NULL, words TEXT NOT NULL, offsets BLOB NOT NULL, outline TEXT NOT NULL);
  CREATE VIRTUAL TABLE article_words USING fts5 (
    words, narration, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE word_lists (word TEXT NOT NULL, segment INTEGER NOT NULL, last INTEGER NOT NULL, list BLOB NOT NULL);
  CREATE UNIQUE INDEX word_lists_word ON word_lists (word, segment);
  CREATE TABLE quotes (
    id INTEGER PRIMARY KEY, quote TEXT NOT NULL UNIQUE, slug TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
    published TEXT, sort_published TEXT NOT NULL, item TEXT NOT NULL);
  CREATE TABLE quote_aliases (alias TEXT PRIMARY KEY, quote TEXT, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE quote_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE quote_speakers (
    speaker TEXT NOT NULL, sort_published TEXT NOT NULL, slug TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
    published TEXT, id INTEGER NOT NULL, PRIMARY KEY (speaker, sort_published DESC, slug, place)) WITHOUT ROWID;
  CREATE TABLE appearances (
    speaker TEXT NOT NULL, sort_published TEXT NOT NULL, slug TEXT NOT NULL, id INTEGER NOT NULL, published TEXT, language TEXT,
    name TEXT NOT NULL, type TEXT NOT NULL, quotes INTEGER NOT NULL, descriptions TEXT NOT NULL,
    PRIMARY KEY (speaker, sort_published DESC, slug)) WITHOUT ROWID;
  CREATE TABLE speakers (
    id INTEGER PRIMARY KEY, speaker TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, type TEXT NOT NULL, articles INTEGER NOT NULL,
    quotes INTEGER NOT NULL, summary TEXT NOT NULL);
  CREATE VIRTUAL TABLE speaker_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE speaker_aliases (alias TEXT PRIMARY KEY, speaker TEXT NOT NULL) WITHOUT ROWID;
`;

/** What only reading needs. */
const INDEXES = `
  CREATE INDEX articles_published ON articles (sort_published DESC, slug);
  CREATE INDEX articles_updated ON articles (sort_updated DESC, slug);
  CREATE UNIQUE INDEX quotes_place ON quotes (slug, place);
  CREATE INDEX quotes_published ON quotes (sort_published DESC, slug, place);
  CREATE INDEX quotes_kind ON quotes (kind, sort_published DESC, slug, place);
  CREATE INDEX quote_aliases_slug ON quote_aliases (slug);
  CREATE INDEX speakers_name ON speakers (folded, speaker);
  CREATE INDEX speakers_quotes ON speakers (quotes DESC, speaker);
  CREATE INDEX speakers_type_name ON speakers (type, folded, speaker);
  CREATE INDEX speakers_type_quotes ON speakers (type, quotes DESC, speaker);
`;

/** Ids of quotes: room for a million in one article. */
const QUOTES_PER_ARTICLE = 2 ** 20;

/** The id of the quote at a place (from 0) of an article. */
export function quoteRowid(article: number, place: number): number {
  return article * QUOTES_PER_ARTICLE + place;
}

/** In SQL, the article of a quote's `id`. */
export const ARTICLE_OF_QUOTE = `id / ${QUOTES_PER_ARTICLE}`;

/** Counts kept ready until the next change. */
const MAX_COUNTS = 1000;

/** The SQLite database behind an index: its tables, its prepared statements, counts remembered until something changes. */
export class IndexDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #counts = new Map<string, number>();

  /**
   * @param path a file, or `:memory:`
   * @param version what the index is made by; a file that another version made is made anew, and so is a damaged one
   */
  constructor(path: string, version: string) {
    this.#database = path === MEMORY ? create(MEMORY, version) : (reopen(path, version) ?? create(path, version));
  }

  /** Runs several changes as one: all are seen together, or none when `change` throws. */
  transaction<T>(change: () => T): T {
    this.#counts.clear();
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = change();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#counts.clear();
    }
  }

  /** Answers a question by several statements that see one state; a transaction of reads also costs less than each of them alone. */
  read<T>(question: () => T): T {
    this.run("BEGIN");
    try {
      return question();
    } finally {
      this.run("COMMIT");
    }
  }

  /** Runs a part of a transaction that is taken back alone when `change` throws. */
  part(change: () => void): void {
    this.#database.exec("SAVEPOINT part");
    try {
      change();
    } catch (error) {
      this.#database.exec("ROLLBACK TO part");
      throw error;
    } finally {
      this.#database.exec("RELEASE part");
    }
  }

  run(sql: string, ...values: SQLInputValue[]): { lastInsertRowid: number | bigint } {
    return this.#statement(sql).run(...values);
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined {
    return this.#statement(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.#statement(sql).all(...values);
  }

  /** The rows of a statement, one at a time. */
  each(sql: string, ...values: SQLInputValue[]): Iterable<Record<string, SQLOutputValue>> {
    return this.#statement(sql).iterate(...values);
  }

  /** The first column `id` of the rows of a statement; many of them cost less than rows would. */
  ids(sql: string, ...values: SQLInputValue[]): number[] {
    return JSON.parse(this.get(`SELECT json_group_array(id) AS ids FROM (${sql})`, ...values)?.ids as string) as number[];
  }

  /** The first column `n` of a statement that counts; asked once between two changes, so that a list does not grow slower with what it leaves out. */
  count(sql: string, ...values: SQLInputValue[]): number {
    const key = JSON.stringify([sql, ...values]);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const counted = this.get(sql, ...values)?.n as number;
    if (this.#counts.size >= MAX_COUNTS) this.#counts.clear();
    this.#counts.set(key, counted);
    return counted;
  }

  /** Forgets counts because something else changed the database. */
  forgetCounts(): void {
    this.#counts.clear();
  }

  /** A number that is another one once another connection has changed the database. */
  get dataVersion(): number {
    return this.get("PRAGMA data_version")?.data_version as number;
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

export const MEMORY = ":memory:";

/** Milliseconds to wait for another process that writes the same file. */
const BUSY_TIMEOUT = 60_000;

/** A file an earlier run made, or `null` when there is none of use: missing, damaged, or made by another version. */
function reopen(path: string, version: string): DatabaseSync | null {
  if (!existsSync(path)) return null;
  let database: DatabaseSync | null = null;
  try {
    database = prepare(new DatabaseSync(path));
    const made = database.prepare("SELECT value FROM made_of WHERE part = 'version'").get();
    if (made?.value === versionOf(version)) return database;
  } catch {
    // Not a database, or not one of ours.
  }
  database?.close();
  return null;
}

function create(path: string, version: string): DatabaseSync {
  if (path !== MEMORY) for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
  const database = prepare(new DatabaseSync(path));
  database.exec("BEGIN IMMEDIATE");
  database.exec(TABLES + INDEXES);
  database.prepare("INSERT INTO made_of VALUES ('version', ?)").run(versionOf(version));
  database.exec("COMMIT");
  return database;
}

function prepare(database: DatabaseSync): DatabaseSync {
  database.exec(
    `PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 1073741824`,
  );
  return database;
}

function versionOf(version: string): string {
  return createHash("sha256").update(`${version}\n${FORMAT}\n${TABLES}${INDEXES}`).digest("hex");
}

/** The low byte of every SQLite error code for a broken constraint. */
const SQLITE_CONSTRAINT = 19;

/** Whether a value could not go in because it breaks a rule of a table: it is there already, say. */
export function isConstraintError(error: unknown): error is Error {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" && (error.errcode & 0xff) === SQLITE_CONSTRAINT;
}

/** Conditions of a list query and the values bound to them. */
export class Where {
  readonly values: SQLInputValue[] = [];
  readonly #conditions: string[] = [];

  get sql(): string {
    return this.#conditions.length === 0 ? "" : `WHERE ${this.#conditions.join(" AND ")}`;
  }

  add(condition: string, ...values: SQLInputValue[]): void {
    this.#conditions.push(condition);
    this.values.push(...values);
  }

  /** Rows with a date in a range; see `PublishedRange`. */
  published(from: string | null, to: string | null): void {
    // The same as conditions on `published`, but indexes are ordered by `sort_published`.
    if (from !== null) this.add("sort_published >= ?", instantOf(from));
    if (to !== null) this.add("sort_published <= ?", instantOf(to, "end"));
    if (from !== null || to !== null) this.add("published IS NOT NULL");
  }

  oneOf(column: string, values: string[]): void {
    this.add(`${column} IN (${values.map(() => "?").join(", ")})`, ...values);
  }

  /** Quotes by one of these speakers. */
  speakers(ids: string[]): void {
    this.add(
      `EXISTS (SELECT 1 FROM quote_speakers s WHERE s.speaker IN (${ids.map(() => "?").join(", ")})
         AND s.sort_published = quotes.sort_published AND s.slug = quotes.slug AND s.place = quotes.place)`,
      ...ids,
    );
  }

  /** Rows whose words, in a full-text table, hold all phrases. */
  words(table: string, phrases: string[][]): void {
    if (phrases.length === 0) this.add("0");
    else
      this.add(
        `id IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`,
        matchAll(
          phrases.map((phrase) => [phrase]),
          "words",
        ),
      );
  }

  /** A copy with one more condition. */
  and(condition: string, ...values: SQLInputValue[]): Where {
    const copy = new Where();
    copy.#conditions.push(...this.#conditions);
    copy.values.push(...this.values);
    copy.add(condition, ...values);
    return copy;
  }
}

/**
 * The first rows of an ordered list behind a key, each part of it one range of an index that has the order: the rows
 * that differ from the key in the last column alone, then those that differ in the one before, and so on. One condition
 * for all of them would make SQLite read the list from its beginning.
 *
 * @param select statement up to its conditions
 * @param order columns; one may end in ` DESC`
 * @param after `null` for the beginning of the list
 */
export function rowsBehind(
  database: IndexDatabase,
  select: string,
  where: Where,
  order: string[],
  after: Key | null,
  limit: number,
): Record<string, SQLOutputValue>[] {
  const read = (part: Where, most: number) =>
    database.all(`${select} ${part.sql} ORDER BY ${order.join(", ")} LIMIT ?`, ...part.values, most);
  if (after === null) return read(where, limit);
  const rows: Record<string, SQLOutputValue>[] = [];
  for (let column = order.length - 1; column >= 0 && rows.length < limit; column -= 1) {
    let part = where;
    for (const [index, term] of order.slice(0, column + 1).entries()) {
      const [name, direction] = term.split(" ");
      part = part.and(`${name} ${index < column ? "=" : direction === "DESC" ? "<" : ">"} ?`, after[index] as string | number);
    }
    rows.push(...read(part, limit - rows.length));
  }
  return rows;
}

/** An FTS5 query: of every phrase one of its alternatives, in the given columns. Folded words hold nothing that FTS5 would read as syntax. */
export function matchAll(phrases: string[][][], columns: string): string {
  return phrases
    .map((alternatives) => `{${columns}} : (${alternatives.map((words) => `"${words.join(" ")}"`).join(" OR ")})`)
    .join(" AND ");
}

/** Rows as a page: one more than `limit` was asked for, to know whether more follow. */
export function page(rows: Record<string, unknown>[], limit: number, total: number, item: string, key: string[]): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => row[item] as string),
    total,
    next: rows.length > limit && last !== undefined ? key.map((column) => last[column] as string | number) : null,
  };
}
