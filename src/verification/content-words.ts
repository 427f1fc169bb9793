import { FUNCTION_WORDS } from "../article/words/function-words.ts";

/** Folded English words that carry grammar, not content: also short ones, and forms of auxiliaries with and without "not". */
const GRAMMAR_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...`
  a an i he it we me us my mine or so if as of in on at to by up down am is be do doing im ive id ill youre youve youll hes
  shes weve well theyre theyve theyll thats theres no dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt
  shouldnt even still
`
    .trim()
    .split(/\s+/),
]);

/** The number of content words among folded words: all but pronouns, articles, auxiliaries and the like. */
export function contentWords(words: string[]): number {
  return words.filter((word) => !isFunctionWord(word)).length;
}

/** Whether a folded word carries grammar, not content. */
export function isFunctionWord(word: string): boolean {
  return GRAMMAR_WORDS.has(word);
}
