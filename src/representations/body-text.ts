import type { Article } from "../article/model/schema.ts";
import { BLOCK_SEPARATOR, paragraphsOf } from "../article/model/text.ts";

/** The paragraphs of an article, separated by blank lines, without headline, headings, credits and rights. */
export function bodyText(article: Pick<Article, "sections">): string {
  return paragraphsOf(article)
    .map((paragraph) => paragraph.text)
    .join(BLOCK_SEPARATOR);
}
