import type { Claim } from "../claim.ts";
import { isFunctionWord } from "../content-words.ts";
import { isNegation } from "../negation.ts";
import { contractionsOf, needsApostrophe } from "./contractions.ts";

/** Another way to write some words of a claim. */
export interface Form {
  /** The words of the claim: indices, half open. */
  from: number;
  to: number;
  /** Folded words, of which some texts have these instead. */
  words: string[];
}

/** The most words of a claim that one contraction stands for. */
const MAX_CONTRACTED = 3;
/** Letters that a word needs to be written as two. */
const MIN_SPLIT = 5;
/** Joined words of which a part is a grammatical word: other such pairs are not the same ("a part", "may be"). */
const JOINED = new Set(
  "anymore anyone anytime anyway anybody everyone everyday everybody someone sometime somebody cannot into onto forever percent alright underway overnight overseas online offline ongoing upfront underground".split(
    " ",
  ),
);
/** Words that mean something else with a hyphen: "re-sign". */
const HYPHENATED = new Set("resign recover reform resort recollect represent retreat research relay".split(" "));
const UNITS_OF_FIGURES = /^(?:am|pm|kg|km|kms|m|cm|mm|mph|kph|ft|gb|mb|kw|mw|gw)$/;

/** The other ways to write the words of a claim: contractions, and compounds joined or apart. */
export function formsIn(claim: Claim): Form[] {
  const gaps = new Set(claim.gaps.map(({ before }) => before));
  const words = claim.words.map(({ word }) => word);
  const apostrophes = claim.words.map(({ word, start, end }) => needsApostrophe(word) && hasApostrophe(claim.text.slice(start, end)));
  const forms: Form[] = [];
  for (const [from, word] of words.entries()) {
    for (let to = from + 1; to <= Math.min(words.length, from + MAX_CONTRACTED) && (to === from + 1 || !gaps.has(to - 1)); to += 1) {
      const run = words.slice(from, to);
      forms.push(...contractionsOf(run, apostrophes.slice(from, to)).map((other) => ({ from, to, words: other })));
    }
    const next = words[from + 1];
    if (next !== undefined && !gaps.has(from + 1) && isCompound(word, next)) forms.push({ from, to: from + 2, words: [word + next] });
    if (word.length < MIN_SPLIT && !/^\d/.test(word)) continue;
    for (let cut = 1; cut < word.length; cut += 1) {
      const parts = [word.slice(0, cut), word.slice(cut)] as const;
      if (isCompound(...parts)) forms.push({ from, to: from + 1, words: [...parts] });
    }
  }
  return forms;
}

/** Whether a word is written with an apostrophe. */
export function hasApostrophe(written: string): boolean {
  return /['’ʼ＇]/u.test(written);
}

/** Whether two words are one when they are written together: "co-operate", but not "not able", "a part" or "re-sign". */
function isCompound(first: string, second: string): boolean {
  const joined = first + second;
  if (/^\d/.test(first)) return /^[\d.]+$/.test(first) && UNITS_OF_FIGURES.test(second);
  if (JOINED.has(joined)) return true;
  if (/^\d/.test(second) || first.length < 2 || second.length < 2 || joined.length < MIN_SPLIT || HYPHENATED.has(joined)) return false;
  if (isFunctionWord(first) || isFunctionWord(second)) return false;
  return Number(isNegation(first)) + Number(isNegation(second)) === Number(isNegation(joined));
}
