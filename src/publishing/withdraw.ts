import type { Tombstone } from "../article/model/history.ts";
import { toInstant } from "../article/model/instants.ts";
import type { Desk, Held } from "../store/desk.ts";
import { heldUnder, unknownArticle } from "./held-article.ts";
import type { WritingOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";

/**
 * Withdraws an article: it is served no more, and its slugs and quotes answer with the notice. Its files and history stay. One that
 * is withdrawn already keeps its date and gets the new reason.
 *
 * @param given its slug, or one it had before
 * @returns the notice
 * @throws PublishingRefused `unknown`, `broken`
 */
export async function withdraw(desk: Desk, given: string, options: WritingOptions & { reason: string }): Promise<Tombstone> {
  return desk.alone(async (writing) => {
    const { slug, held, tombstone: before } = await heldUnder(writing, given);
    await options.onCurrent?.(held);
    if (held === null && before === null) throw unknownArticle(given);
    const tombstone = before === null ? tombstoneOf(held as Held, options) : { ...before, reason: options.reason };
    const isSame = before !== null && before.reason === options.reason;
    if (options.dryRun !== true && !isSame) await writing.write({ of: "withdrawal", tombstone: { ...tombstone, slug } });
    return tombstone;
  });
}

/**
 * Serves a withdrawn article again, as it was.
 *
 * @returns what is served now
 * @throws PublishingRefused `unknown`, `not-withdrawn`, `purged`
 */
export async function restore(desk: Desk, given: string, options: WritingOptions): Promise<Held> {
  return desk.alone(async (writing) => {
    const { slug, held, tombstone } = await heldUnder(writing, given);
    await options.onCurrent?.(held);
    if (tombstone === null) throw new PublishingRefused("not-withdrawn", `The article "${slug}" is not withdrawn.`, { slug });
    if (held === null) {
      throw new PublishingRefused("purged", `The files of "${slug}" were deleted. Publish the article again to restore it.`, { slug });
    }
    if (options.dryRun !== true) await writing.write({ of: "restoration", slug });
    return { ...held, tombstone: null };
  });
}

/**
 * Deletes the files and the history of a withdrawn article for good. The notice stays. Once more does nothing.
 *
 * @returns the notice
 * @throws PublishingRefused `unknown`, `not-withdrawn`
 */
export async function purge(desk: Desk, given: string, options: WritingOptions): Promise<Tombstone> {
  return desk.alone(async (writing) => {
    const slug = await writing.find({ slug: given });
    if (slug === null) throw unknownArticle(given);
    const tombstone = await writing.tombstone(slug);
    // A broken article can be purged too.
    await options.onCurrent?.(await writing.read(slug).catch(() => null));
    if (tombstone === null) {
      throw new PublishingRefused("not-withdrawn", `The article "${slug}" is not withdrawn. Withdraw it before it is purged.`, { slug });
    }
    if (options.dryRun !== true) await writing.write({ of: "purge", slug });
    return tombstone;
  });
}

/** What is left of an article, with every quote it has or had. */
export function tombstoneOf({ machine, served }: Held, { reason, now }: { reason: string; now: Date }): Tombstone {
  const versions = served === null ? [machine] : [machine, served];
  const quotes = versions.flatMap((one) => [...one.quotes.flatMap(({ id, aliases }) => [id, ...aliases]), ...one.removedQuotes]);
  const { slug, aliases, revision, sourceUrl, source } = machine;
  return { slug, aliases, quotes: [...new Set(quotes)].sort(), at: toInstant(now), reason, revision, sourceUrl, sha256: source.sha256 };
}
