import type pg from "pg";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { toInstant } from "../../article/model/instants.ts";
import { inSession, run } from "./connection.ts";
import { readRegistry } from "./database-archive.ts";
import type { ImportOptions, ImportReport } from "./import-articles.ts";
import { applyTo, storeRegistry } from "./writing/apply-registry.ts";
import { flush, writing } from "./writing/transaction.ts";

/** Articles that are given with the registry in one transaction. */
const BATCH = 300;

/**
 * Sets what editors know about speakers, and applies it to every article. Killed half-way, the next call goes on.
 *
 * @returns whether anything had to be done
 */
export async function setRegistry(pool: pg.Pool, registry: SpeakerRegistry, options: ImportOptions = {}): Promise<boolean> {
  const json = JSON.stringify(registry);
  return inSession(pool, async (client) => {
    const changed = await writing(client, async () => {
      const before = await readRegistry(client);
      if (before.json === json) return !before.applied;
      await storeRegistry(client, SpeakerRegistry.parse(JSON.parse(before.json)), registry, false);
      return true;
    });
    if (!changed) return false;
    await applyToAll(client, options);
    await run(client, "UPDATE speaker_registry SET applied = true WHERE json = $1", [json]);
    return true;
  });
}

/** Gives every article what the registry says now. Each is read in the transaction that writes it: others write meanwhile. */
async function applyToAll(client: pg.PoolClient, { onProgress, onProblem = () => {} }: ImportOptions): Promise<void> {
  const slugs = (await run<{ slug: string }>(client, "SELECT slug FROM articles ORDER BY slug", [])).map(({ slug }) => slug);
  const report: ImportReport = { imported: 0, unchanged: 0, refused: 0 };
  for (let from = 0; from < slugs.length; from += BATCH) {
    const batch = slugs.slice(from, from + BATCH);
    const { changed, problems } = await writing(client, async () => {
      const registry = SpeakerRegistry.parse(JSON.parse((await readRegistry(client)).json));
      return applyTo(client, batch, registry, toInstant(new Date()));
    });
    for (const problem of problems) onProblem(problem);
    report.imported += changed;
    report.unchanged += batch.length - changed;
    onProgress?.({ ...report });
  }
  await flush(client);
}
