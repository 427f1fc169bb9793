import { fold } from "../../../article/words/fold.ts";
import type { PageBlock, PageBlocks } from "./blocks.ts";
import { labelsOf, type PageElement } from "./page.ts";
import { shownText } from "./shown-text.ts";

/** Between a title and the name of its site; a hyphen needs blanks, since it joins words. */
const SEPARATOR = "\\s*[|•·»«:⋆]+\\s*|\\s+(?:[-–—~/]+|::)\\s+|\\s*[–—]\\s*";
const KICKER =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|rubric|label|flag|section|category|prefix|tag|sr-only|visually-hidden|screen-reader-text|share|icon)(?=$|[\s_-])/i;
const LOGO = /(?:^|[\s_-])(?:logo|brand|site-?(?:title|name|header|logo)|masthead|nameplate)(?=$|[\s_-])/i;
const TITLED = /(?:^|[\s_-])(?:headline|title|hed|heading)(?=$|[\s_-])/i;
const MAX_HEADLINE = 400;
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
  const own = new Set(sites.map(fold));
  // A `<title>` alone may be the site's.
  const isNamed = titles.length > 1;
  const headings = headingsOf(page).filter(({ text, block }) => {
    const words = fold(text);
    return text.length <= MAX_HEADLINE && words !== "" && !own.has(words) && !(isLogo(page, block) && words.split(" ").length < MIN_WORDS);
  });
  // Of a title "Ferry stays - The Post" the longer part is the headline.
  const [same] = headings
    .filter(({ text, element }) => isMain(element) && cleaned.some((title) => fold(title) === fold(text)))
    .sort((one, other) => other.text.length - one.text.length);
  const alike = headings.filter(({ element, text }) => isMain(element) && cleaned.some((title) => similarity(title, text) >= SIMILAR));
  const above = headings.filter(({ element, block, at }) => isMain(element) && at <= first && !isLogo(page, block));
  const long = above.filter(({ text, block }) => fold(text).split(" ").length >= MIN_WORDS && block.linked * 2 < block.text.length);
  const titled = long.findLast(({ element }) => TITLED.test(labelsOf(element))) ?? long.at(-1);
  const [lower] = headings
    .filter(({ text }) => cleaned.some((title) => fold(title) === fold(text)))
    .sort((one, other) => other.text.length - one.text.length);
  const shown = same ?? alike[0] ?? titled ?? lower ?? (isNamed ? undefined : above.at(-1));
  if (shown !== undefined) return { title: withoutSite(shown.text, sites), block: shown.block };
  const [title = null] = isNamed ? cleaned : [withoutSuffix(cleaned[0] ?? "") || null];
  return { title, block: null };
}

/** A title without the site's name at its end or its start, where a separator stands between. */
function withoutSite(title: string, sites: string[]): string {
  let plain = title.replace(/\s+/g, " ").trim();
  for (let round = 0; round < 3; round += 1) {
    const before = plain;
    for (const site of sites) plain = withoutName(plain, site);
    if (plain === before) break;
  }
  return plain;
}

/** What a `<title>` says before and behind its separators: one of it may be the headline. */
function piecesOf(title: string): string[] {
  const ends = [...title.matchAll(new RegExp(SEPARATOR, "gu"))].slice(0, 10);
  return ends.flatMap(({ index, 0: separator }) => [title.slice(0, index).trim(), title.slice(index + separator.length).trim()]);
}

/** "Ferry stays in Skerrow | The Skerrow Post": behind a bar stands the site, where a headline is left before it. */
function withoutSuffix(title: string): string {
  const [left = ""] = title.split(/\s+[|•·»]\s+/u);
  return left.split(" ").length >= 3 ? left : title;
}

function withoutName(title: string, site: string): string {
  const name = fold(site).replaceAll(" ", "");
  if (name === "") return title;
  const ends = [...title.matchAll(new RegExp(SEPARATOR, "gu"))];
  for (const { index, 0: separator } of ends) {
    const [left, right] = [title.slice(0, index).trim(), title.slice(index + separator.length).trim()];
    if (left !== "" && fold(right).replaceAll(" ", "") === name) return left;
    if (right !== "" && fold(left).replaceAll(" ", "") === name) return right;
  }
  return title;
}

function headingsOf({ blocks, regions }: PageBlocks): Heading[] {
  return blocks.slice(0, 2_000).flatMap((block, at) => {
    const element = regions[block.region]?.element;
    if (element === undefined || !/^h[1-3]$/i.test(element.localName)) return [];
    const bare = shownText(element, (inner) => KICKER.test(labelsOf(inner)));
    return [{ at, block, element, text: bare === "" ? block.text : bare }];
  });
}

function isMain(element: PageElement): boolean {
  return element.localName.toLowerCase() === "h1";
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
