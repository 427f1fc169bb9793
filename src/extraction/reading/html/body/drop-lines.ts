import { fold } from "../../../../article/words/fold.ts";
import { labelsOf, type PageElement, type PageNode } from "../dom.ts";
import type { PageBlock, PageBlocks, Verdicts } from "../page-blocks.ts";
import { isLink, isProse, isSentence } from "./prose.ts";

/** A shorter paragraph under a linked heading is a teaser. UTF-16 units. */
const MIN_PARAGRAPH = 80;
/** "Filed under: Ferries", "Tags: Skerrow, boats". */
const FILED = /^(?:filed under|tagged(?: with| as)?|tags?|topics?|categor(?:y|ies)|posted in|keywords|more about)\s*:/i;
/** "skip past newsletter promotion", which ends with "after newsletter promotion". */
const SKIPPED = /^skip past (.+)$/iu;
const MOST_SKIPPED = 15;
const GALLERY = /(?:gallery|slide-?show|carousel|lightbox)/i;

/** Counters, stray signs and what a page is filed under: "1", "/*", "Tags: boats"; what a reader is offered to skip. */
export function dropLabels({ blocks }: PageBlocks, why: Verdicts): void {
  for (const [at, { text, form, first }] of blocks.entries()) {
    const skipped = text.length <= 60 ? SKIPPED.exec(text)?.[1] : undefined;
    const end =
      skipped === undefined ? -1 : blocks.slice(at, at + MOST_SKIPPED).findIndex((block) => fold(block.text) === fold(`after ${skipped}`));
    for (let inside = at; inside <= at + end; inside += 1) why[inside] ??= "newsletter";
    if (why[at] === null && text.length <= 200 && FILED.test(text)) why[at] = "navigation";
    if (why[at] === null && /^\d{1,2}[.:]\d{2}$/.test(text) && isInTime(first)) why[at] = "metadata";
    if (why[at] === null && !/\p{L}/u.test(text) && (!/\p{N}/u.test(text) || form === "caption")) why[at] = "markup";
  }
}

function isInTime(node: PageNode): boolean {
  return [node.parentNode, node.parentNode?.parentNode].some(
    (around) => around?.nodeType === 1 && (around as PageElement).localName === "time",
  );
}

/**
 * "Ferry stays in Skerrow" as one link leads to another article, and so does a list of nothing but links. A linked
 * sentence does not, nor a linked heading above a paragraph. "More:" above what is left out goes with it.
 */
export function dropLinks({ blocks }: PageBlocks, why: Verdicts): void {
  for (const [at, block] of blocks.entries()) {
    if (why[at] !== null || !isTeaser(block)) continue;
    if (block.form === "paragraph") why[at] = "related";
    if (block.form === "list-item" && isListOfLinks(blocks, at)) why[at] = "related";
    if (block.form === "heading") {
      const next = blocks[at + 1];
      if (next === undefined || why[at + 1] !== null || !isProse(next) || next.text.length < MIN_PARAGRAPH) why[at] = "related";
    }
  }
  for (const [at, { form, text }] of blocks.entries()) {
    if (why[at] === null && form === "heading" && /[:：]$/u.test(text) && why[at + 1] === "related") why[at] = "related";
  }
}

function isTeaser(block: PageBlock): boolean {
  return isLink(block) && !isSentence(block.text) && block.markup === undefined;
}

/** Whether the items on both sides are links too; one linked item in a list of words is one of its words. */
function isListOfLinks(blocks: PageBlock[], at: number): boolean {
  const beside = [blocks[at - 1], blocks[at + 1]].filter((other) => other?.form === "list-item");
  return beside.length > 0 && beside.every((other) => other !== undefined && isTeaser(other));
}

/** A gallery beside the article has captions of its own, and a page says one in short and in full. */
export function dropCaptions({ blocks, regions }: PageBlocks, why: Verdicts): void {
  const seen = new Set<string>();
  const galleries = new Map([[-1, 0]]);
  for (const { form, region } of blocks) {
    const gallery = form === "caption" ? galleryAround(regions, region) : -1;
    if (gallery >= 0) galleries.set(gallery, (galleries.get(gallery) ?? 0) + 1);
  }
  for (const [at, { text, form, region }] of blocks.entries()) {
    if (why[at] !== null || form !== "caption") continue;
    const words = fold(text);
    if (seen.has(words) || (galleries.get(galleryAround(regions, region)) ?? 0) > 1) why[at] = "markup";
    seen.add(words);
  }
}

/** The outermost gallery around a region: one picture of a gallery's look is no gallery. -1 where there is none. */
function galleryAround(regions: PageBlocks["regions"], region: number): number {
  let found = -1;
  for (let at = region, steps = 0; at > 0 && steps < 6; at = regions[at]?.parent ?? -1, steps += 1) {
    const element = regions[at]?.element;
    if (element !== undefined && GALLERY.test(labelsOf(element))) found = at;
  }
  return found;
}
