import { isReportingVerb } from "./tokens/lexicon.ts";
import { wordsOf } from "./words.ts";

/**
 * Frequent words of English that other languages do not have, or rarely. "Of", "to", "was", "her" and "for" are not among
 * them: Dutch, Polish, German, Danish and Norwegian have the same letters for words of their own.
 */
const PLAIN = wordsOf("plain-words");

/**
 * The share of them that makes a text English: news in English has 15 in 100 words, and 99 of 100 articles more than 8;
 * nine languages of Europe, Indonesian and Japanese have less than 1.
 */
const PLAINLY = 0.08;
/** The share that makes it doubtful that a text is in another language. */
const PERHAPS = 0.02;
/** One such word may be a name: "Said" is one. */
const LEAST_WORDS = 3;

/** Whether words are of an English text: `plainly`, however many foreign names it has, `perhaps`, or `hardly`. */
export function englishness(words: string[]): "plainly" | "perhaps" | "hardly" {
  const plain = words.filter((word) => PLAIN.has(word.toLowerCase())).length;
  if (plain >= LEAST_WORDS && plain >= words.length * PLAINLY) return "plainly";
  return plain > words.length * PERHAPS ? "perhaps" : "hardly";
}

/** Frequent words of other languages of Europe, in lower case, that English does not have. */
const FOREIGN = wordsOf("foreign-words");
/** Words that even a line of English has, besides the frequent ones. */
const SHORT = /^(?:an?|for|he|i|is|it|my|of|on|or|our|said|say|says|told|to|us|was|we|you)$/i;
/** Marks and letters that English does not have: „Nein“, «Non», ¿Quién? */
const FOREIGN_SIGNS = /[„«»¿¡]/;

/** Whether a text too short to judge is not in English: it has words or marks of another language and no word of English. */
export function isForeign(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.some((word) => PLAIN.has(word.toLowerCase()) || SHORT.test(word) || isReportingVerb(word.toLowerCase()))) return false;
  return FOREIGN_SIGNS.test(text) || words.some((word) => FOREIGN.has(word));
}
