import { inflections } from "./inflections.ts";
import type { Term, Words } from "./query.ts";

/** Folded words that stand side by side inside one block of a text; of a prefix, the last one is the beginning of a word. */
export interface Pattern {
  words: string[];
  isPrefix: boolean;
}

/** What a text must have: one pattern of each list of `all`, and none of `none`. */
export interface Patterns {
  all: Pattern[][];
  none: Pattern[];
}

/** What a query looks for: with inflections in texts that have them (`isInflected`), else as it is. They are one object where there is no difference. */
export interface Sought {
  inflected: Patterns;
  exact: Patterns;
}

/** A word and the words that it may be a misspelling of. */
export type Guesses = ReadonlyMap<string, string[]>;

/** @param guesses for each word of `wordsToGuess` that may be misspelt */
export function soughtBy(words: Words, guesses: Guesses = new Map()): Sought {
  const exact = patternsOf(words, (term) => [term.words], guesses);
  const inflected = patternsOf(words, withInflections, guesses);
  const hasMore = [...inflected.all.flat(), ...inflected.none].length > [...exact.all.flat(), ...exact.none].length;
  return { inflected: hasMore ? inflected : exact, exact };
}

/** What is looked for in names, which have no inflections. */
export function soughtInNames(words: Words): Sought {
  const { exact } = soughtBy(words);
  return { inflected: exact, exact };
}

/** The words of a query that may be misspelt: single ones that are not in marks. */
export function wordsToGuess(words: Words): string[] {
  return words.all.flat().flatMap((term) => (isSingleWord(term) ? term.words : []));
}

/** A pattern of words as they are. */
export function exactly(words: string[]): Pattern {
  return { words, isPrefix: false };
}

/** Whether a text of folded words (each with a space in front) has what it must have. */
export function holds(text: string, { all, none }: Patterns): boolean {
  const whole = `${text} `;
  const has = (pattern: Pattern) => whole.includes(containedText(pattern));
  return all.length > 0 && all.every((patterns) => patterns.some(has)) && !none.some(has);
}

/** What folded words with a space behind contain when they have a pattern. */
export function containedText({ words, isPrefix }: Pattern): string {
  return ` ${words.join(" ")}${isPrefix ? "" : " "}`;
}

function patternsOf({ all, none }: Words, formsOf: (term: Term) => string[][], guesses: Guesses): Patterns {
  const patterns = (term: Term) => formsOf(term).map((words) => ({ words, isPrefix: term.kind === "prefix" }));
  const guessed = (term: Term) => (isSingleWord(term) ? (guesses.get(term.words[0] as string) ?? []).map((word) => exactly([word])) : []);
  return { all: all.map((terms) => terms.flatMap((term) => [...patterns(term), ...guessed(term)])), none: none.flatMap(patterns) };
}

/** A term with the inflections of its last word: "cease-fire" finds "cease-fires". */
function withInflections({ kind, words }: Term): string[][] {
  return kind === "word" ? inflections(words.at(-1) ?? "").map((form) => [...words.slice(0, -1), form]) : [words];
}

function isSingleWord({ kind, words }: Term): boolean {
  return kind === "word" && words.length === 1;
}
