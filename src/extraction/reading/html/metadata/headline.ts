import { fold } from "../../../../article/words/fold.ts";
import { isDocumentTitle, labelsOf, type PageElement } from "../dom.ts";
import type { PageBlock, PageBlocks } from "../page-blocks.ts";
import { shownText } from "../shown-text.ts";
import { piecesOf, withoutSite, withoutSuffix } from "./title-parts.ts";

const KICKER =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|rubric|label|flag|section|category|prefix|tag|sr-only|visually-hidden|screen-reader-text|share|icon)(?=$|[\s_-])/i;
const LOGO = /(?:^|[\s_-])(?:logo|brand|site-?(?:title|name|header|logo)|masthead|nameplate)(?=$|[\s_-])/i;
const TITLED = /(?:^|[\s_-])(?:headline|title|hed|heading)(?=$|[\s_-])/i;
const MAX_HEADLINE = 400;
const MAX_SECTION = 60;
/** Share of the words that two titles of one article have in common. */
const SIMILAR = 0.5;
/** A heading with fewer words may be a section or a logo, unless the page's titles have them too. */
const MIN_WORDS = 4;

interface Heading {
  /** Its place among the blocks of the page. */
  at: number;
  block: PageBlock;
  element: PageElement;
  text: string;
}

/**
 * The headline of a page, and the block that shows it: the visible `<h1>`, since search engines are often given another
 * one, unless it is the name of the site or of a section; else the title that the page gives itself.
 *
 * @param first where the first paragraph of the article stands.
 * @param titles what linked data and meta elements call the article, then the `<title>`.
 * @param sites the names of the site, which are cut off where a separator stands between.
 */
export function findHeadline(
  page: PageBlocks,
  first: number,
  titles: string[],
  sites: string[],
): { title: string | null; block: PageBlock | null } {
  const cleaned = [...titles.map((title) => withoutSite(title, sites)), ...piecesOf(titles.at(-1) ?? "")].filter((title) => title !== "");
  // A `<title>` alone may be the site's.
  const isNamed = titles.length > 1;
  const shown = shownHeadline(page, first, cleaned, new Set(sites.map(fold)), isNamed);
  if (shown !== undefined) return { title: withoutSite(shown.text, sites), block: shown.block };
  // Printed pages show the title without saying that it is one.
  const plain = page.blocks.slice(0, first).find(({ text }) => says(cleaned, text) && fold(text).split(" ").length >= MIN_WORDS);
  if (plain !== undefined) return { title: plain.text, block: plain };
  const [title = null] = isNamed ? cleaned : [withoutSuffix(cleaned[0] ?? "") || null];
  return { title, block: null };
}

function shownHeadline(page: PageBlocks, first: number, titles: string[], sites: Set<string>, isNamed: boolean): Heading | undefined {
  const headings = headingsOf(page).filter(({ text, block }) => {
    const words = fold(text);
    return (
      text.length <= MAX_HEADLINE && words !== "" && !sites.has(words) && !(isLogo(page, block) && words.split(" ").length < MIN_WORDS)
    );
  });
  const main = headings.filter(({ element }) => isMain(element));
  const above = main.filter(({ block, at }) => at <= first && !isLogo(page, block));
  const long = above.filter(({ text, block }) => fold(text).split(" ").length >= MIN_WORDS && block.linked * 2 < block.text.length);
  return (
    longestOf(main.filter(({ text }) => says(titles, text))) ??
    main.find(({ text }) => titles.some((title) => similarity(title, text) >= SIMILAR)) ??
    long.findLast(({ element }) => TITLED.test(labelsOf(element))) ??
    long.at(-1) ??
    longestOf(headings.filter(({ text }) => says(titles, text))) ??
    (isNamed ? onlyOne(above, page) : above.at(-1))
  );
}

function says(titles: string[], text: string): boolean {
  return titles.some((title) => fold(title) === fold(text));
}

/** Of a title "Ferry stays - The Post" the longer part is the headline. */
function longestOf(headings: Heading[]): Heading | undefined {
  return headings.toSorted((one, other) => other.text.length - one.text.length)[0];
}

/** A short heading unlike all titles is the headline where it is the only one and no section: sections are links, too. */
function onlyOne(headings: Heading[], { blocks }: PageBlocks): Heading | undefined {
  const links = new Set(blocks.flatMap(({ text, linked }) => (linked >= text.length && text.length <= MAX_SECTION ? [fold(text)] : [])));
  const others = headings.filter(({ text }) => !links.has(fold(text)));
  return others.length === 1 ? others[0] : undefined;
}

function headingsOf({ blocks, regions }: PageBlocks): Heading[] {
  const seen = new Set<PageElement>();
  return blocks.slice(0, 2_000).flatMap((block, at) => {
    const isHeading = block.form === "heading" || block.form === "standfirst";
    const element = regions[isHeading ? headingAround(regions, block.region) : -1]?.element;
    if (element === undefined || seen.has(element) || KICKER.test(labelsOf(regions[block.region]?.element ?? element))) return [];
    seen.add(element);
    const bare = shownText(element, (inner) => KICKER.test(labelsOf(inner)));
    return [{ at, block, element, text: bare === "" ? block.text : bare }];
  });
}

/** The region of the heading that a block is, or stands in; -1 where there is none. */
export function headingAround(regions: PageBlocks["regions"], region: number): number {
  for (let at = region, steps = 0; at > 0 && steps < 4; at = regions[at]?.parent ?? -1, steps += 1) {
    const element = regions[at]?.element;
    if (element !== undefined && (/^h[1-3]$/i.test(element.localName) || isDocumentTitle(element))) return at;
  }
  return -1;
}

function isMain(element: PageElement): boolean {
  return element.localName.toLowerCase() === "h1" || isDocumentTitle(element);
}

/** A heading inside the site's own header, or one that is a logo. */
function isLogo({ regions }: PageBlocks, block: PageBlock): boolean {
  for (let at = block.region, steps = 0; at > 0 && steps < 4; at = regions[at]?.parent ?? -1, steps += 1) {
    const element = regions[at]?.element;
    if (element !== undefined && (LOGO.test(labelsOf(element)) || element.getAttribute("role") === "banner")) return true;
  }
  return block.linked >= block.text.length;
}

/** Of the words of the shorter title, the share that the other has. */
function similarity(one: string, other: string): number {
  const [a, b] = [new Set(fold(one).split(" ")), new Set(fold(other).split(" "))];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(3, Math.min(a.size, b.size));
}
