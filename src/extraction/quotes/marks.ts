import type { TextRange } from "../document.ts";

/** A quoted span: `start`-`end` is what stands inside the marks, `from`-`to` includes them. */
export interface Marked extends TextRange {
  from: number;
  to: number;
  /** `false` when the closing mark is missing: the span ends with its block or before the next opening mark. */
  closed: boolean;
  /** Whether it has no opening mark because the paragraph before left its own open: the words run on. */
  runsOn: boolean;
  /** The family of its marks; spans of one quote over several paragraphs share it. */
  style: Style;
}

/** `turn` is no mark: the words after the label of a transcript. */
type Style = "double" | "single" | "guillemet" | "turn";

interface Mark {
  at: number;
  length: number;
  style: Style;
  opens: boolean;
  closes: boolean;
}

const MARKS = /``|''|’’|‘‘|[“”„‟"«»‘’‚‛']/g;
const BEFORE_OPENING = /[\s([{\-–—/>:…]/;
const WORD = /[\p{L}\p{N}]/u;
const SINGLES = "‘’‚‛'";
/** Words that begin with an apostrophe: 'em, 'til, '90s. */
const ELISION = /^(?:em|til|till|cause|tis|twas|n|bout|round|cos|cuz|\d\d|\d0s)(?![\p{L}\p{N}])/iu;
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
  const found: Marked[] = [];
  let m = 0;
  const own = open === null || open.closed || open.style === "single" ? -1 : marks.findIndex((mark) => mark.style === open.style);
  const end = marks[own];
  if (open !== null && end?.closes && !end.opens) {
    const inner = trim(text, block.start, end.at);
    if (inner.end > inner.start)
      found.push({ ...inner, from: inner.start, to: end.at + end.length, closed: true, runsOn: true, style: end.style });
    m = own + 1;
  }
  while (m < marks.length) {
    const mark = marks[m] as Mark;
    const close = mark.opens ? closing(marks, m, text) : null;
    if (close === null) {
      m += 1;
      continue;
    }
    const last = close.closed ? marks[close.index] : undefined;
    const limit = last?.at ?? marks[close.index]?.at ?? block.end;
    const inner = trim(text, mark.at + mark.length, limit);
    const to = last === undefined ? inner.end : last.at + last.length;
    // The value of an attribute in left-over markup (id="7") is no quote.
    const attribute = text[mark.at - 1] === "=" && mark.at > block.start;
    if (inner.end > inner.start && !attribute)
      found.push({ ...inner, from: mark.at, to, closed: close.closed, runsOn: false, style: mark.style });
    m = close.closed ? close.index + 1 : close.index;
  }
  return found;
}

/** Where a span ends: at the mark `index` when `closed`, else before it (or with the block, when it is past the last). */
interface Closing {
  index: number;
  closed: boolean;
}

function closing(marks: Mark[], opening: number, text: string): Closing | null {
  return marks[opening]?.style === "single" ? closeSingle(marks, opening, text) : closeDouble(marks, opening);
}

/** The first mark of the family that may close; nested pairs are skipped, an opening mark in between shows that one is missing. */
function closeDouble(marks: Mark[], opening: number): Closing {
  const style = (marks[opening] as Mark).style;
  for (let m = opening + 1; m < marks.length; m += 1) {
    const mark = marks[m] as Mark;
    if (mark.style !== style) continue;
    if (mark.closes) return { index: m, closed: true };
    if (!mark.opens) continue;
    const nested = closeNested(marks, m, style);
    if (nested === null) return { index: m, closed: false };
    m = nested;
  }
  return { index: marks.length, closed: false };
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

/** The marks of a block with the directions their shape and neighbours allow; apostrophes and inch marks are left out. */
function marksOf(text: string, block: TextRange): Mark[] {
  const marks: Mark[] = [];
  // Without the cut, a block that holds no mark would be searched to the end of the text: quadratic over all blocks.
  const upToEnd = text.slice(0, block.end);
  MARKS.lastIndex = block.start;
  for (let match = MARKS.exec(upToEnd); match !== null; match = MARKS.exec(upToEnd)) {
    let value = match[0];
    // '''No,'' he said: three in a row are a doubled and a single mark; the doubled one is the outer.
    if (value === "''" && text[match.index + 2] === "'" && WORD.test(text[match.index - 1] ?? " ")) value = "'";
    MARKS.lastIndex = match.index + value.length;
    // A stray straight mark right before a curly one: "“Yes,” ...
    if (value === '"' && text[match.index + 1] === "“") continue;
    const mark = markAt(text, match.index, value, block);
    if (mark.opens || mark.closes) marks.push(mark);
  }
  return marks;
}

function markAt(text: string, at: number, value: string, block: TextRange): Mark {
  const end = at + value.length;
  const before = at <= block.start ? " " : (text[at - 1] ?? " ");
  const after = end >= block.end ? " " : (text[end] ?? " ");
  const wordBefore = WORD.test(before);
  const wordAfter = WORD.test(after);
  const free = BEFORE_OPENING.test(before) || (isMark(before) && !/[\p{L}\p{N}.,!?…]/u.test(text[at - 2] ?? " "));
  const mark = { at, length: value.length, style: styleOf(value), opens: false, closes: false };
  const atWordStart = free && /\S/.test(after);
  if (mark.style === "single") {
    if (wordBefore && wordAfter) return mark;
    const elided = wordAfter && ELISION.test(text.slice(end, end + 6));
    mark.opens = !elided && (value === "‘" || value === "‚" || value === "‛" ? !wordBefore : atWordStart);
    mark.closes = value !== "‚" && !wordAfter && /\S/.test(before) && !(mark.opens && !isMark(before));
  } else if (value === "“" || value === "„" || value === "‟" || value === "``" || value === "‘‘") {
    // German low-high pairs close with a left mark, and careless ones do: enough“ she said.
    mark.closes = value === "“" && !free && !wordAfter;
    mark.opens = !mark.closes;
  } else if (value === "”" || value === "’’") {
    mark.opens = atWordStart && wordAfter;
    mark.closes = !mark.opens;
  } else if (mark.style === "guillemet") {
    mark.opens = value === "«" || (atWordStart && !wordBefore);
    mark.closes = value === "»" ? !(free && wordAfter) : wordBefore || /[.,!?…]/.test(before);
    if (value === "«" && mark.closes) mark.opens = false;
  } else {
    // Straight or doubled. A mark between letters is none; after a digit (5'10", a 12" pipe) it can only close.
    if (wordBefore && wordAfter) return mark;
    mark.opens = !wordBefore && (atWordStart || wordAfter);
    mark.closes = /\S/.test(before) ? !atWordStart || !wordAfter : !wordAfter;
  }
  return mark;
}

function styleOf(value: string): Style {
  if (value === "«" || value === "»") return "guillemet";
  return value.length === 1 && SINGLES.includes(value) ? "single" : "double";
}

function isMark(char: string): boolean {
  return SINGLES.includes(char) || '“”„‟"«»`'.includes(char);
}

function trim(text: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}
