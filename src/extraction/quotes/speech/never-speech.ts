import type { Analysis, QuotedSpan } from "../../analysis.ts";
import { isNamingVerb } from "../../language/en/tokens/lexicon.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";

/** What only a work has, or is made of it. */
const PARTS_OF_WORKS = new Set(
  (
    "adaptation adaptations cast chapter cover episode episodes finale host hosts performance performances premiere recording rehearsal " +
    "rehearsals remake reruns revival screening screenings season seasons sequel singers star stars viewers"
  ).split(" "),
);

/**
 * Whether marked words are no speech, however their sentence reads: a symbol, a work by what stands before it, a name. They
 * stay in their sentence, as the weights were learned with them.
 */
export function isNeverSpeech({ sentences }: Analysis, { sentence: s, token, words, style }: QuotedSpan): boolean {
  const sentence = sentences[s];
  if (sentence === undefined || style === "turn" || style === "block") return false;
  if (words.symbol || isObject(sentence, token)) return true;
  return (words.form === "title" || words.form === "caps") && (isPartOf(sentence, token) || isCalledThe(sentence, token));
}

/** Lee called “Salt” “a flop”: of two spans side by side the first is what is called so. */
function isObject({ tokens, classes }: Sentence, token: number): boolean {
  return classes[token - 1] === "V" && classes[token + 1] === "Q" && isNamingVerb(tokens[token - 1]?.lower ?? "");
}

/** An episode of “Salt”, the cast of “A River at Night” */
function isPartOf({ tokens }: Sentence, token: number): boolean {
  return tokens[token - 1]?.lower === "of" && PARTS_OF_WORKS.has(tokens[token - 2]?.lower ?? "");
}

/** The boats called the “Master Sailor Range”: the participle behind a noun; in "what she called the" it is a verb. */
function isCalledThe({ tokens, classes }: Sentence, token: number): boolean {
  if (tokens[token - 1]?.lower !== "the" || tokens[token - 2]?.lower !== "called") return false;
  const lead = tokens.slice(Math.max(0, token - 7), token - 2).map(({ lower }) => lower);
  return "n,".includes(classes[token - 3] ?? "^") && !lead.includes("what");
}
