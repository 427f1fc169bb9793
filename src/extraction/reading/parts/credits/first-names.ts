import { wordsOf } from "../../../language/en/words.ts";

const LISTS = ["male-first-names", "female-first-names"].map(wordsOf);

/** Whether a word is a first name we know. */
export function isFirstName(word: string): boolean {
  return LISTS.some((list) => list.has(word.toLowerCase()));
}

/** Whether a line of two to four words begins with a first name we know: more than its capitals say. */
export function beginsWithFirstName(line: string): boolean {
  const words = line.split(/\s+/u);
  return words.length > 1 && words.length < 5 && isFirstName(words[0] ?? "");
}
