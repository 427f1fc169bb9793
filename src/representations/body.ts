import type { Article } from "../article/model/schema.ts";
import { BLOCK_SEPARATOR, paragraphsOf } from "../article/model/text.ts";

/** The paragraphs of an article with a blank line between: no headline, no headings, no credits, no rights. */
export function bodyText(article: Pick<Article, "sections">): string {
  return paragraphsOf(article)
    .map((paragraph) => paragraph.text)
    .join(BLOCK_SEPARATOR);
}
