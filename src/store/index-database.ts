import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { instantOf } from "../article/moment.ts";
import type { Key, Page } from "./store.ts";

const SCHEMA = `
  CREATE TABLE made_of (part TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE files (slug TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, published TEXT, sort_published TEXT NOT NULL, sort_updated TEXT NOT NULL,
    language TEXT, summary TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX articles_published ON articles (sort_published DESC, slug);
  CREATE INDEX articles_updated ON articles (sort_updated DESC, slug);
  CREATE TABLE article_aliases (alias TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE searchables (id INTEGER PRIMARY KEY, text TEXT NOT NULL, words TEXT NOT NULL, offsets BLOB NOT NULL, outline TEXT NOT NULL);
  CREATE VIRTUAL TABLE article_words USING fts5 (
    headline, words, narration, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (article_words, 'row');
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
  database.exec(SCHEMA);
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
  return createHash("sha256").update(`${version}\n${SCHEMA}`).digest("hex");
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

  published(from: string | null, to: string | null): void {
    if (from !== null) this.add("published >= ?", instantOf(from));
    if (to !== null) this.add("published <= ?", instantOf(to, "end"));
  }

  /** A language or a range of it: `en` admits `en-gb` (RFC 4647, basic filtering). */
  language(range: string): void {
    const language = range.toLowerCase();
    this.add("(language = ? OR substr(language, 1, ?) = ?)", language, language.length + 1, `${language}-`);
  }

  /** Quotes by one of these speakers. */
  speakers(ids: string[]): void {
    this.add(`id IN (SELECT id FROM quote_speakers WHERE speaker IN (${ids.map(() => "?").join(", ")}))`, ...ids);
  }

  /** Rows whose words, in one of the columns of a full-text table, hold all phrases. */
  words(table: string, phrases: string[][], column = "words"): void {
    if (phrases.length === 0) this.add("0");
    else
      this.add(
        `id IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`,
        matchAll(
          phrases.map((phrase) => [phrase]),
          column,
        ),
      );
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
