import { cueLemmas, inflect } from "./cues.ts";

/**
 * Closed word classes of English and what is needed to tell names, roles and verbs apart without a tagger. A word's
 * class is one letter; the letters are the alphabet of the patterns attribution looks at:
 *
 * N name, n other noun or adjective, D determiner, P subject pronoun, O object pronoun, W relative or question word,
 * V speech verb, v other finite verb, b form of "be", x other auxiliary, g -ing form, d -ed form, R adverb, I preposition, T "to", C "and"/"or"/"but",
 * S subordinator, # number, t time word, G possessive 's, Q quoted span; punctuation stands for itself.
 */
export type WordClass = string;

const words = (list: string): string[] => list.trim().split(/\s+/);

const CLASSES: [WordClass, string[]][] = [
  [
    "D",
    words(
      "the a an this these those his its their my our your some many several most all both each every another any no one two three four five six seven eight nine ten few dozens hundreds thousands other others more half",
    ),
  ],
  ["P", words("he she they we i you it")],
  ["O", words("him her them me us himself herself themselves itself myself ourselves yourself")],
  ["W", words("who whom whose which what why how where")],
  ["b", words("is are was were be been being am isn't aren't wasn't weren't 'm 're")],
  [
    "x",
    words(
      "has have had having do does did will would can could may might must shall should ought 's 've 'd 'll hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't mightn't ain't",
    ),
  ],
  [
    "R",
    words(
      "also then later once recently earlier now just still even only again never always often soon already too instead yet perhaps maybe ago away back further however moreover meanwhile nevertheless nonetheless therefore thus so very quite rather not n't twice together there here afterwards afterward simply",
    ),
  ],
  [
    "I",
    words(
      "of in on at by for with from about against between into through during without within among under over near since until despite toward towards upon across behind beyond inside outside off out up down around like per via regarding concerning amid alongside including versus",
    ),
  ],
  ["T", ["to"]],
  ["C", words("and or but nor &")],
  ["S", words("as when while after before because if although though whether that than once unless whereas lest")],
  [
    "t",
    words(
      "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night week month year weekend noon midnight",
    ),
  ],
  [
    "v",
    words(
      "made took came got went gave left put let set won lost led met held kept began felt found knew saw sat stood ran became meant brought bought built sent spent fell fought broke chose drew drove grew hit laid paid rose sold seek sought seeks threw wore win wins want wants need needs seem seems make makes take takes come comes get gets go goes give gives leave leaves puts lets sets lose loses lead leads meet meets hold holds keep keeps begin begins feel feels know knows see sees stand stands run runs become becomes mean means bring brings buy send sends spend falls fight fights break chooses grow grows pay pays rise rises sell use uses try tries look looks work works live lives show shows play plays move moves turn turns start starts help helps follow follows include includes remain remains lie lay spoke speaks speak caught taught dealt",
    ),
  ],
];

const WORD_CLASS = new Map<string, WordClass>();
for (const [name, list] of CLASSES) for (const word of list) if (!WORD_CLASS.has(word)) WORD_CLASS.set(word, name);

const NOT_ADVERBS = new Set(
  words(
    "family ally rally reply supply assembly anomaly monopoly bully belly jelly folly elderly friendly deadly early costly lonely likely unlikely daily weekly monthly yearly ugly silly lovely lively holy",
  ),
);

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
