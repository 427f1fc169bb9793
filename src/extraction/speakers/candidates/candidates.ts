import type { Analysis, QuotedSpan } from "../../analysis.ts";
import { firstMentionFrom, type Mention } from "../../language/en/grammar/mentions.ts";
import type { VerbSubjects } from "../../language/en/grammar/verb-subjects.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { followsSignature } from "../../quotes/signatures.ts";
import type { Features } from "../features.ts";
import { type StatedSource, statedSource } from "../sources/stated-source.ts";
import { continuingFeatures, mentionFeatures, nobodyFeatures } from "./candidate-features.ts";
import type { CandidateView, Side } from "./candidate-view.ts";
import { linkOf, verbOf } from "./mention-links.ts";

/** Somebody who may have said a quoted span, the words that say so, and the named features the ranker weighs. */
export interface Candidate {
  /** "same" when the speaker before goes on, "none" when nobody is named: the two candidates without a mention. */
  origin: Side | "same" | "none";
  mention: Mention | null;
  /** The words that report, in the mention's sentence. */
  cue: TokenRange | null;
  /** How the mention goes with its verb, as a feature; `null` without a mention. */
  link: string | null;
  /** Whether it is the subject of a plain speech verb right beside it. */
  anchor: boolean;
  features: Features;
}

/** How far from a span a mention may stand; keeps time linear in hostile text. */
const REACH = 80;
const MENTIONS = 10;
/** The same for the sentences before and after. */
const NEIGHBOURS = 5;

/**
 * Every mention near the span, the speaker before it, and nobody; where grammar leaves no doubt who speaks, that one alone.
 *
 * @param all gives all of them there too, to learn from.
 */
export function candidatesOf(analysis: Analysis, index: number, all = false): Candidate[] {
  const span = analysis.spans[index] as QuotedSpan;
  const sentence = analysis.sentences[span.sentence];
  if (sentence === undefined) return [];
  const frame = frameOf(analysis, span, sentence);
  const source = statedSource(analysis, index);
  if (!all && source?.feature === "rule:stated" && source.mention !== null)
    return [statedCandidate(analysis, span, frame, source.mention, source)];
  const found = nearMentions(analysis, span).flatMap(([side, mentions]) =>
    mentions.map((mention, rank) => candidateOf(analysis, { span, frame, side, rank, mention })),
  );
  markAnchors(found, span.sentence);
  const unnamed = { mention: null, cue: null, link: null, anchor: false };
  if (index > 0) found.push({ ...unnamed, origin: "same", features: continuingFeatures(analysis, index, sentence, frame) });
  found.push({ ...unnamed, origin: "none", features: nobodyFeatures(span, index, frame) });
  if (source !== null) markStated(analysis, span, frame, found, source);
  return found;
}

/** Adds a rule's feature, and its cue, to the candidate that grammar names; makes that candidate when it is not among those near. */
function markStated(analysis: Analysis, span: QuotedSpan, frame: string, candidates: Candidate[], source: StatedSource): void {
  const { mention, cue, feature, continues } = source;
  const unnamed = continues ? "same" : "none";
  const known = candidates.find((one) => (mention === null ? one.origin === unnamed : one.mention === mention));
  if (known !== undefined) {
    known.cue = cue;
    known.features.addRule(feature);
  } else if (mention !== null) candidates.push(statedCandidate(analysis, span, frame, mention, source));
}

function statedCandidate(analysis: Analysis, span: QuotedSpan, frame: string, mention: Mention, source: StatedSource): Candidate {
  const inside = mention.first < span.token ? "left" : "right";
  const side = mention.sentence > span.sentence ? "after" : mention.sentence < span.sentence ? "before" : inside;
  const candidate = candidateOf(analysis, { span, frame, side, rank: 0, mention });
  candidate.features.addRule(source.feature);
  return { ...candidate, cue: source.cue };
}

function candidateOf(analysis: Analysis, near: Pick<CandidateView, "span" | "frame" | "side" | "rank" | "mention">): Candidate {
  const { side, mention } = near;
  const sentence = analysis.sentences[mention.sentence] as Sentence;
  const subjects = analysis.subjects[mention.sentence] as VerbSubjects;
  const link = linkOf(sentence, mention, subjects);
  const verb = verbOf(sentence, link);
  const anchor = verb.class === "plain" && (link.type === "inverted" || (link.type === "subject" && link.path === ""));
  const features = mentionFeatures({ ...near, sentence, subjects, link, verb });
  return { origin: side, mention, cue: link.cue, link: `${side}:link=${link.type},${verb.class}`, anchor, features };
}

/** Tells every candidate whether it, or another one of the quote's own sentence, stands right beside a plain speech verb. */
function markAnchors(candidates: Candidate[], sentence: number): void {
  const anchored = candidates.some((candidate) => candidate.anchor && candidate.mention?.sentence === sentence);
  for (const { origin, mention, anchor, features } of candidates) {
    const own = mention?.sentence === sentence;
    features.addOwn("anchor", anchor ? "self" : anchored ? "other" : "none", own, origin);
  }
}

/** The mentions near a span, those of each side in the order of their distance. */
function nearMentions(analysis: Analysis, span: QuotedSpan): [Side, Mention[]][] {
  const { sentence: s, token } = span;
  const sentence = analysis.sentences[s] as Sentence;
  const own = analysis.mentions[s] ?? [];
  const split = firstMentionFrom(own, token + 1);
  const left = followsSignature(analysis, span) ? [] : own.slice(Math.max(0, split - MENTIONS), split).toReversed();
  const right = own.slice(split, split + MENTIONS);
  // The neighbours matter only to a quote that opens or ends its sentence, or whose own sentence reports nothing.
  const bare = sentence.core !== "V";
  const opens = bare || sentence.firstWord > token;
  const ends = bare || token >= sentence.tokens.length - 3;
  return [
    ["left", left.filter((mention) => token - mention.last < REACH)],
    ["right", right.filter((mention) => mention.first - token < REACH)],
    ["before", opens ? subjectAndLast(analysis.mentions[s - 1] ?? []).toReversed() : []],
    ["after", ends ? (analysis.mentions[s + 1] ?? []).slice(0, NEIGHBOURS) : []],
  ];
}

/** Of the sentence before, its subject and what stands right before the quote. */
function subjectAndLast(mentions: Mention[]): Mention[] {
  return mentions.length <= NEIGHBOURS ? mentions : [...mentions.slice(0, NEIGHBOURS - 2), ...mentions.slice(-2)];
}

/** What stands around the span in its sentence, in a few letters: "^V," opens a sentence with a speech verb and ends with a comma. */
function frameOf(analysis: Analysis, span: QuotedSpan, sentence: Sentence): string {
  const place = sentence.firstWord > span.token ? "^" : "_";
  const last = analysis.text[span.end - 1] ?? "";
  return `${place}${sentence.core}${/[.?!…]/.test(last) ? "." : last === "," ? "," : "w"}`;
}
