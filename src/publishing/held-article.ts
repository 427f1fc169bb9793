import type { SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import { type FormerRevision, replacedRevision, type Tombstone, withdrawalNotice } from "../article/model/history.ts";
import { plainSlug } from "../article/model/ids.ts";
import { toInstant } from "../article/model/instants.ts";
import type { Article } from "../article/model/schema.ts";
import { type DeskChange, DeskConflict, type Held, type Writing } from "../store/desk.ts";
import type { PublishOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";

/** All that is held of an article. @throws PublishingRefused `broken` */
export async function readHeld(writing: Writing, slug: string): Promise<Held | null> {
  try {
    return await writing.read(slug);
  } catch (error) {
    throw new PublishingRefused("broken", `The article "${slug}" that is there is broken. ${(error as Error).message}`, { slug });
  }
}

/** What editors know of speakers. @throws PublishingRefused `broken` */
export async function readRegistry(writing: Writing): Promise<SpeakerRegistry> {
  try {
    return await writing.registry();
  } catch (error) {
    throw new PublishingRefused("broken", `What is known of speakers is broken. ${(error as Error).message}`);
  }
}

/** Writes a change. @throws PublishingRefused `conflict` */
export async function write(writing: Writing, change: DeskChange, slug: string): Promise<void> {
  try {
    await writing.write(change);
  } catch (error) {
    if (error instanceof DeskConflict) throw new PublishingRefused("conflict", error.message, { slug });
    throw error;
  }
}

/** An article that is there, by its slug now or before, withdrawn or not. @throws PublishingRefused `unknown` */
export async function heldUnder(
  writing: Writing,
  given: string,
): Promise<{ slug: string; held: Held | null; tombstone: Tombstone | null }> {
  const slug = await writing.find({ slug: given });
  if (slug === null) throw unknownArticle(given);
  return { slug, held: await readHeld(writing, slug), tombstone: await writing.tombstone(slug) };
}

/**
 * What is there of an article that is to be published, shown to whoever may end the change.
 *
 * @param known the slug it is known by; `null` for a new one
 * @param wanted what it is called where nothing new is to be made
 * @throws PublishingRefused `withdrawn`, `broken`, `unknown`; what `onCurrent` throws
 */
export async function currentOf(
  writing: Writing,
  known: string | null,
  wanted: string,
  options: Pick<PublishOptions, "restore" | "create" | "onCurrent">,
): Promise<{ held: Held | null; tombstone: Tombstone | null }> {
  const tombstone = known === null ? null : await writing.tombstone(known);
  if (tombstone !== null && options.restore !== true) throw withdrawn(tombstone);
  const held = known === null ? null : await readHeld(writing, known);
  await options.onCurrent?.(held);
  if (known === null && options.create === "never") throw unknownArticle(wanted);
  return { held, tombstone };
}

/** An article that is served. @throws PublishingRefused `unknown`, `withdrawn` */
export async function servedUnder(writing: Writing, given: string): Promise<{ slug: string; held: Held }> {
  const { slug, held, tombstone } = await heldUnder(writing, given);
  if (tombstone !== null) throw withdrawn(tombstone);
  if (held === null) throw unknownArticle(given);
  return { slug, held };
}

/** @throws PublishingRefused `unsound` for a slug that no article has, and that none is to get */
export async function holdToPlainSlug(writing: Writing, slug: string): Promise<void> {
  const plain = plainSlug(slug);
  if (slug === plain || (await writing.find({ slug })) !== null) return;
  throw new PublishingRefused("unsound", `"${slug}" cannot be a new slug: write it in lower case and composed (NFC), "${plain}".`, {
    slug,
  });
}

export function unknownArticle(slug: string): PublishingRefused {
  return new PublishingRefused("unknown", `There is no article "${slug}".`, { slug });
}

function withdrawn(tombstone: Tombstone): PublishingRefused {
  return new PublishingRefused("withdrawn", withdrawalNotice(tombstone), { slug: tombstone.slug, tombstone });
}

/** What was served of an article until another text takes its place; `null` when the text stays, or nothing was served. */
export async function formerOf(writing: Writing, held: Held | null, next: Article, now: Date): Promise<FormerRevision | null> {
  const article = held?.served ?? null;
  if (held === null || article === null || article.revision === next.revision) return null;
  return replacedRevision(article, await writing.revisions(held.machine.slug), held.tombstone?.at ?? toInstant(now));
}
