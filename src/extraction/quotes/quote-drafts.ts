import type { Analysis, QuotedSpan } from "../analysis.ts";
import { rangeOfTokens } from "../analysis.ts";
import type { FoundQuote, TextRange } from "../document.ts";
import type { Mention } from "../language/en/grammar/mentions.ts";
import type { TokenRange } from "../language/en/tokens/tokens.ts";
import { type Attributed, attribute } from "../speakers/attribute.ts";
import type { Candidate } from "../speakers/candidates/candidates.ts";
import { isDenied } from "./indirect/denial.ts";
import { reportedClauses } from "./indirect/indirect.ts";
import { kindOf } from "./kinds.ts";
import { isNeverSpeech } from "./speech/never-speech.ts";
import { isTermlike } from "./termlike.ts";

/** A quote before its speaker is known beyond the words that name him there. */
export interface QuoteDraft {
  kind: FoundQuote["kind"];
  segments: TextRange[];
  mention: Mention | null;
  cue: TokenRange | null;
  /** The draft whose speaker goes on here. */
  continued: QuoteDraft | null;
  /** Whether it is a reported clause, not marked or labelled words. */
  reported: boolean;
  /** Probability of the choice of the mention and, for reported clauses, of the clause. */
  probability: number;
  /** Whether it is a few words that may as well be a term of the reporter's, or a name. */
  termlike: boolean;
}

/** The words of a quote in lower case, its segments joined by blanks. */
export function wordsOfQuote(text: string, { segments }: QuoteDraft): string {
  return segments.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(" ");
}

/** A marked span counts as speech from this probability on; chosen for the recall and precision of spans, see `npm run evaluate`. */
const SPEECH = 0.58;
/** The same for words cut off by a plain cue right beside them. */
const SPEECH_AT_CUE = 0.1;
/** The same for a few words of somebody's who is in doubt, or has no speech verb: they may be a term of the reporter's. */
const SPEECH_IN_DOUBT = 0.7;
/** Up to this probability the speaker is in doubt. */
const DOUBT = 0.9;
/** The same for a whole sentence of several words that stands by itself. */
const SPEECH_ALONE = 0.3;

/** The quotes of a text in the order of their first segment. */
export function draftQuotes(analysis: Analysis): QuoteDraft[] {
  const marked = markedDrafts(analysis);
  const taken = new Set(marked.map(verbKey));
  // A cue makes one quote: the unmarked rest of a sentence whose marked words it reports is not a second one.
  const reported = reportedDrafts(analysis).filter((draft) => !taken.has(verbKey(draft)) && !isDenied(analysis, draft.mention, draft.cue));
  return [...marked, ...reported].sort((a, b) => startOf(a) - startOf(b));
}

/** The quote that the next span may belong to: its last span, and the key of its cue. */
interface OpenQuote {
  draft: QuoteDraft;
  span: QuotedSpan;
  key: string | null;
}

/** How a span belongs to the quote before it. */
type Joint = "reopens" | "runs on" | "goes on" | "shares the cue";

/** Quotes with marks: spans that share a cue, and spans that go on without one, are one quote. */
function markedDrafts(analysis: Analysis): QuoteDraft[] {
  const drafts: QuoteDraft[] = [];
  let open: OpenQuote | null = null;
  for (const attributed of attribute(analysis)) {
    const joint: Joint | null = open === null ? null : jointOf(analysis, open, attributed);
    if (joint !== "reopens" && joint !== "runs on" && !isSpeech(analysis, attributed)) continue;
    if (isDenied(analysis, attributed.candidate.mention, attributed.candidate.cue)) open = null;
    else if (open !== null && joint !== null) extend(analysis, open, joint, attributed);
    else {
      open = begin(analysis, open, attributed);
      drafts.push(open.draft);
    }
  }
  return drafts;
}

/** Whether marked words are speech, not a title or a scare quote. */
function isSpeech(analysis: Analysis, attributed: Attributed): boolean {
  const span = analysis.spans[attributed.index] as QuotedSpan;
  if (isNeverSpeech(analysis, span)) return false;
  if (attributed.speech >= speechBound(analysis, span, attributed)) return true;
  const next = analysis.spans[attributed.index + 1];
  return next !== undefined && span.from === analysis.blocks[span.block]?.start && reopens(analysis, span, next);
}

/** From which probability on a span is speech. */
function speechBound(analysis: Analysis, span: QuotedSpan, { candidate, speaker }: Attributed): number {
  const words = analysis.text.slice(span.start, span.end);
  // "The figures," said X, "are worse": a few words cut off by a plain cue are speech all the same.
  if (isBesideCue(candidate, span) && /[,?!]$/.test(words)) return SPEECH_AT_CUE;
  if (standsAlone(analysis, span)) return SPEECH_ALONE;
  const few = !/(?:\S+\s+){4}/.test(words) && !/[.?!,]$/.test(words);
  return few && (candidate.cue === null || speaker <= DOUBT) ? SPEECH_IN_DOUBT : SPEECH;
}

/** “We have lived here since the war and we shall stay.” with nothing but quotes in its sentence. */
function standsAlone({ text, sentences }: Analysis, { start, end, sentence }: QuotedSpan): boolean {
  const words = text.slice(start, end);
  return sentences[sentence]?.onlyQuotes === true && /^\p{Lu}/u.test(words) && /[.!?…]$/.test(words) && /(?:\S+\s+){7}/.test(words);
}

