import { SPELLING } from "./claim-words.ts";
import { MAX_VARIANT } from "./variants/variants.ts";

/** The cost of a step. */
export interface Costs {
  /** A word of the claim that the source does not have, added or in place of one of the source's words. */
  change: number;
  /** A word of the source that is left out without a mark. */
  omit: number;
  /** A word in another spelling; several words that one stands for count as one each. */
  spelling: number;
  /** A word in another form, or with another letter. */
  other: number;
}

/** The words of a claim against the words of a source, as numbers. */
export interface Grid {
  claim: Int32Array;
  /** The source's words: the number each has in the claim, or -1. */
  ids: number[];
  /** Which words of the claim each is another spelling or form of. */
  related: (Uint8Array | null)[];
  /** Words that stand for several, by the number of the claim's words up to their end; in ascending order of `column`. */
  variants: Map<number, VariantMove[]>;
}

interface VariantMove {
  /** The number of the source's words up to their end. */
  column: number;
  rows: number;
  columns: number;
}

/** How many words of the claim and of the source a step takes; `isPassed` when a marked gap skips one. */
interface Move {
  rows: number;
  columns: number;
  isPassed: boolean;
}

const STOP = 0;
const TAKE = 1;
const INSERT = 2;
const DELETE = 3;
const PASS = 4;
const MOVES: (Move | null)[] = [
  null,
  { rows: 1, columns: 1, isPassed: false },
  { rows: 1, columns: 0, isPassed: false },
  { rows: 0, columns: 1, isPassed: false },
  { rows: 0, columns: 1, isPassed: true },
];
/** From here on codes of moves are places in a list of variants. */
const VARIANT = MOVES.length;
const MAX_CODE = 0xff;
/** Rows of costs that a step may look back to. */
const KEPT_ROWS = MAX_VARIANT + 1;

/**
 * Finds the cheapest way to turn a part of the source into the whole claim.
 *
 * @param gapAt the words of the claim that have a marked gap in front
 * @returns where the way ends in the source, and its step from each place backwards: `null` at its start. `isReplaced` is
 * whether the way may end one word further on for the same cost: with that word in place of the claim's last one.
 */
export function cheapest(
  { claim, ids, related, variants }: Grid,
  gapAt: Map<number, number>,
  costs: Costs,
): { way: (row: number, column: number) => Move | null; end: number; isReplaced: (end: number) => boolean } {
  const width = ids.length + 1;
  const moves = new Uint8Array((claim.length + 1) * width);
  const kept = Array.from({ length: variants.size === 0 ? 2 : KEPT_ROWS }, () => new Uint32Array(width));
  const rowAt = (row: number) => kept[row % kept.length] as Uint32Array;
  for (let row = 1; row <= claim.length; row += 1) {
    const above = rowAt(row - 1);
    const current = rowAt(row);
    const word = claim[row - 1] as number;
    const skipped = gapAt.has(row) ? 0 : costs.omit;
    const ending = variants.get(row) ?? [];
    let next = 0;
    const at = row * width;
    current[0] = row * costs.change;
    moves[at] = INSERT;
    for (let column = 1; column < width; column += 1) {
      let change = costs.change;
      if (word === ids[column - 1]) change = 0;
      else {
        const relation = related[column - 1]?.[word];
        if (relation) change = relation === SPELLING ? costs.spelling : costs.other;
      }
      let cost = (above[column - 1] ?? 0) + change;
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
      for (; ending[next]?.column === column; next += 1) {
        const { rows, columns } = ending[next] as VariantMove;
        const varied = (rowAt(row - rows)[column - columns] ?? 0) + costs.spelling * Math.max(rows, columns);
        if (varied >= cost || VARIANT + next > MAX_CODE) continue;
        cost = varied;
        move = VARIANT + next;
      }
      current[column] = cost;
      moves[at + column] = move;
    }
  }
  const last = rowAt(claim.length);
  let end = 0;
  for (let column = 1; column < width; column += 1) if ((last[column] ?? 0) < (last[end] ?? 0)) end = column;
  const way = (row: number, column: number): Move | null => {
    const move = moves[row * width + column] ?? STOP;
    const variant = variants.get(row)?.[move - VARIANT];
    return move >= VARIANT && variant !== undefined ? { ...variant, isPassed: false } : (MOVES[move] ?? null);
  };
  const isReplaced = (from: number) => moves[claim.length * width + from + 1] === TAKE && last[from + 1] === last[from];
  return { way, end, isReplaced };
}
