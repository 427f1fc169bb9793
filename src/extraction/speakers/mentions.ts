import type { Sentence, Token, TokenRange } from "../language/en/tokens.ts";
import { wordsOf } from "../language/en/words.ts";

/** A noun phrase or pronoun that could name a speaker. */
export interface Mention extends TokenRange {
  sentence: number;
  /** Its place among the mentions of the sentence. */
  index: number;
  kind: "pronoun" | "name" | "role" | "relative";
}

/** Determiners that may stand for people by themselves: "many said". */
const QUANTIFIERS = wordsOf("quantifiers");

/** All mentions of a sentence in order: pronouns, base noun phrases without what follows them ("of Ohio", ", who ..."). */
export function mentionsOf(sentence: Sentence, index: number): Mention[] {
  const { tokens, classes } = sentence;
  const found: Mention[] = [];
  for (let t = 0; t < tokens.length; t += 1) {
    const kind = classes[t] as string;
    if (kind === "P" || kind === "O") {
      found.push({ sentence: index, index: found.length, first: t, last: t + 1, kind: "pronoun" });
    } else if (kind === "W" && tokens[t]?.lower === "who") {
      found.push({ sentence: index, index: found.length, first: t, last: t + 1, kind: "relative" });
    } else if ("DnN#".includes(kind) || (kind === "d" && classes[t + 1] === "n")) {
      const last = phraseEnd(classes, t);
      if (isNominal(tokens, t, last))
        found.push({ sentence: index, index: found.length, first: t, last, kind: phraseKind(tokens, t, last) });
      t = last - 1;
    }
  }
  return found;
}

/** The end of the noun phrase that begins at `first`; a possessor ends one, so that "the mayor's envoy" is two. */
function phraseEnd(classes: string, first: number): number {
  let t = first + 1;
  for (; t < classes.length; t += 1) {
    const kind = classes[t] as string;
    if ("nN#".includes(kind)) continue;
    if (kind === "D" && classes[t - 1] === "D") continue;
    // "the so-called unnamed official", "the retired general": a participle before a noun belongs to it.
    if (
      (kind === "d" || kind === "g") &&
      "D#n".includes(classes[t - 1] ?? "") &&
      "nN".includes(classes[t + 1] ?? "$") &&
      classes[t - 1] === "D"
    )
      continue;
    break;
  }
  return t;
}

function isNominal(tokens: Token[], first: number, last: number): boolean {
  const head = tokens[last - 1] as Token;
  if (last - first === 1 && head.class === "D") return QUANTIFIERS.has(head.lower);
  return head.class !== "#";
}

function phraseKind(tokens: Token[], first: number, last: number): Mention["kind"] {
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
