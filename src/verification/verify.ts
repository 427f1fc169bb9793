import type { SpeakerRef } from "../article/model/schema.ts";
import type { Searchable } from "../article/words/searchable.ts";
import { type Alignment, align, type Step } from "./align.ts";
import type { Claim } from "./claim.ts";
import { diffOf } from "./diff.ts";
import { isNegation } from "./negation.ts";
import { isNested } from "./nested.ts";
import { alignOmitted, MAX_CHANGED } from "./omission.ts";
import { type Recorded, recordedOf, type Source, vocabularyOf } from "./recorded.ts";
import { MIN_PIECE, MIN_SHORT_PIECE, splice } from "./splice.ts";
import { turnedBy } from "./surroundings.ts";
import { type Extent, MAX_MATCHES, type SpliceKind, type Verification, type VerificationMatch } from "./verification.ts";

/** Scores from which on something counts. */
export interface Thresholds {
  /** Words of one place: 1 less the words changed, by the words of the longer side. */
  near: number;
  /** Pieces of several quotes: the share of the claim they cover. */
  spliced: number;
}

/** Chosen by `npm run bench:verification`, which prints what others would give. */
export const THRESHOLDS: Thresholds = { near: 0.6, spliced: 0.8 };
/** Asked for instead of an id when the name is no speaker's: whoever said the words, it was somebody else. */
export const NOBODY = "";
/** Pairs of words compared for one claim: what bounds its time. */
const MAX_PAIRS = 4_000_000;

type Answer = Pick<Verification, "words" | "extent" | "speaker" | "speakers" | "matches">;

/**
 * Compares a claimed quote with articles that may hold it.
 *
 * @param candidates the likeliest first: comparing ends when the claim has had its share of time
 * @param asked id of the speaker who is claimed to have said it, or `NOBODY`
 * @param thresholds for measuring others than the chosen ones
 */
export function verify(claim: Claim, candidates: Searchable[], asked: string | null, thresholds = THRESHOLDS): Answer {
  const vocabulary = vocabularyOf(claim);
  const ids = Int32Array.from(claim.words, ({ word }) => vocabulary.get(word) ?? -1);
  const budget = { pairs: MAX_PAIRS };
  const articles = candidates.map((candidate) => recordedOf(candidate, vocabulary));
  const matches: VerificationMatch[] = [];
  for (const recorded of articles) matches.push(...matchesIn(recorded, claim, ids, budget, thresholds.near));
  const best = Math.max(0, ...matches.map(({ words, score }) => (words === "exact" ? Infinity : score)));
  if (best < Infinity) matches.push(...spliced(articles, claim, ids, best, thresholds.spliced));
  const ranked = rank(matches, asked).slice(0, MAX_MATCHES);
  const [first] = ranked;
  return {
    words: first?.words ?? "none",
    extent: first?.extent ?? null,
    speaker: speakerAnswer(first, asked),
    speakers: first?.speakers ?? [],
    matches: ranked,
  };
}

/** What one article has: each quote that is near enough, and the reporter's words that are. */
function matchesIn(recorded: Recorded, claim: Claim, ids: Int32Array, budget: { pairs: number }, from: number): VerificationMatch[] {
  const matches: VerificationMatch[] = [];
  for (const source of recorded.sources) {
    const pairs = ids.length * source.length;
    if (pairs > budget.pairs || !near(source, ids, from)) continue;
    budget.pairs -= pairs;
    let alignment = align(claim, ids, source);
    if (alignment !== null && alignment.score < from) alignment = abridged(source, claim, ids);
    if (alignment === null) continue;
    const match = source.quote === null ? blockMatch(alignment, claim, matches) : quoteMatch(alignment, claim, source, from);
    if (match !== null) matches.push(match);
  }
  return matches;
}

function abridged(source: Source, claim: Claim, ids: Int32Array): Alignment | null {
  return source.quote !== null && near(source, ids, 1 - MAX_CHANGED) ? alignOmitted(claim, ids, source) : null;
}

/** Whether a source has enough of the claim's words at all; much quicker than to compare them in order. */
function near({ recorded, stretches }: Source, ids: Int32Array, from: number): boolean {
  const left = new Map<number, number>();
  for (const id of ids) left.set(id, (left.get(id) ?? 0) + 1);
  let shared = 0;
  for (const stretch of stretches) {
    for (let word = stretch.from; word < stretch.to; word += 1) {
      const id = recorded.ids[word] ?? -1;
      const more = left.get(id) ?? 0;
      if (more === 0) continue;
      left.set(id, more - 1);
      shared += 1;
    }
  }
  return shared >= from * ids.length;
}

