import { wordsOf } from "../words.ts";
import { beginsWithCapital } from "./capitals.ts";
import { cueLemmas, inflect, isNamingCue, isPlainCue } from "./cues.ts";
import type { WordClass } from "./word-classes.ts";

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

/** Whether a word is a form of a verb that gives a name: "called". */
export function isNamingVerb(lower: string): boolean {
  const lemma = cueLemma(lower);
  return lemma !== null && isNamingCue(lemma);
}

/** Whether a word is a form of a verb that reports speech by itself. */
export function isReportingVerb(lower: string): boolean {
  const lemma = cueLemma(lower);
  return lemma !== null && isPlainCue(lemma);
}

/**
 * The class of a word by its form alone.
 *
 * @param word as written; `initial` says that it begins a sentence, where a capital tells nothing.
 */
export function classOf(word: string, lower: string, initial: boolean): WordClass {
  const known = WORD_CLASS.get(lower);
  const capital = beginsWithCapital(word);
  if (known !== undefined && (!capital || initial || keepsClass(known, lower))) return known;
  if (capital && !initial) return "N";
  if (!capital && /^\p{N}/u.test(word)) return "#";
  if (CUE_FORMS.has(lower)) return "V";
  if (capital) return lower.endsWith("ly") ? "R" : "N";
  return lower.length > 4 ? classOfEnding(lower) : "n";
}

/** Whether a word with a capital inside a sentence is still of its class: "The", "Monday", "I"; "Will" and "Many" are names there. */
function keepsClass(known: WordClass, lower: string): boolean {
  return known === "D" ? lower === "the" || lower === "a" : "tPWSC".includes(known);
}

/** "Rowing", "rowed" and "slowly" by their endings; "need" and "family" are nouns. */
function classOfEnding(lower: string): WordClass {
  if (lower.endsWith("ing")) return "g";
  if (lower.endsWith("ed") && !lower.endsWith("eed")) return "d";
  return lower.endsWith("ly") && !NOT_ADVERBS.has(lower) ? "R" : "n";
}
