import type { AlignmentStep } from "./align.ts";
import type { Claim } from "./claim.ts";
import { contentWords } from "./content-words.ts";
import { endsSentence } from "./negation.ts";
import type { RecordedRun } from "./recorded.ts";

/** Words that a piece needs to count as taken from a quote: fewer agree by chance. */
export const MIN_PIECE = 4;
/** Words of a shorter piece, which counts when it is a whole sentence of the claim or the pieces cover the whole claim. */
export const MIN_SHORT_PIECE = 3;
/** Content words that a short piece needs when it is not a whole sentence. */
const MIN_SHORT_CONTENT = 2;
/** The most words of a claim that may consist of short pieces alone. */
const SHORT_CLAIM = 24;
/** Words of one quote that are skipped without a mark for its two ends to count as distant parts. */
const MIN_PASSED = 5;
/** How many words a run may be cut short by, for another piece to reach into it. */
const MAX_CUT = 24;
/** The most pieces of a claim. */
const MAX_PIECES = 6;

export interface Splice {
  steps: AlignmentStep[];
  /** From 0 to 1: the share of the claim's words that are in the pieces. */
  score: number;
  pieces: Piece[];
}

/** A run of a claim's words that is in one segment; `from` and `to` are indices of the claim's words, half open. */
interface Piece {
  from: number;
  to: number;
  /** Index of the source's word that is the first of the piece. */
  word: number;
  source: RecordedRun;
  stretch: number;
}

/** The longest run of words that ends at each word of a claim. */
type Runs = (Piece | undefined)[];

/**
 * Composes a claim from pieces of recorded quotes: of one quote, else of one article, else of several, whichever covers
 * most of the claim. Time grows with the pairs of equal words, which `budget` bounds.
 *
 * @param sources quotes, those of one article together
 * @returns `null` when it takes fewer than two pieces, or when one quote has it with only a few words left out between
 */
export function splice(claim: Claim, ids: Int32Array, sources: RecordedRun[], budget: { pairs: number }): Splice | null {
  const sentences = sentencesOf(claim);
  const standsAlone = (from: number, to: number) => to - from >= MIN_PIECE || holdsSentence(sentences, from, to);
  const found = spliceOf(claim, ids, sources, budget, standsAlone);
  if (found?.score === 1 || ids.length > SHORT_CLAIM) return found;
  const words = claim.words.map(({ word }) => word);
  const tells = (from: number, to: number) =>
    standsAlone(from, to) || (to - from >= MIN_SHORT_PIECE && contentWords(words.slice(from, to)) >= MIN_SHORT_CONTENT);
  const close = spliceOf(claim, ids, sources, budget, tells);
  return close?.score === 1 ? close : found;
}

/** The sentences of a claim: for the index one past the last word of each, the index of its first word. */
function sentencesOf({ words, gaps, text }: Claim): Map<number, number> {
  const gapped = new Set(gaps.map(({ before }) => before));
  const sentences = new Map<number, number>();
  let from = 0;
  for (let to = 1; to <= words.length; to += 1) {
    const next = words[to];
    if (next !== undefined && !gapped.has(to) && !endsSentence(text.slice(words[to - 1]?.end ?? 0, next.start))) continue;
    sentences.set(to, from);
    from = to;
  }
  return sentences;
}

function holdsSentence(sentences: Map<number, number>, from: number, to: number): boolean {
  return to - from >= MIN_SHORT_PIECE && from <= (sentences.get(to) ?? -1);
}

function spliceOf(
  claim: Claim,
  ids: Int32Array,
  sources: RecordedRun[],
  budget: { pairs: number },
  counts: (from: number, to: number) => boolean,
): Splice | null {
  const positions = positionsOf(ids);
  const gaps = new Set(claim.gaps.map(({ before }) => before));
  const whole: Runs = [];
  const covers: Piece[][] = [];
  for (const ofArticle of Map.groupBy(sources, ({ recorded }) => recorded).values()) {
    const runs: Runs = [];
    for (const source of ofArticle) {
      const own = runsIn(source, positions, gaps, ids.length, budget, counts);
      if (own === null) continue;
      covers.push(cover(own, ids.length, counts));
      merge(runs, own);
    }
    if (ofArticle.length > 1) covers.push(cover(runs, ids.length, counts));
    merge(whole, runs);
  }
  covers.push(cover(whole, ids.length, counts));
  const covered = (pieces: Piece[]) => pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  let best: Piece[] = [];
  for (const pieces of covers) if (covered(pieces) > covered(best)) best = pieces;
  if (best.length < 2 || best.length > MAX_PIECES || !apart(best, gaps)) return null;
  return { steps: stepsOf(best, claim), score: covered(best) / ids.length, pieces: best };
}

