import type { FoundSpeaker } from "../../document.ts";
import { wordsOf } from "./words.ts";

const DOCUMENT = wordsOf("documents");
const PLACE = wordsOf("places");
const GROUP_SINGULAR = wordsOf("groups");
const PERSON =
  /(?:man|woman|person|people|er|or|ist|ian|ant|ent|ee|ic|cy|dent|chief|head|wife|husband|mother|father|son|daughter|brother|sister|friend|source|witness|aide|ally|envoy|judge|official|coach|nurse|king|queen|president|premier|general|attorney|spouse|boss|guest|host|victim|veteran|native|player|pilot|captain|analyst|expert|critic|poster|user|student|survivor|supporter|candidate|nominee|advocate|colleague|neighbour|neighbor)s?$/;
const MALE =
  /(?:^|[^wo])(?:man|husband|father|son|brother|king|uncle|nephew|grandfather|businessman|congressman|spokesman|chairman|salesman|boy|widower)$/;
const FEMALE = /(?:woman|wife|mother|daughter|sister|queen|aunt|niece|grandmother|actress|girl|widow|waitress)$/;

/** What somebody with this head noun is. */
export function typeOfRole(head: string): FoundSpeaker["type"] {
  if (DOCUMENT.has(head)) return "document";
  if (GROUP_SINGULAR.has(head)) return "organisation";
  if (/[^s]s$/.test(head) || head === "people" || head === "many" || head === "some" || head === "others") return "group";
  return "person";
}

/** Whether the noun is one for people: only they are "he" or "she". */
export function isPersonNoun(head: string): boolean {
  return PERSON.test(head) && !DOCUMENT.has(head) && !GROUP_SINGULAR.has(head);
}

/** The gender a head noun states, if any. */
export function genderOfRole(head: string): "male" | "female" | null {
  return FEMALE.test(head) ? "female" : MALE.test(head) ? "male" : null;
}

/** Whether the last word is a country or a capital. */
export function isPlace(words: string[]): boolean {
  const name = words.join(" ").toLowerCase().replace(/\.$/, "");
  return (
    PLACE.has(name) ||
    /^(?:united states|united kingdom|saudi arabia|north korea|south korea|south africa|new zealand|hong kong|sri lanka|costa rica)$/.test(
      name,
    )
  );
}

/** Titles as the nouns they stand for, so that "the senator" finds "Sen. Jane Roe". A map: words of a text may be "constructor". */
const NOUN_OF_TITLE = new Map<string, string>(
  Object.entries({
    sen: "senator",
    gov: "governor",
    rep: "representative",
    congressman: "representative",
    congresswoman: "representative",
    pres: "president",
    dr: "doctor",
    prof: "professor",
    gen: "general",
    sgt: "sergeant",
    lt: "lieutenant",
    col: "colonel",
    capt: "captain",
    rev: "reverend",
    det: "detective",
    supt: "superintendent",
    insp: "inspector",
  }),
);

/** The noun for a title or role word: "sen" -> "senator", "spokeswoman" -> "spokesperson", a plural unchanged. */
export function roleNoun(word: string): string {
  const lower = word.toLowerCase().replace(/\.$/, "");
  return (NOUN_OF_TITLE.get(lower) ?? lower).replace(/(?:wo)?man$/, "person");
}
