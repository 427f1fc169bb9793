import { fold } from "../../../../article/words/fold.ts";
import { isCaption } from "../../parts/captions.ts";
import { readBareByline } from "../../parts/credits/read-credits.ts";
import { isTimeLine, readLineDates } from "../../parts/dates/line-dates.ts";
import { furnitureReason } from "../../parts/furniture/furniture.ts";
import { isMatter } from "../../parts/matter.ts";
import { isProse, isSentence } from "../body/prose.ts";
import { type PageNode, wordsOfLabels } from "../dom.ts";
import type { PageBlock, PageBlocks } from "../page-blocks.ts";
import { shownText } from "../shown-text.ts";

/** What sites of several languages call the summary between headline and text; below the first paragraphs some call a section so. */
const SUMMARY =
  /(?:^|[\s_-])(?:stand-?first|sub-?titles?|sub-?head(?:line|ing)?s?|sub-?hed|sub|dek|deck|strap(?:-?line)?|(?<!with-)summary|excerpt|abstract|(?:article|post|story|page|entry)-?(?:description|intro|lede|lead|teaser)|vorspann|chapo|chapeau|entradilla|bajada|copete|sottotitolo|sommario|ingress)(?=$|[\s_-])/i;
const FEWEST_WORDS = 4;
/** UTF-16 units. */
const MIN_PARAGRAPH = 80;
const MAX_SUMMARY = 500;
/** Blocks between a headline and its text that are looked at. */
const MOST_BLOCKS = 20;

/**
 * The summaries of an article: what stands between headline and text, and is called so by its element, or says what the
 * page gives as its description, or has the byline or the date below it.
 *
 * @param first where the first paragraph of the article stands.
 * @param descriptions what linked data and meta elements say of the article.
 * @param isOwn whether a region is not furniture.
 */
export function summariesOf(
  { blocks, regions, labelled }: PageBlocks,
  headline: PageBlock | null,
  first: number,
  descriptions: string[],
  isOwn: (region: number) => boolean,
): Set<PageBlock> {
  const found = new Set<PageBlock>();
  const top = headline === null ? -1 : blocks.indexOf(headline);
  if (top < 0 || first - top > MOST_BLOCKS) return found;
  const second = blocks.findIndex((block, at) => at > first && isProse(block) && block.text.length >= MIN_PARAGRAPH);
  const said = new Set(descriptions.map(fold));
  const bylines = labelled.filter(({ element, at }) => at > top && at <= second && !isTimeLine(shownText(element)));
  const named = new Set<PageNode | null>(labelled.map(({ element }) => element));
  const isLabelled = ({ first: node }: PageBlock): boolean => {
    for (let inside: PageNode | null = node, steps = 0; steps < 8; inside = inside?.parentNode ?? null, steps += 1)
      if (named.has(inside)) return true;
    return false;
  };
  const seen = new Set([top, first, second].map((at) => fold(blocks[at]?.text ?? "")));
  let isBelowHeading = false;
  const isSummaryAt = (block: PageBlock, at: number): boolean => {
    const words = fold(block.text);
    if ((at < first && seen.has(words)) || !mayBeSummary(block)) return false;
    if (at < first && said.has(words)) return true;
    if (!isOwn(block.region)) return false;
    if (isSummary(regions, block.region, blocks[top]?.region ?? 0)) return true;
    return !isBelowHeading && !isLabelled(block) && !isLine(block.text) && bylines.some((byline) => byline.at > at);
  };
  for (const [at, block] of blocks.slice(0, first + 1).entries()) {
    if (at <= top) continue;
    if (isSummaryAt(block, at)) found.add(block);
    else isBelowHeading ||= block.form === "heading";
    seen.add(fold(block.text));
  }
  return found;
}

function mayBeSummary(block: PageBlock): boolean {
  const { text, form, linked } = block;
  if (form === "caption" || form === "byline" || form === "list-item" || linked * 2 > text.length || text.length > MAX_SUMMARY)
    return false;
  if (text.split(" ").length < FEWEST_WORDS || block.markup !== undefined) return false;
  return furnitureReason(text) === null && readLineDates(text) === null && !isMatter(text) && !isCaption(text);
}

/** A date, a name, a place: what else stands above a byline. */
function isLine(text: string): boolean {
  return !isSentence(text) && (/\b(?:19|20)\d{2}|\d:\d{2}/.test(text) || readBareByline(text) !== null);
}

/** Whether an element around a block, but not around the headline, is called a summary. */
function isSummary(regions: PageBlocks["regions"], region: number, top: number): boolean {
  for (let at = region, steps = 0; at > 0 && steps < 3 && !isAround(regions, at, top); at = regions[at]?.parent ?? 0, steps += 1) {
    const element = regions[at]?.element;
    if (element === undefined) continue;
    if (/^(?:alternativeHeadline|description)$/.test(element.getAttribute("itemprop") ?? "")) return true;
    if (SUMMARY.test(`${wordsOfLabels(element)} ${element.getAttribute("role") ?? ""} ${element.getAttribute("data-gu-name") ?? ""}`))
      return true;
  }
  return false;
}

function isAround(regions: PageBlocks["regions"], outer: number, inner: number): boolean {
  for (let at = inner; at >= outer; at = regions[at]?.parent ?? -1) if (at === outer) return true;
  return false;
}
