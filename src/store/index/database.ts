import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";

export type Row = Record<string, SQLOutputValue>;

/** Counts kept ready until the next change. */
const MAX_COUNTS = 1000;
/** Statements kept prepared: filters combine to more of them than are ever asked. */
const MAX_STATEMENTS = 500;

/** The SQLite database behind an index or a journal: its prepared statements, its transactions, counts remembered until something changes. */
export class IndexDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #counts = new Map<string, number>();
  #version: number;

  /** @param database with its tables */
  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec("PRAGMA temp_store = MEMORY");
    this.#version = this.#dataVersion;
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

  /** SQLite has taken changes back itself where the disk is full or cannot be written. */
  rollback(): void {
    if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
    this.#counts.clear();
  }

  /** Answers a question by several statements that see one state; a transaction of reads also costs less than each of them alone. */
  read<T>(question: () => T): T {
    this.run("BEGIN");
    try {
      const version = this.#dataVersion;
      // Another process has changed the file.
      if (version !== this.#version) this.#counts.clear();
      this.#version = version;
      return question();
    } finally {
      // An error of the file may have ended it.
      if (this.#database.isTransaction) this.run("COMMIT");
    }
  }

  /** Runs a part of a transaction that is taken back alone when `change` throws. */
  part(change: () => void): void {
    this.#database.exec("SAVEPOINT part");
    try {
      change();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK TO part");
      throw error;
    } finally {
      if (this.#database.isTransaction) this.#database.exec("RELEASE part");
    }
  }

  /** @returns how many rows changed, and the id of the last one that was added */
  run(sql: string, ...values: SQLInputValue[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#statement(sql).run(...values);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values);
  }

  /** As `all`, a row at a time. No other statement with the same text may run meanwhile. */
  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#statement(sql).iterate(...values);
  }

  /** Runs statements that give no rows. */
  script(sql: string): void {
    this.#database.exec(sql);
  }

  /** The first column `n` of a statement that counts; asked once between two changes, so that a list does not grow slower with what it leaves out. */
  count(sql: string, ...values: SQLInputValue[]): number {
    const key = JSON.stringify([sql, ...values]);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const counted = (this.get(sql, ...values)?.n ?? 0) as number;
    if (this.#counts.size >= MAX_COUNTS) this.#counts.clear();
    this.#counts.set(key, counted);
    return counted;
  }

  /** A number that is another one once another connection has changed the database. */
  get #dataVersion(): number {
    return this.get("PRAGMA data_version")?.data_version as number;
  }

  /** Size of the database. */
  get bytes(): number {
    const pages = this.get("PRAGMA page_count")?.page_count as number;
    return pages * (this.get("PRAGMA page_size")?.page_size as number);
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
      if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear();
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
