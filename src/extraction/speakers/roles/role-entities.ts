import type { TextRange } from "../../document.ts";
import { genderOfNoun } from "../../language/en/names/genders.ts";
import { isListedPerson, isPeopleNoun } from "../../language/en/names/person-nouns.ts";
import { isPersonNoun, typeOfRole } from "../../language/en/names/roles.ts";
import { type Entity, newEntity } from "../people/entities.ts";
import { nameParts } from "../people/name-keys.ts";
import { isSpeaking } from "./speaking-roles.ts";

/** Singular nouns for several people: "the couple said they". */
const COLLECTIVE = /^(?:band|couple|crew|duo|pair|quartet|trio)$/;

/** The entity of a role that nobody named has. */
export function roleEntity(head: string, text: string, range: TextRange): Entity {
  const personal = isPersonNoun(head);
  const type = COLLECTIVE.test(head) ? "group" : typeOfRole(head);
  return newEntity(text.replace(/^(?:the|a|an)\s+/i, "").split(/\s+/), {
    gender: personal ? genderOfNoun(head) : null,
    plural: type === "group",
    personal,
    speaking: isSpeaking(head, text),
    type,
    descriptions: [range],
  });
}

/** Whether a noun may be said of a named entity: a person is not a report or a crowd, an organisation not a judge. */
export function mayDescribe(head: string, { type }: Entity): boolean {
  return type === "person" ? typeOfRole(head) === "person" : !isListedPerson(head);
}

/** Whether a role that is not quoted may be whom a later pronoun means: people, organisations and documents, but not "the water". */
export function mayBeMeant(head: string): boolean {
  const type = typeOfRole(head);
  if (COLLECTIVE.test(head) || type === "organisation" || type === "document") return true;
  if (type === "group") return isPeopleNoun(head) || typeOfRole(head.replace(/s$/, "")) === "organisation";
  return isListedPerson(head) || genderOfNoun(head) !== null;
}

/** Whether a phrase means somebody known: "the envoy", "her envoy"; one bare noun is the same each time: "police". */
export function isDefinite(text: string): boolean {
  return /^(?:the|this|that|his|her|their|its|these|those)\b|^\p{Ll}+$/iu.test(text);
}

/**
 * Whether a phrase may mean an entity of its role. "The letter" may be any letter before, "the harbour office letter" only
 * that one; a person has more descriptions than the text gives, but the Finnish envoy is not the Swedish one.
 */
export function isSameRole(entity: Entity, text: string): boolean {
  const words = text.replace(/^(?:the|this|that|these|those)\s+/i, "").split(/\s+/);
  // "Police" is not "the harbour police", but "the police" may be.
  if (words.join(" ") === text && words.length === 1) return !entity.named && text.toLowerCase() === entity.words.join(" ").toLowerCase();
  if (entity.named) {
    const wanted = qualifiersOf(words);
    return wanted.length === 0 || entity.qualifiers.size === 0 || wanted.some((word) => entity.qualifiers.has(word));
  }
  const known = new Set(entity.words.map((word) => word.toLowerCase()));
  return words.length === 1 || words.every((word) => known.has(word.toLowerCase()));
}

/** "The trust" and "the harbour trust" may be the Fenwick Harbour Trust, "the ferry trust" is another one. */
export function isSameOrganisation(entity: Entity, head: string, text: string): boolean {
  const [, ...words] = nameParts(text.split(/\s+/));
  return words.every((word) => word === head || entity.parts.includes(word));
}

/**
 * The qualifiers of a role as it is described. Whose it is and where it leads do not tell it from another: "the president's
 * envoy to Oslo" may be the Finnish envoy.
 */
export function qualifiersOfDescription(text: string): string[] {
  const own = text.replace(/^.*[’']s? /u, "").replace(/ (?:at|for|in|on|to|with) .*$/u, "");
  return qualifiersOf(own.split(/\s+/));
}

const DETERMINERS = /^(?:an?|her|his|its|my|our|that|the|their|these|this|those)$/i;
const PARTIES = /^(?:cons|demo|gree|labo|libe|repu|tory|tori)/;

/** The beginnings of the capitalised words that tell a role from others of its kind, those of parties left out: "Swedish" and "Sweden" are one. */
export function qualifiersOf(words: string[]): string[] {
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word) && !DETERMINERS.test(word)).map((word) => word.toLowerCase().slice(0, 4));
  return capitals.filter((word) => !PARTIES.test(word));
}
