import type { ArticlePart } from "./article-part.ts";
import { authorNames, distinct } from "./author-names.ts";
import type { Labelled, PageBlock, PageBlocks } from "./blocks.ts";
import type { Surroundings } from "./metadata.ts";
import { labelsOf, type PageElement } from "./page.ts";
import { isProse } from "./prose.ts";

/** `rel`, `itemprop` and class names that sites of all kinds give to the author or the date of an article. */
const AUTHOR = /(?:^|[\s_-])(?:by-?lines?|authors?|author-?name|written-?by|post-?author|contributors?|reporter)(?=$|[\s_-])/i;
const NO_AUTHOR = /comment|quote|related|recommend|avatar|social|share|bio(?:$|[\s_-])|twitter|email|promo|card/i;
const DATE =
  /(?:^|[\s_-])(?:date|dates|time-?stamp|published?|pub-?date|post-?date|entry-?date|date-?time|dateline|posted-?on|updated)(?=$|[\s_-])/i;
/** Longer elements hold more than a byline or a date. UTF-16 units. */
const MAX_BYLINE = 250;
/** A byline below the text stands close to it. */
const NEAR = 10;
const MIN_PARAGRAPH = 80;

export function isAuthorOrDate(element: PageElement, name: string): boolean {
  return isAuthor(element, name) || isDate(element, name);
}

function isAuthor(element: PageElement, name: string): boolean {
  if (hasToken(element, "rel", "author") || hasToken(element, "itemprop", "author") || hasToken(element, "itemprop", "creator"))
    return true;
  return name === "address" || (AUTHOR.test(words(element)) && !NO_AUTHOR.test(words(element)));
}

export function isDate(element: PageElement, name: string): boolean {
  return (
    name === "time" || /^date(?:Published|Created|Modified)$/.test(element.getAttribute("itemprop") ?? "") || DATE.test(words(element))
  );
}

function words(element: PageElement): string {
  return labelsOf(element).replace(/([a-z])([A-Z])/g, "$1-$2");
}

function hasToken(element: PageElement, attribute: string, token: string): boolean {
  return (element.getAttribute(attribute) ?? "").split(/\s+/, 5).includes(token);
}

/** What stands above the first paragraph of an article and just below the last: there bylines and dates are. */
export function surroundings({ blocks, labelled }: PageBlocks, { kept }: ArticlePart): Surroundings {
  const places = new Map(blocks.map((block, at) => [block, at]));
  const prose = kept.filter((block) => isProse(block) && block.text.length >= MIN_PARAGRAPH);
  const first = places.get(prose[0] ?? kept[0] ?? (blocks[0] as PageBlock)) ?? 0;
  const last = places.get(prose.at(-1) ?? kept.at(-1) ?? (blocks[0] as PageBlock)) ?? 0;
  const above = labelled.filter(({ at }) => at <= first);
  const below = labelled.filter(({ at }) => at > last && at <= last + NEAR);
  return { first, labelled: [...above, ...below], lines: blocks.slice(Math.max(0, first - NEAR), first) };
}

/** The authors that a page shows, by the elements that name them. The innermost elements count. */
export function visibleAuthors(elements: Labelled[], sites: string[]): string[] {
  const found: { element: PageElement; names: string[] }[] = [];
  for (const { element } of elements) {
    const name = element.localName.toLowerCase();
    if (!isAuthor(element, name)) continue;
    const written = spaced(element);
    if (written.length > MAX_BYLINE) continue;
    const names = authorNames(written, sites);
    // One word is a name only where the page says so: "Biography" is a link of the same class.
    const isSaid = /^\W*by\b/i.test(written) || hasToken(element, "rel", "author") || hasToken(element, "itemprop", "author");
    const people = names.filter((person) => person.includes(" ") || isSaid);
    if (people.length > 0) found.push({ element, names: people });
  }
  const inner = found.filter(({ element }) => !found.some((other) => other.element !== element && holds(element, other.element)));
  return distinct(inner.flatMap(({ names }) => names));
}

/** The text of an element with a blank between its parts: "Jane Roe" and "Reporter" in two spans are two. */
function spaced(element: PageElement): string {
  const parts: string[] = [];
  const walk = (node: PageElement["firstChild"]): void => {
    for (let child = node; child !== null && parts.length < 60; child = child.nextSibling) {
      if (child.nodeType === 3) parts.push(child.textContent ?? "");
      else if (child.nodeType === 1 && !/^(?:script|style|svg|noscript)$/i.test((child as PageElement).localName)) {
        const isBlock = /^(?:div|p|li|ul|h\d|br)$/i.test((child as PageElement).localName);
        if (isBlock) parts.push(" | ");
        walk(child.firstChild);
        if (isBlock) parts.push(" | ");
      }
    }
  };
  walk(element.firstChild);
  return parts
    .join("")
    .replace(/\s+/g, " ")
    .replace(/^[\s|]+|[\s|]+$/g, "");
}

function holds(outer: PageElement, inner: PageElement): boolean {
  for (let node = inner.parentNode; node !== null; node = node.parentNode) if (node === outer) return true;
  return false;
}
