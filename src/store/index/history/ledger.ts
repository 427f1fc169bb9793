import type { Change } from "../../../article/model/history.ts";
import type { Changes, ChangesQuery } from "../../store.ts";
import type { IndexDatabase, Row } from "../database.ts";

// A journal of changes as two databases hold it: the file that serving processes write together, and each index, whose copy
// is one snapshot with what it serves.
// `ledger` says of each article what the changes have led to. `ledger_of` has one row: which journal it is.
export const LEDGER_TABLES = `
  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, change TEXT NOT NULL, slug TEXT NOT NULL, revision TEXT, previous_slug TEXT, reason TEXT);
  CREATE TABLE ledger (
    slug TEXT PRIMARY KEY, state TEXT NOT NULL, at TEXT NOT NULL, fingerprint TEXT NOT NULL, revision TEXT) WITHOUT ROWID;
  CREATE TABLE ledger_of (part TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** What is known of an article. */
export interface Known {
  state: "served" | "withdrawn" | "gone";
  /** When what is served of it last changed. */
  at: string;
  /** Of what is served, or of the tombstone. */
  fingerprint: string;
  revision: string | null;
}

/** A change to be noted, and what is known from then on. */
export interface Entry extends Omit<Change, "seq"> {
  fingerprint: string;
}

/** A journal of changes in a database. Changes are only ever added, each with a larger number than the one before. */
export class Ledger {
  readonly #database: IndexDatabase;

  constructor(database: IndexDatabase) {
    this.#database = database;
  }

  /** Which journal it is, or is a copy of; `null` when it was never written to a file. */
  get id(): string | null {
    return (this.#database.get("SELECT value FROM ledger_of WHERE part = 'id'")?.value as string | undefined) ?? null;
  }

  set id(id: string | null) {
    if (id === null) this.#database.run("DELETE FROM ledger_of WHERE part = 'id'");
    else this.#database.run("INSERT OR REPLACE INTO ledger_of VALUES ('id', ?)", id);
  }

  /** Number of the newest change; 0 when there is none. */
  get last(): number {
    return (this.#database.get("SELECT max(seq) AS seq FROM changes")?.seq as number | null) ?? 0;
  }

  known(slug: string): Known | null {
    return (this.#database.get("SELECT state, at, fingerprint, revision FROM ledger WHERE slug = ?", slug) as Known | undefined) ?? null;
  }

  /** Slugs of what is served or withdrawn. */
  slugs(): string[] {
    return this.#database.all("SELECT slug FROM ledger WHERE state <> 'gone'").map((row) => row.slug as string);
  }

  /** Why an article was withdrawn last. */
  reasonOf(slug: string): string {
    const sql = "SELECT reason FROM changes WHERE slug = ? AND change = 'withdrawn' ORDER BY seq DESC LIMIT 1";
    return (this.#database.get(sql, slug)?.reason as string | undefined) ?? "";
  }

  read({ after, limit }: ChangesQuery): Changes {
    const rows = this.#database.all(
      "SELECT seq, at, change, slug, revision, previous_slug AS previousSlug, reason FROM changes WHERE seq > ? ORDER BY seq LIMIT ?",
      after,
      limit,
    );
    return { items: rows.map((row) => ({ ...row })) as unknown as Change[], last: this.last };
  }

  /** Adds changes. */
  append(entries: Iterable<Entry>): void {
    let seq = this.last;
    for (const { at, change, slug, revision, previousSlug, reason, fingerprint } of entries) {
      seq += 1;
      this.#addChange({ seq, at, change, slug, revision, previous_slug: previousSlug, reason });
      const state: Known["state"] = change === "removed" ? "gone" : change === "withdrawn" ? "withdrawn" : "served";
      if (previousSlug !== null) this.#setKnown({ slug: previousSlug, state: "gone", at, fingerprint: "", revision: null });
      // An article that was renamed and withdrawn at once is withdrawn by the next change.
      if (change !== "renamed" || revision !== null) this.#setKnown({ slug, state, at, fingerprint, revision });
    }
  }

  /**
   * Copies what another one has behind a change.
   * @returns the slugs that it is about
   */
  copy(from: Ledger, after: number): Set<string> {
    const slugs = new Set<string>();
    for (const row of from.#database.iterate("SELECT * FROM changes WHERE seq > ? ORDER BY seq", after)) {
      this.#addChange(row);
      for (const slug of [row.slug, row.previous_slug]) if (slug !== null) slugs.add(slug as string);
    }
    const all = "SELECT slug, state, at, fingerprint, revision FROM ledger";
    if (after === 0) for (const row of from.#database.iterate(all)) this.#setKnown(row);
    else for (const slug of slugs) for (const row of from.#database.all(`${all} WHERE slug = ?`, slug)) this.#setKnown(row);
    return slugs;
  }

  clear(): void {
    for (const table of ["changes", "ledger", "ledger_of"]) this.#database.run(`DELETE FROM ${table}`);
  }

  #addChange({ seq, at, change, slug, revision, previous_slug, reason }: Row): void {
    this.#database.run(
      "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...([seq, at, change, slug, revision, previous_slug, reason] as (string | number | null)[]),
    );
  }

  #setKnown({ slug, state, at, fingerprint, revision }: Row): void {
    this.#database.run(
      "INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?)",
      ...([slug, state, at, fingerprint, revision] as (string | null)[]),
    );
  }
}