function quoteMatch(alignment: Alignment, claim: Claim, source: Source, from: number): VerificationMatch {
  const { steps, score, hidesNegation } = alignment;
  const kind = joinsSegments(steps) ? "segments" : null;
  const words = score === 1 && kind === null && !hidesNegation ? "exact" : "altered";
  // What is only an abridgement is no whole quote even when it passes over all of it.
  const extent = score >= from && steps.filter((step) => "word" in step).length === source.length ? "whole" : "part";
  return matchOf(alignment, claim, { words, extent, splice: kind });
}

/** The reporter's words; or a quote and the reporter's words as if they were one, unless the quote alone comes as near. */
function blockMatch(alignment: Alignment, claim: Claim, others: VerificationMatch[]): VerificationMatch | null {
  const equal = alignment.steps.filter((step) => step.op === "equal");
  const marked = equal.filter(({ word, source }) => source.recorded.marked[word] === 1).length;
  if (2 * marked < equal.length) return matchOf(alignment, claim, { words: "reported", extent: null, splice: null });
  const match = matchOf(alignment, claim, { words: "altered", extent: null, splice: "narration" });
  const same = others.some(
    ({ score, passages }) => score >= match.score && passages.some((one) => match.passages.some((other) => overlap(one, other))),
  );
  return same ? null : match;
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether words on both sides of a seam between two segments follow each other without a mark. */
function joinsSegments(steps: Step[]): boolean {
  return steps.some((step, index) => {
    const next = steps.slice(index + 1).find((one) => one.op !== "insert");
    return "word" in step && next !== undefined && "word" in next && next.stretch !== step.stretch;
  });
}

/** A claim put together from pieces of quotes, when each piece explains so much more of it than the best single place does. */
function spliced(articles: Recorded[], claim: Claim, ids: Int32Array, best: number, from: number): VerificationMatch[] {
  const quotes = articles.flatMap(({ sources }) => sources.filter(({ quote }) => quote !== null));
  const found = splice(claim, ids, quotes, { pairs: MAX_PAIRS });
  if (found === null || found.score < from) return [];
  // Where nothing is left over, a word at the seam may stand in both quotes.
  const smallest = found.score === 1 ? MIN_SHORT_PIECE - 1 : Math.min(MIN_PIECE, ...found.pieces.map((piece) => piece.to - piece.from));
  if (Math.round((found.score - best) * ids.length) < smallest * (found.pieces.length - 1)) return [];
  const sources = new Set(found.pieces.map(({ source }) => source));
  const origins = new Set(found.pieces.map(({ source }) => source.recorded));
  const kind = origins.size > 1 ? "articles" : sources.size > 1 ? "quotes" : "quote";
  const extent = kind === "quote" ? "part" : null;
  return [matchOf({ ...found, hidesNegation: false }, claim, { words: "altered", extent, splice: kind })];
}

function matchOf(
  { steps, score, hidesNegation }: Alignment,
  claim: Claim,
  verdict: { words: VerificationMatch["words"]; extent: Extent | null; splice: SpliceKind | null },
): VerificationMatch {
  const { passages, stretches, diff } = diffOf(steps, claim);
  const speakers = new Map<string, SpeakerRef>(
    passages.flatMap(({ quote }) => quote?.speakers ?? []).map((speaker) => [speaker.id, speaker]),
  );
  const denied = steps.filter((step) => step.op === "delete" && isNegation(step.source.recorded.words[step.word] ?? "")).length;
  const denying = steps.filter((step) => step.op === "insert" && isNegation(claim.words[step.claim]?.word ?? "")).length;
  const rounded = Math.round(score * 1000) / 1000;
  return {
    ...verdict,
    score: rounded,
    negation: hidesNegation || denied !== denying,
    turned: turnedBy(stretches),
    nested: isNested(stretches),
    speakers: [...speakers.values()],
    passages,
    diff,
  };
}

/** Exact ones first, then by score; of equal ones those by the speaker asked for, then whole quotes, then in the order they came. */
function rank(matches: VerificationMatch[], asked: string | null): VerificationMatch[] {
  const key = (match: VerificationMatch) => [
    match.words === "exact" ? 1 : 0,
    match.score,
    saidBy(match, asked) ? 1 : 0,
    match.words === "altered" ? 1 : 0,
    match.extent === "whole" ? 1 : 0,
  ];
  const keyed = matches.map((match) => ({ match, key: key(match) }));
  return keyed
    .sort((a, b) => b.key.map((value, index) => value - (a.key[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ match }) => match);
}

/** Whether everything that was said is by this speaker. */
function saidBy({ passages }: VerificationMatch, speaker: string | null): boolean {
  const quotes = passages.flatMap(({ quote }) => (quote === null ? [] : [quote]));
  return quotes.length > 0 && quotes.every(({ speakers }) => speakers.some(({ id }) => id === speaker));
}

function speakerAnswer(best: VerificationMatch | undefined, asked: string | null): Answer["speaker"] {
  if (asked === null) return "not-asked";
  if (best === undefined || best.speakers.length === 0) return "unattributed";
  return saidBy(best, asked) ? "match" : "mismatch";
}
