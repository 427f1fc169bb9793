import { BLOCK_BREAK } from "../../article/words/searchable.ts";
import type { IndexedWords } from "../rows.ts";

/**
 * Folded words as PostgreSQL's `tsvector` and `tsquery`, written as literals: they are taken as they are, and no parser or
 * dictionary splits or stems them again.
 */

/** UTF-16 units of a word that are indexed: a lexeme has 2,046 bytes at most, and a unit takes up to three. */
export const MAX_LENGTH = 680;
/** Places that PostgreSQL keeps of a word, and the last place it knows: phrases are told by texts. */
const MAX_PLACES = 256;
const LAST_PLACE = 16_383;

/** Distinct words, for columns that only tell whether a word is there. */
export function vectorOf(words: string): string {
  return Array.from(distinctWords(words), lexeme).join(" ");
}

/** The words of a text with their places, those of the headline with the weight A: what `ts_rank` ranks by. */
export function rankedVectorOf({ headline, body }: IndexedWords): string {
  const places = new Map<string, string[]>();
  const titled = headline.split(" ").length;
  for (const [place, word] of `${headline}${body}`.split(" ").entries()) {
    if (word === "" || word === BLOCK_BREAK) continue;
    const known = places.get(word) ?? [];
    if (known.length === 0) places.set(word, known);
    if (place <= LAST_PLACE && known.length < MAX_PLACES) known.push(place < titled ? `${place}A` : `${place}`);
  }
  return Array.from(places, ([word, known]) => (known.length === 0 ? lexeme(word) : `${lexeme(word)}:${known.join()}`)).join(" ");
}

/** Whether PostgreSQL takes a vector: it holds 1 MB, and a literal is never shorter than what it stands for. */
export function isVector(literal: string): boolean {
  return Buffer.byteLength(literal) < 2 ** 20;
}

/**
 * What rows match whose words may hold phrases.
 *
 * @param phrases for each phrase, the phrases any of which answers it; at least one
 */
export function queryOf(phrases: string[][][]): string {
  return phrases.map((any) => `(${any.map((phrase) => [...new Set(phrase)].map(lexeme).join(" & ")).join(" | ")})`).join(" & ");
}

/** Whether a row that matches `queryOf` a phrase is sure to hold it. */
export function isTold(phrase: string[]): boolean {
  return phrase.length === 1 && phrase.every(({ length }) => length <= MAX_LENGTH);
}

/** The distinct words of a text of folded words. */
export function distinctWords(words: string): Set<string> {
  const distinct = new Set(words.split(" "));
  distinct.delete("");
  distinct.delete(BLOCK_BREAK);
  return distinct;
}

/** A word between marks: compatibility forms fold to words with commas or brackets in them. */
function lexeme(word: string): string {
  return `'${word.slice(0, MAX_LENGTH).toWellFormed().replace(/['\\]/g, "$&$&")}'`;
}
