import type { Quote } from "../article/model/schema.ts";

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

/** Words in double marks; in single ones where double marks stand in them. */
function inMarks(words: string): string {
  return /[“”„"]/.test(words) ? `‘${words}’` : `“${words}”`;
}
