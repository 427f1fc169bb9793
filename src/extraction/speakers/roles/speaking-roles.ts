import { isSpeakingNoun } from "../../language/en/names/speaking-nouns.ts";
import { wordsOf } from "../../language/en/words.ts";

/** "Most of the voters", "75 percent of Democrats": how many there are of those who say something. */
const QUANTITY =
  /(?:^|[ -])(?:bulk|bunch|cent|couple|dozens|halves|handful|hundreds|majority|minority|number|pair|percent|plenty|proportion|quarters?|rest|scores|thirds?|thousands|all|both|each|few|half|many|most|one|several|some)$/;
/** Those that may stand for people by themselves: "another". */
const QUANTIFIERS = wordsOf("quantifiers");

function isQuantity(words: string): boolean {
  const lower = words.toLowerCase();
  return QUANTITY.test(lower) || QUANTIFIERS.has(lower);
}

/** Whether a role is one that can say something, by its noun: people, groups, organisations and documents, but not "the question" or "another". */
export function isSpeaking(head: string, text: string): boolean {
  if (isSpeakingNoun(head.slice(head.lastIndexOf(" ") + 1))) return true;
  const [quantity = "", ...rest] = text.split(" of ");
  // "Apple", "the SVP"
  const [phrase = ""] = text.split(/ (?:at|by|for|from|in|of|on|to|with) /);
  if (/(?:^|\s)\p{Lu}\S*$/u.test(phrase) && !isQuantity(phrase)) return true;
  return (
    QUANTITY.test(quantity.toLowerCase()) &&
    rest.some((part) => part.split(" ").some((word) => /^\p{Lu}/u.test(word) || isSpeakingNoun(word)))
  );
}

/** What somebody is, whatever part he plays in the story: "the actor". */
const STANDING = new Set(
  (
    "actor actress artist athlete author billionaire businessman businesswoman candidate celebrity champion comedian congressman " +
    "congresswoman contender democrat entrepreneur filmmaker front-runner frontrunner hopeful incumbent lawmaker legislator magnate " +
    "millionaire model mogul musician native nominee novelist philanthropist player politician rapper republican royal senator singer " +
    "socialite songwriter star tycoon veteran writer"
  ).split(" "),
);
/** Offices that do so with the name of their place: "the Fenwick governor". */
const OF_PLACES = new Set(["governor", "leader", "mayor", "president"]);
/** "The former mayor", "the 57-year-old scientist", "the self-described rebel" */
const DESCRIBED = /(?:^|\s)(?:billionaire|embattled|former|independent|late|outgoing|presumptive|retired|self-\p{L}+|\d+-year-old)\s/u;

/**
 * Whether a phrase is another word for somebody who has a name, rather than one for a part in the story: "the actor", "the
 * former mayor", "the Fenwick mayor", but not "the coroner", "the mayor" or "the club's chairman".
 */
export function isAnotherWord(text: string, head: string): boolean {
  const [phrase = ""] = text.split(" of ");
  if (!/^the\s/i.test(phrase) || /[’']s? /.test(phrase)) return false;
  const [, before = "", noun = ""] = /^the\s+(.*?)(\S+)$/isu.exec(phrase) ?? [];
  return STANDING.has(noun.toLowerCase()) || DESCRIBED.test(before) || (OF_PLACES.has(noun) && /\p{Lu}/u.test(before) && noun === head);
}
