import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { instantOf } from "../../article/model/instants.ts";
import type { Key, Page } from "../store.ts";

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

  /** @param database with the tables of the index */
  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Begins changes that are seen together at `commit`, or taken back by `rollback`. Waits for another process that changes the same file. */
  begin(): void {
    this.#counts.clear();
    this.#database.exec("BEGIN IMMEDIATE");
  }

  commit(): void {
    this.#database.exec("COMMIT");
    this.#counts.clear();
  }

  rollback(): void {
    this.#database.exec("ROLLBACK");
    this.#counts.clear();
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

  /** All of the database, as the bytes of its file. */
  toBytes(): Uint8Array {
    return this.#database.serialize();
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
    else this.add(`id IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, matchAll(phrases.map((phrase) => [phrase])));
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

/** An FTS5 query: of every phrase one of its alternatives. Folded words hold nothing that FTS5 would read as syntax. */
export function matchAll(phrases: string[][][]): string {
  return phrases.map((alternatives) => `(${alternatives.map((words) => `"${words.join(" ")}"`).join(" OR ")})`).join(" AND ");
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
