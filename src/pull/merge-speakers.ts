import type { RegisteredSpeaker, SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import { fold } from "../article/words/fold.ts";

/** A speaker as the other archive lists it. */
export type OriginSpeaker = Pick<RegisteredSpeaker, "id" | "name" | "aliases" | "sameAs"> & {
  type: NonNullable<RegisteredSpeaker["type"]>;
};

/**
 * What the speaker registry of the other archive says, as far as its list of speakers tells: names with other names or links, and those
 * who bear another one's other name, so that they are not taken for that one. Its merges and splits are in the articles already.
 */
export function registeredThere(speakers: OriginSpeaker[]): RegisteredSpeaker[] {
  const others = new Set(speakers.flatMap(({ aliases }) => aliases.map(fold)));
  return speakers
    .filter(({ name, aliases, sameAs }) => aliases.length > 0 || sameAs.length > 0 || others.has(fold(name)))
    .map(({ id, name, type, aliases, sameAs }) => ({ id, name, type, aliases, merges: [], articles: [], sameAs }));
}

/**
 * The registry of this archive with the entries of the other one. What an editor wrote here counts: an entry that is not as it last
 * came from there is left alone, and so is one that an editor took out, or whose id an editor merged into another speaker.
 *
 * @param came entries that came from there before, as they came
 * @returns the registry, and the entries to remember as having come from there
 */
export function mergeSpeakers(
  here: SpeakerRegistry,
  came: RegisteredSpeaker[],
  there: RegisteredSpeaker[],
): { registry: SpeakerRegistry; came: RegisteredSpeaker[] } {
  const before = new Map(came.map((entry) => [entry.id, entry]));
  const now = new Map(there.map((entry) => [entry.id, entry]));
  const owned = new Set(here.speakers.flatMap(({ id, merges }) => [id, ...merges]));
  const kept = here.speakers.flatMap((entry) => {
    if (!isSame(entry, before.get(entry.id))) return [entry];
    const next = now.get(entry.id);
    return next === undefined ? [] : [next];
  });
  const added = there.filter(({ id }) => !owned.has(id) && !before.has(id));
  return { registry: { speakers: [...kept, ...added] }, came: there };
}

/** Whether two entries say the same; an entry in a file may leave out what is empty. */
function isSame(one: RegisteredSpeaker, other: RegisteredSpeaker | undefined): boolean {
  return other !== undefined && canonical(one) === canonical(other);
}

function canonical({ id, name, type, aliases, merges, splitFrom, articles, sameAs }: RegisteredSpeaker): string {
  return JSON.stringify([id, name, type ?? null, aliases, merges, splitFrom ?? null, articles, sameAs]);
}
