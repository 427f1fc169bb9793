import type { FoundSpeaker } from "../../../document.ts";
import { alternatives, wordsOf } from "../words.ts";
import { titleOf, withoutStop } from "./titles.ts";

const DOCUMENT = wordsOf("documents");
const PLACE = wordsOf("places");
const GROUP_SINGULAR = wordsOf("groups");
/** How nouns for people end: "teacher", "the bus company's chief". */
const PERSON = new RegExp(`(?:${alternatives("person-endings")})s?$`);

/** What somebody with this head noun is. */
export function typeOfRole(head: string): FoundSpeaker["type"] {
  if (DOCUMENT.has(head)) return "document";
  if (GROUP_SINGULAR.has(head)) return "organisation";
  if (/[^s]s$/.test(head) || head === "people" || head === "many" || head === "some" || head === "others") return "group";
  return "person";
}

/** "A study by the Tide Institute": whether the noun is one for a document. */
export function isDocumentNoun(head: string): boolean {
  return DOCUMENT.has(head);
}

/** Whether the noun is one for an organisation or a document: "police", "report". */
export function isGroupNoun(head: string): boolean {
  return GROUP_SINGULAR.has(head) || DOCUMENT.has(head);
}

/** Whether the noun is one for people: only they are "he" or "she". */
export function isPersonNoun(head: string): boolean {
  return PERSON.test(head) && !DOCUMENT.has(head) && !GROUP_SINGULAR.has(head);
}

/** Whether a name is that of a country, a state or a big city. */
export function isPlace(words: string[]): boolean {
  const name = words.join(" ").toLowerCase();
  return PLACE.has(withoutStop(name)) || /^(?:commonwealth|isles?|kingdom|republic) of /.test(name);
}

/** The noun for a title or role word: "sen" -> "senator", "spokeswoman" -> "spokesperson", a plural unchanged. */
export function roleNoun(word: string): string {
  const lower = withoutStop(word.toLowerCase());
  return (titleOf(lower)?.noun ?? lower).replace(/(?:wo)?man$/, "person");
}

/** Nouns without a plural that speak without "the". */
const UNCOUNTED = new Set(["counsel", "leadership", "management", "narration", "voiceover"]);

/** "Police", "officials", "mayor": nouns that may speak without a determiner; not "return" in "in return". */
export function maySpeakBare(lower: string): boolean {
  return /(?:s|men|people)$/.test(lower) || isPersonNoun(lower) || isGroupNoun(lower) || titleOf(lower) !== null || UNCOUNTED.has(lower);
}
