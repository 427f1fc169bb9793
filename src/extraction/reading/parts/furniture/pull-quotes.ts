import { fold } from "../../../../article/words/fold.ts";
import type { RawBlock } from "../../raw-document.ts";

/** Longer quotations are part of the report, shorter ones may stand in it by chance. Words. */
const MOST_WORDS = 60;
const FEWEST_WORDS = 4;
/** A page with more quotations is not searched for repetitions. */
const MOST_QUOTATIONS = 30;

/** The quotations that only show words of the text again, with the lines that name who said them. */
export function pullQuotes(blocks: RawBlock[]): Set<RawBlock> {
  const found = new Set<RawBlock>();
  const quotations = blocks.filter(({ markup, text }) => markup === "quotation" && text.length < MOST_WORDS * 12);
  if (quotations.length === 0 || quotations.length > MOST_QUOTATIONS) return found;
  const rest = ` ${blocks.flatMap(({ markup, text }) => (markup === undefined ? fold(text) : [])).join(" ")} `;
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    if (block.markup === "attribution" && before !== undefined && found.has(before)) found.add(block);
    if (!quotations.includes(block)) continue;
    const words = fold(block.text);
    const count = words.split(" ").length;
    if (count >= FEWEST_WORDS && count <= MOST_WORDS && rest.includes(` ${words} `)) found.add(block);
  }
  return found;
}
