import type { Article } from "../article/model/schema.ts";
import type { Desk } from "../store/desk.ts";
import type { PublishOptions } from "./options.ts";
import { publishArticle } from "./publish-article.ts";
import { beginPublishing, type RawSource } from "./publish-source.ts";
import type { Published } from "./write-version.ts";

/**
 * Publishes a raw file, or an article as JSON, as a new article or as the next version of the one that is known by its slug, by the
 * same bytes or by the same address: its slug, `importedAt` and quote ids stay, and what was served until now is kept where the text
 * is another one.
 *
 * @throws PublishingRefused `unreadable`, `unsound`, `withdrawn`, `exists`, `unknown`, `broken`, `conflict`; what the desk throws
 */
export function publish(desk: Desk, source: RawSource | { article: Article }, options: PublishOptions): Promise<Published> {
  return "article" in source ? publishArticle(desk, source.article, options) : beginPublishing(desk, source, options)();
}
