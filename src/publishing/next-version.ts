import { hash } from "node:crypto";
import { carryOver, type Inferred } from "../article/corrections/carry-over.ts";
import type { FormerRevision, Tombstone } from "../article/model/history.ts";
import type { Article } from "../article/model/schema.ts";
import { textOf } from "../article/model/text.ts";
import { parseArticle } from "../article/rules/check-article.ts";
import type { Held } from "../store/desk.ts";
import { PublishingRefused } from "./refusal.ts";

/**
 * An extracted article as the next version of the one that is there, with all it is known by.
 *
 * @param tombstone of one that was withdrawn; where its files were deleted, ids and slugs come from it
 * @param former earlier revisions, the one served last first
 * @throws PublishingRefused `unreadable` when the article is not sound
 */
export function nextVersion(
  made: Article,
  held: Held | null,
  tombstone: Tombstone | null,
  inferred: readonly Inferred[],
  former: FormerRevision[],
): Article {
  const earlier = former.map(({ article }) => article);
  if (held !== null) return sound(carryOver(made, held.machine, inferred, earlier), held.machine);
  return sound(tombstone === null ? made : { ...made, ...knownBy(made, [tombstone], tombstone.quotes) }, null);
}

/** An article that is given as JSON as the next version of the one that is there, and its raw file; `null` where that stays. */
export function givenVersion(given: Article, held: Held | null, tombstone: Tombstone | null): { article: Article; raw: Uint8Array | null } {
  const previous = held?.machine ?? null;
  const quotes = previous === null ? (tombstone?.quotes ?? []) : [...previous.removedQuotes, ...previous.quotes.map(({ id }) => id)];
  const article = {
    ...given,
    ...knownBy(
      given,
      [previous, tombstone].filter((one) => one !== null),
      quotes,
    ),
    importedAt: previous?.importedAt ?? given.importedAt,
    modifiedAt: null,
  };
  const isSame = previous !== null && previous.revision === given.revision && previous.source.sha256 === given.source.sha256;
  if (isSame) return { article: sound(article, previous), raw: null };
  // The raw file it once came from is not here: what is kept is its text, so that the archive has a source for every article.
  const raw = new TextEncoder().encode(textOf(given));
  const { given: said, image } = given.source;
  const source = { mediaType: "text/plain" as const, sha256: hash("sha256", raw), bytes: raw.byteLength, omitted: [] };
  const kept = { ...(said === undefined ? {} : { given: said }), ...(image === undefined ? {} : { image }) };
  return { article: sound({ ...article, source: { ...source, ...kept } }, previous), raw };
}

/** Slugs an article had, and the quotes that it no longer has. */
function knownBy(
  article: Article,
  before: { slug: string; aliases: string[] }[],
  quotes: string[],
): Pick<Article, "aliases" | "removedQuotes"> {
  const slugs = [...before.flatMap((one) => [...one.aliases, one.slug]), ...article.aliases];
  const present = new Set(article.quotes.flatMap(({ id, aliases }) => [id, ...aliases]));
  return {
    aliases: [...new Set(slugs)].filter((slug) => slug !== article.slug),
    removedQuotes: [...new Set([...quotes, ...article.removedQuotes])].filter((id) => !present.has(id)).sort(),
  };
}

/** The article, checked; the one that is there where nothing else is in it. */
function sound(next: Article, previous: Article | null): Article {
  const { article, faults } = parseArticle(next);
  if (article === null) {
    const [fault] = faults;
    throw new PublishingRefused("unreadable", `It makes an unsound article (please report it): ${fault?.path} ${fault?.message}`);
  }
  const isSame = previous !== null && JSON.stringify({ ...article, modifiedAt: previous.modifiedAt }) === JSON.stringify(previous);
  return isSame ? previous : article;
}
