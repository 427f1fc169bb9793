import { fold } from "../../../article/words/fold.ts";
import type { ArticlePart } from "./article-part.ts";
import { authorNames, distinct } from "./author-names.ts";
import type { PageBlock, PageBlocks } from "./blocks.ts";
import type { Surroundings } from "./metadata.ts";
import { labelsOf, type PageElement } from "./page.ts";
import { isProse, isSentence } from "./prose.ts";

/** `rel`, `itemprop` and class names that sites of all kinds give to the author or the date of an article. */
const AUTHOR = /(?:^|[\s_-])(?:by-?lines?|authors?|author-?name|written-?by|post-?author|contributors?|reporter)(?=$|[\s_-])/i;
const NO_AUTHOR = /comment|quote|related|recommend|avatar|social|share|bio(?:$|[\s_-])|twitter|email|promo|(?:^|[\s_-])card/i;
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
export function surroundings({ blocks, regions, labelled }: PageBlocks, { kept, isOwn }: ArticlePart): Surroundings {
  const places = new Map(blocks.map((block, at) => [block, at]));
  const prose = kept.filter(
    (block) => isProse(block) && block.text.length >= MIN_PARAGRAPH && /^[^—–]/u.test(block.text) && isSentence(block.text),
  );
  const first = places.get(prose[0] ?? kept[0] ?? (blocks[0] as PageBlock)) ?? 0;
  const last = places.get(prose.at(-1) ?? kept.at(-1) ?? (blocks[0] as PageBlock)) ?? 0;
  const headline = blocks.findLastIndex(({ region }, at) => at <= first && regions[region]?.element.localName === "h1");
  // Under the headline, a byline may well stand among the buttons to share it.
  const own = labelled.filter(({ at, region }) => isOwn(region) || (headline >= 0 && at > headline && at <= first));
  const above = own.filter(({ at }) => at <= first);
  const below = own.filter(({ at }) => at > last && at <= last + NEAR);
  return { first, labelled: [...above, ...below], lines: blocks.slice(Math.max(0, first - NEAR), first) };
}

/** The authors that a page shows, by the elements that name them. The innermost elements count. */
export function visibleAuthors({ labelled, lines }: Surroundings, sites: string[]): string[] {
  const found: { element: PageElement; names: string[] }[] = [];
  for (const { element } of labelled) {
    const name = element.localName.toLowerCase();
    if (!isAuthor(element, name) || isNotName(element)) continue;
    const written = spaced(element);
    if (written.length > MAX_BYLINE) continue;
    const names = authorNames(written, sites);
    // One word is a name only where the page says so: "Biography" is a link of the same class.
    const isSaid = /^\W*by\b/i.test(written) || hasToken(element, "rel", "author") || hasToken(element, "itemprop", "author");
    const people = names.filter((person) => person.includes(" ") || isSaid);
    if (people.length > 0) found.push({ element, names: people });
  }
  const inner = found.filter(({ element }) => !found.some((other) => other.element !== element && holds(element, other.element)));
  const shown = distinct(inner.flatMap(({ names }) => names));
  return shown.length > 0 ? shown : distinct(lines.flatMap(({ text }) => authorsInLine(text, sites)));
}

/**
 * The bylines among the blocks of an article that name its authors, and those that do not ("Jane Roe Ferry Post May 3"):
 * these are left out, and a byline is made of the authors.
 */
export function bylinesOf(kept: PageBlock[], authors: string[], sites: string[]): Map<PageBlock, string[] | null> {
  const lines = kept.filter(
    (block, at) =>
      block.form !== "heading" &&
      block.text.length <= MAX_BYLINE &&
      (block.form === "byline" || /^\W*by\s/i.test(block.text)) &&
      !isAmidProse(kept, at),
  );
  const named = lines.map((block): [PageBlock, string[]] => [block, authorNames(block.text, sites)]);
  const bylines = named.filter(([block, names]) => block.form === "byline" || names.length > 0);
  if (authors.length === 0) return new Map();
  const known = new Set(authors.map((name) => fold(name)));
  const all = distinct(bylines.flatMap(([, names]) => names));
  const isWhole = all.length === known.size && all.every((name) => known.has(fold(name)));
  return new Map(bylines.map(([block, names]) => [block, isWhole && names.length > 0 ? names : null]));
}

/** A sentence between two paragraphs is one of them, whatever its class: "letter-byline" above a signed letter. */
function isAmidProse(kept: PageBlock[], at: number): boolean {
  return [kept[at - 1], kept[at], kept[at + 1]].every(
    (block) => block !== undefined && block.form !== "heading" && block.text.length >= MIN_PARAGRAPH && isSentence(block.text),
  );
}

/** "By Jane Roe on Monday, May 3rd, 2024", "Posted on May 3, 2024 by Jane Roe". */
function authorsInLine(line: string, sites: string[]): string[] {
  if (line.length > MAX_BYLINE) return [];
  const names = /^\W*by\s+(.+)$/iu.exec(line)?.[1] ?? /^\W*(?:posted|published|written)\b.{0,60}\d.{0,20}\sby\s+(.+)$/iu.exec(line)?.[1];
  return names === undefined ? [] : authorNames(names, sites);
}

/** The text of an element with a blank between its parts: "Jane Roe" and "Reporter" in two spans are two. */
function spaced(element: PageElement): string {
  const parts: string[] = [];
  const walk = (node: PageElement["firstChild"]): void => {
    for (let child = node; child !== null && parts.length < 60; child = child.nextSibling) {
      if (child.nodeType === 3) parts.push(child.textContent ?? "");
      else if (child.nodeType === 1 && !isNotName(child as PageElement)) {
        // Names below each other are several; what stands in boxes of their own may be anything.
        const { localName } = child as PageElement;
        const between = /^(?:li|br)$/i.test(localName) ? " ; " : /^(?:div|p|ul|ol|h\d)$/i.test(localName) ? " | " : "";
        parts.push(between);
        walk(child.firstChild);
        parts.push(between);
      }
    }
  };
  walk(element.firstChild);
  return parts
    .join("")
    .replace(/\s+/g, " ")
    .replace(/^[\s|;]+|[\s|;]+$/g, "");
}

/** Scripts, and the role that stands beside a name. */
function isNotName(element: PageElement): boolean {
  if (/^(?:script|style|svg|noscript|button|time)$/i.test(element.localName)) return true;
  return /(?:^|[\s_-])(?:role|position|job-?title|title|affiliation|employer|bio|twitter|email|date|timestamp|share|social|follow|icon)(?=$|[\s_-])/i.test(
    words(element),
  );
}

function holds(outer: PageElement, inner: PageElement): boolean {
  for (let node = inner.parentNode; node !== null; node = node.parentNode) if (node === outer) return true;
  return false;
}
