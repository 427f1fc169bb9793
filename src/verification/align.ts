import type { Claim } from "./claim.ts";
import { hidesNegation } from "./negation.ts";
import type { RecordedRun } from "./recorded.ts";

/** One step of a comparison; `claim` and `word` are indices of words. A gap is one that the claim marks. */
export type AlignmentStep =
  | { op: "equal"; claim: number; word: number; source: RecordedRun; stretch: number }
  | { op: "delete"; word: number; source: RecordedRun; stretch: number }
  | { op: "insert"; claim: number }
  | { op: "gap"; gap: number };

export interface Alignment {
  steps: AlignmentStep[];
  /** From 0 to 1: 1 less the words changed, by the words of the longer side. */
  score: number;
  /** Whether a marked gap skips a negative word. */
  hidesNegation: boolean;
}

const STOP = 0;
const TAKE = 1;
const INSERT = 2;
const DELETE = 3;
const PASS = 4;

/** The cost of a step. */
export interface Costs {
  /** A word of the claim that the source does not have, added or in place of one of the source's words. */
  change: number;
  /** A word of the source that is left out without a mark. */
  omit: number;
}
const EQUAL_COSTS: Costs = { change: 1, omit: 1 };

/**
 * Finds the part of a source that is closest to a claim: the fewest words changed, left out or added (Levenshtein distance
 * over words, of the whole claim against any part of the source). Words skipped at a gap that the claim marks cost nothing.
 * Time and memory grow with the product of both lengths; the caller bounds it.
 *
 * @returns `null` when no word is equal
 */
export function align(claim: Claim, claimIds: Int32Array, source: RecordedRun, costs = EQUAL_COSTS): Alignment | null {
  const places = placesOf(source);
  const ids = places.map(({ word }) => source.recorded.ids[word] ?? -1);
  const gapAt = new Map(claim.gaps.map(({ before }, gap) => [before, gap]));
  const { moves, end } = cheapest(claimIds, ids, gapAt, costs);
  const steps: AlignmentStep[] = [];
  let row = claimIds.length;
  let column = end;
  let equal = 0;
  let used = 0;
  let changed = 0;
  let marked = row;
  for (;;) {
    if (row < marked && gapAt.has(row)) {
      steps.push({ op: "gap", gap: gapAt.get(row) ?? 0 });
      marked = row;
    }
    const move = moves[row * (ids.length + 1) + column];
    if (move === STOP) break;
    const place = places[column - 1];
    if (move === INSERT) {
      steps.push({ op: "insert", claim: --row });
      changed += 1;
    } else if (place === undefined) throw new Error("expected a move inside the source");
    else if (move === PASS) column -= 1;
    else if (move === DELETE) {
      steps.push({ op: "delete", source, ...place });
      changed += 1;
      used += 1;
      column -= 1;
    } else {
      row -= 1;
      column -= 1;
      used += 1;
      if (claimIds[row] === ids[column]) {
        steps.push({ op: "equal", claim: row, source, ...place });
        equal += 1;
      } else {
        steps.push({ op: "insert", claim: row }, { op: "delete", source, ...place });
        changed += 1;
      }
    }
  }
  if (equal === 0) return null;
  steps.reverse();
  return { steps, score: 1 - changed / Math.max(claimIds.length, used), hidesNegation: gapsHide(steps, source) };
}

/** Fills the table of moves, and finds where the cheapest way through the whole claim ends. */
function cheapest(claim: Int32Array, source: number[], gapAt: Map<number, number>, costs: Costs): { moves: Uint8Array; end: number } {
  const width = source.length + 1;
  const moves = new Uint8Array((claim.length + 1) * width);
  let above = new Uint32Array(width);
  let current = new Uint32Array(width);
  for (let row = 1; row <= claim.length; row += 1) {
    const word = claim[row - 1];
    const skipped = gapAt.has(row) ? 0 : costs.omit;
    const at = row * width;
    current[0] = row * costs.change;
    moves[at] = INSERT;
    for (let column = 1; column < width; column += 1) {
      let cost = (above[column - 1] ?? 0) + (word === source[column - 1] ? 0 : costs.change);
      let move = TAKE;
      const inserted = (above[column] ?? 0) + costs.change;
      if (inserted < cost) {
        cost = inserted;
        move = INSERT;
      }
      const left = (current[column - 1] ?? 0) + skipped;
      if (left < cost) {
        cost = left;
        move = skipped === 0 ? PASS : DELETE;
      }
      current[column] = cost;
      moves[at + column] = move;
    }
    [above, current] = [current, above];
  }
  let end = 0;
  for (let column = 1; column < width; column += 1) if ((above[column] ?? 0) < (above[end] ?? 0)) end = column;
  return { moves, end };
}

function placesOf({ stretches }: RecordedRun): { word: number; stretch: number }[] {
  return stretches.flatMap(({ from, to }, stretch) => Array.from({ length: to - from }, (_, index) => ({ word: from + index, stretch })));
}

function gapsHide(steps: AlignmentStep[], source: RecordedRun): boolean {
  const { recorded, stretches } = source;
  const { words, offsets, text } = recorded;
  const between = (first: number, second: number) => text.slice(offsets[2 * first + 1] ?? 0, offsets[2 * second] ?? 0);
  return steps.some((step, index) => {
    if (step.op !== "gap") return false;
    const before = steps.slice(0, index).findLast((one) => "word" in one);
    const after = steps.slice(index).find((one) => "word" in one);
    if (before === undefined || after === undefined) return false;
    const passed = stretches
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset))
      .filter((word) => word > before.word && word < after.word);
    const kept = [before.word, ...passed, after.word];
    return hidesNegation(
      passed.map((word, place) => ({ word: words[word] ?? "", before: between(kept[place] ?? word, word) })),
      between(kept.at(-2) ?? before.word, after.word),
    );
  });
}
