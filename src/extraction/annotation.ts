import { type Analysis, analyse, type Span } from "./analysis.ts";
import { type Attributed, attribute } from "./attribution.ts";
import type { Annotation, Document, FoundQuote, FoundSpeaker, Range } from "./document.ts";
import type { Mention } from "./mentions.ts";
import { type Cast, castOf } from "./speakers.ts";

const SPEECH = 0.4;

/**
 * Finds who says what in a document: quotes, their segments, cues, mentions and speakers.
 *
 * @returns quotes in the order of their first segment; every offset is a UTF-16 index into `document.text`.
 */
export function annotate(document: Document): Annotation {
  const analysis = analyse(document);
  const cast = castOf(analysis);
  const quotes: FoundQuote[] = [];
  const speakers = new Speakers(cast);
  let open: { quote: FoundQuote; key: string; attributed: Attributed; entity: number } | null = null;
  for (const attributed of attribute(analysis)) {
    if (attributed.speech < SPEECH) continue;
    const span = analysis.spans[attributed.span] as Span;
    const segment: Range = { start: span.start, end: span.end };
    const { candidate } = attributed;
    const key = candidate.mention === null ? "" : `${candidate.mention.sentence}:${candidate.cue?.[0] ?? `m${candidate.mention.first}`}`;
    if (open !== null && (candidate.continues ? joins(analysis, open.attributed, span) : key !== "" && key === open.key)) {
      open.quote.segments.push(segment);
      open.attributed = { ...attributed, candidate: open.attributed.candidate };
      if (kindOf(analysis, span) === "mixed") open.quote.kind = "mixed";
      continue;
    }
    const source: Attributed = candidate.continues && open !== null ? { ...open.attributed, span: attributed.span } : attributed;
    const { mention, cue } = source.candidate;
    const entity: number =
      mention === null ? -1 : candidate.continues && open !== null ? open.entity : cast.resolve(mention, open?.entity ?? -1);
    const range = mention === null ? null : rangeOf(analysis, mention.sentence, mention.first, mention.last);
    const quote: FoundQuote = {
      kind: kindOf(analysis, span),
      segments: [segment],
      speakers: range === null ? [] : speakers.add(entity, range),
      mention: range,
      cue: mention === null || cue === null ? null : rangeOf(analysis, mention.sentence, cue[0], cue[1]),
      basis: range === null ? null : candidate.continues ? "continued" : basisOf(mention),
      confidence: range === null ? null : attributed.speaker > 0.9 ? "high" : attributed.speaker > 0.6 ? "medium" : "low",
    };
    quotes.push(quote);
    open = { quote, key, attributed: source, entity };
  }
  return { quotes, speakers: speakers.list };
}

/** The people quoted so far, each entity once. */
class Speakers {
  readonly list: FoundSpeaker[] = [];
  readonly #indices = new Map<number, number>();
  readonly #cast: Cast;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  add(entity: number, mention: Range): number[] {
    if (entity < 0) return [];
    let index = this.#indices.get(entity);
    if (index === undefined) {
      index = this.list.length;
      this.#indices.set(entity, index);
      this.list.push({ ...this.#cast.speaker(entity), mentions: [] });
    }
    const { mentions } = this.list[index] as FoundSpeaker;
    if (!mentions.some((known) => known.start === mention.start)) mentions.push(mention);
    return [index];
  }
}

/** Whether a span without a cue of its own goes on with the quote before it: in its paragraph, or where that left its mark open. */
function joins(analysis: Analysis, before: Attributed, span: Span): boolean {
  const last = analysis.spans[before.span] as Span;
  return last.block === span.block || (!last.closed && last.style === span.style && span.block === last.block + 1);
}

function basisOf(mention: Mention | null): FoundQuote["basis"] {
  if (mention === null) return null;
  return mention.kind === "name" ? "name" : mention.kind === "role" ? "role" : "pronoun";
}

/** Direct when the marked words stand for themselves; mixed when they are part of a sentence of the reporter's. */
function kindOf(analysis: Analysis, span: Span): "direct" | "mixed" {
  const sentence = analysis.sentences[span.sentence];
  const before = sentence?.classes[span.token - 1] ?? "^";
  const upper = /^[^\p{Ll}]/u.test(analysis.text.slice(span.start, span.start + 1));
  return "^,:-Q.".includes(before) && (upper || before === "^") ? "direct" : "mixed";
}

function rangeOf(analysis: Analysis, sentence: number, first: number, last: number): Range | null {
  const tokens = analysis.sentences[sentence]?.tokens;
  const [start, end] = [tokens?.[first]?.start, tokens?.[last - 1]?.end];
  return start === undefined || end === undefined ? null : { start, end };
}
