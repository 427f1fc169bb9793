import { wordsOf } from "../words.ts";

/**
 * Verbs that report speech, by lemma: plain ones report in any frame, the others ("laugh", "continue") only beside
 * quoted words. Written from the classes of Levin, English Verb Classes and Alternations (1993), sections 37.1-37.9 and 29.5.
 */
const PLAIN = wordsOf("cues-plain");
const BESIDE_QUOTES = wordsOf("cues-beside-quotes");
/** Of the plain ones, those that take no reported clause: "thanked". */
const WITHOUT_CLAUSE = wordsOf("cues-without-clause");
/** Of the others, those that take one: opinions and findings, "polls show that". */
const WITH_CLAUSE = wordsOf("opinions-with-clause");
/** Verbs whose last consonant doubles: "quipped", "admitted". */
const DOUBLING = wordsOf("doubling-verbs");

/** Forms of irregular verbs by lemma: a line of the list is the lemma and its other forms. */
const IRREGULAR = new Map(
  [...wordsOf("irregular-verbs")].map((line) => {
    const [lemma = "", ...forms] = line.split(" ");
    return [lemma, forms] as const;
  }),
);

/** Verbs that name somebody or something with the words quoted. */
const NAMING = new Set(["brand", "call", "characterise", "characterize", "describe", "dub", "label", "term"]);

const REPORTING = new Set([...PLAIN, ...WITH_CLAUSE].filter((lemma) => !WITHOUT_CLAUSE.has(lemma)));
const ALL = new Set([...PLAIN, ...BESIDE_QUOTES]);

/** Every lemma that can report speech. */
export function cueLemmas(): Iterable<string> {
  return ALL;
}

/** Whether the lemma reports speech by itself, not only beside quoted words. */
export function isPlainCue(lemma: string): boolean {
  return PLAIN.has(lemma);
}

/** Whether the lemma gives a name: "called it “a joke”". */
export function isNamingCue(lemma: string): boolean {
  return NAMING.has(lemma);
}

/** Whether the lemma can report a finite clause: "said it expects ...", "polls show that ...". */
export function reportsClause(lemma: string): boolean {
  return REPORTING.has(lemma);
}

/** All forms of a verb, its lemma first. */
export function inflect(lemma: string): string[] {
  const irregular = IRREGULAR.get(lemma);
  if (irregular !== undefined) return [lemma, ...irregular];
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  const stem = lemma.endsWith("e") ? lemma.slice(0, -1) : DOUBLING.has(lemma) ? lemma + lemma.at(-1) : lemma;
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [lemma, third, `${stem}ed`, `${stem}ing`];
}
