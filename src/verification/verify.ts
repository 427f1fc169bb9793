import type { SpeakerRef } from "../article/model/schema.ts";
import type { Searchable } from "../article/words/searchable.ts";
import { type Alignment, type AlignmentStep, align } from "./align.ts";
import type { Claim } from "./claim.ts";
import { ClaimWords } from "./claim-words.ts";
import { diffOf } from "./diff.ts";
import { isNegation } from "./negation.ts";
import { isNested } from "./nested.ts";
import { alignOmitted, MAX_CHANGED } from "./omission.ts";
import { type Recorded, type RecordedRun, recordedOf } from "./recorded.ts";
import { type ClaimedSpeaker, SpeakerCheck } from "./speakers.ts";
import { MIN_PIECE, MIN_SHORT_PIECE, splice } from "./splice.ts";
import { turnedBy } from "./surroundings.ts";
import { isSlip } from "./variants/word-keys.ts";
import {
  Difference,
  type DiffOperation,
  type Extent,
  MAX_MATCHES,
  type SpliceKind,
  type Verification,
  type VerificationMatch,
} from "./verification.ts";

/** The least scores that count. */
export interface Thresholds {
  /** Words of one place: 1 less the words changed, by the words of the longer side. */
  near: number;
  /** Pieces of several quotes: the share of the claim they cover. */
  spliced: number;
}

/** Chosen by `npm run bench:verification`, which prints what others would give. */
export const THRESHOLDS: Thresholds = { near: 0.6, spliced: 0.8 };
/** The most pairs of words that are compared for one claim: bounds its time. */
const MAX_PAIRS = 4_000_000;

/** What is said of a claim by the texts it was compared with. */
export type WordsAndSpeaker = Pick<
  Verification,
  "words" | "extent" | "difference" | "revision" | "speaker" | "doubt" | "mentioned" | "speakers" | "matches"
>;

/**
 * Compares a claimed quote with articles that may have it.
 *
 * @param candidates the likeliest first: those that exceed the time for a claim are not compared
 * @param asked who is claimed to have said it
 * @param thresholds for measuring other values than the chosen ones
 */
export function verify(claim: Claim, candidates: Searchable[], asked: ClaimedSpeaker | null, thresholds = THRESHOLDS): WordsAndSpeaker {
  const claimed = new ClaimWords(claim);
  const budget = { pairs: MAX_PAIRS };
  const articles = candidates.map((candidate) => recordedOf(candidate, claimed));
  const matches: VerificationMatch[] = [];
  for (const recorded of articles) matches.push(...matchesIn(recorded, claim, claimed, budget, thresholds.near));
  const best = Math.max(0, ...matches.map(({ words, score }) => (words === "exact" ? Infinity : score)));
  if (best < Infinity) matches.push(...spliced(articles, claim, claimed.ids, best, thresholds.spliced));
  const check = asked === null ? null : new SpeakerCheck(asked, candidates);
  const ranked = rank(matches, check);
  const [first] = ranked;
  return {
    words: first?.words ?? "none",
    extent: first?.extent ?? null,
    difference: first?.difference ?? null,
    revision: null,
    ...(check?.answer(first === undefined ? [] : ranked.filter((match) => isAsGood(match, first))) ?? NOT_ASKED),
    speakers: first?.speakers ?? [],
    matches: ranked.slice(0, MAX_MATCHES),
  };
}

/** The matches in one article: quotes and reporter's words that are close enough. */
function matchesIn(recorded: Recorded, claim: Claim, claimed: ClaimWords, budget: { pairs: number }, from: number): VerificationMatch[] {
  const matches: VerificationMatch[] = [];
  for (const source of recorded.sources) {
    const pairs = claimed.ids.length * source.length;
    if (pairs > budget.pairs || !near(source, claimed.ids, from)) continue;
    budget.pairs -= pairs;
    let alignment = align(claim, claimed, source);
    if (alignment !== null && alignment.score < from) alignment = abridged(source, claim, claimed);
    if (alignment === null) continue;
    const match = source.quote === null ? blockMatch(alignment, claim, matches) : quoteMatch(alignment, claim, source, from);
    if (match !== null) matches.push(match);
  }
  return matches;
}

function abridged(source: RecordedRun, claim: Claim, claimed: ClaimWords): Alignment | null {
  return source.quote !== null && near(source, claimed.ids, 1 - MAX_CHANGED) ? alignOmitted(claim, claimed, source) : null;
}

