import type { Quote } from "../article/model/schema.ts";
import { codePointLength } from "../article/model/text.ts";
import { cutWords } from "./cut-words.ts";

/** One segment of a quote as a reader sees it. */
export interface Quotation {
  /** In quote marks, except in an indirect quote, which is the reporter's wording. */
  words: string;
  /** What stands between it and the quotation before: the reporter's words, no more than a new paragraph, or nothing but marks. */
  after: "words" | "paragraph" | "nothing";
}

/** Code points between two segments that hold marks and white space alone: `’”`, a blank line and `“‘`. */
const MARKS_ALONE = 6;

/** Stands for the reporter's words between two quotations. */
export const OMISSION = "[…]";

/** The segments of a quote as quotations, each in marks of its own: “We go,” and “We stay.”, not “We go, … We stay.” */
export function quotationsOf({ kind, segments }: Pick<Quote, "kind" | "segments">): Quotation[] {
  return segments.map(({ text, start, paragraph }, place) => {
    const before = segments[place - 1];
    const words = kind === "indirect" ? text : inMarks(text);
    if (before === undefined) return { words, after: "nothing" };
    if (start - before.end > MARKS_ALONE) return { words, after: "words" };
    return { words, after: before.paragraph === paragraph ? "nothing" : "paragraph" };
  });
}

/** A quote on one line: “We go,” […] “We stay.” */
export function markedText(quote: Pick<Quote, "kind" | "segments">): string {
  return quotationsOf(quote)
    .map(({ words, after }, place) => (place === 0 ? words : after === "words" ? ` ${OMISSION} ${words}` : ` ${words}`))
    .join("");
}

/** Code points that the marks of a segment take, and what joins it to the one before. */
const MARKS = 2;
const JOINT = 5;
/** Code points of a segment below which it is left out whole. */
const WORTHWHILE = 8;

/**
 * A quote of which `markedText` makes at most `length` code points (at least 12): cut at a word, with an ellipsis in the place of
 * what is left out, and each segment that remains in both its marks.
 */
export function cutQuote({ kind, segments }: Pick<Quote, "kind" | "segments">, length: number): Pick<Quote, "kind" | "segments"> {
  const kept: Quote["segments"] = [];
  // One for the ellipsis of a segment behind which others are left out.
  let left = length - (segments.length > 1 ? 1 : 0);
  for (const segment of segments) {
    left -= MARKS + (kept.length === 0 ? 0 : JOINT);
    const last = kept.at(-1);
    if (last !== undefined && left < WORTHWHILE) {
      last.text = last.text.replace(/[\s,;:…–—-]*$/u, "…");
      break;
    }
    const text = cutWords(segment.text, left);
    kept.push({ ...segment, text });
    left -= codePointLength(text);
  }
  return { kind, segments: kept };
}

/** Words in double marks; in single ones where double marks stand in them. */
function inMarks(words: string): string {
  return /[“”„"]/.test(words) ? `‘${words}’` : `“${words}”`;
}
