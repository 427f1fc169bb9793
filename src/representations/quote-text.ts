import type { QuoteItem } from "../article/model/items.ts";
import { citation } from "./attribution.ts";
import { quoteUrl, type Site } from "./links.ts";
import { markedText } from "./quotations.ts";
import { rightsLine } from "./rights.ts";

/** A quote as plain text: the words; speaker, article, outlet and date; the address; the rights. One line each, no final newline. */
export function quoteText(item: QuoteItem, site: Site): string {
  const { article } = item;
  const known = [article.publisher, article.publishedAt].filter((part) => part !== null);
  const source = [citation(item), `“${article.headline.text}”`, ...known];
  return [markedText(item), `— ${source.join(", ")}`, quoteUrl(site, item.id), rightsLine(article.rights)].join("\n");
}
