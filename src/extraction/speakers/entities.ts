import { fold } from "../../article/words/fold.ts";
import type { FoundSpeaker, TextRange } from "../document.ts";
import { isLoneSurname } from "../language/en/name-parts.ts";
import type { Gender, Name } from "../language/en/names.ts";

/** One person, organisation, place or group of the article. */
export interface Entity {
  /** The words of the fullest name; of a role its phrase without article. */
  words: string[];
  named: boolean;
  gender: Gender;
  plural: boolean;
  /** Whether a role is one for people. */
  personal: boolean;
  type: FoundSpeaker["type"];
  /** Nouns that describe it: "envoy", "senator". */
  nouns: Set<string>;
  descriptions: TextRange[];
}

/** An entity as the annotation gives it, without its mentions. */
export function speakerOf({ words, named, type, descriptions }: Entity): Omit<FoundSpeaker, "mentions"> {
  const shared = named && (type === "person" ? !isLoneSurname(words) : type === "organisation" || type === "place");
  return { name: words.join(" "), type, shared, descriptions };
}

/** "The letter" may be any letter before, "the harbour office letter" only that one; a person has more descriptions than the text gives. */
export function isSameRole(entity: Entity, text: string): boolean {
  if (entity.named) return true;
  const words = text
    .toLowerCase()
    .replace(/^(?:the|this|that|these|those)\s+/, "")
    .split(/\s+/);
  const known = new Set(entity.words.map((word) => word.toLowerCase()));
  return words.length === 1 || words.every((word) => known.has(word));
}

/** Whether a name may be that of an entity with the same surname: genders and first names do not speak against it. */
export function mayBeSame(entity: Entity, name: Name): boolean {
  if (entity.gender !== null && name.gender !== null && entity.gender !== name.gender) return false;
  const [alone, known] = [isLoneSurname(name.words), isLoneSurname(entity.words)];
  if (alone || known) return alone === known || entity.type === "person" || name.title !== null;
  return maySharePerson(nameKey(entity.words[0] ?? ""), nameKey(name.words[0] ?? ""));
}

/** "Jo", "J." and "Joanna" may be one person. */
function maySharePerson(a: string, b: string): boolean {
  if (a === b) return true;
  if (a === "" || b === "" || a[0] !== b[0]) return false;
  return a.length === 1 || b.length === 1 || a.startsWith(b) || b.startsWith(a);
}

/** A word of a name as a key: folded, without the possessive that the name of an organisation may end with ("Lloyd's"). */
export function nameKey(word: string): string {
  return fold(word.replace(/[’']s?$/, ""));
}
