import type { Article } from "../article/model/schema.ts";
import { parseArticle } from "../article/rules/check-article.ts";
import type { Desk, Writing } from "../store/desk.ts";
import { currentOf, holdToPlainSlug } from "./held-article.ts";
import { givenVersion } from "./next-version.ts";
import type { PublishOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";
import { type Published, writeVersion } from "./write-version.ts";

/**
 * Publishes an article that is given as JSON, see `publish`: ids, quotes and speakers are as given. It is the next version of the
 * article that has or had its slug or one of its aliases, else of the one with the same raw file or address.
 */
export async function publishArticle(
  desk: Desk,
  given: Article,
  options: Pick<PublishOptions, "now" | "dryRun" | "restore" | "create" | "onCurrent">,
): Promise<Published> {
  const { article, faults } = parseArticle(given);
  if (article === null) {
    const found = faults.map(({ path, message }) => ({ path, message }));
    const message = `It is not a sound article: ${found.map((one) => `${one.path}: ${one.message}`).join("; ")}.`;
    throw new PublishingRefused("unsound", message, { faults: found });
  }
  return desk.alone(async (writing) => {
    await holdToPlainSlug(writing, article.slug);
    const known = await knownAs(writing, article);
    const { held, tombstone } = await currentOf(writing, known, article.slug, options);
    // A withdrawn article keeps its slug, by which its notice is found.
    const slug = tombstone?.slug ?? article.slug;
    return writeVersion(writing, { ...givenVersion({ ...article, slug }, held, tombstone), held, tombstone, notes: [] }, options);
  });
}

async function knownAs(writing: Writing, { slug, aliases, source, sourceUrl }: Article): Promise<string | null> {
  for (const name of [slug, ...aliases]) {
    const known = await writing.find({ slug: name });
    if (known !== null) return known;
  }
  return writing.find({ sha256: source.sha256, sourceUrl });
}
