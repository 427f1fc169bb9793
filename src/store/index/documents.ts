import { crc32 } from "node:zlib";
import type { IndexDatabase } from "./database.ts";
import { DamagedIndex } from "./faults.ts";

/** A number that is another one, almost certainly, for another text: SQLite does not notice when text is overwritten in its file. */
export function sumOf(json: string): number {
  return crc32(json);
}

/** The JSON of an article. @throws DamagedIndex when it is not what was written */
export function documentOf(database: IndexDatabase, id: number): string {
  const row = database.get("SELECT json, sum FROM documents WHERE id = ?", id);
  if (row === undefined || sumOf(row.json as string) !== row.sum)
    throw new DamagedIndex(`the text of article ${id} is not what was written`);
  return row.json as string;
}

/** The JSON of an article as lists have it. @throws DamagedIndex when it is not there */
export function summaryOf(database: IndexDatabase, id: number): string {
  const row = database.get("SELECT summary FROM documents WHERE id = ?", id);
  if (row === undefined) throw new DamagedIndex(`the article ${id} of a list is not there`);
  return row.summary as string;
}
