import { analyse } from "./analyse.ts";
import { type Analysis, rangeOfTokens } from "./analysis.ts";
import type { Annotation, Document, FoundQuote, FoundSpeaker, TextRange } from "./document.ts";
import type { Mention } from "./language/en/grammar/mentions.ts";
import { draftQuotes, type QuoteDraft, wordsOfQuote } from "./quotes/quote-drafts.ts";
import { confidenceOf } from "./speakers/confidence.ts";
import { evidenceOf } from "./speakers/evidence.ts";
import { MentionResolver, type Speech } from "./speakers/mention-resolver.ts";
import { type Entity, speakerOf } from "./speakers/people/entities.ts";

/**
 * Finds who says what in a document: quotes, their segments, cues, mentions and speakers.
 *
 * @returns quotes in the order of their first segment; every offset is a UTF-16 index into `document.text`.
 */
export function annotate(document: Document): Annotation {
  const analysis = analyse(document);
  const resolver = new MentionResolver(analysis);
  const speakers = new QuotedSpeakers();
  const resolved = new Map<QuoteDraft, ResolvedMention>();
  let last: Entity | null = null;
  const drafts = draftQuotes(analysis);
  for (const draft of drafts) {
    const continued = draft.continued === null ? undefined : resolved.get(draft.continued);
    const known: ResolvedMention | null = draft.mention === null ? null : (continued ?? resolve(resolver, draft, draft.mention, last));
    if (known !== null) {
      resolved.set(draft, known);
      last = known.last;
    }
  }
  // A few words in marks make nobody a speaker who says nothing else.
  const speaking = new Set(drafts.flatMap((draft) => (draft.termlike ? [] : (resolved.get(draft)?.entities ?? []))));
  const quotes = drafts.map((draft) => {
    const known = resolved.get(draft) ?? null;
    const entities = known?.entities.filter((entity) => !draft.termlike || speaking.has(entity)) ?? [];
    return quoteOf(analysis, draft, known && { ...known, entities }, speakers);
  });
  return { quotes, speakers: speakers.list };
}

/** Whom a mention means, and the range of the phrase it stands in. */
interface ResolvedMention {
  entities: Entity[];
  /** The last of those it means, also when that is nobody who can be named: "he" may be him. */
  last: Entity | null;
  doubtful: boolean;
  range: TextRange | null;
}

/** The words of a quote, and who spoke before it. */
function speechOf(text: string, draft: QuoteDraft, previous: Entity | null): Speech {
  return { previous, words: wordsOfQuote(text, draft), segments: draft.segments };
}

/** Resolves the mention of a quote; the range of two people who speak together covers both. */
function resolve(resolver: MentionResolver, draft: QuoteDraft, mention: Mention, previous: Entity | null): ResolvedMention {
  const resolution = resolver.resolve(mention, speechOf(resolver.analysis.text, draft, previous));
  const { phrase, doubtful } = resolution;
  const entities = resolution.entities.filter(
    ({ speaking, type }) => speaking && (draft.cue !== null || (type !== "place" && !resolver.isOnlyAnOpening(mention))),
  );
  const partner = entities.length > 1 ? phrase.partner : null;
  const tokens = {
    first: Math.min(phrase.first, partner?.first ?? phrase.first),
    last: Math.max(phrase.last, partner?.last ?? phrase.last),
  };
  return {
    entities,
    last: resolution.entities.at(-1) ?? null,
    doubtful,
    range: rangeOfTokens(resolver.analysis, mention.sentence, tokens),
  };
}

function quoteOf(analysis: Analysis, draft: QuoteDraft, known: ResolvedMention | null, speakers: QuotedSpeakers): FoundQuote {
  const { kind, segments, mention, cue } = draft;
  const range = known?.range ?? null;
  const basis = basisOf(draft);
  return {
    kind,
    segments,
    speakers: known === null || range === null ? [] : speakers.add(known.entities, range),
    mention: range,
    cue: mention === null || cue === null ? null : rangeOfTokens(analysis, mention.sentence, cue),
    basis,
    confidence: basis === null || known === null ? null : confidenceOf(evidenceOf(analysis, draft, basis, known)),
  };
}

function basisOf({ mention, continued }: QuoteDraft): FoundQuote["basis"] {
  if (mention === null) return null;
  if (continued !== null) return "continued";
  return mention.kind === "name" || mention.kind === "role" ? mention.kind : "pronoun";
}

/** The people quoted so far, each entity once. */
class QuotedSpeakers {
  readonly #indices = new Map<Entity, number>();
  readonly #mentions: TextRange[][] = [];

  /** The speakers by their indices; what is known of them when the whole text has been read. */
  get list(): FoundSpeaker[] {
    return [...this.#indices.keys()].map((entity, index) => ({ ...speakerOf(entity), mentions: this.#mentions[index] ?? [] }));
  }

  /** Adds a mention of entities; gives their indices in the list. */
  add(entities: Entity[], mention: TextRange): number[] {
    return entities.map((entity) => {
      const index = this.#indices.get(entity) ?? this.#mentions.push([]) - 1;
      this.#indices.set(entity, index);
      const mentions = this.#mentions[index] as TextRange[];
      if (mentions.at(-1)?.start !== mention.start) mentions.push(mention);
      return index;
    });
  }
}
