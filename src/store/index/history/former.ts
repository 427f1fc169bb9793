import { type FormerRevision, joinedRevisions } from "../../../article/model/history.ts";
import { type FormerRow, formerRow } from "../../former-row.ts";
import type { IndexDatabase } from "../database.ts";
import { sumOf } from "../documents.ts";
import { DamagedIndex } from "../faults.ts";

/** What an index keeps of an earlier revision. */
export interface IndexedFormer extends FormerRow {
  /** JSON of the `FormerRevision`. */
  json: string;
}

/** `folder` is the slug that the article had then. `speakers` are ids with a space around each. */
export const FORMER_TABLE = `
  CREATE TABLE former (
    id INTEGER PRIMARY KEY, folder TEXT NOT NULL, revision TEXT NOT NULL, until TEXT NOT NULL, quotes INTEGER NOT NULL,
    speakers TEXT NOT NULL, sum INTEGER NOT NULL, json TEXT NOT NULL, UNIQUE (folder, revision));
  CREATE TABLE former_stamps (folder TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
`;

/** All that an index keeps of an earlier revision. */
export function indexedFormer(former: FormerRevision): IndexedFormer {
  return { ...formerRow(former), json: JSON.stringify(former) };
}

/**
 * Sets the earlier revisions that stand under a slug.
 * @param kept revisions that stay as they are when there is no row for them: their files are broken
 */
export function setFormer(database: IndexDatabase, folder: string, rows: IndexedFormer[], kept: string[]): void {
  const present = new Set([...kept, ...rows.map(({ revision }) => revision)]);
  for (const { id, revision } of database.all("SELECT id, revision FROM former WHERE folder = ?", folder))
    if (!present.has(revision as string)) removeRow(database, id as number);
  for (const row of rows) {
    const held = database.get("SELECT id, json FROM former WHERE folder = ? AND revision = ?", folder, row.revision);
    if (held?.json === row.json) continue;
    if (held !== undefined) removeRow(database, held.id as number);
    const { lastInsertRowid } = database.run(
      "INSERT INTO former VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
      folder,
      row.revision,
      row.until,
      row.quotes,
      ` ${row.speakers.join(" ")} `,
      sumOf(row.json),
      row.json,
    );
    database.run("INSERT INTO former_words (rowid, headline, body) VALUES (?, ?, ?)", lastInsertRowid, row.words.headline, row.words.body);
  }
}

function removeRow(database: IndexDatabase, id: number): void {
  database.run("DELETE FROM former WHERE id = ?", id);
  database.run("DELETE FROM former_words WHERE rowid = ?", id);
}

/** When an earlier revision that stands under one of some slugs was served last; empty when there is none. */
export function latestUntil(database: IndexDatabase, slugs: string[]): string {
  const sql = "SELECT max(until) AS until FROM former WHERE folder IN (SELECT value FROM json_each(?))";
  return (database.get(sql, JSON.stringify(slugs))?.until as string | null) ?? "";
}

/** Earlier revisions of a served article; see `Store.revisions`. @throws DamagedIndex when one is not what was written */
export function readRevisions(database: IndexDatabase, slug: string): FormerRevision[] {
  const rows = database.all(
    `SELECT former.id FROM former WHERE EXISTS (SELECT 1 FROM articles WHERE slug = ?1)
     AND folder IN (SELECT ?1 UNION SELECT alias FROM article_aliases WHERE slug = ?1)`,
    slug,
  );
  return joinedRevisions(rows.map(({ id }) => formerOf(database, id as number)));
}

/** @throws DamagedIndex when it is not what was written */
export function formerOf(database: IndexDatabase, id: number): FormerRevision {
  const row = database.get("SELECT json, sum FROM former WHERE id = ?", id);
  if (row === undefined || sumOf(row.json as string) !== row.sum)
    throw new DamagedIndex(`the earlier revision ${id} is not what was written`);
  return JSON.parse(row.json as string) as FormerRevision;
}
