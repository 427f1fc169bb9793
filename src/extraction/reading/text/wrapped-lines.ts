import type { Line } from "./lines.ts";

/** A bullet, which stays in the text, or a number in front of an item. */
export const LIST_ITEM = /^(?:[•◦‣▪●·*–-]|\d{1,2}[.)])\s+\S/u;

/** Narrower columns are lists or verse, wider ones are paragraphs of one line each. */
const MIN_WIDTH = 35;
const MAX_WIDTH = 110;
/** Share of line breaks that must look like those of a wrapped paragraph. */
const WRAPPED_SHARE = 0.6;

type WrittenLine = Pick<Line, "text">;

const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/u;
const NEW_BLOCK = /^(?:by\s+\p{Lu}|©|\(c\)\s|copyright\b)/iu;

/**
 * The column at which a text's paragraphs are wrapped, in UTF-16 units, or `null` when they are not. A wrapped line is
 * so full that the next line's first word had no room, and sentences run on over the break.
 */
export function wrapWidth(lines: Pick<Line, "text" | "opens">[]): number | null {
  const lengths: number[] = [];
  const breaks: [WrittenLine, WrittenLine][] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const [line, next] = [lines[at - 1], lines[at]];
    if (line === undefined || next === undefined || next.opens || LIST_ITEM.test(next.text)) continue;
    lengths.push(line.text.length);
    breaks.push([line, next]);
  }
  if (lengths.length < 2) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  const full = breaks.filter(([line, next]) => isFull(line, next, width * 0.9)).length;
  const open = breaks.filter(([line]) => !SENTENCE_END.test(line.text)).length;
  return full >= lengths.length * WRAPPED_SHARE && open >= lengths.length * WRAPPED_SHARE ? width : null;
}

/** The lines of one group (no blank line inside), as runs that belong together. */
export function joinWrapped(group: Line[], width: number, isHeadline: boolean): Line[][] {
  const runs: Line[][] = [];
  for (const line of group) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run === undefined || before === undefined || !continues(before, line, width, isHeadline)) runs.push([line]);
    else run.push(line);
  }
  return runs;
}

function continues(before: Line, line: Line, width: number, isHeadline: boolean): boolean {
  if (LIST_ITEM.test(line.text) || NEW_BLOCK.test(line.text)) return false;
  if (line.indented && !before.indented && SENTENCE_END.test(before.text)) return false;
  if (isFull(before, line, width * 0.75)) return true;
  return isHeadline || (!SENTENCE_END.test(before.text) && /^\p{Ll}/u.test(line.text));
}

function isFull(line: WrittenLine, next: WrittenLine, width: number): boolean {
  const space = next.text.indexOf(" ");
  return line.text.length + 1 + (space < 0 ? next.text.length : space) > width;
}
