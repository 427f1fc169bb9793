import type pg from "pg";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { toInstant } from "../../article/model/instants.ts";
import type { ArchivedRevision, ArchivedTombstone } from "../archive.ts";
import type { StoreProblem } from "../store.ts";
import { inSession } from "./connection.ts";
import { readRegistry } from "./database-archive.ts";
import { byId } from "./writing/apply-registry.ts";
import { joinRevisions } from "./writing/former-revisions.ts";
import { putSources } from "./writing/sources.ts";
import { flush, writing } from "./writing/transaction.ts";
import { putTombstone } from "./writing/withdrawals.ts";

/** Earlier revisions written in one transaction. */
const BATCH = 100;

/**
 * Withdraws in the database what another archive has withdrawn: each as one change. What is withdrawn already stays as it is.
 * @returns how many were withdrawn
 */
export async function importTombstones(pool: pg.Pool, tombstones: AsyncIterable<ArchivedTombstone>): Promise<number> {
  let withdrawn = 0;
  await inSession(pool, async (client) => {
    for await (const { tombstone, held } of tombstones) {
      const isNew = await writing(client, async () => {
        const registry = SpeakerRegistry.parse(JSON.parse((await readRegistry(client)).json));
        const json = held && { machine: JSON.stringify(held.article), edits: held.edits && JSON.stringify(held.edits) };
        const changed = await putTombstone(client, tombstone, json, byId(registry), toInstant(new Date()));
        if (changed && held?.raw) await putSources(client, [{ slug: tombstone.slug, raw: held.raw }]);
        return changed;
      });
      if (isNew) withdrawn += 1;
    }
    if (withdrawn > 0) await flush(client);
  });
  return withdrawn;
}

/**
 * Adds the earlier revisions of another archive to those of the database: a text that both have was served at the times of both.
 * @returns how many were added or changed
 */
export async function importRevisions(
  pool: pg.Pool,
  revisions: AsyncIterable<ArchivedRevision>,
  onProblem: (problem: StoreProblem) => void,
): Promise<number> {
  let added = 0;
  await inSession(pool, async (client) => {
    const write = async (batch: ArchivedRevision[]) => {
      const { changed, problems } = await writing(client, () => joinRevisions(client, batch));
      for (const problem of problems) onProblem(problem);
      added += changed;
    };
    let batch: ArchivedRevision[] = [];
    for await (const revision of revisions) {
      batch.push(revision);
      if (batch.length < BATCH) continue;
      await write(batch);
      batch = [];
    }
    if (batch.length > 0) await write(batch);
    if (added > 0) await flush(client);
  });
  return added;
}
