/**
 * What is needed to tell names, roles and verbs apart without a tagger. A word's class is one letter; the letters are the
 * alphabet of the patterns attribution looks at:
 *
 * N name, n other noun or adjective, D determiner, P subject pronoun, O object pronoun, W relative or question word,
 * V speech verb, v other finite verb, b form of "be", x other auxiliary, g -ing form, d -ed form, R adverb, I preposition, T "to", C "and"/"or"/"but",
 * S subordinator, # number, t time word, G possessive 's, Q quoted span; punctuation stands for itself.
 */
export type WordClass = string;

/** Whether a class is one of those listed. Past the ends of a sentence the class is `undefined`, which is never listed. */
function oneOf(classes: string): (kind: WordClass | undefined) => boolean {
  const listed = new Set(classes);
  return (kind) => kind !== undefined && listed.has(kind);
}

/** What a noun phrase is made of: "the two Finnish envoys". */
export const isNominal = oneOf("DnN#");
/** The same without its determiner. */
export const isNoun = oneOf("nN#");
/** "he said", "who said". */
export const isSubjectPronoun = oneOf("PW");
/** A verb that may stand for itself: "said", "runs", "is", "has". */
export const isFiniteVerb = oneOf("vVxb");
/** "had", "was" and "would" before a verb. */
export const isAuxiliary = oneOf("xb");
/** What may stand between an auxiliary and its verb. */
export const isAuxiliaryOrAdverb = oneOf("xbR");
/** "of", "to": what attaches a noun phrase to the one before. */
export const isPreposition = oneOf("IT");
/** What links a noun phrase to the one before: a preposition, "to" or a possessive. */
export const isLink = oneOf("IGT");
/** What an aside ends with: "the mayor, who runs the ferry, said". */
export const closesAside = oneOf(",)-");
