import type { Reason } from "../../raw-document.ts";
import { labelsOf, type PageElement, type PageNode } from "../dom.ts";
import type { PageBlock, PageBlocks, Region } from "../page-blocks.ts";
import { isPost } from "./embeds.ts";
import { isAuthorBox, isPageEnd } from "./furniture-elements.ts";
import { isProse, isSentence } from "./prose.ts";

/** A region with this share of the article's words is the article, whatever its classes say. */
const MAIN_SHARE = 0.5;
/** The innermost region with this share of the article's words holds what else belongs to it. */
const CONTAINER_SHARE = 0.8;
/** Less than this share of the article's words is left only where its classes mean something else. */
const MIN_LEFT = 0.2;
const COMMENT = /[\w-]{2}[_-]comment(?=$|\s)/i;
/** A box about the author has at least a paragraph; an article that stands beside another has more. UTF-16 units. */
const MIN_PARAGRAPH = 80;
const MIN_ARTICLE = 200;
/** An article with so much less text than the longest is a teaser of another page. */
const TEASER_SHARE = 0.3;

/** What each region of a page is to the article, by the index of the region. */
export interface Standing {
  /** Why each region is furniture; `null` for those that are not. */
  reasons: (Reason | null)[];
  /** Whether each region lies in the one that holds the article. */
  inside: boolean[];
}

/** What each region of a page is to the article, by the weight of the library's votes in it. */
export function standing({ blocks, regions }: PageBlocks, votes: Set<number>): Standing {
  const prose = (block: PageBlock, at: number): number =>
    votes.has(at) && block.form !== "heading" ? block.text.length - block.linked : 0;
  const others = otherArticles({ blocks, regions }, weigh({ blocks, regions }, prose));
  const isOther: boolean[] = [];
  for (const [at, { parent }] of regions.entries()) isOther.push(others.has(at) || (isOther[parent] ?? false));
  const weights = weigh({ blocks, regions }, (block, at) => (isOther[block.region] === true ? 0 : prose(block, at)));
  const all = weights[0] ?? 0;
  const inside = insideOf(regions, containerOf(weights));
  const comment = loneComment({ blocks, regions }, votes);
  const read = (furnitureAt: (at: number, weight: number) => Reason | null): (Reason | null)[] => {
    const reasons: (Reason | null)[] = [];
    for (const [at, { parent, element }] of regions.entries()) {
      const weight = weights[at] ?? 0;
      let own = at === comment ? null : furnitureAt(at, weight);
      if (own === null && weight >= MIN_PARAGRAPH && isAuthorBox(element)) own = "navigation";
      if (own === null && inside[at] !== true && isPageEnd(element)) own = "navigation";
      if (isOther[at] === true) reasons.push("related");
      else if (inside[at] === true && isPost(element)) reasons.push(null);
      else reasons.push(reasons[parent] ?? (weight >= all * MAIN_SHARE ? null : own));
    }
    return reasons;
  };
  const reasons = read((at) => regions[at]?.furniture ?? null);
  const left = blocks.reduce((sum, block, at) => sum + (reasons[block.region] === null ? prose(block, at) : 0), 0);
  if (left >= all * MIN_LEFT) return { reasons, inside };
  // Classes that would leave nothing of the article say something else: "social-wide" around each of its paragraphs.
  const isNamed = (at: number): boolean =>
    regions[at]?.furniture === "navigation" || /^(?:aside|form|footer)$/.test(regions[at]?.element.localName ?? "");
  return { reasons: read((at, weight) => (weight >= MIN_PARAGRAPH && !isNamed(at) ? null : (regions[at]?.furniture ?? null))), inside };
}

/** A sentence or two with the class of a comment, the only such on the page, between paragraphs: an expert's comment. */
function loneComment({ blocks, regions }: Pick<PageBlocks, "blocks" | "regions">, votes: Set<number>): number {
  const named = regions.flatMap(({ furniture, element }, at) => (furniture !== null && COMMENT.test(labelsOf(element)) ? [at] : []));
  const [only = -1] = named;
  if (named.length !== 1) return -1;
  const within = insideOf(regions, only);
  const held = blocks.flatMap((block, at) => (within[block.region] === true ? [at] : []));
  const [first = 0, last = 0] = [held[0], held.at(-1)];
  const isText = held.every((at) => isSentence(blocks[at]?.text ?? "") && blocks[at]?.linked === 0);
  const between =
    blocks.slice(0, first).some((block, at) => isPlain(block, votes.has(at))) &&
    blocks.slice(last + 1).some((block, at) => isPlain(block, votes.has(at + last + 1)));
  return held.length > 0 && held.length < 3 && isText && between ? only : -1;
}

