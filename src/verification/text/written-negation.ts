import { foldWords } from "../../article/words/fold.ts";
import { isJoining, isNegation } from "../negation.ts";
import type { Verification } from "../verification.ts";

/** How many words in front of marks are read for a negation: "would not, she said, “gamble with lives”". */
const NEGATION_REACH = 4;

/** Whether the writer's words right in front of marks deny what stands in them. */
export function denies(lead: string): boolean {
  const clause = lead.slice(Math.max(...[".", "!", "?", ";", ":"].map((stop) => lead.lastIndexOf(stop))) + 1);
  const words = foldWords(clause).map(({ word }) => word);
  return words.slice(Math.max(-NEGATION_REACH, words.findLastIndex(isJoining) - words.length + 1)).some(isNegation);
}

/** What is said of words whose negation the writer has in front of the marks: it is not lost. */
export function withNegation(verification: Verification): Verification {
  const [best, ...others] = verification.matches;
  if (best === undefined) return verification;
  const turned = best.turned === "negation" ? null : best.turned;
  // Equal words, and nothing joined: only the negation in a gap made them altered.
  const isSame = best.words === "altered" && best.score === 1 && best.difference === null && best.splice === null;
  const same = isSame ? ({ words: "exact", negation: false } as const) : {};
  return { ...verification, words: same.words ?? verification.words, matches: [{ ...best, ...same, turned }, ...others] };
}
