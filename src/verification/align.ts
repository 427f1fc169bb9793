import { type Costs, cheapest, type Grid } from "./cheapest.ts";
import type { Claim } from "./claim.ts";
import { type ClaimWords, INFLECTION, SPELLING } from "./claim-words.ts";
import { endsSentence, hidesNegation } from "./negation.ts";
import type { RecordedRun } from "./recorded.ts";
import type { Difference } from "./verification.ts";

/**
 * One step of a comparison; `claim` and `word` are indices of words. A gap is one that the claim marks. Words that stand in
 * place of others are inserts and deletes next to each other, of one kind.
 */
export type AlignmentStep =
  | { op: "equal"; claim: number; word: number; source: RecordedRun; stretch: number }
  | { op: "delete"; word: number; source: RecordedRun; stretch: number; kind: Difference }
  | { op: "insert"; claim: number; kind: Difference }
  | { op: "gap"; gap: number };

export interface Alignment {
  steps: AlignmentStep[];
  /** From 0 to 1: 1 less the words changed, by the words of the longer side; see `WEIGHTS`. */
  score: number;
  /** Whether a marked gap skips a negative word. */
  hidesNegation: boolean;
}

/** How much of a changed word each kind of difference counts. */
const WEIGHTS: Record<Difference, number> = { spelling: 0.1, letter: 0.5, inflection: 0.5, words: 1 };
/** In twentieths of a changed word, as `WEIGHTS`. */
const EQUAL_COSTS: Costs = { change: 20, omit: 20, spelling: 2, other: 10 };

/**
 * Finds the part of a source that is closest to a claim: the fewest words changed, left out or added (Levenshtein distance
 * over words, of the whole claim against any part of the source); another spelling or form of a word counts as a part of
 * a change. Words skipped at a gap that the claim marks cost nothing. Time and memory grow with the product of both lengths;
 * the caller bounds it.
 *
 * @returns `null` when no word is equal or related
 */
export function align(claim: Claim, { ids }: ClaimWords, source: RecordedRun, costs = EQUAL_COSTS): Alignment | null {
  const places = placesOf(source);
  const gapAt = new Map(claim.gaps.map(({ before }, gap) => [before, gap]));
  const grid = gridOf(ids, source, places);
  const { way, end, isReplaced } = cheapest(grid, gapAt, costs);
  const steps: AlignmentStep[] = [];
  let row = ids.length;
  let column = end;
  // "… at the television" for "… at the radio": the claim's last words stand in place of recorded ones, as its first do.
  while (goesOn(places, column, source) && isReplaced(column)) column += 1;
  let kept = 0;
  let used = 0;
  let changed = 0;
  let marked = row;
  const insert = (kind: Difference) => steps.push({ op: "insert", claim: --row, kind });
  const remove = (kind: Difference) => {
    steps.push({ op: "delete", source, ...placeAt(places, --column), kind });
    used += 1;
  };
  for (;;) {
    if (row < marked && gapAt.has(row)) {
      steps.push({ op: "gap", gap: gapAt.get(row) ?? 0 });
      marked = row;
    }
    const move = way(row, column);
    if (move === null) break;
    const { rows, columns } = move;
    if (move.isPassed) column -= columns;
    else if (rows === 1 && columns === 1 && ids[row - 1] === grid.ids[column - 1]) {
      steps.push({ op: "equal", claim: --row, source, ...placeAt(places, --column) });
      used += 1;
      kept += 1;
    } else {
      const kind = kindOf(grid, row, column, move);
      if (kind !== "words") kept += 1;
      changed += WEIGHTS[kind] * Math.max(rows, columns);
      for (let count = 0; count < rows; count += 1) insert(kind);
      for (let count = 0; count < columns; count += 1) remove(kind);
    }
  }
  if (kept === 0) return null;
  steps.reverse();
  return { steps, score: 1 - changed / Math.max(ids.length, used), hidesNegation: gapsHide(steps, source) };
}

/** How the words of a step differ: those of the claim up to `row` from those of the source up to `column`. */
function kindOf(grid: Grid, row: number, column: number, { rows, columns }: { rows: number; columns: number }): Difference {
  if (rows === 0 || columns === 0) return "words";
  if (rows > 1 || columns > 1) return "spelling";
  if (grid.variants.get(row)?.some((one) => one.column === column && one.rows === 1 && one.columns === 1)) return "spelling";
  const relation = grid.related[column - 1]?.[grid.claim[row - 1] ?? -1] ?? 0;
  if (relation === 0) return "words";
  return relation === SPELLING ? "spelling" : relation === INFLECTION ? "inflection" : "letter";
}

interface Place {
  word: number;
  stretch: number;
}

function placesOf({ stretches }: RecordedRun): Place[] {
  return stretches.flatMap(({ from, to }, stretch) => Array.from({ length: to - from }, (_, index) => ({ word: from + index, stretch })));
}

/** Whether the sentence of the word in front of a place goes on there, and the quote that the word is in. */
function goesOn(places: Place[], column: number, { recorded: { text, offsets, marked } }: RecordedRun): boolean {
  const [last, next] = [places[column - 1], places[column]];
  if (last === undefined || next === undefined || last.stretch !== next.stretch || marked[last.word] !== marked[next.word]) return false;
  return !endsSentence(text.slice(offsets[2 * last.word + 1] ?? 0, offsets[2 * next.word] ?? 0));
}

function placeAt(places: Place[], column: number): Place {
  const place = places[column];
  if (place === undefined) throw new Error("expected a move inside the source");
  return place;
}

/** What a claim and a source are compared by. */
function gridOf(claim: Int32Array, { recorded, stretches }: RecordedRun, places: Place[]): Grid {
  const variants: Grid["variants"] = new Map();
  let first = 0;
  for (const { from, to } of stretches) {
    for (let end = from + 1; recorded.variants.size > 0 && end <= to; end += 1) {
      for (const variant of recorded.variants.get(end) ?? []) {
        if (variant.from < from) continue;
        const move = { column: first + end - from, rows: variant.claimTo - variant.claimFrom, columns: end - variant.from };
        variants.set(variant.claimTo, [...(variants.get(variant.claimTo) ?? []), move]);
      }
    }
    first += to - from;
  }
  return {
    claim,
    ids: places.map(({ word }) => recorded.ids[word] ?? -1),
    related: places.map(({ word }) => recorded.related[word] ?? null),
    variants,
  };
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
      { word: words[after.word] ?? "", before: between(kept.at(-2) ?? before.word, after.word) },
    );
  });
}