function isPlain(block: PageBlock, isVoted: boolean): boolean {
  return isVoted && block.text.length >= MIN_PARAGRAPH && isProse(block) && isSentence(block.text);
}

/**
 * Takes the place of the library's votes where it found no article or a small part of one: all that stands in the
 * innermost region with most sentences of the page.
 */
export function wholePage({ blocks, regions }: PageBlocks): Set<number> {
  const furniture: boolean[] = [];
  for (const region of regions) furniture.push(region.furniture !== null || (furniture[region.parent] ?? false));
  const isText = (block: PageBlock): boolean => isProse(block) && isSentence(block.text) && furniture[block.region] !== true;
  const weights = weigh({ blocks, regions }, (block) => (isText(block) ? block.text.length : 0));
  const inside = insideOf(regions, containerOf(weights));
  return new Set(blocks.flatMap((block, at) => (inside[block.region] === true ? [at] : [])));
}

/** The weight of all blocks in each region, with those of the regions inside it. */
function weigh(
  { blocks, regions }: Pick<PageBlocks, "blocks" | "regions">,
  weightOf: (block: PageBlock, at: number) => number,
): Float64Array {
  const weights = new Float64Array(regions.length);
  const add = (at: number, weight: number): void => {
    weights[at] = (weights[at] ?? 0) + weight;
  };
  for (const [at, block] of blocks.entries()) add(block.region, weightOf(block, at));
  for (let at = regions.length - 1; at > 0; at -= 1) add(regions[at]?.parent ?? 0, weights[at] ?? 0);
  return weights;
}

/** The innermost region with most of the weight: regions come before those inside them. */
function containerOf(weights: Float64Array): number {
  const all = weights[0] ?? 0;
  const found = weights.findLastIndex((weight) => weight > 0 && weight >= all * CONTAINER_SHARE);
  return Math.max(0, found);
}

function insideOf(regions: Region[], container: number): boolean[] {
  const inside: boolean[] = [];
  for (const [at, { parent }] of regions.entries()) inside.push(at === container || (inside[parent] ?? false));
  return inside;
}

/**
 * Articles beside the first one, each with a headline of its own. Below one headline, that of a live blog, all articles
 * are its posts.
 */
function otherArticles({ blocks, regions }: Pick<PageBlocks, "blocks" | "regions">, weights: Float64Array): Set<number> {
  const within: number[] = [];
  for (const [at, { parent, element }] of regions.entries()) {
    within.push((within[parent] ?? -1) >= 0 ? (within[parent] ?? -1) : element.localName === "article" ? at : -1);
  }
  const articles = regions.flatMap((_, at) => (within[at] === at && (weights[at] ?? 0) >= MIN_ARTICLE ? [at] : []));
  const longest = Math.max(...articles.slice(0, 1_000).map((at) => weights[at] ?? 0));
  const headings = blocks.filter(({ form }) => form === "heading");
  const cards = teasersIn({ blocks, regions }, weights);
  const isShared = headings.some(({ region }) => within[region] === -1 && regions[region]?.element.localName === "h1");
  const titled = articles.filter((at) =>
    headings.some(({ region }) => within[region] === at && /^h[12]$/.test(regions[region]?.element.localName ?? "")),
  );
  if (isShared || titled.length < 2) return cards;
  const main = titled.find((at) => (weights[at] ?? 0) >= longest * TEASER_SHARE);
  return new Set([...cards, ...titled.filter((at) => at !== main)]);
}

/** Articles of a line or two inside a long one, each below a heading that is a link to another page. */
function teasersIn({ blocks, regions }: Pick<PageBlocks, "blocks" | "regions">, weights: Float64Array): Set<number> {
  const nearest: number[] = [];
  for (const [at, { parent, element }] of regions.entries()) {
    nearest.push(element.localName === "article" ? at : (nearest[parent] ?? -1));
  }
  const linked = blocks.flatMap(({ form, region, text, linked: length, first }) => {
    const card = nearest[region] ?? -1;
    return form === "heading" && length >= text.length && isToPage(first) ? [card] : [];
  });
  return new Set(
    linked.filter((card) => {
      const around = nearest[regions[card]?.parent ?? -1] ?? -1;
      return around >= 0 && (weights[card] ?? 0) < MIN_ARTICLE && (weights[around] ?? 0) >= 2 * MIN_ARTICLE;
    }),
  );
}

/** Whether the words of a node are a link to another page, not to a place in this one. */
function isToPage(node: PageNode): boolean {
  for (let at: PageNode | null = node, steps = 0; at !== null && steps < 6; at = at.parentNode, steps += 1) {
    if (at.nodeType === 1 && (at as PageElement).localName === "a") return /^[^#]/.test((at as PageElement).getAttribute("href") ?? "");
  }
  return false;
}
