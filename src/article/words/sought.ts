import type { Term, Words } from "./query.ts";

/** Folded words that stand side by side inside one block of a text; of a prefix, the last one is the beginning of a word. */
export interface Pattern {
  words: string[];
  isPrefix: boolean;
}

/** `Words` as they are looked for: a text has one pattern of each list of `all`, and none of `none`. */
export interface Patterns {
  all: Pattern[][];
  none: Pattern[];
}

/**
 * The patterns of a query.
 *
 * @param similar for each word of `wordsToGuess`, the words that it may be a misspelling of
 */
export function patternsOf(words: Words, similar: ReadonlyMap<string, string[]> = new Map()): Patterns {
  const guessed = (term: Term) => (isSingleWord(term) ? (similar.get(term.words[0] as string) ?? []).map((word) => exactly([word])) : []);
  return {
    all: words.all.map((terms) => terms.flatMap((term) => [patternOf(term), ...guessed(term)])),
    none: words.none.map(patternOf),
  };
}

/** The words of a query that may be misspelt: single ones that are not in marks. */
export function wordsToGuess(words: Words): string[] {
  return words.all.flat().flatMap((term) => (isSingleWord(term) ? term.words : []));
}

/** A pattern of words as they are. */
export function exactly(words: string[]): Pattern {
  return { words, isPrefix: false };
}

function isSingleWord({ kind, words }: Term): boolean {
  return kind === "word" && words.length === 1;
}

function patternOf({ kind, words }: Term): Pattern {
  return { words, isPrefix: kind === "prefix" };
}
