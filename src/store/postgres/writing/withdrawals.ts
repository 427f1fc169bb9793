import type pg from "pg";
import type { RegisteredSpeaker } from "../../../article/corrections/speaker-registry.ts";
import type { Tombstone } from "../../../article/model/history.ts";
import { rowsJson, run } from "../connection.ts";
import { changeServed } from "./change-served.ts";
import { type HeldJson, MACHINE } from "./write-articles.ts";

export interface WithdrawnRow {
  slug: string;
  tombstone: string;
  machine: string | null;
  edits: string | null;
}

const COLUMNS = "slug, tombstone, machine, edits";

/** Withdrawn articles by slug, the one each had last. */
export async function withdrawnBySlug(queryable: pg.Pool | pg.ClientBase, slugs: string[]): Promise<Map<string, WithdrawnRow>> {
  const text = `SELECT ${COLUMNS} FROM withdrawn WHERE slug = ANY($1::text[])`;
  return new Map((await run<WithdrawnRow>(queryable, text, [slugs])).map((row) => [row.slug, row]));
}

/** The withdrawn article that an article is: of one of its names, of its raw file, or of its address; `null` when it is none. */
export interface Known {
  names: string[];
  sha256: string | null;
  sourceUrl: string | null;
}

/** The slugs of the withdrawn articles that are known by names, raw files or addresses. */
export async function withdrawnAs(client: pg.PoolClient, known: Known[]): Promise<(Known & { slug: string })[]> {
  const text = `SELECT slug, names, sha256, source_url AS "sourceUrl" FROM withdrawn
    WHERE names && $1::text[] OR sha256 = ANY($2::text[]) OR source_url = ANY($3::text[])`;
  return run(client, text, [known.flatMap(({ names }) => names), known.map(({ sha256 }) => sha256), known.map((one) => one.sourceUrl)]);
}

/** Whether an article is the one that was withdrawn. */
export function isSame(article: Known, withdrawn: Known): boolean {
  return (
    article.names.some((name) => withdrawn.names.includes(name)) ||
    (article.sha256 !== null && article.sha256 === withdrawn.sha256) ||
    (article.sourceUrl !== null && article.sourceUrl === withdrawn.sourceUrl)
  );
}

/**
 * Withdraws an article: it is kept, and served no more. Inside `writing`.
 *
 * @param held of an article that is not in the database
 * @returns whether anything was changed
 */
export async function putTombstone(
  client: pg.PoolClient,
  tombstone: Tombstone,
  held: HeldJson | null,
  registered: Map<string, RegisteredSpeaker>,
  now: string,
): Promise<boolean> {
  const { slug, at, reason } = tombstone;
  const json = JSON.stringify(tombstone);
  const text = `SELECT ${MACHINE} AS machine, edits FROM articles WHERE slug = $1`;
  const [present] = await run<HeldJson>(client, text, [slug]);
  const before = (await withdrawnBySlug(client, [slug])).get(slug);
  if (present === undefined && before?.tombstone === json) return false;
  const { machine = null, edits = null } = present ?? (before?.machine ? before : held) ?? {};
  const row = { slug, tombstone: json, names: [slug, ...tombstone.aliases], quotes: tombstone.quotes, machine, edits };
  await changeServed(client, { leaving: [{ slug, change: "withdrawn", at, reason }] }, registered, now);
  await run(client, "DELETE FROM withdrawn WHERE slug = $1", [slug]);
  await run(client, "INSERT INTO withdrawn SELECT * FROM json_populate_record(NULL::withdrawn, $1::json)", [
    rowsJson({ ...row, sha256: tombstone.sha256, source_url: tombstone.sourceUrl }),
  ]);
  return true;
}

/** Sets what is held of a withdrawn article, which stays withdrawn. */
export async function holdWithdrawn(client: pg.PoolClient, slug: string, { machine, edits }: HeldJson): Promise<void> {
  await run(client, "UPDATE withdrawn SET machine = $2, edits = $3 WHERE slug = $1", [slug, machine, edits]);
}

export async function deleteTombstones(client: pg.PoolClient, slugs: string[]): Promise<void> {
  await run(client, "DELETE FROM withdrawn WHERE slug = ANY($1::text[])", [slugs]);
}

/** Deletes all that is held of a withdrawn article but its tombstone, its history too. Does nothing when it is not withdrawn. */
export async function purgeWithdrawn(client: pg.PoolClient, slug: string): Promise<void> {
  const text = "UPDATE withdrawn SET machine = NULL, edits = NULL WHERE slug = $1 RETURNING names";
  const [purged] = await run<{ names: string[] }>(client, text, [slug]);
  if (purged === undefined) return;
  for (const table of ["sources", "revisions"]) await run(client, `DELETE FROM ${table} WHERE slug = ANY($1::text[])`, [purged.names]);
}

/** Deletes an article with its history, raw file and tombstone. Does nothing when there is none. */
export async function removeArticle(
  client: pg.PoolClient,
  slug: string,
  registered: Map<string, RegisteredSpeaker>,
  now: string,
): Promise<void> {
  await deleteRevisions(client, slug);
  await changeServed(client, { leaving: [{ slug, change: "removed", at: now, reason: null }] }, registered, now);
  await deleteTombstones(client, [slug]);
  await run(client, "DELETE FROM sources WHERE slug = $1", [slug]);
}

/** Deletes the earlier revisions of an article, under all slugs it has and had. */
export async function deleteRevisions(client: pg.PoolClient, slug: string): Promise<void> {
  const names = `SELECT $1::text UNION SELECT alias FROM article_aliases WHERE slug = $1
    UNION SELECT unnest(names) FROM withdrawn WHERE slug = $1`;
  await run(client, `DELETE FROM revisions WHERE slug IN (${names})`, [slug]);
}
