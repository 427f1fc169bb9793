import { endsClause, endsSentence, isCondition, isNegation } from "./negation.ts";
import type { Recorded, RecordedRun } from "./recorded.ts";
import type { Turned } from "./verification.ts";

/** Neighbouring words in one stretch of a run: indices of the first and the last. */
export interface MatchedStretch {
  source: RecordedRun;
  stretch: number;
  first: number;
  last: number;
}

/** How many words of the sentence are read on either side. */
const REACH = 60;

/**
 * Whether words around a match, in its sentence, may change its meaning: a negative word before it or directly after it,
 * or a word on either side that makes a condition. Words of the match itself do not count.
 *
 * @param match the stretches of words that the match is made of
 */
export function turnedBy(match: MatchedStretch[]): Turned | null {
  const matched = wordsOfMatch(match);
  let condition = false;
  for (const { source, stretch, first, last } of match) {
    const { recorded, stretches } = source;
    const { from, to } = stretches[stretch] ?? { from: first, to: last + 1 };
    let denies = true;
    let denied = false;
    let comma = false;
    for (let word = first - 1; word >= Math.max(from, first - REACH); word -= 1) {
      const between = textBetween(recorded, word);
      if (endsSentence(between)) break;
      // "If it does not rain, we sail": what is denied there is the condition.
      if (denied && between.includes(",")) return "negation";
      if (endsClause(between, recorded.words[word + 1] ?? "")) denies = false;
      if (matched.get(recorded)?.has(word)) continue;
      const own = recorded.words[word] ?? "";
      comma ||= between.includes(",");
      if (denies && isNegation(own)) {
        if (!comma) return "negation";
        denied = true;
      }
      if (!isCondition(own)) continue;
      condition = true;
      denied = false;
    }
    if (denied) return "negation";
    for (let word = last + 1; word < Math.min(to, last + REACH); word += 1) {
      const between = textBetween(recorded, word - 1);
      if (endsSentence(between)) break;
      if (matched.get(recorded)?.has(word)) continue;
      const own = recorded.words[word] ?? "";
      if (word === last + 1 && between.trim() === "" && isNegation(own)) return "negation";
      if (isCondition(own)) condition = true;
    }
  }
  return condition ? "condition" : null;
}

/** The words of each article that are part of a match. */
function wordsOfMatch(match: MatchedStretch[]): Map<Recorded, Set<number>> {
  const matched = new Map<Recorded, Set<number>>();
  for (const { source, first, last } of match) {
    const own = matched.get(source.recorded) ?? new Set();
    for (let word = first; word <= last; word += 1) own.add(word);
    matched.set(source.recorded, own);
  }
  return matched;
}

/** The text between a word and the next. */
function textBetween({ offsets, text }: Recorded, word: number): string {
  return text.slice(offsets[2 * word + 1] ?? 0, offsets[2 * word + 2] ?? 0);
}
