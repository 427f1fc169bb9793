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
const CLAUSE_END = /[;:]/u;
const JOINING = new Set(["and", "but", "or", "so", "yet", "because"]);

/**
 * Whether leaving words out reverses a sentence: one of them is negative and belongs to a sentence of which other words
 * were kept. Sentences that are left out whole do not matter, nor does what "and" adds at the end of one ("no papers and no
 * words"), nor a clause that is over before the words that were kept ("We did not, and a man is dead").
 *
 * @param passed the words left out and the text in front of each, back to the word before it
 * @param next the next word that was kept, and the text in front of it
 */
export function hidesNegation(passed: { word: string; before: string }[], next: { word: string; before: string }): boolean {
  const places = [...passed, next];
  const end = places.findIndex(({ before }) => endsSentence(before));
  const first = passed[0]?.word === "and" ? 0 : end < 0 ? passed.length : end;
  const last = places.findLastIndex(({ word, before }) => endsSentence(before) || endsClause(before, word));
  return passed.some(({ word }, index) => isNegation(word) && (index < first || index >= last));
}

/** Whether a folded word begins a clause of its own. */
export function isJoining(word: string): boolean {
  return JOINING.has(word);
}

/** Whether a negation in front of the text between two words does not deny what comes behind: "Nobody asked us, and the fire is out". */
export function endsClause(between: string, next: string): boolean {
  return CLAUSE_END.test(between) || (between.includes(",") && JOINING.has(next));
}

/** Whether the text between two words ends a sentence. */
export function endsSentence(between: string): boolean {
  return SENTENCE_END.test(between);
}
