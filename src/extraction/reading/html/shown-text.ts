import type { PageElement, PageNode } from "./dom.ts";

const UNSEEN = /^(?:script|style|noscript|template|svg|button|select|textarea|iframe)$/i;
/** Longer elements are not a headline, a byline or a date. UTF-16 units. */
const MAX_TEXT = 2_000;

/** The text of a small element on one line, without what a browser does not show of it. Longer ones are cut. */
export function shownText(root: PageElement, without: (element: PageElement) => boolean = () => false): string {
  const parts: string[] = [];
  let length = 0;
  const walk = (first: PageNode | null): void => {
    for (let node = first; node !== null && length < MAX_TEXT; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = node.textContent ?? "";
        length += text.length;
        parts.push(text);
      } else if (node.nodeType === 1 && !UNSEEN.test((node as PageElement).localName) && !without(node as PageElement)) {
        if ((node as PageElement).localName.toLowerCase() === "br") parts.push(" ");
        walk(node.firstChild);
      }
    }
  };
  walk(root.firstChild);
  return parts.join("").slice(0, MAX_TEXT).replace(/\s+/g, " ").trim();
}
