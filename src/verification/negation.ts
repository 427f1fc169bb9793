// Folded, so that "won't" is "wont". English only: of other languages a lost negation shows in the comparison like any other word.
const NEGATIONS = new Set(
  `no not never none nobody nothing nowhere neither nor without hardly cannot
  aint arent cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt oughtnt shant shouldnt wasnt werent wont wouldnt`.split(
    /\s+/,
  ),
);

/** Whether a folded word denies. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

// Folded too, and English only.
const CONDITIONS = new Set("if unless whether pretend pretends pretended pretending suppose supposing imagine imagining lest".split(" "));

/** Whether a folded word makes what is said with it a condition or a supposition. */
export function isCondition(word: string): boolean {
  return CONDITIONS.has(word);
}

const SENTENCE_END = /[.!?]["'”’»)\]]*\s/u;

/**
 * Whether leaving words out turns a sentence round: one of them denies and stands in a sentence of which words were kept.
 * What is left out of sentences that were left out whole changes nothing that was kept.
 *
 * @param passed the words left out and the text in front of each, back to the word before it
 * @param after the text between the last word left out and the next word that was kept
 */
export function hidesNegation(passed: { word: string; before: string }[], after: string): boolean {
  const ends = [...passed.map(({ before }) => before), after].flatMap((between, index) => (endsSentence(between) ? [index] : []));
  const first = ends[0] ?? passed.length;
  const last = ends.at(-1) ?? 0;
  return passed.some(({ word }, index) => isNegation(word) && (index < first || index >= last));
}

/** Whether the text between two words ends a sentence. */
export function endsSentence(between: string): boolean {
  return SENTENCE_END.test(between);
}
