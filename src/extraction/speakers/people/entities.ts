import type { FoundSpeaker, TextRange } from "../../document.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { isLoneSurname } from "../../language/en/names/name-parts.ts";
import type { Gender, Name } from "../../language/en/names/names.ts";
import { endsWith, maySharePerson, nameParts } from "./name-keys.ts";

/** One person, organisation, place or group of the article. */
export interface Entity {
  /** The words of the fullest name; of a role its phrase without article. */
  words: string[];
  /** The words as they are compared. */
  parts: string[];
  named: boolean;
  gender: Gender;
  plural: boolean;
  /** Whether the text refers to the person as "they". */
  neutral: boolean;
  /** Whether a role is one for people. */
  personal: boolean;
  /** Whether it is one that can say something: not "the question". */
  speaking: boolean;
  type: FoundSpeaker["type"];
  /** The roles it is known by: "envoy", "vice president". */
  nouns: Set<string>;
  /** The beginnings of the capitalised words that tell its roles from others: "swed" of "the Swedish envoy". */
  qualifiers: Set<string>;
  descriptions: TextRange[];
  /** Whether the text brings it in beside somebody else, as a relative or as not related. */
  beside: boolean;
  /** Whether a title, a first name, a role or an act says that a name is a person's. */
  human: boolean;
  /** Whether its name begins with a word that is not part of it: "Calls Roe", "On Roe". */
  odd: boolean;
  /** Whether it is named as a place, "in Oslo", or ends with a noun of the article, "Scientific Research": no "he" or "she". */
  placed: boolean;
  /** How often it has been mentioned up to where the text is read, and the sentences of its first and last mention; in a fraction where in its sentence the first stands. */
  seen: number;
  introduced: number;
  last: number;
  /** Whether it is "the reporter", who writes down what others say. */
  observer: boolean;
  /** Whether its last mention was a pronoun, and whether it does not want to be known. */
  pronoun: boolean;
  anonymous: boolean;
  /** Whether it has spoken. */
  spoke: boolean;
  /** Whether it is a person's role that the text speaks of as known though it has not said whose: "the actor". */
  unintroduced: boolean;
}

/** A new entity of which nothing but its words is known. */
export function newEntity(words: string[], known: Partial<Entity>): Entity {
  return {
    words,
    parts: known.parts ?? nameParts(words),
    named: false,
    gender: null,
    plural: false,
    neutral: false,
    personal: false,
    speaking: true,
    type: "person",
    nouns: new Set(),
    qualifiers: new Set(),
    descriptions: [],
    beside: false,
    human: false,
    odd: false,
    placed: false,
    seen: 0,
    introduced: 0,
    last: 0,
    observer: false,
    pronoun: false,
    anonymous: false,
    spoke: false,
    unintroduced: false,
    ...known,
  };
}

/** Mentions of a sentence beyond this one are not told apart. */
const MOST = 1000;

/** Notes a mention of an entity: the one at an index of a sentence. */
export function noteMention(entity: Entity, { sentence, index, kind }: Mention): void {
  entity.pronoun = kind === "pronoun";
  if (entity.seen === 0) entity.introduced = sentence + Math.min(index, MOST) / (MOST + 1);
  entity.seen += 1;
  entity.last = sentence;
}

/** An entity as the annotation gives it, without its mentions. */
export function speakerOf({ words, named, type, descriptions }: Entity): Omit<FoundSpeaker, "mentions"> {
  const shared = named && (type === "person" ? !isLoneSurname(words) : type === "organisation" || type === "place");
  return { name: words.join(" "), type, shared, descriptions };
}

/** Whether a name may be that of an entity with the same surname: genders and first names do not speak against it. */
export function mayBeSame(entity: Entity, name: Name, parts: string[]): boolean {
  if (entity.gender !== null && name.gender !== null && entity.gender !== name.gender) return false;
  // "The House" is not Ann House.
  if (name.definite && name.title === null && name.words.length === 1 && entity.type === "person") return false;
  const [alone, known] = [isLoneSurname(name.words), isLoneSurname(entity.words)];
  if (alone || known) return alone === known || entity.type === "person" || name.title !== null;
  if (endsWith(entity.parts, parts) || endsWith(parts, entity.parts)) return true;
  return maySharePerson(entity.parts[0] ?? "", parts[0] ?? "");
}
