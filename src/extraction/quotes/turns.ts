import type { Block, TextRange } from "../document.ts";
import type { InterviewPart, Marked } from "./marks/marked.ts";

/** The words of a turn; `part` where the label is not a name. */
export interface Turn extends TextRange {
  part: InterviewPart | null;
}

/** A label and what its speaker says: `NAME: text`. */
const TURN = /^((?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,3}): +(?=[^\s"“‘'«„])/u;
/** `Q: text`, `A. text`, `Question 2: text`. */
const PART = /^(?:(Q|Question)|A|Answer)(?: ?\d{1,2})?[:.]\s*(?=[^\s"“‘'«„])/u;
/** The same before words in marks. */
const PART_BEFORE_MARKS = /^(?:(Q|Question)|A|Answer)(?: ?\d{1,2})?[:.]\s*$/u;
const LABEL_LENGTH = 60;
/** “WARD: text”, the label inside the marks, in capitals; headwords of posts are not labels. */
const INNER =
  /^(?!BREAKING|NOTE|UPDATE|WATCH|LIVE|EXCLUSIVE|VIDEO|PHOTO|WARNING|NEWS)\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}:(?=\s\S)/u;
/** A transcript has at least this many turns, and two labels that come at least this often. */
const TURNS = 4;
const REPEATED = 2;
/** And its turns are this share of the text; else the labels are those of a list or a table. */
const SHARE = 0.3;
/** How many paragraphs without a label an answer may go on for. */
const MORE = 6;

/**
 * The turns of a transcript or of an interview set as questions and answers: paragraphs that open with a label and a
 * colon. A single such paragraph ("Note: ...") is not a turn; labels have to come again, or a `Q:` has its `A:` right after it.
 *
 * @returns the spoken words by index of their block.
 */
export function turnsOf(text: string, blocks: Block[]): Map<number, Turn> {
  const parts = partsOf(text, blocks);
  return parts.size > 0 ? parts : labelledTurns(text, blocks);
}

/** What a label inside the marks that open a paragraph says: where it ends, or that the words ask or answer. */
export function innerLabel(text: string, block: TextRange, span: Marked): Pick<Marked, "label" | "part"> {
  if (span.from !== block.start) {
    const fills = span.to >= block.end && span.from - block.start < LABEL_LENGTH;
    const before = fills ? PART_BEFORE_MARKS.exec(text.slice(block.start, span.from)) : null;
    return before === null ? {} : { part: before[1] === undefined ? "answer" : "question" };
  }
  if (span.runsOn) return {};
  const lead = text.slice(span.start, Math.min(span.end, span.start + LABEL_LENGTH));
  const part = PART.exec(lead);
  if (part !== null && /^.\p{L}*[^.]*:/u.test(part[0])) return { part: part[1] === undefined ? "answer" : "question" };
  const label = INNER.exec(lead);
  return label === null ? {} : { label: span.start + label[0].length };
}

function labelledTurns(text: string, blocks: Block[]): Map<number, Turn> {
  const turns = new Map<number, Turn>();
  const counts = new Map<string, number>();
  for (const [b, block] of blocks.entries()) {
    if (block.kind !== "paragraph") continue;
    const match = TURN.exec(opening(text, block));
    if (match?.[1] === undefined) continue;
    turns.set(b, { start: block.start + match[0].length, end: block.end, part: null });
    counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
  }
  const spoken = [...turns.values()].reduce((sum, { start, end }) => sum + end - start, 0);
  const repeated = [...counts.values()].filter((count) => count >= REPEATED).length;
  return turns.size >= TURNS && repeated >= 2 && spoken > SHARE * text.length ? turns : new Map();
}

/** Questions and answers by their labels (`Q:`, `A:`); empty when no question is answered. */
function partsOf(text: string, blocks: Block[]): Map<number, Turn> {
  const turns = new Map<number, Turn>();
  let answered = false;
  let last: { part: Turn["part"]; block: number } = { part: null, block: -1 };
  for (const [b, block] of blocks.entries()) {
    const match = block.kind === "paragraph" ? PART.exec(opening(text, block)) : null;
    if (match === null) continue;
    const part = match[1] === undefined ? "answer" : "question";
    if (part === "answer" && last.part === null) continue;
    if (part === "answer" && last.part === "question") answered ||= last.block === b - 1;
    if (part === "question" && last.part === "answer") addMore(turns, blocks, last.block + 1, b);
    turns.set(b, { start: block.start + match[0].length, end: block.end, part });
    last = { part, block: b };
  }
  return answered ? turns : new Map();
}

/** The paragraphs between an answer and the next question are more of the answer. */
function addMore(turns: Map<number, Turn>, blocks: Block[], from: number, to: number): void {
  const between = blocks.slice(from, to);
  if (between.length > MORE || between.some(({ kind }) => kind !== "paragraph")) return;
  for (const [offset, { start, end }] of between.entries()) turns.set(from + offset, { start, end, part: "more" });
}

function opening(text: string, block: Block): string {
  return text.slice(block.start, Math.min(block.end, block.start + LABEL_LENGTH));
}
