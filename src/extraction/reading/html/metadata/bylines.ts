import { fold } from "../../../../article/words/fold.ts";
import { withoutJob } from "../../parts/credits/names.ts";
import { opensElsewhere } from "../../parts/credits/openings.ts";
import { splitDates } from "../../parts/dates/line-dates.ts";
import { hasToken, isAuthor, isAuthorLink } from "../body/byline-elements.ts";
import { isSentence } from "../body/prose.ts";
import type { PageElement } from "../dom.ts";
import { wordsOfLabels } from "../dom.ts";
import type { PageBlock, PageBlocks } from "../page-blocks.ts";
import { authorNames, distinct } from "./author-names.ts";
import type { Surroundings } from "./surroundings.ts";

/** Longer elements hold more than a byline or a date. UTF-16 units. */
const MAX_BYLINE = 250;
/** A shorter sentence may be a byline. UTF-16 units. */
const MIN_PARAGRAPH = 80;

/** The authors that a page shows, by the elements that name them, else by links to their pages, else by its words. */
export function visibleAuthors({ labelled, lines }: Surroundings, sites: string[]): string[] {
  for (const isNaming of [isAuthor, isAuthorLink]) {
    const named = labelled.flatMap(({ element }) =>
      isNaming(element, element.localName.toLowerCase()) && !isNotName(element) ? [element] : [],
    );
    const shown = innermostNames(named, sites);
    if (shown.length > 0) return shown;
  }
  return distinct(lines.flatMap(({ text }) => authorsInLine(text, sites)));
}

/** The names that elements hold. Of elements within each other the innermost count. */
function innermostNames(elements: PageElement[], sites: string[]): string[] {
  const found: { element: PageElement; names: string[] }[] = [];
  for (const element of elements) {
    const written = spaced(element);
    if (written.length > MAX_BYLINE) continue;
    // One word is a name only where the page says so: "Biography" is a link of the same class.
    const isSaid = /^\W*by\b/i.test(written) || hasToken(element, "rel", "author") || hasToken(element, "itemprop", "author");
    const people = authorNames(written, sites).filter((person) => person.includes(" ") || isSaid);
    if (people.length > 0) found.push({ element, names: people });
  }
  const inner = found.filter(({ element }) => !found.some((other) => other.element !== element && holds(element, other.element)));
  return distinct(inner.flatMap(({ names }) => names));
}

/**
 * The bylines among the blocks of an article that name its authors, and those that do not ("Jane Roe Ferry Post May 3"):
 * these are left out, and a byline is made of the authors.
 */
export function bylinesOf(kept: PageBlock[], { regions }: PageBlocks, authors: string[], sites: string[]): Map<PageBlock, string[] | null> {
  const isAuthorAt = ({ region }: PageBlock): boolean => {
    const element = regions[region]?.element;
    return element !== undefined && isAuthor(element, element.localName.toLowerCase());
  };
  const lines = kept.filter(
    (block, at) =>
      block.form !== "heading" &&
      block.text.length <= MAX_BYLINE &&
      (block.form === "byline" || /^\W*by\s/i.test(block.text) || opensElsewhere(block.text) || isAuthorAt(block)) &&
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

/** "By Jane Roe on Monday, May 3rd, 2024", "Posted on May 3, 2024 by Jane Roe", "Jane Roe Transport Reporter May 3, 2024". */
function authorsInLine(line: string, sites: string[]): string[] {
  if (line.length > MAX_BYLINE) return [];
  const by = /^\W*by\s+(.+)$/iu.exec(line)?.[1] ?? /^\W*(?:posted|published|written)\b.{0,60}\d.{0,20}\sby\s+(.+)$/iu.exec(line)?.[1];
  if (by !== undefined) return authorNames(by, sites);
  const { words, dates } = splitDates(line);
  return opensElsewhere(line) || (dates !== null && withoutJob(words) !== words) ? authorNames(words, sites) : [];
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
    wordsOfLabels(element),
  );
}

function holds(outer: PageElement, inner: PageElement): boolean {
  for (let node = inner.parentNode; node !== null; node = node.parentNode) if (node === outer) return true;
  return false;
}