/** Whether two neighbouring pieces are from different quotes, in the wrong order, or far from each other. */
function apart(pieces: Piece[], gaps: Set<number>): boolean {
  return pieces.slice(1).some((piece, index) => {
    const before = pieces[index];
    if (before === undefined || before.source !== piece.source) return true;
    const passed = piece.word - (before.word + before.to - before.from);
    return passed < 0 || (passed >= MIN_PASSED && !gaps.has(piece.from));
  });
}

function positionsOf(ids: Int32Array): number[][] {
  const positions: number[][] = [];
  for (const [index, id] of ids.entries()) positions[id] = [index, ...(positions[id] ?? [])];
  return positions;
}

/** For each word of the claim the longest run that ends there and is in one segment of the source; `null` when no run counts. */
function runsIn(
  source: RecordedRun,
  positions: number[][],
  gaps: Set<number>,
  length: number,
  budget: { pairs: number },
  counts: (from: number, to: number) => boolean,
): Runs | null {
  const runs: Runs = [];
  const lengths = new Int32Array(length);
  const seen = new Int32Array(length).fill(-2);
  let useful = false;
  for (const [stretch, { from, to }] of source.stretches.entries()) {
    seen.fill(-2);
    for (let word = from; word < to; word += 1) {
      const id = source.recorded.ids[word] ?? -1;
      if (id < 0) continue;
      // From the last place to the first: a run is extended from the previous word's entry, which must not be overwritten yet.
      for (const index of positions[id] ?? []) {
        if (--budget.pairs < 0) return useful ? runs : null;
        const run = index > 0 && !gaps.has(index) && seen[index - 1] === word - 1 ? (lengths[index - 1] ?? 0) + 1 : 1;
        lengths[index] = run;
        seen[index] = word;
        if (run < MIN_SHORT_PIECE || run <= sizeOf(runs[index]) || !counts(index - run + 1, index + 1)) continue;
        useful = true;
        runs[index] = { from: index - run + 1, to: index + 1, word: word - run + 1, source, stretch };
      }
    }
  }
  return useful ? runs : null;
}

function merge(into: Runs, runs: Runs): void {
  for (const [index, run] of runs.entries()) if (run !== undefined && sizeOf(run) > sizeOf(into[index])) into[index] = run;
}

function sizeOf(run: Piece | undefined): number {
  return run === undefined ? 0 : run.to - run.from;
}

/** Covers as many words of the claim as runs, or their last words, can; with the fewest pieces that do. */
function cover(runs: Runs, length: number, counts: (from: number, to: number) => boolean): Piece[] {
  const best: { words: number; pieces: number; last: Piece | null }[] = [{ words: 0, pieces: 0, last: null }];
  for (let end = 1; end <= length; end += 1) {
    const run = runs[end - 1];
    let chosen = { ...(best[end - 1] ?? NOTHING), last: null as Piece | null };
    for (let cut = 0; run !== undefined && cut <= MAX_CUT && run.from + cut <= end - MIN_SHORT_PIECE; cut += 1) {
      const from = run.from + cut;
      const before = best[from] ?? NOTHING;
      const words = before.words + end - from;
      const isBetter = words > chosen.words || (words === chosen.words && before.pieces + 1 < chosen.pieces);
      if (isBetter && counts(from, end)) chosen = { words, pieces: before.pieces + 1, last: { ...run, from, word: run.word + cut } };
    }
    best.push(chosen);
  }
  const pieces: Piece[] = [];
  for (let end = length; end > 0; ) {
    const last = best[end]?.last ?? null;
    if (last !== null) pieces.push(last);
    end = last?.from ?? end - 1;
  }
  return pieces.reverse();
}

const NOTHING = { words: 0, pieces: 0 };

function stepsOf(pieces: Piece[], claim: Claim): AlignmentStep[] {
  const steps: AlignmentStep[] = [];
  const gapAt = new Map(claim.gaps.map(({ before }, gap) => [before, gap]));
  let next = 0;
  for (let index = 0; index < claim.words.length; index += 1) {
    const gap = gapAt.get(index);
    if (gap !== undefined) steps.push({ op: "gap", gap });
    while ((pieces[next]?.to ?? Infinity) <= index) next += 1;
    const piece = pieces[next];
    if (piece === undefined || index < piece.from) steps.push({ op: "insert", claim: index, kind: "words" });
    else steps.push({ op: "equal", claim: index, word: piece.word + index - piece.from, source: piece.source, stretch: piece.stretch });
  }
  return steps;
}