/** Whether a source has enough of the claim's words in any order, in the same or another form: much faster than a comparison. */
function near({ recorded, stretches }: RecordedRun, ids: Int32Array, from: number): boolean {
  const left = new Int32Array(ids.length);
  for (const id of ids) left[id] = (left[id] ?? 0) + 1;
  const { variants } = recorded;
  let shared = 0;
  for (const stretch of stretches) {
    for (let word = stretch.from; word < stretch.to; word += 1) {
      if (variants.size > 0) for (const { claimFrom, claimTo } of variants.get(word + 1) ?? []) shared += claimTo - claimFrom;
      const id = sharedId(recorded, word, left);
      if (id < 0) continue;
      left[id] = (left[id] ?? 0) - 1;
      shared += 1;
    }
  }
  return shared >= from * ids.length;
}

/** The number of a word of the claim that a word is equal or related to, and that is left; -1 when there is none. */
function sharedId({ ids, related }: Recorded, word: number, left: Int32Array): number {
  const id = ids[word] ?? -1;
  if (id >= 0 && left[id] !== 0) return id;
  const relations = related[word];
  return relations ? relations.findIndex((relation, other) => relation !== 0 && left[other] !== 0) : -1;
}

function quoteMatch(alignment: Alignment, claim: Claim, source: RecordedRun, from: number): VerificationMatch {
  const { steps, score, hidesNegation } = alignment;
  const kind = joinsSegments(steps) ? "segments" : null;
  const words = score === 1 && kind === null && !hidesNegation ? "exact" : "altered";
  // An abridgement is not the whole quote, even when it spans all of it.
  const extent = score >= from && steps.filter((step) => "word" in step).length === source.length ? "whole" : "part";
  return matchOf(alignment, claim, { words, extent, splice: kind });
}

/** A match of the reporter's words, or of a quote and the reporter's words together; `null` when the quote alone is as close. */
function blockMatch(alignment: Alignment, claim: Claim, others: VerificationMatch[]): VerificationMatch | null {
  const equal = alignment.steps.filter((step) => "word" in step).filter((step) => step.op === "equal" || step.kind !== "words");
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

/** Whether the claim joins the words of two segments without a mark. */
function joinsSegments(steps: AlignmentStep[]): boolean {
  return steps.some((step, index) => {
    const next = steps.slice(index + 1).find((one) => one.op !== "insert");
    return "word" in step && next !== undefined && "word" in next && next.stretch !== step.stretch;
  });
}

/** The match of a claim composed from pieces of quotes, when each piece explains enough more of it than the best single place. */
function spliced(articles: Recorded[], claim: Claim, ids: Int32Array, best: number, from: number): VerificationMatch[] {
  const quotes = articles.flatMap(({ sources }) => sources.filter(({ quote }) => quote !== null));
  const found = splice(claim, ids, quotes, { pairs: MAX_PAIRS });
  if (found === null || found.score < from) return [];
  // When the pieces cover the whole claim, a word where they meet may be in both quotes.
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
  const left = steps.flatMap((step) => (step.op === "delete" ? (step.source.recorded.words[step.word] ?? []) : []));
  const added = steps.flatMap((step) => (step.op === "insert" ? (claim.words[step.claim]?.word ?? []) : []));
  const rounded = Math.round(score * 1000) / 1000;
  return {
    ...verdict,
    score: rounded,
    difference: largest(diff),
    negation: hidesNegation || countNegations(left, added) !== countNegations(added, left),
    turned: turnedBy(stretches),
    nested: isNested(stretches),
    revision: null,
    speakers: [...speakers.values()],
    passages,
    diff,
  };
}

/** How many of some words are negative; one that the others have with a letter wrong ("wihout") is not lost. */
function countNegations(words: string[], others: string[]): number {
  return words.filter((word) => isNegation(word) && !others.some((other) => isSlip(word, other))).length;
}

const NOT_ASKED = { speaker: "not-asked", doubt: null, mentioned: null } as const;
const SURENESS = ["low", "medium", "high"];

/** Exact matches first, then by score; of equal ones those by the claimed speaker, then altered quotes, the surest attributions and whole quotes. */
function rank(matches: VerificationMatch[], check: SpeakerCheck | null): VerificationMatch[] {
  const key = (match: VerificationMatch) => [
    match.words === "exact" ? 1 : 0,
    match.score,
    check?.saidBy(match) ? 1 : 0,
    match.words === "altered" ? 1 : 0,
    Math.min(...match.passages.map(({ quote }) => SURENESS.indexOf(quote?.confidence ?? ""))),
    match.extent === "whole" ? 1 : 0,
  ];
  const keyed = matches.map((match) => ({ match, key: key(match) }));
  return keyed
    .sort((a, b) => b.key.map((value, index) => value - (a.key[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ match }) => match);
}

const DIFFERENCES = Difference.options;

/** The largest difference of a comparison. */
function largest(diff: DiffOperation[]): Difference | null {
  return DIFFERENCES.findLast((kind) => diff.some((one) => one.kind === kind)) ?? null;
}

function isAsGood(match: VerificationMatch, best: VerificationMatch): boolean {
  return match.words === best.words && match.score === best.score;
}
