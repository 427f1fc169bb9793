import { type Analysis, analyse, type QuotedSpan } from "./analysis.ts";
import type { Annotation, Document, FoundQuote, FoundSpeaker, TextRange } from "./document.ts";
import type { TokenRange } from "./language/en/tokens.ts";
import { isDenied } from "./quotes/denial.ts";
import { reportedClauses } from "./quotes/indirect.ts";
import { kindOf } from "./quotes/kinds.ts";
import { type Attributed, attribute } from "./speakers/attribute.ts";
import { Cast } from "./speakers/cast.ts";
import { confidenceOf } from "./speakers/confidence.ts";
import type { Mention } from "./speakers/mentions.ts";

/** A marked span counts as speech from this probability on; chosen for the recall and precision of spans, see `npm run evaluate`. */
const SPEECH = 0.43;

const SPEECH_AT_CUE = 0.1;

/** A quote before its speaker is known beyond the words that name him there. */
interface Draft {
  kind: FoundQuote["kind"];
  segments: TextRange[];
  mention: Mention | null;
  cue: TokenRange | null;
  /** The draft whose speaker goes on here. */
  continued: Draft | null;
  /** Whether it is a reported clause, not marked or labelled words. */
  reported: boolean;
  /** Probability of the choice of the mention and, for reported clauses, of the clause. */
  probability: number;
}

/**
 * Finds who says what in a document: quotes, their segments, cues, mentions and speakers.
 *
 * @returns quotes in the order of their first segment; every offset is a UTF-16 index into `document.text`.
 */
export function annotate(document: Document): Annotation {
  const analysis = analyse(document);
  const marked = markedDrafts(analysis);
  const taken = new Set(marked.map(cueKey));
  // A cue makes one quote: the unmarked rest of a sentence whose marked words it reports is no second one.
  const reported = reportedDrafts(analysis).filter((draft) => !taken.has(cueKey(draft)) && !isDenied(analysis, draft.mention, draft.cue));
  const drafts = [...marked, ...reported].sort((a, b) => start(a) - start(b));
  const cast = new Cast(analysis);
  const speakers = new Speakers(cast);
  const resolved = new Map<Draft, Resolved>();
  const quotes: FoundQuote[] = [];
  let last = -1;
  for (const draft of drafts) {
    const { mention, cue } = draft;
    const known: Resolved | null =
      mention === null ? null : ((draft.continued === null ? undefined : resolved.get(draft.continued)) ?? resolve(cast, mention, last));
    if (known !== null) resolved.set(draft, known);
    last = known?.entities.at(-1) ?? last;
    const basis = mention === null ? null : draft.continued !== null ? "continued" : basisOf(mention);
    quotes.push({
      kind: draft.kind,
      segments: draft.segments,
      speakers: known?.range == null ? [] : speakers.add(known.entities, known.range),
      mention: known?.range ?? null,
      cue: mention === null || cue === null ? null : rangeOf(analysis, mention.sentence, cue.first, cue.last),
      basis,
      confidence: basis === null ? null : confidenceOf(draft, basis, known?.doubtful ?? false),
    });
  }
  return { quotes, speakers: speakers.list };
}

/** Whom a mention means, and the range of the phrase it stands in. */
interface Resolved {
  entities: number[];
  doubtful: boolean;
  range: TextRange | null;
}

function resolve(cast: Cast, mention: Mention, last: number): Resolved {
  const { phrase, entities, doubtful } = cast.resolve(mention, last);
  const { partner } = phrase;
  const joint = partner !== null && entities.length > 1;
  const first = joint ? Math.min(phrase.first, partner.first) : phrase.first;
  const end = joint ? Math.max(phrase.last, partner.last) : phrase.last;
  return { entities, doubtful, range: rangeOf(cast.analysis, mention.sentence, first, end) };
}

