import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { RegisteredSpeaker } from "../../article/corrections/speaker-registry.ts";
import type { SpeakerProfile } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import { addressedProfile } from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { articleFormats, JSON_TYPE } from "../../representations/table.ts";
import type { Held } from "../../store/desk.ts";
import type { Store } from "../../store/store.ts";
import { renderAs } from "../answers/formats.ts";
import { PreparedAnswer } from "../answers/prepared-answer.ts";
import { presentArticle } from "../lookup.ts";

// What GET answers in JSON for the resource that a write replaces: its tags are those that `If-Match` may name.

/** Milliseconds for the store to serve what another process has just written, and between two looks. */
const PATIENCE = 3_000;
const LOOK_AGAIN = 50;

/**
 * The answer of an article that is held; `null` when it is withdrawn. The store may still serve what was there before another
 * process wrote: whoever names that does not know what is there.
 *
 * @param held as it is while nobody else can write
 */
export async function answerOfHeld(store: Pick<Store, "article">, site: Site, held: Held): Promise<PreparedAnswer | null> {
  if (held.tombstone !== null) return null;
  const found = await untilServed(
    () => presentArticle(store, held.machine.slug),
    (served) => served !== null && (held.served === null || isDeepStrictEqual(unmarked(served), unmarked(held.served))),
  );
  return found === null ? UNSEEN : articleAnswer(found, site);
}

/** Stands for what is there and not served: no client has seen it, and only `*` names it. */
const UNSEEN = new PreparedAnswer("", {});

/** The answer of an article by its slug; `null` when it is not served. */
export async function articleAnswerOf(store: Pick<Store, "article">, site: Site, slug: string): Promise<PreparedAnswer | null> {
  const served = await presentArticle(store, slug);
  return served === null ? null : articleAnswer(served, site);
}

function articleAnswer(article: Article, site: Site): PreparedAnswer {
  return jsonAnswer(renderAs(articleFormats, JSON_TYPE, article, site));
}

/** An article without the instant that the store adds. */
function unmarked({ modifiedAt: _, ...article }: Article): Omit<Article, "modifiedAt"> {
  return article;
}

/** The answer of a speaker. @param entry what the registry has of the speaker; `null` for nothing */
export async function answerOfSpeaker(
  store: Pick<Store, "speaker">,
  site: Site,
  id: string,
  entry: RegisteredSpeaker | null,
): Promise<PreparedAnswer> {
  const profile = await untilServed(
    async () => {
      const found = await store.speaker(id);
      return found.state === "found" ? (JSON.parse(found.json) as SpeakerProfile) : null;
    },
    (served) => served !== null && (entry === null || isAsRegistered(served, entry)),
  );
  return profile === null ? UNSEEN : jsonAnswer(JSON.stringify(addressedProfile(profile, site)));
}

function isAsRegistered({ name, aliases, sameAs }: SpeakerProfile, entry: RegisteredSpeaker): boolean {
  return isDeepStrictEqual({ name, aliases, sameAs }, { name: entry.name, aliases: entry.aliases, sameAs: entry.sameAs });
}

/** An answer in JSON, whose tags are compared. */
export function jsonAnswer(body: string): PreparedAnswer {
  return new PreparedAnswer(body, { "content-type": JSON_TYPE.contentType });
}

/** Reads until what is read is so. @returns `null` when patience ends before */
async function untilServed<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T | null> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (performance.now() > end) return null;
    await setTimeout(LOOK_AGAIN);
  }
}
