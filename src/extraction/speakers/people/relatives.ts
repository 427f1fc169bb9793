import type { Mention } from "../../language/en/grammar/mentions.ts";
import { genderOfNoun, isKinship } from "../../language/en/names/genders.ts";
import type { Gender, Name } from "../../language/en/names/names.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";

/** What a mention says of a name that is brought in beside another one. */
export interface Relative {
  /** The gender that the noun states: "his sister". */
  gender: Gender;
  /** The token of the noun; `null` when there is none. */
  noun: number | null;
}

/** How many words may stand between a possessor and the noun: "his much older half-brother". */
const REACH = 4;

/**
 * Whether a name is brought in as a relative of somebody else, or as none: "his sister, Lena Brandt", "Lena Brandt, the
 * sister of the swimmer", "Sam Reed, no relation". "The father of two, Lars Holt," is nobody's.
 */
export function relativeOf(sentence: Sentence, mention: Mention, name: Name): Relative | null {
  return kinBefore(sentence, mention, name) ?? kinAfter(sentence, mention) ?? unrelated(sentence, mention);
}

/** "His sister, Lena Brandt", "the skipper's wife Ida", "married to Ida Holt". */
function kinBefore({ tokens, classes }: Sentence, mention: Mention, name: Name): Relative | null {
  let noun = mention.first;
  while (noun < mention.last && (tokens[noun]?.start ?? 0) < name.start) noun += 1;
  noun -= classes[noun - 1] === "," ? 2 : 1;
  if (!isKinship(tokens[noun]?.lower ?? "")) noun = nounBeforeAside(classes, noun);
  const word = tokens[noun]?.lower ?? "";
  if (word === "to" && tokens[noun - 1]?.lower === "married") return { gender: null, noun: null };
  if (!isKinship(word) || !isPossessed(tokens, noun)) return null;
  return { gender: genderOfNoun(word), noun };
}

/** "His sister, the skater Lena Brandt": the noun before the comma that a role in front of the name follows. */
function nounBeforeAside(classes: string, from: number): number {
  let t = from;
  while (t > from - REACH && "nNDdg".includes(classes[t] ?? "$")) t -= 1;
  return classes[t] === "," ? t - 1 : from;
}

/** "Lena Brandt, his sister", "Lena Brandt, the skipper's sister", "Lena Brandt, a cousin of the skipper". */
function kinAfter({ tokens, classes }: Sentence, { last }: Mention): Relative | null {
  if (classes[last] !== ",") return null;
  for (let t = last + 1; t <= last + 1 + REACH; t += 1) {
    const word = tokens[t]?.lower ?? "";
    if (",.VvQ".includes(classes[t] ?? ".")) return null;
    if (isKinship(word) && (isPossessed(tokens, t) || tokens[t + 1]?.lower === "of")) return { gender: genderOfNoun(word), noun: t };
  }
  return null;
}

/** "Sam Reed, no relation", "Sam Reed, who is not related to the mayor". */
function unrelated({ tokens }: Sentence, { last }: Mention): Relative | null {
  const behind = tokens.slice(last, last + 7).map((token) => token.lower);
  if (!behind.some((word) => word.includes("relat"))) return null;
  const words = behind.join(" ");
  return /\bno relation\b|\b(?:not|n't) related\b|\bunrelated\b/.test(words) ? { gender: null, noun: null } : null;
}

/** Whether a noun has a possessor in its phrase: "his younger sister", "Tom Falk's wife"; "the father" has none. */
function isPossessed(tokens: Token[], noun: number): boolean {
  for (let t = noun - 1; t >= Math.max(0, noun - 1 - REACH); t -= 1) {
    const { lower, class: kind } = tokens[t] as Token;
    if (kind === "G" || POSSESSIVE.has(lower)) return true;
    if (!"nN#gd".includes(kind)) return false;
  }
  return false;
}

const POSSESSIVE = new Set(["her", "his", "my", "our", "their", "whose", "your"]);

/** The gender that the possessive of a relative's noun gives to whom it stands for: "his" in "Karl Brandt and his wife". */
export function genderOfPossessive(token: Token | undefined, next: Token | undefined): Gender {
  if (token?.lower === "himself") return "male";
  if (token?.lower === "herself") return "female";
  if (next === undefined || !"nN#gd".includes(next.class)) return null;
  return token?.lower === "his" ? "male" : token?.lower === "her" ? "female" : null;
}
