// Folded English words that carry grammar, not content: every text has them.
const FUNCTION_WORDS = new Set(
  `a an the this that these those there here i you he she it we they me him her us them my your his its our their mine yours
  who whom whose which what when where why how and or but nor so yet if then than because while as until
  of in on at to from by for with about into over under after before between through up down out off
  am is are was were be been being have has had having do does did doing done will would shall should can could may might must
  im ive id ill youre youve youll hes shes its weve well were theyre theyve theyll thats theres
  not no dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt
  all any some every each both more most very too also just only even still again now one`.split(/\s+/),
);

/** The number of content words among folded words: all but pronouns, articles, auxiliaries and the like. */
export function contentWords(words: string[]): number {
  return words.filter((word) => !isFunctionWord(word)).length;
}

/** Whether a folded word carries grammar, not content. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
