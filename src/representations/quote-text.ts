import type { QuoteItem } from "../article/model/items.ts";
import { citation, markedText } from "./attribution.ts";
import { quoteUrl, type Site } from "./links.ts";
import { rightsLine } from "./rights.ts";

/** A quote as plain text: the words; speaker, article and date; the address; the rights. One line each, no final newline. */
export function quoteText(item: QuoteItem, site: Site): string {
  const { article } = item;
  const source = [citation(item), `“${article.headline.text}”`, ...(article.publishedAt === null ? [] : [article.publishedAt])];
  return [markedText(item), `— ${source.join(", ")}`, quoteUrl(site, item.id), rightsLine(article.rights)].join("\n");
}
