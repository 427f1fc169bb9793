import type { DirectoryEntry, DirectoryQuery } from "../../store.ts";
import type { Servers } from "../servers.ts";

/** What is walked along, by an index of the ids alone, and the moment of each. */
const KINDS: Record<DirectoryQuery["of"], { id: string; changedAt: string }> = {
  articles: { id: "slug", changedAt: "SELECT sort_updated FROM articles WHERE slug = found.id" },
  quotes: { id: "quote", changedAt: "SELECT a.sort_updated FROM quotes q JOIN articles a ON a.slug = q.slug WHERE q.quote = found.id" },
  speakers: { id: "speaker", changedAt: "SELECT max(sort_updated) FROM appearances WHERE speaker = found.id" },
};

/** Ids and moments; see `DirectoryQuery`. */
export function readDirectory(servers: Servers, { of, after, skip, limit }: DirectoryQuery): Promise<DirectoryEntry[]> {
  const { id, changedAt } = KINDS[of];
  return servers.read<{ id: string; changedAt: string }>(
    `SELECT id, (${changedAt}) AS "changedAt"
     FROM (SELECT ${id} AS id FROM ${of} WHERE ${id} > $1 ORDER BY ${id} LIMIT $2 OFFSET $3) AS found ORDER BY id`,
    // Every id is behind the empty one.
    [after ?? "", limit, skip],
  );
}
