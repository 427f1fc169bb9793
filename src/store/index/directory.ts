import type { DirectoryEntry, DirectoryQuery } from "../store.ts";
import type { IndexDatabase } from "./database.ts";

/** What is walked along, by an index of the ids alone, and the moment of each. */
const KINDS: Record<DirectoryQuery["of"], { id: string; changedAt: string }> = {
  articles: { id: "slug", changedAt: "SELECT sort_updated FROM articles WHERE slug = found.id" },
  quotes: {
    id: "quote",
    changedAt: "SELECT sort_updated FROM quotes CROSS JOIN articles ON articles.id = quotes.article WHERE quote = found.id",
  },
  speakers: {
    id: "speaker",
    changedAt: `SELECT max(sort_updated) FROM appearances CROSS JOIN articles ON articles.id = appearances.id
      WHERE appearances.speaker = found.id`,
  },
};

/** Ids and moments; see `DirectoryQuery`. */
export function readDirectory(database: IndexDatabase, { of, after, skip, limit }: DirectoryQuery): DirectoryEntry[] {
  const { id, changedAt } = KINDS[of];
  const rows = database.all(
    `SELECT id, (${changedAt}) AS changedAt
     FROM (SELECT ${id} AS id FROM ${of} WHERE ${id} > ? ORDER BY ${id} LIMIT ? OFFSET ?) AS found ORDER BY id`,
    // Every id is behind the empty one.
    after ?? "",
    limit,
    skip,
  );
  return rows.map((row) => ({ id: row.id as string, changedAt: row.changedAt as string }));
}
