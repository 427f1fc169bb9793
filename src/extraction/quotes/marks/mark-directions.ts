import type { TextRange } from "../../document.ts";

/**
 * The family of a mark. Two are not marks: `turn` stands for the words after the label of a transcript, `block` for a
 * block quotation.
 */
export type Style = "double" | "single" | "guillemet" | "turn" | "block";

/** Marks of one shape pair first: "He said “no” to me," said Ann Lee. */
type Shape = "straight" | "curly";

/** A quote mark and the directions that its shape and its neighbours allow; both for a straight mark that stands alone. */
export interface Mark extends Directions {
  at: number;
  length: number;
  style: Style;
  shape: Shape;
}

interface Directions {
  opens: boolean;
  closes: boolean;
}

const MARKS = /``|''|’’|‘‘|[“”„‟"«»‹›‘’‚‛'`]/g;
const SINGLES = "‘’‚‛'`";
const LEFT_DOUBLES = ["“", "„", "‟", "``", "‘‘"];
const RIGHT_DOUBLES = ["”", "’’"];
const BEFORE_OPENING = /[\s([{\-–—―‒/>:…]/;
const INVISIBLE = /\p{Cf}/u;
const WORD = /[\p{L}\p{N}]/u;
const STOP = /[.,!?…]/;
/** Words that begin with an apostrophe: 'em, 'til, '90s. */
const ELISION = /^(?:em|til|till|cause|tis|twas|n|bout|round|cos|cuz|\d\d|\d0s)(?![\p{L}\p{N}])/iu;

/** The marks of a block in order. Apostrophes and inch marks are left out. */
export function marksOf(text: string, block: TextRange): Mark[] {
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
    const { opens, closes } = directionsOf(value, surroundingsOf(text, match.index, value.length, block));
    const shape = value === '"' || value === "'" ? "straight" : "curly";
    if (opens || closes) marks.push({ at: match.index, length: value.length, style: styleOf(value), shape, opens, closes });
  }
  settleSpaced(text, marks);
  return marks;
}

/** " What is it? " asked Beth: a straight mark with blanks on both sides opens and closes in turn, where their number is even. */
function settleSpaced(text: string, marks: Mark[]): void {
  const straight = marks.filter(({ style, shape }) => style === "double" && shape === "straight");
  if (straight.length % 2 === 1) return;
  for (const [index, mark] of straight.entries()) {
    const spaced = /^(?:\s|$)/.test(text.slice(mark.at + 1, mark.at + 2)) && /^\s?$/.test(text.slice(Math.max(0, mark.at - 1), mark.at));
    if (!spaced) continue;
    mark.opens = index % 2 === 0;
    mark.closes = !mark.opens;
  }
}

/** What stands around a mark; the ends of the block count as white space. */
interface Surroundings {
  before: string;
  after: string;
  /** The few characters after the mark, to tell elided words. */
  ahead: string;
  wordBefore: boolean;
  wordAfter: boolean;
  /** Whether what stands before leaves room for an opening mark: white space, a bracket, a dash, another opening mark. */
  free: boolean;
  atWordStart: boolean;
}

function surroundingsOf(text: string, at: number, length: number, block: TextRange): Surroundings {
  const end = at + length;
  const before = at <= block.start || INVISIBLE.test(text[at - 1] ?? "") ? " " : (text[at - 1] ?? " ");
  const after = end >= block.end ? " " : (text[end] ?? " ");
  const free = BEFORE_OPENING.test(before) || (isMark(before) && !/[\p{L}\p{N}.,!?…]/u.test(text[at - 2] ?? " "));
  return {
    before,
    after,
    ahead: text.slice(end, end + 6),
    wordBefore: WORD.test(before),
    wordAfter: WORD.test(after),
    free,
    atWordStart: free && isInk(after),
  };
}

function directionsOf(value: string, around: Surroundings): Directions {
  if (isSingle(value)) return directionsOfSingle(value, around);
  if (LEFT_DOUBLES.includes(value)) return directionsOfLeft(value, around);
  if (RIGHT_DOUBLES.includes(value)) return directionsOfRight(around);
  if (isGuillemet(value)) return directionsOfGuillemet(value, around);
  return directionsOfStraight(around);
}

/** ‘We go,’ said Ann Lee: an apostrophe inside a word (don’t) or before an elided one (’em) is neither. */
function directionsOfSingle(value: string, { before, ahead, wordBefore, wordAfter, atWordStart }: Surroundings): Directions {
  if (wordBefore && wordAfter) return { opens: false, closes: false };
  const elided = wordAfter && ELISION.test(ahead);
  const opens = !elided && ("‘‚‛`".includes(value) ? !wordBefore : atWordStart);
  return { opens, closes: value !== "‚" && !wordAfter && isInk(before) && !(opens && !isMark(before)) };
}

/** German low-high pairs close with a left mark, and careless ones do: “That is enough“ she said. */
function directionsOfLeft(value: string, { free, wordAfter }: Surroundings): Directions {
  const closes = value === "“" && !free && !wordAfter;
  return { opens: !closes, closes };
}

/** A right mark opens only where a word begins after a space: ”We go,” said Ann Lee. */
function directionsOfRight({ wordAfter, atWordStart }: Surroundings): Directions {
  const opens = atWordStart && wordAfter;
  return { opens, closes: !opens };
}

/** French «Oui» points outwards, German »Ja« inwards. */
function directionsOfGuillemet(value: string, { before, wordBefore, wordAfter, free, atWordStart }: Surroundings): Directions {
  const closes = "»›".includes(value) ? !(free && wordAfter) : wordBefore || STOP.test(before);
  return { opens: "«‹".includes(value) ? !closes : atWordStart && !wordBefore, closes };
}

/** "We go," said Ann Lee. A straight mark between letters is not a quote mark; after a digit (5'10", a 12" pipe) it can only close. */
function directionsOfStraight({ before, wordBefore, wordAfter, atWordStart }: Surroundings): Directions {
  if (wordBefore && wordAfter) return { opens: false, closes: false };
  return {
    opens: !wordBefore && (atWordStart || wordAfter),
    closes: isInk(before) ? !atWordStart || !wordAfter : !wordAfter,
  };
}

function styleOf(value: string): Style {
  if (isGuillemet(value)) return "guillemet";
  return isSingle(value) ? "single" : "double";
}

function isSingle(value: string): boolean {
  return value.length === 1 && SINGLES.includes(value);
}

function isGuillemet(value: string): boolean {
  return "«»‹›".includes(value);
}

function isMark(char: string): boolean {
  return SINGLES.includes(char) || '“”„‟"«»‹›`'.includes(char);
}

/** Whether a character is not white space. */
function isInk(char: string): boolean {
  return /\S/.test(char);
}
