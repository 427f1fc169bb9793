import { z } from "zod";
import { GivenName } from "../article/corrections/given-name.ts";
import { type RegisteredSpeaker, RegisteredSpeaker as Schema, SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import type { SpeakerSummary } from "../article/model/items.ts";
import type { SpeakerType } from "../article/model/schema.ts";
import { faultsOf } from "../article/rules/check-article.ts";
import type { Desk } from "../store/desk.ts";
import { speakersNear } from "../store/speakers-named.ts";
import type { Store } from "../store/store.ts";
import { readRegistry } from "./held-article.ts";
import type { WritingOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";
import { speakerInArticles } from "./speaker-in-articles.ts";

const { type, merges, sameAs } = Schema.shape;

/** A change of what editors know of a speaker, as a JSON Merge Patch (RFC 7396): what is left out stays, `null` takes it away. */
export const SpeakerChange = z
  .strictObject({
    // Stricter than the file, which may be older than the rule.
    name: GivenName.nullable().meta({ description: "The name in all articles; `null`: the one that the newest of them gives." }),
    type: type.unwrap().nullable().meta({ description: "The type in all articles." }),
    aliases: z.array(GivenName).nullable().meta({ description: "Other names: a speaker found under one of them is this speaker." }),
    merges: merges.unwrap().nullable().meta({ description: "Ids that are this speaker; they redirect." }),
    sameAs: sameAs.unwrap().nullable().meta({ description: "Pages on other sites about the speaker." }),
  })
  .partial()
  .meta({ id: "SpeakerChange", description: "What is to change; what is left out stays, `null` takes it away." });
export type SpeakerChange = z.infer<typeof SpeakerChange>;

/** What is known of a speaker after a change. */
export interface ChangedSpeaker {
  id: string;
  entry: RegisteredSpeaker;
  /** What the newest article calls it, where the entry has no type. */
  type: SpeakerType;
  state: "updated" | "unchanged";
}

/** What a change of a speaker needs besides what all changes do. */
export interface SpeakerOptions extends WritingOptions<RegisteredSpeaker> {
  /** Knows which speakers there are: it serves what is written through the desk. */
  store: Pick<Store, "speaker" | "speakerSummary" | "speakers">;
}

/**
 * Changes what editors know of a speaker: the name, the type, other names, ids that are the same speaker, links to other registers.
 * Ids that are merged redirect to this one, and bring their own other names, links and merged ids along.
 *
 * @param given its id, or one that was merged into it
 * @throws PublishingRefused `unknown` with near ids for the speaker and for each id to merge, `conflict`, `unsound`
 */
export async function changeSpeaker(desk: Desk, given: string, change: SpeakerChange, options: SpeakerOptions): Promise<ChangedSpeaker> {
  const sound = parsed(change);
  return desk.alone(async (writing) => {
    const registry = await readRegistry(writing);
    const speaker = await present(options.store, given, "id");
    const current = registry.speakers.find(({ id }) => id === speaker.id) ?? null;
    await options.onCurrent?.(current);
    const bare = sound.name === null || sound.type === null ? await speakerInArticles(writing, options.store, speaker.id) : null;
    if (sound.name === null && bare === null) throw nameless();
    const entry = patched(current ?? Schema.parse({ id: speaker.id, name: speaker.name }), sound, bare ?? speaker);
    const merged = await mergedEntries(entry, current, registry, options.store);
    const after = brought(entry, merged);
    // An entry that says no more than the articles do would keep a later article from giving another name.
    const isIdle = saysNothing(after) && (sound.name === null || (current === null && entry.name === speaker.name));
    const speakers = withEntry(registry, isIdle ? null : after, new Set([speaker.id, ...merged.map(({ id }) => id)]));
    const next = SpeakerRegistry.safeParse({ ...registry, speakers });
    if (next.error !== undefined) throw unsound(next.error);
    const isSame = JSON.stringify(next.data) === JSON.stringify(registry);
    if (!isSame && options.dryRun !== true) await writing.write({ of: "registry", registry: next.data });
    return { id: speaker.id, entry: after, type: after.type ?? bare?.type ?? speaker.type, state: isSame ? "unchanged" : "updated" };
  });
}

function parsed(change: SpeakerChange): SpeakerChange {
  const { data, error } = SpeakerChange.safeParse(change);
  if (error !== undefined) throw unsound(error);
  return data;
}

/** The speaker as served now. @throws PublishingRefused `unknown` */
async function present(store: SpeakerOptions["store"], id: string, path: string): Promise<SpeakerSummary> {
  const found = await store.speakerSummary(id);
  const now = found.state === "moved" ? await store.speakerSummary(found.to) : found;
  if (now.state === "found") return JSON.parse(now.json) as SpeakerSummary;
  const near = await speakersNear(store, id.replaceAll(/[~-]/g, " "));
  const hint = near.length === 0 ? "" : ` Near: ${near.map((one) => `"${one.id}" (${one.name})`).join(", ")}.`;
  const message = `There is no speaker "${id}".`;
  throw new PublishingRefused("unknown", `${message}${hint}`, { faults: [{ path, message }] });
}

function patched(entry: RegisteredSpeaker, change: SpeakerChange, articles: { name: string }): RegisteredSpeaker {
  const { type: typeBefore, ...kept } = entry;
  const typeNow = change.type === undefined ? typeBefore : change.type;
  return Schema.parse({
    ...kept,
    ...(typeNow === null || typeNow === undefined ? {} : { type: typeNow }),
    name: change.name === undefined ? entry.name : (change.name ?? articles.name),
    aliases: unique(change.aliases === undefined ? entry.aliases : (change.aliases ?? [])),
    merges: unique(change.merges === undefined ? entry.merges : (change.merges ?? [])),
    sameAs: unique(change.sameAs === undefined ? entry.sameAs : (change.sameAs ?? [])),
  });
}

/** The entries of ids that are merged now and were not before. @throws PublishingRefused `unknown`, `conflict` */
async function mergedEntries(
  entry: RegisteredSpeaker,
  before: RegisteredSpeaker | null,
  registry: SpeakerRegistry,
  store: SpeakerOptions["store"],
): Promise<RegisteredSpeaker[]> {
  const entries: RegisteredSpeaker[] = [];
  for (const [at, id] of entry.merges.entries()) {
    if (before?.merges.includes(id)) continue;
    const path = `merges[${at}]`;
    const refuse = (message: string) => new PublishingRefused("conflict", message, { faults: [{ path, message }] });
    const there = await present(store, id, path);
    if (there.id === entry.id) throw refuse(`"${id}" is this speaker already.`);
    if (there.id !== id) throw refuse(`"${id}" is merged into "${there.id}". Merge "${there.id}" instead.`);
    const own = registry.speakers.find((other) => other.id === id);
    if (own?.splitFrom !== undefined) {
      throw refuse(`"${id}" is a namesake that was split from "${own.splitFrom}". Take the split out of speakers.json first.`);
    }
    if (own !== undefined) entries.push(own);
  }
  return entries;
}

/** An entry with what the entries that are merged into it have. */
function brought(entry: RegisteredSpeaker, merged: RegisteredSpeaker[]): RegisteredSpeaker {
  const all = [entry, ...merged];
  return {
    ...entry,
    aliases: unique([...all.flatMap((one) => one.aliases)]),
    merges: unique(all.flatMap((one) => one.merges)),
    sameAs: unique(all.flatMap((one) => one.sameAs)),
  };
}

function saysNothing({ type, aliases, merges, splitFrom, sameAs }: RegisteredSpeaker): boolean {
  return type === undefined && splitFrom === undefined && [aliases, merges, sameAs].every(({ length }) => length === 0);
}

/** The entries of a registry with one in its place, or at the end, and without others. */
function withEntry({ speakers }: SpeakerRegistry, entry: RegisteredSpeaker | null, without: Set<string>): RegisteredSpeaker[] {
  const at = speakers.findIndex(({ id }) => id === entry?.id);
  const put = (one: RegisteredSpeaker, place: number) => (place === at && entry !== null ? [entry] : without.has(one.id) ? [] : [one]);
  const others = speakers.flatMap(put);
  return entry === null || at >= 0 ? others : [...others, entry];
}

function nameless(): PublishingRefused {
  const message = "No article gives this speaker a name under this id: only the registry does. Give a name.";
  return new PublishingRefused("unsound", message, { faults: [{ path: "name", message }] });
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}

function unsound(error: z.ZodError): PublishingRefused {
  const faults = faultsOf(error).map(({ path, message }) => ({ path, message }));
  return new PublishingRefused("unsound", `The change is not sound: ${faults.map((one) => `${one.path}: ${one.message}`).join("; ")}.`, {
    faults,
  });
}
