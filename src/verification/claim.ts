import { CodePointText } from "../article/model/text.ts";
import { foldWords } from "../article/words/fold.ts";
import { joinNumbers } from "./numbers.ts";

/** The most code points of a claimed quote. */
export const MAX_CLAIM_LENGTH = 2000;

/** A claimed quote as folded words, each number one word. Offsets are code points of the claim, half open. */
export interface Claim {
  text: CodePointText;
  words: { word: string; start: number; end: number }[];
  /** Gaps between words, in order: index of the word after the gap, and the place of its mark. Gaps at the ends do not count. */
  gaps: { before: number; start: number; end: number }[];
}

// The Chicago Manual of Style, 13.50 and 13.60: dots mark words left out, brackets mark words added by the person who quotes.
const GAP = /…|\.(?:[ \u00A0\u202F]?\.){2,}|\[[^[\]]*\]/gu;
/** "[T]he": the brackets mark a changed letter of a whole word. */
const CHANGED_LETTER = /^\[\p{L}\p{M}*\]$/u;
const LETTER = /\p{L}/u;

/** Reads a claimed quote: `…`, `...`, `[ ]` and bracketed insertions are gaps; words in brackets are not part of the claim. */
export function parseClaim(value: string): Claim {
  const text = new CodePointText(value);
  const words: Claim["words"] = [];
  const gaps: Claim["gaps"] = [];
  let piece = "";
  let units: number[] = [];
  let gap: { start: number; end: number } | null = null;
  const keep = (from: number, to: number) => {
    piece += value.slice(from, to);
    for (let unit = from; unit < to; unit += 1) units.push(unit);
  };
  const close = () => {
    const found = joinNumbers(foldWords(piece), (from, to) => piece.slice(from, to));
    if (found.length > 0 && words.length > 0 && gap !== null) gaps.push({ before: words.length, ...gap });
    if (found.length > 0) gap = null;
    for (const { word, start, end } of found) {
      words.push({ word, start: text.point(units[start] ?? 0), end: text.point((units[end - 1] ?? 0) + 1) });
    }
    piece = "";
    units = [];
  };
  let from = 0;
  for (const { 0: mark, index } of value.matchAll(GAP)) {
    keep(from, index);
    from = index + mark.length;
    if (CHANGED_LETTER.test(mark) && LETTER.test(value.charAt(from))) {
      keep(index + 1, from - 1);
      continue;
    }
    close();
    gap ??= { start: text.point(index), end: text.point(from) };
  }
  keep(from, value.length);
  close();
  return { text, words, gaps };
}

/** The stretches of words between the gaps: index of the first word, and one past the last. */
export function partsOf({ words, gaps }: Claim): { from: number; to: number }[] {
  const starts = [0, ...gaps.map(({ before }) => before)];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? words.length })).filter(({ from, to }) => to > from);
}
