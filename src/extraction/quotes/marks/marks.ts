import type { TextRange } from "../../document.ts";
import { type Mark, marksOf, type Style } from "./mark-directions.ts";
import type { Marked } from "./marked.ts";

/** What follows marked words as their cue: said Ann Lee, Ann Lee told, the mayor said. */
const LATER_CUE =
  /^ (?:said|says|added|asked|told|(?:he|she|they|(?:the )?\p{L}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) (?:said|says|told|added|asked))(?![\p{L}])/u;
const CUE_REACH = 60;
/** How far before it the opening of a sentence without its mark is looked for, in UTF-16 units. */
const LOST_REACH = 300;

/** How many marks the search for a closing one passes over in doubtful cases; keeps it linear. */
const PATIENCE = 12;

/**
 * Pairs the quote marks of one block: curly, straight, doubled apostrophes, guillemets, low-high and single marks. Only
 * the outermost pairs are returned; a quote inside a quote belongs to the words of the outer one.
 *
 * @param block the range of `text` to look at, in UTF-16 indices.
 * @param open the last span of the block before: when its closing mark is missing, the first mark here may be that.
 * @returns spans in order, not overlapping, none empty.
 */
export function pairMarks(text: string, block: TextRange, open: Marked | null = null): Marked[] {
  const marks = marksOf(text, block);
  const last = open === null ? null : closingOfOpen(open, marks);
  const found = last === null ? [] : runningOn(text, block, marks[last] as Mark);
  let m = last === null ? 0 : last + 1;
  while (m < marks.length) {
    const mark = marks[m] as Mark;
    const close = mark.opens ? closing(marks, m, text) : null;
    if (close === null) {
      if (m === 0) found.push(...withoutOpening(text, block, mark));
      m += 1;
      continue;
    }
    const end = marks[close.index];
    const inner = trim(text, mark.at + mark.length, end?.at ?? block.end);
    const to = close.closed && end !== undefined ? end.at + end.length : inner.end;
    // The value of an attribute in left-over markup (id="7") is not a quote.
    const attribute = text[mark.at - 1] === "=" && mark.at > block.start;
    if (inner.end > inner.start && !attribute)
      found.push({ ...inner, from: mark.at, to, closed: close.closed, runsOn: false, style: mark.style });
    m = close.closed ? close.index + 1 : close.index;
  }
  return found;
}

/** The mark that closes what the block before left open: the first of the same family, when it can only close. */
function closingOfOpen(open: Marked, marks: Mark[]): number | null {
  if (open.closed || open.style === "single") return null;
  const index = marks.findIndex((mark) => mark.style === open.style);
  const mark = marks[index];
  return mark?.closes && !mark.opens ? index : null;
}

/** Words that run on from the block before to the mark that closes them; none when the block begins with it. */
function runningOn(text: string, block: TextRange, { at, length, style }: Mark): Marked[] {
  const inner = trim(text, block.start, at);
  if (inner.end === inner.start) return [];
  return [{ ...inner, from: inner.start, to: at + length, closed: true, runsOn: true, style }];
}

/** The boat stays,” said Ann Lee.: the sentence before a closing mark that a cue follows, where its opening mark is lost. */
function withoutOpening(text: string, block: TextRange, { at, length, style, closes, opens }: Mark): Marked[] {
  if (style === "single" || opens || !closes || !/[,.?!…]/.test(text[at - 1] ?? "")) return [];
  if (!LATER_CUE.test(text.slice(at + length, Math.min(block.end, at + length + CUE_REACH)))) return [];
  const lead = text.slice(Math.max(block.start, at - LOST_REACH), at - 1);
  const stop = [...lead.matchAll(/[.!?…]["”’)]*\s+(?=\p{Lu})/gu)].at(-1);
  if (stop === undefined && at - block.start > LOST_REACH) return [];
  const start = at - 1 - lead.length + (stop === undefined ? 0 : stop.index + stop[0].length);
  const inner = trim(text, start, at);
  if (inner.end - inner.start < 2) return [];
  return [{ ...inner, from: inner.start, to: at + length, closed: true, runsOn: false, style }];
}

/** Where a span ends: at the mark `index` when `closed`, else before it (or with the block, when it is past the last). */
interface Closing {
  index: number;
  closed: boolean;
}

function closing(marks: Mark[], opening: number, text: string): Closing | null {
  return marks[opening]?.style === "single" ? closeSingle(marks, opening, text) : closeDouble(marks, opening, text);
}

/** The first mark of the family that may close; nested pairs are skipped, an opening mark in between shows that one is missing. */
function closeDouble(marks: Mark[], opening: number, text: string): Closing {
  const { style, shape } = marks[opening] as Mark;
  for (let m = opening + 1; m < marks.length; m += 1) {
    const mark = marks[m] as Mark;
    if (mark.style !== style) continue;
    if (mark.closes || isBeforeCue(text, mark)) return { index: m, closed: true };
    if (!mark.opens) continue;
    const nested = (shape === mark.shape ? null : closeOther(marks, m)) ?? closeNested(marks, m, style);
    if (nested === null) return { index: m, closed: false };
    m = nested;
  }
  return { index: marks.length, closed: false };
}

/** “We go, “Lee said.: a closing mark that hangs on the cue behind it, not on the words before. */
function isBeforeCue(text: string, { at, length }: Mark): boolean {
  return /[,.?!] $/.test(text.slice(Math.max(0, at - 2), at)) && LATER_CUE.test(` ${text.slice(at + length, at + length + CUE_REACH)}`);
}

/** "I read “no” and left.": the index of the mark that closes a nested pair of the other shape, with none of the outer's between. */
function closeOther(marks: Mark[], opening: number): number | null {
  const { style, shape } = marks[opening] as Mark;
  for (let m = opening + 1; m < marks.length && m < opening + PATIENCE; m += 1) {
    const mark = marks[m] as Mark;
    if (mark.style === style) return mark.shape === shape && mark.closes ? m : null;
  }
  return null;
}

/** The index of the mark that closes a nested quote, when another closing mark follows for the outer one. */
function closeNested(marks: Mark[], opening: number, style: Style): number | null {
  let inner: number | null = null;
  for (let m = opening + 1; m < marks.length && m < opening + PATIENCE; m += 1) {
    const mark = marks[m] as Mark;
    if (mark.style !== style) continue;
    if (!mark.closes) return null;
    if (inner !== null) return inner;
    inner = m;
  }
  return null;
}

/** A single mark closes where a word has ended; after a plural's s only when no better one follows: 'the players' rights'. */
function closeSingle(marks: Mark[], opening: number, text: string): Closing | null {
  let fallback: number | null = null;
  let depth = 0;
  for (let m = opening + 1; m < marks.length && m < opening + PATIENCE * 4; m += 1) {
    const mark = marks[m] as Mark;
    if (mark.style !== "single") continue;
    if (!mark.closes) {
      if (fallback !== null || depth > 1) break;
      depth += 1;
      continue;
    }
    const possessive = text[mark.at - 1] === "s" && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3));
    if (!possessive) return { index: m, closed: true };
    fallback ??= m;
  }
  return fallback === null ? null : { index: fallback, closed: true };
}

function trim(text: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}
