import type { Sentence, Token, TokenRange } from "../language/en/tokens.ts";
import { isNominal, isNoun } from "../language/en/word-classes.ts";
import { wordsOf } from "../language/en/words.ts";

/** A noun phrase or pronoun that could name a speaker. */
export interface Mention extends TokenRange {
  sentence: number;
  /** Its place among the mentions of the sentence. */
  index: number;
  kind: "pronoun" | "name" | "role" | "relative";
  /** Whether it stands for itself, not for what it possesses or belongs to: Ann Lee in "Ann Lee's claim". */
  alone?: boolean;
}

/** Determiners that may stand for people by themselves: "many said". */
const QUANTIFIERS = wordsOf("quantifiers");

/** All mentions of a sentence in order: pronouns, base noun phrases without what follows them ("of Ohio", ", who ..."). */
export function mentionsOf(sentence: Sentence, index: number): Mention[] {
  const { tokens, classes } = sentence;
  const found: Mention[] = [];
  const add = (first: number, last: number, kind: Mention["kind"]) =>
    found.push({ sentence: index, index: found.length, first, last, kind });
  for (let t = 0; t < tokens.length; t += 1) {
    const kind = classes[t];
    // A language label is no pronoun: "the plan (it)".
    if ((kind === "P" || kind === "O") && classes[t - 1] === "(" && classes[t + 1] === ")") continue;
    if (kind === "P" || kind === "O") add(t, t + 1, "pronoun");
    else if (kind === "W" && tokens[t]?.lower === "who") add(t, t + 1, "relative");
    else if (isNominal(kind) || (kind === "d" && classes[t + 1] === "n")) {
      const last = phraseEnd(classes, t);
      if (mayBeSpeaker(tokens, t, last)) add(t, last, phraseKind(tokens, t, last));
      t = last - 1;
    }
  }
  return found;
}

/** The end of the noun phrase that begins at `first`; a possessor ends one, so that "the mayor's envoy" is two. */
function phraseEnd(classes: string, first: number): number {
  let t = first + 1;
  while (isNoun(classes[t]) || isSecondDeterminer(classes, t) || isParticipleInside(classes, t)) t += 1;
  return t;
}

/** "All the envoys". */
function isSecondDeterminer(classes: string, t: number): boolean {
  return classes[t] === "D" && classes[t - 1] === "D";
}

/** "The so-called envoy", "the retired general": a participle between determiner and noun belongs to the phrase. */
function isParticipleInside(classes: string, t: number): boolean {
  const participle = classes[t] === "d" || classes[t] === "g";
  return participle && classes[t - 1] === "D" && (classes[t + 1] === "n" || classes[t + 1] === "N");
}

/** "Many" may, "the" and "90,000" may not. */
function mayBeSpeaker(tokens: Token[], first: number, last: number): boolean {
  const head = tokens[last - 1] as Token;
  if (last - first === 1 && head.class === "D") return QUANTIFIERS.has(head.lower);
  return head.class !== "#";
}

/** A name holds a capitalised word that ends the phrase or stands before another one: "Ann Lee", but not "a Finnish envoy". */
function phraseKind(tokens: Token[], first: number, last: number): "name" | "role" {
  for (let t = first; t < last; t += 1) if (tokens[t]?.class === "N" && (t === last - 1 || tokens[t + 1]?.class === "N")) return "name";
  return "role";
}

/** Index of the first mention that begins at the token or after it; the number of mentions when none does. */
export function firstMentionFrom(mentions: Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
