import { cueLemmas, inflect } from "./cues.ts";
import { wordsOf } from "./words.ts";

/**
 * Closed word classes of English and what is needed to tell names, roles and verbs apart without a tagger. A word's
 * class is one letter; the letters are the alphabet of the patterns attribution looks at:
 *
 * N name, n other noun or adjective, D determiner, P subject pronoun, O object pronoun, W relative or question word,
 * V speech verb, v other finite verb, b form of "be", x other auxiliary, g -ing form, d -ed form, R adverb, I preposition, T "to", C "and"/"or"/"but",
 * S subordinator, # number, t time word, G possessive 's, Q quoted span; punctuation stands for itself.
 */
export type WordClass = string;

/** In this order: a word in two lists has the first class. */
const CLASSES: [WordClass, ReadonlySet<string>][] = [
  ["D", wordsOf("determiners")],
  ["P", wordsOf("subject-pronouns")],
  ["O", wordsOf("object-pronouns")],
  ["W", wordsOf("question-words")],
  ["b", wordsOf("forms-of-be")],
  ["x", wordsOf("auxiliaries")],
  ["R", wordsOf("adverbs")],
  ["I", wordsOf("prepositions")],
  ["T", new Set(["to"])],
  ["C", wordsOf("conjunctions")],
  ["S", wordsOf("subordinators")],
  ["t", wordsOf("time-words")],
  ["v", wordsOf("verb-forms")],
];

const WORD_CLASS = new Map<string, WordClass>();
for (const [name, list] of CLASSES) for (const word of list) if (!WORD_CLASS.has(word)) WORD_CLASS.set(word, name);

const NOT_ADVERBS = wordsOf("not-adverbs-in-ly");

/** Speech verbs by form: "told" -> "tell". */
const CUE_FORMS = new Map<string, string>();
for (const lemma of cueLemmas()) for (const form of inflect(lemma)) if (!CUE_FORMS.has(form)) CUE_FORMS.set(form, lemma);

/** The lemma of a speech verb in any of its forms, or `null`. */
export function cueLemma(lower: string): string | null {
  return CUE_FORMS.get(lower) ?? null;
}

/**
 * The class of a word by its form alone.
 *
 * @param word as written; `initial` says that it begins a sentence, where a capital tells nothing.
 */
export function classOf(word: string, lower: string, initial: boolean): WordClass {
  if (/^\p{N}/u.test(word)) return "#";
  const known = WORD_CLASS.get(lower);
  const capital = /^\p{Lu}/u.test(word);
  if (known !== undefined && (!capital || initial || known === "t" || lower === "i" || "DPWSC".includes(known))) {
    // "Will" and "May" are names as well; inside a sentence a capital decides, except for words never used as names.
    if (!(known === "D" && capital && !initial && lower !== "the" && lower !== "a")) return known;
  }
  if (capital && !initial) return "N";
  if (CUE_FORMS.has(lower)) return "V";
  if (capital) return lower.endsWith("ly") ? "R" : "N";
  if (lower.length > 4) {
    if (lower.endsWith("ing")) return "g";
    if (lower.endsWith("ed") && !lower.endsWith("eed")) return "d";
    if (lower.endsWith("ly") && !NOT_ADVERBS.has(lower)) return "R";
  }
  return "n";
}
