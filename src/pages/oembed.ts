import type { QuoteItem } from "../article/model/items.ts";
import { citation } from "../representations/attribution.ts";
import { quoteContentHtml } from "../representations/html.ts";
import { quoteUrl, type Site, urlOn } from "../representations/links.ts";

/** Pixels an embedded quote takes at most, and the height its words need at that width, about. */
const WIDTH = 600;
const LINE_CHARACTERS = 70;
const LINE_HEIGHT = 24;
const CAPTION_HEIGHT = 96;

/**
 * A quote as an oEmbed answer of type `rich` (oEmbed 1.0, section 2.3.4.4): a figure without style or script.
 *
 * @param limits pixels at most, and the seconds the answer may be kept
 */
export function oembedOf(
  item: QuoteItem,
  site: Site,
  { maxWidth = WIDTH, maxHeight, maxAge }: { maxWidth: number | undefined; maxHeight: number | undefined; maxAge: number },
) {
  const width = Math.min(WIDTH, maxWidth);
  const lines = Math.ceil(item.text.length / Math.max(1, (LINE_CHARACTERS * width) / WIDTH));
  const height = CAPTION_HEIGHT + lines * LINE_HEIGHT;
  return {
    version: "1.0" as const,
    type: "rich" as const,
    title: `${citation(item)}, ${item.article.headline.text}`,
    author_name: citation(item),
    provider_name: "Verbatim",
    provider_url: urlOn(site, "/"),
    url: quoteUrl(site, item.id),
    html: quoteContentHtml(item, site),
    width,
    height: maxHeight === undefined ? height : Math.min(height, maxHeight),
    cache_age: maxAge,
  };
}
