import type { RawOmission } from "../raw-document.ts";
import type { PageBlock, PageBlocks, Region } from "./blocks.ts";
import { isPost } from "./embeds.ts";
import { isAuthorBox, isPageEnd } from "./furniture-elements.ts";
import { dropLabels, dropLinks, dropRepeats, trimEnd, trimOpening } from "./page-edges.ts";
import { isLink, isProse, isSentence } from "./prose.ts";

export type Reason = RawOmission["reason"];

/** A region with this share of the article's words is the article, whatever its classes say. */
const MAIN_SHARE = 0.5;
/** The innermost region with this share of the article's words holds what else belongs to it. */
const CONTAINER_SHARE = 0.8;
/** A shorter block is no paragraph that the library may have missed, a longer one no name of an author. UTF-16 units. */
const MIN_PARAGRAPH = 80;

export interface ArticlePart {
  kept: PageBlock[];
  omitted: { block: PageBlock; reason: Reason }[];
  /** Whether a block stands in the article, not in the page around it, or is a paragraph that might be one of the article. */
  inside: (block: PageBlock) => boolean;
  /** Of all words that are no furniture and no links, the share that was kept. */
  share: number;
}

/** Parts the blocks of a page into the article and the rest, by the library's votes and by what the page's own markup says. */
export function articlePart(page: PageBlocks, votes: Set<number>): ArticlePart {
  const { blocks } = page;
  const { reasons, inside } = regionsOf(page, votes);
  const stays = (block: PageBlock, at: number): boolean => votes.has(at) && reasons[block.region] === null;
  const first = blocks.findIndex(stays);
  const last = blocks.findLastIndex((block, at) => stays(block, at) && isProse(block));
  const why = blocks.map((block, at): Reason | null => {
    if (stays(block, at)) return null;
    const between = inside[block.region] === true && at > first && at < last;
    return reasons[block.region] ?? (between && isMissed(block, blocks[at + 1]) ? null : "navigation");
  });
  const prose = sumOf(blocks, (block) => isProse(block) && isSentence(block.text) && reasons[block.region] === null);
  const found = sumOf(blocks, (block, at) => isProse(block) && isSentence(block.text) && why[at] === null);
  for (const step of [dropLabels, dropLinks, dropRepeats, trimOpening, trimEnd]) step(page, why);
  const isInside = (block: PageBlock): boolean => inside[block.region] === true || (isProse(block) && isSentence(block.text));
  const part: ArticlePart = { kept: [], omitted: [], inside: isInside, share: prose === 0 ? 1 : found / prose };
  for (const [at, block] of blocks.entries()) {
    const reason = why[at] ?? null;
    if (reason === null) part.kept.push(block);
    else part.omitted.push({ block, reason });
  }
  return part;
}

/**
 * Takes the place of the library's votes where it found no article or a small part of one: all that stands in the
 * innermost region with most sentences of the page.
 */
export function wholePage({ blocks, regions }: PageBlocks): Set<number> {
  const isText = (block: PageBlock): boolean => isProse(block) && isSentence(block.text);
  const furniture: boolean[] = [];
  for (const region of regions) furniture.push(region.furniture !== null || (furniture[region.parent] ?? false));
  const weights = new Float64Array(regions.length);
  for (const block of blocks) if (isText(block) && furniture[block.region] !== true) addTo(weights, block.region, block.text.length);
  const container = containerOf(weights, regions);
  const inside: boolean[] = [];
  for (const [at, { parent }] of regions.entries()) inside.push(at === container || (inside[parent] ?? false));
  return new Set(blocks.flatMap((block, at) => (inside[block.region] === true ? [at] : [])));
}

/** The innermost region with most of the weight; sums the weights of inner regions up. */
function containerOf(weights: Float64Array, regions: Region[]): number {
  for (let at = regions.length - 1; at > 0; at -= 1) addTo(weights, regions[at]?.parent ?? 0, weights[at] ?? 0);
  const all = weights[0] ?? 0;
  return Math.max(
    0,
    weights.findLastIndex((weight) => weight > 0 && weight >= all * CONTAINER_SHARE),
  );
}

/** Why each region is furniture, and whether it lies in the one that holds the article. Regions come before those inside them. */
function regionsOf({ blocks, regions }: PageBlocks, votes: Set<number>): { reasons: (Reason | null)[]; inside: boolean[] } {
  const weights = new Float64Array(regions.length);
  for (const [at, block] of blocks.entries()) if (votes.has(at)) addTo(weights, block.region, proseOf(block));
  const container = containerOf(weights, regions);
  const all = weights[0] ?? 0;
  const reasons: (Reason | null)[] = [];
  const inside: boolean[] = [];
  for (const [at, { parent, furniture, element }] of regions.entries()) {
    const weight = weights[at] ?? 0;
    inside.push(at === container || (inside[parent] ?? false));
    let own = furniture;
    if (own === null && weight >= MIN_PARAGRAPH && isAuthorBox(element)) own = "navigation";
    if (own === null && inside[at] !== true && isPageEnd(element)) own = "navigation";
    if (inside[at] === true && isPost(element)) reasons.push(null);
    else reasons.push(reasons[parent] ?? (weight >= all * MAIN_SHARE ? null : own));
  }
  return { reasons, inside };
}

function addTo(weights: Float64Array, at: number, weight: number): void {
  weights[at] = (weights[at] ?? 0) + weight;
}

function sumOf(blocks: PageBlock[], counts: (block: PageBlock, at: number) => boolean): number {
  return blocks.reduce((sum, block, at) => (counts(block, at) ? sum + block.text.length : sum), 0);
}

function proseOf(block: PageBlock): number {
  return block.form === "heading" ? 0 : block.text.length - block.linked;
}

/** Inside the article the library misses paragraphs of one link, embedded posts, and headings with odd classes. */
function isMissed(block: PageBlock, next: PageBlock | undefined): boolean {
  if (block.markup !== undefined) return true;
  if (block.form === "heading") return !isLink(block) && next !== undefined && isProse(next) && next.text.length > block.text.length;
  if (block.form === "caption" || block.form === "byline") return false;
  return isSentence(block.text) && (block.text.length >= MIN_PARAGRAPH || block.form === "list-item");
}
