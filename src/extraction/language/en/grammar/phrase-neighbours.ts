import type { Sentence } from "../tokens/tokens.ts";
import { isFiniteVerb } from "../tokens/word-classes.ts";
import type { Mention } from "./mentions.ts";

/** Where a mention ends, and the preposition that governs it. */
export interface Governed {
  last: number;
  governed: string | null;
}

/** What may stand between a noun phrase and its verb: "of the town", "'s envoy", "later", "(D-Ohio)". */
const ATTACHED = /^(?:[IT]O?[DnN#]+|G[DnN#]+|[Rt]|\([^).;Q]{0,8}\))*/;
/** One aside between commas: ", who runs the ferry,". */
const ASIDE = /^,[^,.;Q]{1,40},[Rt]*(?=[Vvxb])/;
/** Nouns for times: "last week the mayor said". */
const TIMES = /^(?:second|minute|hour|day|week|month|year|decade|time|moment|point)s?$/;
/** How far a noun phrase is followed, in tokens. */
const REACH = 60;

/** The preposition that governs a mention, through possessors and "and": "with Bo Roe's envoy and the mayor". */
export function prepositionOf({ classes, tokens }: Sentence, mention: Mention, before: Governed): string | null {
  const possessive = tokens[mention.first - 1]?.lower === "her" ? 1 : 0;
  const t = stepBack(classes, mention.first - possessive);
  if ((classes[t] === "G" || classes[t] === "C") && before.last === t) return before.governed;
  return classes[t] === "I" || classes[t] === "T" ? (tokens[t]?.lower ?? null) : null;
}

/** "Her foot": the possessive, not the object. */
export function isPossessive({ classes, tokens }: Sentence, { first, last }: Mention): boolean {
  return tokens[first]?.lower === "her" && "nN".includes(classes[last] ?? "$");
}

/** "Last week", "two weeks ago". */
export function isTime({ classes, tokens }: Sentence, { first, last }: Mention): boolean {
  return TIMES.test(tokens[last - 1]?.lower ?? "") || (last - first === 1 && classes[last] === "t" && classes[first] !== "N");
}

/** The classes behind a noun phrase and what is attached to it. */
export function behindPhrase(classes: string, last: number): string {
  const rest = classes.slice(last, last + REACH);
  return rest.slice((ATTACHED.exec(rest) as RegExpExecArray)[0].length);
}

/** Whether an aside with a verb behind it follows: ", who runs the ferry, said". */
export function followsAside(behind: string): boolean {
  return ASIDE.test(behind);
}

/** Whether a verb stands at a token, past adverbs. */
export function isVerbAt(classes: string, t: number): boolean {
  let at = t;
  while (classes[at] === "R") at += 1;
  return isFiniteVerb(classes[at]) || classes[at] === "d";
}

/** The token before, past adverbs and times. */
export function stepBack(classes: string, from: number): number {
  let t = from - 1;
  while (classes[t] === "R" || classes[t] === "t") t -= 1;
  return t;
}
