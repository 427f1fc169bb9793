import { wordsOf } from "./words.ts";

/**
 * Frequent words of English that other languages do not have, or rarely. "Of", "to", "was", "her" and "for" are not among
 * them: Dutch, Polish, German, Danish and Norwegian have the same letters for words of their own.
 */
const PLAIN = wordsOf("plain-words");

/**
 * The least share of them in English prose. News in English has 15 in 100 words, and 99 of 100 articles more than 8; nine
 * languages of Europe, Indonesian and Japanese have less than 1.
 */
const LEAST_SHARE = 0.08;

/** Whether a text is English beyond doubt, however many foreign names it has. */
export function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => PLAIN.has(word)).length >= words.length * LEAST_SHARE && words.length > 0;
}
