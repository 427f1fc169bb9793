import type pg from "pg";
import { Edits } from "../../article/corrections/edits.ts";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { parseArticle } from "../../article/rules/check-article.ts";
import type { Archive, ArchivedArticle } from "../archive.ts";
import type { StoreProblem } from "../store.ts";
import { run } from "./connection.ts";

/** Articles read at a time. */
const BATCH = 100;

/** The archive in a database; rows that are not sound are told to `onProblem` and passed over. */
export async function databaseArchive(pool: pg.Pool, onProblem: (problem: StoreProblem) => void): Promise<Archive> {
  const { json } = await readRegistry(pool);
  return { registry: SpeakerRegistry.parse(JSON.parse(json)), articles: readAll(pool, onProblem) };
}

/** The speaker registry as it is stored, and whether every article has it. */
export async function readRegistry(queryable: pg.Pool | pg.ClientBase): Promise<{ json: string; applied: boolean }> {
  const [row] = await run<{ json: string; applied: boolean }>(queryable, "SELECT json, applied FROM speaker_registry", []);
  return row ?? { json: '{"speakers":[]}', applied: true };
}

interface Machine {
  slug: string;
  machine: string;
  edits: string | null;
}

const MACHINE = "SELECT slug, coalesce(machine, json) AS machine, edits FROM articles";

/** Every article as import made it, with its corrections, by slug; rows that are no article are told and passed over. */
export async function* readAll(pool: pg.Pool, onProblem: (problem: StoreProblem) => void): AsyncGenerator<ArchivedArticle> {
  for (let after = ""; ; ) {
    const rows = await run<Machine>(pool, `${MACHINE} WHERE slug > $1 ORDER BY slug LIMIT ${BATCH}`, [after]);
    for (const row of rows) {
      const incoming = incomingOf(row);
      if (incoming !== null) yield incoming;
      else
        onProblem({
          where: `article ${row.slug}`,
          path: null,
          message: "is not as import wrote it",
          cure: "Import or load it again, or delete it.",
        });
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.slug;
  }
}

function incomingOf({ machine, edits }: Machine): ArchivedArticle | null {
  try {
    const { article } = parseArticle(JSON.parse(machine));
    return article === null ? null : { article, edits: edits === null ? null : Edits.parse(JSON.parse(edits)) };
  } catch {
    return null;
  }
}
