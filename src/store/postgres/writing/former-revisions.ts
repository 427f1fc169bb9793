import type pg from "pg";
import { type FormerRevision, joined, joinedRevisions, replacedRevision } from "../../../article/model/history.ts";
import type { Article } from "../../../article/model/schema.ts";
import { type Indexable, indexableOf } from "../../../article/words/searchable.ts";
import type { ArchivedRevision } from "../../archive.ts";
import { formerRow } from "../../former-row.ts";
import type { StoreProblem } from "../../store.ts";
import { PATIENT, rowsJson, run } from "../connection.ts";
import { weightedVectorOf } from "../vectors.ts";
import { findUnstorable } from "./derive-article.ts";

/** A row of `revisions`. */
export interface KeptRow {
  slug: string;
  revision: string;
  served: string;
  json: string;
}

/** Earlier revisions of an article as they are kept. */
export function formerOf({ revision, served, json }: Pick<KeptRow, "revision" | "served" | "json">): FormerRevision {
  return { revision, served: JSON.parse(served), article: JSON.parse(json) };
}

/** The rows of earlier revisions of an article. @param names a statement for the article's slug and its aliases */
export function formerRows(names: string): string {
  return `SELECT r.revision, r.served, r.json FROM revisions r WHERE r.slug IN (${names})`;
}

/** The earlier revisions that rows are of, the one served last first. */
export function formersOf(rows: KeptRow[]): FormerRevision[] {
  return joinedRevisions(rows.map(formerOf));
}

/**
 * Keeps earlier revisions; each takes the place of the same one. Inside `writing`.
 * @returns what PostgreSQL cannot hold, which is passed over
 */
export async function putRevisions(client: pg.PoolClient, revisions: ArchivedRevision[]): Promise<StoreProblem[]> {
  const problems: StoreProblem[] = [];
  const rows = new Map<string, object>();
  for (const { slug, former } of revisions) {
    const indexable = indexableOf(former.article);
    const unstorable = findUnstorable(former.article, indexable.searchable.text.value, indexable.searchable.words);
    if (unstorable !== null) problems.push({ where: `revision ${former.revision} of ${slug}`, ...unstorable });
    else rows.set(`${slug} ${former.revision}`, rowOf(slug, former, indexable));
  }
  if (rows.size === 0) return problems;
  const text = `INSERT INTO revisions SELECT * FROM json_populate_recordset(NULL::revisions, $1::json)
    ON CONFLICT (slug, revision) DO UPDATE SET served = excluded.served, ended = excluded.ended, json = excluded.json,
      quote_count = excluded.quote_count, speakers = excluded.speakers, headline = excluded.headline, body = excluded.body,
      vector = excluded.vector`;
  await run(client, text, [rowsJson([...rows.values()])], PATIENT);
  return problems;
}

function rowOf(slug: string, former: FormerRevision, indexable: Indexable): object {
  const { revision, until, quotes, speakers, words } = formerRow(former, indexable);
  const kept = { slug, revision, served: JSON.stringify(former.served), ended: until, json: JSON.stringify(former.article) };
  return { ...kept, quote_count: quotes, speakers, ...words, vector: weightedVectorOf(words.headline, words.body) };
}

/** An article that is replaced: what is served of it until now, and what it is and was known by. */
interface Replaced {
  names: string[];
  served: Article;
}

/**
 * Keeps what articles were until now where their text is replaced. One whose text was the last that ended is kept already: by who
 * writes, or by a load that brought the history along. Inside `writing`.
 *
 * @param now when the texts are replaced
 */
export async function keepReplaced(client: pg.PoolClient, replaced: Replaced[], now: string): Promise<void> {
  if (replaced.length === 0) return;
  const text = "SELECT slug, revision, served, json FROM revisions WHERE slug = ANY($1::text[]) ORDER BY ended";
  const kept = await run<KeptRow>(client, text, [replaced.flatMap(({ names }) => names)]);
  const revisions = replaced.flatMap(({ names, served }): ArchivedRevision[] => {
    const own = kept.filter(({ slug }) => names.includes(slug)).map(formerOf);
    if (own.at(-1)?.revision === served.revision) return [];
    return [{ slug: served.slug, former: replacedRevision(served, own, now) }];
  });
  await putRevisions(client, revisions);
}

/**
 * Adds earlier revisions to those that are kept. Inside `writing`.
 * @returns how many were added or changed, and what PostgreSQL cannot hold
 */
export async function joinRevisions(
  client: pg.PoolClient,
  revisions: ArchivedRevision[],
): Promise<{ changed: number; problems: StoreProblem[] }> {
  const text = `SELECT slug, revision, served, json FROM revisions
    WHERE (slug, revision) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const rows = await run<KeptRow>(client, text, [revisions.map(({ slug }) => slug), revisions.map(({ former }) => former.revision)]);
  const kept = new Map(rows.map((row) => [`${row.slug} ${row.revision}`, formerOf(row)]));
  const changed = revisions.flatMap(({ slug, former }) => {
    const before = kept.get(`${slug} ${former.revision}`);
    const after = before === undefined ? former : joined(before, former);
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ slug, former: after }];
  });
  const problems = await putRevisions(client, changed);
  return { changed: changed.length - problems.length, problems };
}
