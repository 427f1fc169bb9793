import type { Reason } from "../../raw-document.ts";
import type { PageBlock, PageBlocks } from "../page-blocks.ts";
import { dropCaptions, dropLabels, dropLinks } from "./drop-lines.ts";
import { isKeyPoints } from "./furniture-elements.ts";
import { standing } from "./page-regions.ts";
import { isLink, isProse, isSentence } from "./prose.ts";
import { trimEnd, trimOpening } from "./trim-edges.ts";

/** A shorter block is not a paragraph that the library may have missed. UTF-16 units. */
const MIN_SENTENCE = 50;

/** The blocks of a page that are the article, and those that are not. */
export interface ArticlePart {
  kept: PageBlock[];
  omitted: Map<PageBlock, Reason>;
  /** Whether a block stands in the article, not in the page around it, or is a paragraph that might be one of the article. */
  inside: (block: PageBlock) => boolean;
  /** Whether a region is not furniture. */
  isOwn: (region: number) => boolean;
  /** Of all words that are neither furniture nor links, the share that was kept. */
  share: number;
}

/** Splits the blocks of a page into the article and the rest, by the library's votes and by what the page's own markup says. */
export function articlePart(page: PageBlocks, votes: Set<number>): ArticlePart {
  const { blocks } = page;
  const { reasons, inside } = standing(page, votes);
  const stays = (block: PageBlock, at: number): boolean => votes.has(at) && reasons[block.region] === null;
  const voted = blocks.findIndex(stays);
  // The library has taken the headline out, and may have missed what stands between it and the text.
  const title = blocks.slice(0, Math.max(0, voted)).findLastIndex((block) => block.form === "heading" && inside[block.region] === true);
  const first = title < 0 ? voted : title;
  const last = blocks.findLastIndex((block, at) => stays(block, at) && isProse(block));
  const why = blocks.map((block, at): Reason | null => {
    if (stays(block, at)) return null;
    const between = inside[block.region] === true && at > first && at < last;
    return reasons[block.region] ?? (between && (isMissed(block, blocks[at + 1]) || isKeyPoint(page, block)) ? null : "navigation");
  });
  const prose = sumOf(blocks, (block) => isProse(block) && isSentence(block.text) && reasons[block.region] === null);
  const found = sumOf(blocks, (block, at) => isProse(block) && isSentence(block.text) && why[at] === null);
  for (const step of [dropLabels, dropLinks, dropCaptions, trimOpening, trimEnd]) step(page, why);
  const isInside = (block: PageBlock): boolean => inside[block.region] === true || (isProse(block) && isSentence(block.text));
  const part: ArticlePart = {
    kept: [],
    omitted: new Map(),
    inside: isInside,
    isOwn: (region) => reasons[region] === null,
    share: prose === 0 ? 1 : found / prose,
  };
  for (const [at, block] of blocks.entries()) {
    const reason = why[at] ?? null;
    if (reason === null) part.kept.push(block);
    else part.omitted.set(block, reason);
  }
  return part;
}

/** An item of the list that says an article in short. */
function isKeyPoint({ regions }: PageBlocks, { region, form }: PageBlock): boolean {
  const list = regions[regions[region]?.parent ?? -1];
  return form === "list-item" && list !== undefined && isKeyPoints(list.element);
}

function sumOf(blocks: PageBlock[], counts: (block: PageBlock, at: number) => boolean): number {
  return blocks.reduce((sum, block, at) => (counts(block, at) ? sum + block.text.length : sum), 0);
}

/** Inside the article the library misses short quotes, paragraphs of one link, embedded posts, and headings with odd classes. */
function isMissed(block: PageBlock, next: PageBlock | undefined): boolean {
  if (block.markup !== undefined) return true;
  if (block.form === "heading") return !isLink(block) && next !== undefined && isProse(next) && next.text.length > block.text.length;
  if (block.form === "caption" || block.form === "byline") return false;
  return isSentence(block.text) && (block.text.length >= MIN_SENTENCE || block.form === "list-item" || /[“”"«»]/u.test(block.text));
}
