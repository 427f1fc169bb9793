import { foldWords } from "../article/words/fold.ts";
import { slipsBetween } from "../article/words/spelling.ts";

/**
 * How a claimed name relates to a recorded one. `same`: both name one person, in whichever form; `surname`: one is the other's
 * surname alone; `near`: they differ by one letter, or one holds the other; `other`: two names.
 */
export type NameRelation = "same" | "surname" | "near" | "other";

const TITLES = new Set(
  `mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness rev reverend father sister brother bishop archbishop pope
  king queen prince princess president vice prime minister premier chancellor secretary foreign senator sen governor gov mayor councillor
  cllr congressman congresswoman representative rep ambassador envoy judge justice general gen colonel col captain capt major maj
  lieutenant lt sergeant sgt chief constable inspector officer chairman chairwoman chair director coach former ex acting deputy the`.split(
    /\s+/,
  ),
);
/** Behind a name and no part of it. */
const SUFFIXES = new Set("jr sr junior senior ii iii iv phd md mp msp mep mbe obe cbe qc kc esq".split(" "));
/** Letters that a first name shares with a longer form at its beginning or its end: "Seb" and "Sebastian", "Femi" and "Olufemi". */
const MIN_BEGINNING = 2;
const MIN_ENDING = 4;
/** Letters that the longer form has more: "Paul" and "Paula" are two names. */
const MIN_MORE = 2;
/** Letters that a name needs for one of them to be a slip: "Ann" and "Anna" are two names. */
const MIN_LETTERS = 5;
/** Short forms of first names: each line is one name. */
const SHORT_FORMS =
  `abigail abby|alexander alex alec sandy|alexandra alex sandra|andrew andy drew|anthony tony|barbara barb|benjamin ben|bernard bernie
charles charlie chuck|christine christina chris tina|christopher chris|daniel dan danny|david dave davey|deborah debbie deb|donald don donny
edward ed eddie ned ted|elizabeth liz lizzie beth betty eliza|eugene gene|frederick fred freddie|gerald gerry jerry|gregory greg|henry harry hank
jacob jake|james jim jimmy jamie|janet jan|jeffrey jeff|jennifer jen jenny|jonathan jon|john jack johnny|joseph joe joey|joshua josh
katherine catherine kate kathy cathy katie|kenneth ken kenny|lawrence laurence larry|leonard len lenny|margaret maggie meg peggy|matthew matt
michael mike mick mickey|nicholas nick|pamela pam|patricia pat patty trish|patrick pat paddy|peter pete|philip phil|raymond ray|rebecca becky
richard rich rick dick ricky|robert bob rob bobby robbie|ronald ron ronnie|samuel sam sammy|samantha sam|stephen steven steve|susan sue suzie
theodore ted theo|thomas tom tommy|timothy tim|victoria vicky|vincent vince|virginia ginny|walter walt|william bill will billy liam|zachary zach`
    .split(/[|\n]/)
    .map((line) => new Set(line.split(" ")));

/** Compares a name that somebody claims with the name of a recorded speaker. */
export function relationOf(claimed: string, recorded: string): NameRelation {
  const ours = partsOfName(claimed);
  const theirs = partsOfName(recorded);
  const [surname, other] = [ours.at(-1), theirs.at(-1)];
  if (surname === undefined || other === undefined) return "other";
  // Who an account is cannot be told from its name, but for "@orlabrice".
  if (/^\s*@\S+\s*$/u.test(claimed)) return ours.join("") === theirs.join("") ? "same" : "near";
  if (ours.join(" ") === theirs.join(" ")) return "same";
  if (surname === other) {
    const [given, recordedGiven] = [ours[0], theirs[0]];
    if (ours.length === 1 || theirs.length === 1) return "surname";
    if (given === undefined || recordedGiven === undefined) return "other";
    if (isSameGiven(given, recordedGiven)) return "same";
    const mayBeSame = isNear(given, recordedGiven) || isPartOf(given, recordedGiven) || isPartOf(recordedGiven, given);
    return mayBeSame || holds(ours, theirs) || holds(theirs, ours) ? "near" : "other";
  }
  if (ours.length === theirs.length && isNear(ours.join(" "), theirs.join(" "))) return "near";
  return ours.length !== theirs.length && (holds(ours, theirs) || holds(theirs, ours)) ? "near" : "other";
}

/** The last word of a name, without suffixes: what an article calls a person by the second time. `null` where there is no word. */
export function surnameOf(name: string): string | null {
  return partsOfName(name).at(-1) ?? null;
}

const ROLE_OF = /^\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*)* (?:at|for|from|in|of|to)\b/u;

/** Whether the words for a speaker are a name: "Orla Brice", "Bank of Fennet"; not "resident", "Finnish envoy", "friend of Ann Lee". */
export function isName(speaker: string): boolean {
  return !ROLE_OF.test(speaker) && /^[^\p{L}]*[^\p{Ll}]/u.test(speaker.split(/\s+/).at(-1) ?? "");
}

/** A name's folded words without titles and suffixes; "Brice, Orla" is "Orla Brice", and what a comma adds is left out. */
function partsOfName(name: string): string[] {
  const [first = "", second = ""] = name.replace(/\([^)]*\)|[“"][^”"]*[”"]/gu, " ").split(",");
  const [before, behind] = [bare(first), bare(second)];
  // "Brice, Orla", but not "Orla Brice, mayor": one word in front, and a capital behind.
  return before.length === 1 && behind.length > 0 && /^\s*\p{Lu}/u.test(second) ? [...behind, ...before] : before;
}

function bare(name: string): string[] {
  const words = foldWords(name).map(({ word }) => word);
  while (words.length > 1 && TITLES.has(words[0] ?? "")) words.shift();
  while (words.length > 1 && SUFFIXES.has(words.at(-1) ?? "")) words.pop();
  return words;
}

function isSameGiven(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return SHORT_FORMS.some((forms) => forms.has(one) && forms.has(other));
}

/** Whether a first name may be a short form of another. */
function isPartOf(short: string, long: string): boolean {
  if (long.length - short.length < MIN_MORE) return false;
  return (short.length >= MIN_BEGINNING && long.startsWith(short)) || (short.length >= MIN_ENDING && long.endsWith(short));
}

/** Whether one has all words of the other side by side. */
function holds(longer: string[], shorter: string[]): boolean {
  return ` ${longer.join(" ")} `.includes(` ${shorter.join(" ")} `);
}

/** Whether one letter differs, of names long enough for that to be a slip: "Kabulof". */
function isNear(one: string, other: string): boolean {
  return one[0] === other[0] && Math.min(one.length, other.length) >= MIN_LETTERS && slipsBetween(one, other, 1) === 1;
}
