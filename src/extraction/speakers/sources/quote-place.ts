import type { Analysis, QuotedSpan } from "../../analysis.ts";
import { firstMentionFrom, type Mention } from "../../language/en/grammar/mentions.ts";
import type { VerbSubjects } from "../../language/en/grammar/verb-subjects.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";

/** Who said a quoted span beyond doubt, as far as grammar goes: `mention` is `null` when the words have no known source. */
export interface Source {
  mention: Mention | null;
  cue: TokenRange | null;
}

/** A quoted span in its sentence. */
export interface QuotePlace {
  analysis: Analysis;
  /** Its index among the spans of the document. */
  number: number;
  span: QuotedSpan;
  sentence: Sentence;
  mentions: Mention[];
  subjects: VerbSubjects;
}

/** How far from a span its source is looked for, in tokens. */
export const SOURCE_REACH = 40;

/** The place of a span, or `null` outside sentences. */
export function quotePlaceOf(analysis: Analysis, number: number): QuotePlace | null {
  const span = analysis.spans[number] as QuotedSpan;
  const [sentence, mentions, subjects] = [
    analysis.sentences[span.sentence],
    analysis.mentions[span.sentence],
    analysis.subjects[span.sentence],
  ];
  if (sentence === undefined || mentions === undefined || subjects === undefined) return null;
  return { analysis, number, span, sentence, mentions, subjects };
}

/** The words from one token up to another, in lower case, with a blank before and after: " as holt put it ". */
export function wordsBetween({ tokens }: Sentence, first: number, last: number): string {
  let words = " ";
  for (let t = Math.max(0, first); t < last && t < tokens.length; t += 1) words += `${tokens[t]?.lower} `;
  return words;
}

/** The mention that begins at a token, a possessive before it passed over: "her office". */
export function mentionAt({ mentions, sentence }: QuotePlace, token: number): Mention | null {
  const found = mentions[firstMentionFrom(mentions, token)];
  if (found?.first === token) return found;
  return found?.first === token + 1 && sentence.classes[token] === "O" ? found : null;
}

/** The mention that ends right before a token. */
export function mentionBefore({ mentions }: QuotePlace, token: number): Mention | null {
  const found = mentions[firstMentionFrom(mentions, token) - 1];
  return found?.last === token ? found : null;
}

/** Whose something is: the possessor in "Ann Lee's claim" (not the claim), the pronoun in "her claim". */
export function possessorBefore(place: QuotePlace, token: number): Mention | null {
  const { sentence, span, mentions } = place;
  const { classes, tokens } = sentence;
  // "Ann Lee's old claim": adjectives stand between.
  let t = token - 1;
  while (t > token - 4 && classes[t] === "n") t -= 1;
  if (classes[t] === "G") {
    const owner = mentionBefore(place, t);
    return owner === null ? null : { ...owner, alone: true };
  }
  if (!POSSESSIVES.has(tokens[t]?.lower ?? "")) return null;
  return { sentence: span.sentence, index: firstMentionFrom(mentions, t), first: t, last: t + 1, kind: "pronoun", name: null, alone: true };
}

const POSSESSIVES = new Set(["his", "her", "their", "its"]);
