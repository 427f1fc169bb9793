import { wordsOf } from "../words.ts";

const PERSON_NOUNS = wordsOf("person-nouns");

/** Whether a noun is in the list of those for people: "judge". Their plurals are not: see `isPeopleNoun`. */
export function isListedPerson(noun: string): boolean {
  return PERSON_NOUNS.has(noun);
}

/** Whether a noun is a plural for people: "judges", "policemen", "women". */
export function isPeopleNoun(noun: string): boolean {
  if (/(?:^|wo|[a-z])men$|^(?:people|children|folk|police)$/.test(noun)) return true;
  const singular = noun.endsWith("ies") ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, "");
  return singular !== noun && (PERSON_NOUNS.has(singular) || PERSON_NOUNS.has(singular.slice(singular.lastIndexOf("-") + 1)));
}
