import { Readability } from "@mozilla/readability";
import type { PageDocument, PageElement } from "../dom.ts";
import type { PageBlock } from "../page-blocks.ts";

/** An element without a look of its own, which the library carries along with the words behind it. */
const MARK = "data";
/** The library reads a page again less strictly when it finds less. Characters; its own default. */
const MIN_ARTICLE = 500;
const NUMBER = "data-block";

/**
 * The blocks that the readability library takes for the article, by index; `null` when it finds none or gives up. The
 * library works on a copy.
 */
export function readabilityVotes(document: PageDocument, blocks: PageBlock[]): Set<number> | null {
  for (const [at, { first }] of blocks.entries()) {
    const mark = document.createElement(MARK);
    mark.setAttribute(NUMBER, `${at}`);
    first.parentNode?.insertBefore(mark, first);
  }
  const copy = document.cloneNode(true);
  keepByline(copy);
  try {
    const parsed = new Readability<PageElement>(copy as never, {
      charThreshold: MIN_ARTICLE,
      keepClasses: true,
      disableJSONLD: true,
      serializer: (element) => element as unknown as PageElement,
    }).parse();
    if (!parsed?.content) return null;
    return new Set(Array.from(parsed.content.querySelectorAll(`[${NUMBER}]`), (mark) => Number(mark.getAttribute(NUMBER))));
  } catch {
    return null;
  }
}

/** The library cuts out the first element that looks like a byline, be it a paragraph, unless the page names its author. */
function keepByline(document: PageDocument): void {
  const meta = document.createElement("meta");
  meta.setAttribute("name", "author");
  meta.setAttribute("content", "-");
  document.body?.insertBefore(meta, document.body.firstChild);
}
