import { servedArticle } from "../article/corrections/apply-corrections.ts";
import type { SpeakerProfile } from "../article/model/items.ts";
import type { Speaker } from "../article/model/schema.ts";
import type { Writing } from "../store/desk.ts";
import type { Store } from "../store/store.ts";
import { readHeld } from "./held-article.ts";

/** Articles that are read at most: those of a speaker agree, but where the registry gave the id. */
const MOST_READ = 20;

/**
 * A speaker as the newest article has it without the registry: under its id, with the name and the type that the article gives.
 *
 * @returns `null` when none of the newest articles has one under this id: the registry alone gives it
 * @throws PublishingRefused `broken`
 */
export async function speakerInArticles(writing: Writing, store: Pick<Store, "speaker">, id: string): Promise<Speaker | null> {
  const found = await store.speaker(id);
  if (found.state !== "found") return null;
  const { appearances } = JSON.parse(found.json) as SpeakerProfile;
  for (const { article } of appearances.slice(0, MOST_READ)) {
    const held = await readHeld(writing, article.slug);
    const bare = held === null ? null : servedArticle(held.machine, held.edits, { speakers: [] }).article;
    const speaker = bare?.speakers.find((one) => one.id === id);
    if (speaker !== undefined) return speaker;
  }
  return null;
}
