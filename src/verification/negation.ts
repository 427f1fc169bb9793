// Folded, so that "won't" is "wont". English only: in other languages a lost negation is a changed word like any other.
const NEGATIONS = new Set(
  `no not never none nobody nothing nowhere neither nor without hardly cannot
  aint arent cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt oughtnt shant shouldnt wasnt werent wont wouldnt`.split(
    /\s+/,
  ),
);

/** Whether a folded word is negative. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

// Folded too, and English only.
const CONDITIONS = new Set("if unless whether pretend pretends pretended pretending suppose supposing imagine imagining lest".split(" "));

/** Whether a folded word makes its sentence a condition or a supposition. */
export function isCondition(word: string): boolean {
  return CONDITIONS.has(word);
}

const SENTENCE_END = /[.!?]["'”’»)\]]*\s/u;

/**
 * Whether leaving words out reverses a sentence: one of them is negative and belongs to a sentence of which other words
 * were kept. Sentences that are left out whole do not matter.
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
