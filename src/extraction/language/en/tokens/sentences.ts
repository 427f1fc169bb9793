import type { TextRange } from "../../../document.ts";
import type { Marked } from "../../../quotes/marks/marked.ts";
import { alternatives } from "../words.ts";

const STOP = /\p{Sentence_Terminal}/u;
/** What may stand behind the first stop of a block that is one sentence. */
const CLOSING = /^[\p{Sentence_Terminal}"”’)\]\s]*$/u;
const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** Abbreviations that a name or number follows, and initials; a full stop after them does not end a sentence. */
const ABBREVIATION = new RegExp(
  String.raw`(?:^|[\s("'“‘[-])(?:${alternatives("abbreviations")}|${alternatives("abbreviations-before-names")}|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.["”’']*\s*$`,
  "u",
);
/** Company and place abbreviations, also dotted letters, may end a sentence when a new one plainly begins. */
const MAY_END = /(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|\p{Lu}\.\p{Lu})\.["”’']*\s*$/u;
/** A new sentence: a usual first word, or a mark. `said Ann Lee Jr. “Now we go.”` */
const BEGINS = new RegExp(String.raw`^["“]Q|^["“‘'(]*(?:${alternatives("sentence-starts")})\s`);
/** Stands for a quoted letter; its case tells the segmenter whether a sentence may begin there. */
const LETTER = { lower: "q", upper: "Q" };

/**
 * The sentences of one block. Words inside quote marks do not end the sentence they stand in, so that
 * `"Why? Because," she said.` is one; only the stop before the closing mark counts.
 *
 * @returns ranges in order that tile the block.
 */
export function sentencesOf(text: string, block: TextRange, marked: Marked[]): TextRange[] {
  const masked = mask(text, block, marked);
  const stop = masked.search(STOP);
  if (stop < 0 || CLOSING.test(masked.slice(stop))) return [{ start: block.start, end: block.end }];
  const found: TextRange[] = [];
  let start = 0;
  for (const { segment, index } of SEGMENTER.segment(masked)) {
    const end = index + segment.length;
    if (end < masked.length && !ends(masked.slice(Math.max(start, end - 24), end), masked.slice(end, end + 24))) continue;
    found.push({ start: block.start + start, end: block.start + end });
    start = end;
  }
  if (start < masked.length) found.push({ start: block.start + start, end: block.end });
  return found;
}

/** The block with all words inside marks made one word, their last stop kept unless they are a nickname (“J.D.”): offsets do not change. */
function mask(text: string, block: TextRange, marked: Marked[]): string {
  let result = "";
  let at = block.start;
  for (const span of marked) {
    const stop = !span.inName && /[.!?…]$/.test(text.slice(span.start, span.end)) ? span.end - 1 : span.end;
    const first = /^\P{L}*\p{Ll}/u.test(text.slice(span.start, Math.min(span.start + 8, stop))) ? LETTER.lower : LETTER.upper;
    result += text.slice(at, span.start) + first.slice(0, stop - span.start) + LETTER.lower.repeat(Math.max(0, stop - span.start - 1));
    at = stop;
  }
  // A line break inside a paragraph is white space, not the end of a sentence.
  return (result + text.slice(at, block.end)).replaceAll(/[\n\r\u2028\u2029\u0085]/g, " ");
}

/** Whether a boundary the segmenter proposes between two pieces is one. */
function ends(before: string, after: string): boolean {
  if (/^["”’')\]\s]*[a-z]/.test(after) && !/^["”’')\]\s]*(?:i[A-Z]|e[A-Z])/.test(after)) return false;
  if (!ABBREVIATION.test(before)) return true;
  return MAY_END.test(before) && BEGINS.test(after);
}
