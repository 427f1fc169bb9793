import { type Change, type FormerRevision, Tombstone } from "../../../article/model/history.ts";
import type { Changes, ChangesQuery, Found } from "../../store.ts";
import type { Servers } from "../servers.ts";
import { formerRows, formersOf, type KeptRow } from "../writing/former-revisions.ts";

/** The tombstones of what answers to a slug, or of the article that had a quote. @param of a column of `withdrawn`, and the placeholder of the id */
export function tombstonesOf(of: "names" | "quotes", id: string): string {
  return `SELECT tombstone FROM withdrawn WHERE ${of} @> ARRAY[${id}::text]`;
}

/** What is answered for a withdrawn article. @param json of its tombstone */
export function withdrawnBy(json: string): Found {
  const { slug, at, reason } = Tombstone.parse(JSON.parse(json));
  return { state: "withdrawn", slug, at, reason };
}

/** Earlier revisions of an article; see `Store.revisions`. */
export async function readRevisions(servers: Servers, slug: string): Promise<FormerRevision[]> {
  const names = "SELECT slug FROM articles WHERE slug = $1 UNION SELECT alias FROM article_aliases WHERE slug = $1";
  return formersOf(await servers.read<KeptRow>(formerRows(names), [slug]));
}

/** A row of `changes`; all `null` but `last` where there is none. */
interface ChangeRow extends Omit<Change, "seq"> {
  last: string;
  seq: string | null;
}

/** What changed; see `Store.changes`. */
export async function readChanges(servers: Servers, { after, limit }: ChangesQuery): Promise<Changes> {
  const rows = await servers.read<ChangeRow>(
    `SELECT newest.last, found.* FROM (SELECT coalesce(max(seq), 0) AS last FROM changes) AS newest LEFT JOIN LATERAL (
       SELECT seq, at, change, slug, revision, previous_slug AS "previousSlug", reason FROM changes
       WHERE seq > $1 ORDER BY seq LIMIT $2) AS found ON true ORDER BY seq`,
    [after, limit],
  );
  const items = rows.flatMap(({ last, seq, ...change }) => (seq === null ? [] : [{ seq: Number(seq), ...change }]));
  return { items, last: Number(rows[0]?.last ?? 0) };
}
