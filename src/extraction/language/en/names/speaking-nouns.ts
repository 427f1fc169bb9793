import { wordsOf } from "../words.ts";
import { isListedPerson, isPeopleNoun } from "./person-nouns.ts";
import { isGroupNoun } from "./roles.ts";
import { titleOf } from "./titles.ts";

/** Kin: "cousin", "mother-in-law". */
const KIN = new Set([...wordsOf("kinship")].map((line) => line.split(" ")[0]));
/** How nouns for somebody who does something end: "rower", "cellist", "detainee". */
const AGENT = /(?:boy|child|crat|ee|eer|er|folk|girl|ian|ist|man|or|people|person|smith|ster|surgeon|woman|wright)$/;
/** Things that end so: "paper", "degree", "list". */
const THINGS = wordsOf("things-like-people");
/** People, groups and documents that no other list has: "goalie", "room", "bylaw". */
const OTHERS = wordsOf("nouns-that-speak");

/** Whether a head noun is one for who or what can say something: people, groups and organisations, documents; not "the question". */
export function isSpeakingNoun(noun: string): boolean {
  // "Tweet-author", "co-founders"
  const last = noun.slice(noun.lastIndexOf("-") + 1);
  return [noun, last].some((word) => isPeopleNoun(word) || [word, ...singularsOf(word)].some(isOneThatSpeaks));
}

function isOneThatSpeaks(noun: string): boolean {
  if (OTHERS.has(noun) || isListedPerson(noun) || isGroupNoun(noun) || KIN.has(noun) || titleOf(noun) !== null) return true;
  return noun.length > 4 && AGENT.test(noun) && !THINGS.has(noun);
}

/** What a plural may be the plural of: "agencies", "witnesses", "wives", "voters". */
function singularsOf(noun: string): string[] {
  if (!/[^s]s$/.test(noun)) return [];
  const without = noun.slice(0, -1);
  if (noun.endsWith("ies")) return [`${noun.slice(0, -3)}y`, without];
  return noun.endsWith("es") ? [without, noun.slice(0, -2)] : [without];
}
