import type pg from "pg";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { inSession, run } from "./connection.ts";
import { readAll, readRegistry } from "./database-archive.ts";
import { type ImportOptions, importArticles } from "./import-articles.ts";
import { changeSpeakers } from "./writing/speakers.ts";
import { writing } from "./writing/write-articles.ts";

/**
 * Sets what editors know about speakers, and applies it to every article. Killed half-way, the next call goes on.
 *
 * @returns whether anything had to be done
 */
export async function setRegistry(pool: pg.Pool, registry: SpeakerRegistry, options: ImportOptions = {}): Promise<boolean> {
  const json = JSON.stringify(registry);
  const changed = await inSession(pool, (client) =>
    writing(client, async () => {
      const before = await readRegistry(client);
      if (before.json === json) return !before.applied;
      await run(client, "UPDATE speaker_registry SET json = $1, applied = false", [json]);
      await run(client, "DELETE FROM speaker_aliases", []);
      const aliases = registry.speakers.flatMap(({ id, merges }) => merges.map((alias) => [alias, id]));
      await run(client, "INSERT INTO speaker_aliases (alias, speaker) SELECT * FROM unnest($1::text[], $2::text[])", [
        aliases.map(([alias]) => alias),
        aliases.map(([, id]) => id),
      ]);
      const known = (JSON.parse(before.json) as SpeakerRegistry).speakers;
      const touched = [...known, ...registry.speakers].map(({ id }) => [id, { articles: 0, quotes: 0 }] as const);
      await changeSpeakers(client, new Map(touched), new Map(registry.speakers.map((speaker) => [speaker.id, speaker])));
      return true;
    }),
  );
  if (!changed) return false;
  await importArticles(pool, readAll(pool, options.onProblem ?? (() => {})), options);
  await run(pool, "UPDATE speaker_registry SET applied = true WHERE json = $1", [json]);
  return true;
}
