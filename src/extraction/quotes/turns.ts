import type { Block, TextRange } from "../document.ts";

/** A label and what its speaker says: `NAME: text`. */
const TURN = /^((?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,3}): +(?=[^\s"“‘'«„])/u;
const LABEL_LENGTH = 60;
/** A transcript has at least this many turns, and two labels that come at least this often. */
const TURNS = 4;
const REPEATED = 2;
/** And its turns are this share of the text; else the labels are those of a list or a table. */
const SHARE = 0.3;

/**
 * The turns of a transcript or of an interview set as questions and answers: paragraphs that open with a label and a
 * colon. A single such paragraph is none ("Note: ..."); labels have to come again.
 *
 * @returns the spoken words by index of their block.
 */
export function turnsOf(text: string, blocks: Block[]): Map<number, TextRange> {
  const turns = new Map<number, TextRange>();
  const counts = new Map<string, number>();
  for (const [b, block] of blocks.entries()) {
    if (block.kind !== "paragraph") continue;
    const match = TURN.exec(text.slice(block.start, Math.min(block.end, block.start + LABEL_LENGTH)));
    if (match?.[1] === undefined) continue;
    turns.set(b, { start: block.start + match[0].length, end: block.end });
    counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
  }
  const spoken = [...turns.values()].reduce((sum, { start, end }) => sum + end - start, 0);
  const repeated = [...counts.values()].filter((count) => count >= REPEATED).length;
  return turns.size >= TURNS && repeated >= 2 && spoken > SHARE * text.length ? turns : new Map();
}
