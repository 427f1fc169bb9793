import { wordsOf } from "../words.ts";
import type { Gender } from "./names.ts";

const MALE_NOUNS = wordsOf("male-nouns");
const FEMALE_NOUNS = wordsOf("female-nouns");

/** Nouns for relatives, with the gender they state: a line of the list is "wife female" or "cousin". */
const KINSHIP = new Map<string, Gender>(
  [...wordsOf("kinship")].map((line) => {
    const [noun = "", gender] = line.split(" ");
    return [noun, gender === "male" || gender === "female" ? gender : null];
  }),
);

/** Whether a noun, in lower case, is one for a relative: "sister", "ex-wife". */
export function isKinship(noun: string): boolean {
  return KINSHIP.has(noun);
}

/** Words that end with "man" and state no gender. */
const NOT_MEN = /(?:^|-)(?:german|human|norman|ottoman|roman|shaman)$/;

/** The gender that the head noun of a role states, if any: "wife", "policewoman", "ex-husband". */
export function genderOfNoun(noun: string): Gender {
  const known = KINSHIP.get(noun) ?? null;
  if (known !== null) return known;
  const word = noun.slice(noun.lastIndexOf("-") + 1);
  if (FEMALE_NOUNS.has(word) || word.endsWith("woman")) return "female";
  return MALE_NOUNS.has(word) || (word.endsWith("man") && !NOT_MEN.test(noun)) ? "male" : null;
}
