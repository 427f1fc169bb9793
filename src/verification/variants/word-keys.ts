import { slipsBetween } from "../../article/words/spelling.ts";
import { isFunctionWord } from "../content-words.ts";
import { americanOf } from "./american.ts";
import { lemmasOf } from "./inflection.ts";

/** What words have in common that are one word in another spelling or form. */
interface WordKeys {
  spelling: string;
  lemmas: string[];
}

/** Words of which the keys are kept: making them takes longer than looking for them. */
const MAX_KEPT = 20_000;
const kept = new Map<string, WordKeys>();

/** The keys of a folded word. */
export function keysOf(word: string): WordKeys {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const spelling = americanOf(word);
  const keys = { spelling, lemmas: [...new Set([...lemmasOf(word), ...(spelling === word ? [] : lemmasOf(spelling))])] };
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(word, keys);
  return keys;
}

/** Letters that words need for a difference of one to be a slip rather than another word ("bride", "bridge" may be one even so). */
const MIN_LETTERS = 5;

/** Whether one letter of a longer word is wrong, missing, too many or changed with its neighbour. */
export function isOneLetterOff(one: string, other: string): boolean {
  return !isFunctionWord(one) && !isFunctionWord(other) && isSlip(one, other);
}

/** As `isOneLetterOff`, for words that carry grammar too. */
export function isSlip(one: string, other: string): boolean {
  return (
    one[0] === other[0] && Math.min(one.length, other.length) >= MIN_LETTERS && !/\d/.test(one + other) && slipsBetween(one, other, 1) === 1
  );
}
