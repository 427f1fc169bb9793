import { CodePointText } from "../article/model/text.ts";
import type { Document, TextRange } from "./document.ts";
import type { RawBlock } from "./reading/raw-document.ts";

/** The most UTF-16 units of markup between two words: an address of a link, the attributes of a tag. */
const MOST_MARKUP = 600;
/** How many places of the first word are looked at. */
const MOST_TRIED = 200;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Where ranges of visible words stand in the Markdown or HTML that they were read from: the shortest stretch of their block
 * that has all their words in order. Words that the source writes with entities are not found.
 *
 * @param blocks what the blocks of the document were read from, one by one
 * @param ranges in the order of the document; UTF-16 indices of its text
 * @returns places in code points of the source; none for ranges that are not found
 */
export function placesIn(
  source: string,
  { text, blocks: laidOut }: Document,
  blocks: RawBlock[],
  ranges: TextRange[],
): Map<TextRange, TextRange> {
  const points = new CodePointText(source);
  const places = new Map<TextRange, TextRange>();
  const from = blocks.map(({ place }) => place?.start ?? 0);
  for (const range of ranges) {
    const at = laidOut.findIndex(({ start, end }) => start <= range.start && range.start < end);
    const place = blocks[at]?.place ?? null;
    if (place === null) continue;
    const found = shortest(source, from[at] ?? 0, place.end, text.slice(range.start, range.end));
    if (found === null) continue;
    from[at] = found.end;
    places.set(range, { start: points.point(found.start), end: points.point(found.end) });
  }
  return places;
}

function shortest(source: string, from: number, to: number, visible: string): TextRange | null {
  const words = [...visible.matchAll(WORD)].map(([word]) => word);
  const [first] = words;
  if (first === undefined) return null;
  let best: TextRange | null = null;
  let start = source.indexOf(first, from);
  for (let tried = 0; tried < MOST_TRIED && start >= 0 && start < to; tried += 1) {
    const end = endOf(source, start, to, words);
    if (end !== null && (best === null || end - start < best.end - best.start)) best = { start, end };
    if (best !== null && best.end - best.start <= visible.length) break;
    start = source.indexOf(first, start + 1);
  }
  return best && withPunctuation(source, best, visible);
}

/** The end of the last of some words that follow each other; `null` where they do not. */
function endOf(source: string, start: number, to: number, words: string[]): number | null {
  let end = start;
  for (const [index, word] of words.entries()) {
    const most = index === 0 ? word.length : MOST_MARKUP + word.length;
    const found = source.slice(end, Math.min(to, end + most)).indexOf(word);
    if (found < 0) return null;
    end += found + word.length;
  }
  return end;
}

/** With what stands before the first word and behind the last one, where the source writes it the same. */
function withPunctuation(source: string, { start, end }: TextRange, visible: string): TextRange {
  const before = /^[^\p{L}\p{N}]*/u.exec(visible)?.[0] ?? "";
  const behind = /[^\p{L}\p{N}]*$/u.exec(visible)?.[0] ?? "";
  return {
    start: source.startsWith(before, start - before.length) ? start - before.length : start,
    end: source.startsWith(behind, end) ? end + behind.length : end,
  };
}
