import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import type { RegisteredSpeaker, SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { fold } from "../../../article/words/fold.ts";
import type { StoreProblem } from "../../store.ts";
import { run } from "../connection.ts";
import { changeServed } from "./change-served.ts";
import { deriveArticle, soundOf } from "./derive-article.ts";
import { changeSpeakers } from "./speakers.ts";
import { type HeldJson, MACHINE } from "./write-articles.ts";

/** Articles given with the registry at a time; other work of the thread goes on in between. */
const BATCH = 25;

/** The registered speakers by id. */
export function byId({ speakers }: SpeakerRegistry): Map<string, RegisteredSpeaker> {
  return new Map(speakers.map((speaker) => [speaker.id, speaker]));
}

/**
 * Stores what editors know about speakers, and gives it to lists of speakers; articles keep what they were given with. Inside `writing`.
 * @param applied whether every article will have it when the transaction ends
 */
export async function storeRegistry(
  client: pg.PoolClient,
  before: SpeakerRegistry,
  registry: SpeakerRegistry,
  applied: boolean,
): Promise<void> {
  await run(client, "UPDATE speaker_registry SET json = $1, applied = $2", [JSON.stringify(registry), applied]);
  await run(client, "DELETE FROM speaker_aliases", []);
  const aliases = registry.speakers.flatMap(({ id, merges }) => merges.map((alias) => [alias, id]));
  await run(client, "INSERT INTO speaker_aliases (alias, speaker) SELECT * FROM unnest($1::text[], $2::text[])", [
    aliases.map(([alias]) => alias),
    aliases.map(([, id]) => id),
  ]);
  const touched = [...before.speakers, ...registry.speakers].map(({ id }) => [id, { articles: 0, quotes: 0 }] as const);
  await changeSpeakers(client, new Map(touched), byId(registry));
}

/** Gives the articles that a change of the registry is about what it says now; one that it would make unsound stays as it is. Inside `writing`. */
export async function applyChange(client: pg.PoolClient, before: SpeakerRegistry, registry: SpeakerRegistry, now: string): Promise<void> {
  const slugs = await concernedBy(client, changedEntries(before, registry));
  for (let from = 0; from < slugs.length; from += BATCH) {
    await setImmediate();
    await applyTo(client, slugs.slice(from, from + BATCH), registry, now);
  }
}

/**
 * Gives articles what the registry says. Inside `writing`.
 * @returns how many it changed, and what is wrong with others, which stay as they are
 */
export async function applyTo(
  client: pg.PoolClient,
  slugs: string[],
  registry: SpeakerRegistry,
  now: string,
): Promise<{ changed: number; problems: StoreProblem[] }> {
  const text = `SELECT ${MACHINE} AS machine, edits, served FROM articles WHERE slug = ANY($1::text[])`;
  const rows = await run<HeldJson & { served: string }>(client, text, [slugs]);
  const problems: StoreProblem[] = [];
  const arriving = rows.flatMap(({ served, ...held }) => {
    const derived = deriveArticle(soundOf(held), undefined, registry, true, problems);
    return typeof derived === "string" || derived.rows.fingerprint === served ? [] : [{ ...derived, renamedFrom: [] }];
  });
  if (arriving.length > 0) await changeServed(client, { arriving }, byId(registry), now);
  return { changed: arriving.length, problems };
}

/** The entries of either registry that are not in the other as they are. */
function changedEntries(before: SpeakerRegistry, registry: SpeakerRegistry): RegisteredSpeaker[] {
  const [old, present] = [before, registry].map(({ speakers }) => new Map(speakers.map((entry) => [JSON.stringify(entry), entry]))) as [
    Map<string, RegisteredSpeaker>,
    Map<string, RegisteredSpeaker>,
  ];
  return [...[...old].filter(([json]) => !present.has(json)), ...[...present].filter(([json]) => !old.has(json))].map(([, entry]) => entry);
}

/** The slugs of the articles that have a speaker whom one of the entries is about, by an id or by another name. */
async function concernedBy(client: pg.PoolClient, entries: RegisteredSpeaker[]): Promise<string[]> {
  const ids = new Set(entries.flatMap(({ id, merges, splitFrom }) => [id, ...merges, splitFrom ?? id]));
  const names = new Set(entries.flatMap(({ aliases }) => aliases.map(fold)));
  if (names.size > 0) {
    const spelled = await run<{ speaker: string; name: string }>(
      client,
      "SELECT DISTINCT speaker, detail::json->>'name' AS name FROM appearances",
      [],
    );
    for (const { speaker, name } of spelled) if (names.has(fold(name))) ids.add(speaker);
  }
  // Ids of speakers of one article begin with its slug, or with one it had.
  const text = `SELECT DISTINCT slug FROM appearances WHERE speaker = ANY($1::text[]) OR speaker IN (
      SELECT a.slug || substr(asked.id, length(a.alias) + 1)
      FROM unnest($1::text[]) AS asked (id) JOIN article_aliases a ON a.alias = split_part(asked.id, '~', 1) AND strpos(asked.id, '~') > 0)
    ORDER BY slug`;
  return (await run<{ slug: string }>(client, text, [[...ids]])).map(({ slug }) => slug);
}
