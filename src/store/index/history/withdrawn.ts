import type { Tombstone } from "../../../article/model/history.ts";
import type { Found } from "../../store.ts";
import type { IndexDatabase } from "../database.ts";

/** What an index has to know of a withdrawn article. */
export type Withdrawal = Pick<Tombstone, "slug" | "aliases" | "quotes" | "at" | "reason">;

// `of` is `article` or `quote`; names that articles which are served have, too, are theirs.
export const WITHDRAWN_TABLES = `
  CREATE TABLE withdrawn (slug TEXT PRIMARY KEY, at TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE withdrawn_names (
    field TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (field, name, slug)) WITHOUT ROWID;
  CREATE INDEX withdrawn_names_slug ON withdrawn_names (slug);
`;

/** Notes that an article is withdrawn, in place of what was noted before. */
export function setWithdrawn(database: IndexDatabase, { slug, aliases, quotes, at, reason }: Withdrawal): void {
  removeWithdrawn(database, slug);
  database.run("INSERT INTO withdrawn VALUES (?, ?, ?)", slug, at, reason);
  const add = (field: string, name: string) => database.run("INSERT OR IGNORE INTO withdrawn_names VALUES (?, ?, ?)", field, name, slug);
  for (const name of [slug, ...aliases]) add("article", name);
  for (const name of quotes) add("quote", name);
}

/** Notes that an article is withdrawn no more. */
export function removeWithdrawn(database: IndexDatabase, slug: string): void {
  for (const table of ["withdrawn", "withdrawn_names"]) database.run(`DELETE FROM ${table} WHERE slug = ?`, slug);
}

export function isWithdrawn(database: IndexDatabase, slug: string): boolean {
  return database.get("SELECT 1 FROM withdrawn WHERE slug = ?", slug) !== undefined;
}

/** The notice of the withdrawn article that has or had a name; unknown when none has. */
export function findWithdrawn(database: IndexDatabase, field: "article" | "quote", name: string): Found {
  const row = database.get(
    `SELECT withdrawn.slug, at, reason FROM withdrawn_names JOIN withdrawn ON withdrawn.slug = withdrawn_names.slug
     WHERE field = ? AND name = ? ORDER BY at DESC, withdrawn.slug LIMIT 1`,
    field,
    name,
  );
  if (row === undefined) return { state: "unknown" };
  return { state: "withdrawn", slug: row.slug as string, at: row.at as string, reason: row.reason as string };
}
