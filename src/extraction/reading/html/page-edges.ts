import { fold } from "../../../article/words/fold.ts";
import { readDateLine } from "../parts/date-line.ts";
import { readByline, readCredit } from "../parts/read-credits.ts";
import { isRightsLine } from "../parts/read-rights.ts";
import type { Reason } from "./article-part.ts";
import type { PageBlock, PageBlocks } from "./blocks.ts";
import { isLink, isProse, isSentence } from "./prose.ts";

/** Steps that look at the blocks of a page in their order. `why` says for each block why it is left out; `null` keeps it. */
type Why = (Reason | null)[];

/** A shorter line above the article may be a label or a date, a longer heading its summary. UTF-16 units. */
const MAX_LABEL = 60;
const MIN_PARAGRAPH = 80;
const YEAR = /\b(?:19|20)\d{2}\b/;

/** Counters and stray signs: "1", "/*", "•". */
export function dropLabels({ blocks }: PageBlocks, why: Why): void {
  for (const [at, { text, form }] of blocks.entries()) {
    if (why[at] === null && !/\p{L}/u.test(text) && (!/\p{N}/u.test(text) || form === "caption")) why[at] = "markup";
  }
}

/** "Ferry stays in Skerrow" as one link leads to another article; a linked sentence, or a linked heading above a paragraph, does not. */
export function dropLinks({ blocks }: PageBlocks, why: Why): void {
  for (const [at, block] of blocks.entries()) {
    if (why[at] !== null || !isLink(block) || isSentence(block.text) || block.markup !== undefined) continue;
    if (block.form === "paragraph") why[at] = "related";
    if (block.form === "heading") {
      const next = blocks[at + 1];
      if (next === undefined || why[at + 1] !== null || !isProse(next) || next.text.length < MIN_PARAGRAPH) why[at] = "related";
    }
  }
}

/** A gallery says a caption twice, in short and in full. Other lines may well be said twice: a recipe, a refrain. */
export function dropRepeats({ blocks }: PageBlocks, why: Why): void {
  const seen = new Set<string>();
  for (const [at, { text, form }] of blocks.entries()) {
    if (why[at] !== null || form !== "caption") continue;
    const words = fold(text);
    if (seen.has(words)) why[at] = "markup";
    seen.add(words);
  }
}

/** Above the first paragraph stand labels, counters and section names: lines that are no standfirst, byline, date or caption. */
export function trimOpening(page: PageBlocks, why: Why): void {
  for (const [at, block] of page.blocks.entries()) {
    if (why[at] !== null || block.form === "caption" || block.form === "standfirst") continue;
    if (block.form === "heading") {
      // A long heading between headline and text is the summary.
      if (block.text.length >= MIN_PARAGRAPH) block.form = "standfirst";
    } else if (block.form === "byline") {
      if (!isMatter(block)) why[at] = "metadata";
    } else if (isLink(block)) why[at] = "navigation";
    else if (block.text.length < MAX_LABEL && YEAR.test(block.text)) {
      if (!isMatter(block)) why[at] = "metadata";
    } else if (isMatter(block)) continue;
    else if (!isSentence(block.text) && block.text.length < MAX_LABEL && page.regions[block.region]?.element.localName === "div") {
      why[at] = "navigation";
    } else break;
  }
}

/** A heading without a paragraph below it is a label of what was left out. */
export function trimEnd({ blocks }: PageBlocks, why: Why): void {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || why[at] !== null) continue;
    if (block.form !== "heading" && block.linked * 2 < block.text.length) break;
    if (block.form === "paragraph" && isSentence(block.text)) break;
    why[at] = "navigation";
  }
}

/** Credits, dates and rights: what reading the parts of an article knows by its words. */
function isMatter({ text, form }: PageBlock): boolean {
  if (readDateLine(text) !== null || isRightsLine(text) || (readCredit(text) ?? readByline(text)) !== null) return true;
  return form === "byline" && readByline(`By ${text}`) !== null;
}
