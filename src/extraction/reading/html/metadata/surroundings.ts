import type { ArticlePart } from "../body/article-part.ts";
import { isProse, isSentence } from "../body/prose.ts";
import type { Labelled, PageBlock, PageBlocks } from "../page-blocks.ts";

/** A byline below the text stands close to it. */
const NEAR = 10;
const MIN_PARAGRAPH = 80;

/** What stands around the first paragraphs of a page, where bylines and dates are. */
export interface Surroundings {
  /** The index of the first paragraph among the blocks of the page. */
  first: number;
  labelled: Labelled[];
  lines: PageBlock[];
}

/** What stands above the first paragraph of an article and just below the last: there bylines and dates are. */
export function surroundingsOf({ blocks, regions, labelled }: PageBlocks, { kept, isOwn }: ArticlePart): Surroundings {
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
