import type { SpeakerSummary } from "../article/model/items.ts";
import { fold } from "../article/words/fold.ts";
import { everyWord } from "../article/words/query.ts";
import { lookUp } from "./look-up.ts";
import type { Store } from "./store.ts";

/** The most speakers of one name that are listed. */
const MAX_LISTED = 20;
/** The most near speakers that are listed. */
const MAX_NEAR = 5;

/** Whom a name may mean, and whether there are more of them. */
export interface NamedSpeakers {
  speakers: SpeakerSummary[];
  more: boolean;
}

/** The speakers that an id, a name or an alias means; those with a part of the name where nobody has it as a whole. */
export async function speakersNamed(store: Pick<Store, "speakerSummary" | "speakers">, given: string): Promise<NamedSpeakers> {
  const found = await lookUp(given, (one) => store.speakerSummary(one));
  const present = found.state === "moved" ? await store.speakerSummary(found.to) : found;
  if (present.state === "found") return { speakers: [JSON.parse(present.json) as SpeakerSummary], more: false };
  const words = everyWord(given);
  const page = words.all.length === 0 ? null : await store.speakers({ words, sort: "quotes", limit: MAX_LISTED });
  const named = (page?.items ?? []).map((json) => JSON.parse(json) as SpeakerSummary);
  const called = named.filter(({ name, aliases }) => [name, ...aliases].some((one) => fold(one) === fold(given)));
  return called.length > 0 ? { speakers: called, more: false } : { speakers: named, more: (page?.next ?? null) !== null };
}

/** Speakers who have one of the words of a name, most quoted first. */
export async function speakersNear(store: Pick<Store, "speakers">, given: string): Promise<SpeakerSummary[]> {
  const words = everyWord(given).all.slice(0, 4);
  const pages = await Promise.all(
    words.map((word) => store.speakers({ words: { all: [word], none: [] }, sort: "quotes", limit: MAX_NEAR })),
  );
  const near = new Map(pages.flatMap(({ items }) => items.map((json) => JSON.parse(json) as SpeakerSummary)).map((one) => [one.id, one]));
  return [...near.values()].sort((a, b) => b.quoteCount - a.quoteCount).slice(0, MAX_NEAR);
}