/** Quotes with marks: spans that share a cue, and spans that go on without one, are one quote. */
function markedDrafts(analysis: Analysis): Draft[] {
  const drafts: Draft[] = [];
  let open = null as { draft: Draft; key: string; span: QuotedSpan } | null;
  for (const attributed of attribute(analysis)) {
    const span = analysis.spans[attributed.span] as QuotedSpan;
    // "The figures," said X, "are worse": a few words cut off by a plain cue are speech all the same.
    const cut = attributed.candidate.anchor && /[,?!]$/.test(analysis.text.slice(span.start, span.end));
    const runsOn = span.runsOn && open !== null && open.span.block === span.block - 1 && !open.span.closed;
    const reopened = open !== null && open.draft.cue === null && reopens(analysis, open.span, span);
    const next = analysis.spans[attributed.span + 1];
    const goesOn = next !== undefined && span.from === analysis.blocks[span.block]?.start && reopens(analysis, span, next);
    if (attributed.speech < (cut ? SPEECH_AT_CUE : SPEECH) && !runsOn && !reopened && !goesOn) continue;
    const { candidate } = attributed;
    if (isDenied(analysis, candidate.mention, candidate.cue)) {
      open = null;
      continue;
    }
    const key = keyOf(attributed);
    const same: boolean =
      open !== null && (runsOn || reopened || (candidate.origin === "same" ? joins(open.span, span) : key !== "" && key === open.key));
    if (open !== null && same) {
      open.draft.segments.push({ start: span.start, end: span.end });
      open.span = span;
      // The speaker of several paragraphs may be named only where the last one closes.
      if (reopened && candidate.cue !== null) {
        Object.assign(open.draft, { mention: candidate.mention, cue: candidate.cue, continued: null, probability: attributed.speaker });
        open.key = key;
      }
      if (kindOf(analysis, span) === "mixed") open.draft.kind = "mixed";
      continue;
    }
    const continued: Draft | null = candidate.origin === "same" ? (open?.draft ?? null) : null;
    const draft: Draft = {
      kind: kindOf(analysis, span),
      segments: [{ start: span.start, end: span.end }],
      mention: continued?.mention ?? candidate.mention,
      cue: continued?.cue ?? candidate.cue,
      continued,
      reported: false,
      probability: attributed.speaker,
    };
    drafts.push(draft);
    open = { draft, key: continued === null ? key : (open?.key ?? ""), span };
  }
  return drafts;
}

/** One key for all spans of one cue. */
function keyOf({ candidate }: Attributed): string {
  return candidate.mention === null ? "" : `${candidate.mention.sentence}:${candidate.cue?.first ?? `m${candidate.mention.first}`}`;
}

/** Whether a span without a cue of its own goes on with the quote before it: in its paragraph, or where that left its mark open. */
function joins(last: QuotedSpan, span: QuotedSpan): boolean {
  return last.block === span.block || (!last.closed && last.style === span.style && span.block === last.block + 1);
}

/** Whether a span opens its paragraph where the one before ended without a closing mark: by convention the same quote. */
function reopens({ blocks }: Analysis, last: QuotedSpan, span: QuotedSpan): boolean {
  const opens = span.from === blocks[span.block]?.start && last.end === blocks[last.block]?.end;
  return opens && !last.closed && last.style === span.style && span.block === last.block + 1;
}

function reportedDrafts(analysis: Analysis): Draft[] {
  return analysis.sentences.flatMap((_, index) =>
    reportedClauses(analysis, index).map((report) => ({
      kind: "indirect" as const,
      segments: report.segments.flatMap(({ first, last }) => rangeOf(analysis, index, first, last) ?? []),
      mention: report.mention,
      cue: report.cue,
      continued: null,
      reported: true,
      probability: report.probability,
    })),
  );
}

/** The people quoted so far, each entity once. */
class Speakers {
  readonly list: FoundSpeaker[] = [];
  readonly #indices = new Map<number, number>();
  readonly #cast: Cast;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  add(entities: number[], mention: TextRange): number[] {
    return entities.map((entity) => {
      let index = this.#indices.get(entity);
      if (index === undefined) {
        index = this.list.push({ ...this.#cast.speaker(entity), mentions: [] }) - 1;
        this.#indices.set(entity, index);
      }
      const { mentions } = this.list[index] as FoundSpeaker;
      if (mentions.at(-1)?.start !== mention.start) mentions.push(mention);
      return index;
    });
  }
}

function basisOf(mention: Mention): NonNullable<FoundQuote["basis"]> {
  return mention.kind === "name" ? "name" : mention.kind === "role" ? "role" : "pronoun";
}

function cueKey({ mention, cue }: Draft): string {
  return mention === null || cue === null ? "" : `${mention.sentence}:${cue.last}`;
}

function start(draft: Draft): number {
  return draft.segments[0]?.start ?? 0;
}

function rangeOf(analysis: Analysis, sentence: number, first: number, last: number): TextRange | null {
  const tokens = analysis.sentences[sentence]?.tokens;
  const [from, to] = [tokens?.[first]?.start, tokens?.[last - 1]?.end];
  return from === undefined || to === undefined ? null : { start: from, end: to };
}
