import { endsSentence, isCondition, isNegation } from "./negation.ts";
import type { Recorded, Source } from "./recorded.ts";
import type { Turned } from "./verification.ts";

/** Words that stand together in one stretch of a source: indices of the first and the last. */
export interface Stretch {
  source: Source;
  stretch: number;
  first: number;
  last: number;
}

/** Words of a sentence that are looked at on either side. */
const REACH = 60;
/** What a denial does not reach across: "Nobody asked us, and the fire is out" does not deny the fire. */
const CLAUSE_END = /[;:]/u;
const JOINING = new Set(["and", "but", "or", "so", "yet", "because"]);

/**
 * Whether words around a match, in its sentence, may turn its meaning: one in front that denies, or directly behind; or
 * one on either side that makes a condition. Only words that the match does not hold count.
 *
 * @param match the stretches of words that the match is made of
 */
export function turnedBy(match: Stretch[]): Turned | null {
  const held = heldBy(match);
  let condition = false;
  for (const { source, stretch, first, last } of match) {
    const { recorded, stretches } = source;
    const { from, to } = stretches[stretch] ?? { from: first, to: last + 1 };
    let denies = true;
    for (let word = first - 1; word >= Math.max(from, first - REACH); word -= 1) {
      const between = textBetween(recorded, word);
      if (endsSentence(between)) break;
      if (CLAUSE_END.test(between) || (between.includes(",") && JOINING.has(recorded.words[word + 1] ?? ""))) denies = false;
      if (held.get(recorded)?.has(word)) continue;
      const own = recorded.words[word] ?? "";
      if (denies && isNegation(own)) return "negation";
      if (isCondition(own)) condition = true;
    }
    for (let word = last + 1; word < Math.min(to, last + REACH); word += 1) {
      const between = textBetween(recorded, word - 1);
      if (endsSentence(between)) break;
      if (held.get(recorded)?.has(word)) continue;
      const own = recorded.words[word] ?? "";
      if (word === last + 1 && between.trim() === "" && isNegation(own)) return "negation";
      if (isCondition(own)) condition = true;
    }
  }
  return condition ? "condition" : null;
}

/** The words of each article that a match holds. */
function heldBy(match: Stretch[]): Map<Recorded, Set<number>> {
  const held = new Map<Recorded, Set<number>>();
  for (const { source, first, last } of match) {
    const own = held.get(source.recorded) ?? new Set();
    for (let word = first; word <= last; word += 1) own.add(word);
    held.set(source.recorded, own);
  }
  return held;
}

/** The text between a word and the next. */
function textBetween({ offsets, text }: Recorded, word: number): string {
  return text.slice(offsets[2 * word + 1] ?? 0, offsets[2 * word + 2] ?? 0);
}