/** “No,” said X; “No,” X replied: a plain speech verb with its subject, or any speech verb right behind the marks. */
function isBesideCue({ anchor, link, mention, cue }: Candidate, span: QuotedSpan): boolean {
  if (cue === null || mention === null || mention.sentence !== span.sentence) return false;
  if (anchor) return true;
  const first = Math.min(cue.first, mention.first);
  return first === span.token + 1 && /^right:link=(?:inverted|subject),/.test(link ?? "") && Math.abs(cue.first - mention.last) <= 1;
}

/** How a span belongs to the open quote, or `null` when it begins one of its own. */
function jointOf(analysis: Analysis, open: OpenQuote, attributed: Attributed): Joint | null {
  const span = analysis.spans[attributed.index] as QuotedSpan;
  if ((open.draft.cue === null || open.draft.continued !== null || span.style === "block") && reopens(analysis, open.span, span))
    return "reopens";
  if (span.runsOn && open.span.block === span.block - 1 && !open.span.closed) return "runs on";
  if (attributed.candidate.origin === "same") return goesOn(open.span, span) ? "goes on" : null;
  const key = cueKey(attributed);
  return key !== null && key === open.key && goesOn(open.span, span) ? "shares the cue" : null;
}

/**
 * Whether a span goes on with the quote before it: in its paragraph, or where that left its mark open. A paragraph that
 * closes its mark ends the quote: the next one may be somebody else's.
 */
function goesOn(last: QuotedSpan, span: QuotedSpan): boolean {
  return last.block === span.block || (!last.closed && last.style === span.style && span.block === last.block + 1);
}

/** Whether a span opens its paragraph where the one before ended without a closing mark: by convention the same quote. */
function reopens({ blocks }: Analysis, last: QuotedSpan, span: QuotedSpan): boolean {
  const opens = span.from === blocks[span.block]?.start && last.end === blocks[last.block]?.end;
  return (
    opens &&
    !last.closed &&
    span.label === undefined &&
    span.part === undefined &&
    last.style === span.style &&
    span.block === last.block + 1
  );
}

/** Adds a span to the open quote. The speaker of several paragraphs may be named only where the last one closes. */
function extend(analysis: Analysis, open: OpenQuote, joint: Joint, attributed: Attributed): void {
  const span = analysis.spans[attributed.index] as QuotedSpan;
  const { mention, cue } = attributed.candidate;
  open.draft.segments.push({ start: span.start, end: span.end });
  open.span = span;
  open.draft.termlike &&= isTermlike(analysis, attributed);
  if (joint === "reopens" && cue !== null && span.style !== "block") {
    Object.assign(open.draft, { mention, cue, continued: null, probability: attributed.speaker });
    open.key = cueKey(attributed);
  }
  if (kindOf(analysis, span) === "mixed") open.draft.kind = "mixed";
}

/** Begins a quote; without a cue of its own its speaker is that of the quote before. */
function begin(analysis: Analysis, before: OpenQuote | null, attributed: Attributed): OpenQuote {
  const span = analysis.spans[attributed.index] as QuotedSpan;
  const { candidate } = attributed;
  const continued = before !== null && takesOver(analysis, before, attributed) ? before : null;
  const draft: QuoteDraft = {
    kind: kindOf(analysis, span),
    segments: [{ start: span.start, end: span.end }],
    mention: continued?.draft.mention ?? candidate.mention,
    cue: continued?.draft.cue ?? candidate.cue,
    continued: continued?.draft ?? null,
    reported: false,
    probability: attributed.speaker,
    termlike: isTermlike(analysis, attributed),
  };
  return { draft, span, key: continued === null ? cueKey(attributed) : continued.key };
}

/** Whether a quote has its speaker from the one before: it has no cue, or that of the other's paragraph. */
function takesOver({ sentences, spans }: Analysis, before: OpenQuote, attributed: Attributed): boolean {
  const { origin, mention } = attributed.candidate;
  if (origin === "same") return true;
  const isAbove = mention !== null && (sentences[mention.sentence]?.block ?? 0) < (spans[attributed.index]?.block ?? 0);
  return isAbove && cueKey(attributed) === before.key;
}

/** One key for all spans of one cue, or of one mention without a cue; `null` without a mention. */
function cueKey({ candidate: { mention, cue } }: Attributed): string | null {
  return mention === null ? null : `${mention.sentence}:${cue?.first ?? `m${mention.first}`}`;
}

/** One key for all quotes of one verb, empty without one. */
function verbKey({ mention, cue }: QuoteDraft): string {
  return mention === null || cue === null ? "" : `${mention.sentence}:${cue.last}`;
}

function reportedDrafts(analysis: Analysis): QuoteDraft[] {
  return analysis.sentences.flatMap((_, sentence) =>
    reportedClauses(analysis, sentence).map(({ segments, mention, cue, probability }) => ({
      kind: "indirect" as const,
      segments: segments.flatMap((segment) => rangeOfTokens(analysis, sentence, segment) ?? []),
      mention,
      cue,
      continued: null,
      reported: true,
      probability,
      termlike: false,
    })),
  );
}

function startOf(draft: QuoteDraft): number {
  return draft.segments[0]?.start ?? 0;
}
