import type pg from "pg";
import { Edits } from "../../article/corrections/edits.ts";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { Tombstone } from "../../article/model/history.ts";
import { parseArticle } from "../../article/rules/check-article.ts";
import type { Archive, ArchivedArticle, ArchivedRevision, ArchivedTombstone } from "../archive.ts";
import type { StoreProblem } from "../store.ts";
import { run } from "./connection.ts";
import { formerOf, type KeptRow } from "./writing/former-revisions.ts";
import { MACHINE } from "./writing/write-articles.ts";

/** Rows read at a time. */
const BATCH = 100;

/** The archive in a database; rows that are not sound are told to `onProblem` and passed over. */
export async function databaseArchive(pool: pg.Pool, onProblem: (problem: StoreProblem) => void): Promise<Archive> {
  const { json } = await readRegistry(pool);
  return {
    registry: SpeakerRegistry.parse(JSON.parse(json)),
    articles: readArticles(pool, onProblem),
    revisions: readRevisions(pool),
    tombstones: readTombstones(pool, onProblem),
  };
}

/** The speaker registry as it is stored, and whether every article has it. */
export async function readRegistry(queryable: pg.Pool | pg.ClientBase): Promise<{ json: string; applied: boolean }> {
  const [row] = await run<{ json: string; applied: boolean }>(queryable, "SELECT json, applied FROM speaker_registry", []);
  return row ?? { json: '{"speakers":[]}', applied: true };
}

interface ArchivedRow {
  slug: string;
  machine: string;
  edits: string | null;
  raw: Uint8Array | null;
}

async function* readArticles(pool: pg.Pool, onProblem: (problem: StoreProblem) => void): AsyncGenerator<ArchivedArticle> {
  const text = `SELECT slug, ${MACHINE} AS machine, edits, sort_updated AS modified, raw FROM articles LEFT JOIN sources USING (slug)
    WHERE slug > $1 ORDER BY slug LIMIT ${BATCH}`;
  for await (const { modified, ...row } of walk<ArchivedRow & { modified: string }>(pool, text)) {
    const archived = archivedOf(row, onProblem);
    if (archived !== null) yield { ...archived, article: { ...archived.article, modifiedAt: modified } };
  }
}

async function* readRevisions(pool: pg.Pool): AsyncGenerator<ArchivedRevision> {
  const slugs = `SELECT DISTINCT slug FROM revisions WHERE slug > $1 ORDER BY slug LIMIT ${BATCH}`;
  for await (const { slug } of walk(pool, slugs)) {
    const text = "SELECT revision, served, json FROM revisions WHERE slug = $1 ORDER BY ended DESC, revision";
    for (const row of await run<KeptRow>(pool, text, [slug])) yield { slug, former: formerOf(row) };
  }
}

async function* readTombstones(pool: pg.Pool, onProblem: (problem: StoreProblem) => void): AsyncGenerator<ArchivedTombstone> {
  const text = `SELECT slug, tombstone, machine, edits, raw FROM withdrawn LEFT JOIN sources USING (slug)
    WHERE slug > $1 ORDER BY slug LIMIT ${BATCH}`;
  for await (const { tombstone, machine, ...row } of walk<Omit<ArchivedRow, "machine"> & { tombstone: string; machine: string | null }>(
    pool,
    text,
  ))
    yield {
      tombstone: Tombstone.parse(JSON.parse(tombstone)),
      held: machine === null ? null : archivedOf({ ...row, machine }, onProblem),
    };
}

/** The rows of a statement that gives those behind a slug, to the last. */
async function* walk<Row extends { slug: string }>(pool: pg.Pool, text: string): AsyncGenerator<Row> {
  for (let after = ""; ; ) {
    const rows = await run<Row>(pool, text, [after]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.slug;
  }
}

/** The article of a row; `null` when it is none, which is told to `onProblem`. */
function archivedOf({ slug, machine, edits, raw }: ArchivedRow, onProblem: (problem: StoreProblem) => void): ArchivedArticle | null {
  try {
    const { article } = parseArticle(JSON.parse(machine));
    if (article !== null) return { article, edits: edits === null ? null : Edits.parse(JSON.parse(edits)), raw };
  } catch {
    // Told below.
  }
  const cure = "Import or load it again, or delete it.";
  onProblem({ where: `article ${slug}`, path: null, message: "is not as import wrote it", cure });
  return null;
}
