import { isFirstName, isPostNominal } from "../../extraction/language/en/names/name-parts.ts";
import { endsAsOrganisation, isOrganisation } from "../../extraction/language/en/names/organisations.ts";
import { titleAsWritten } from "../../extraction/language/en/names/titles.ts";
import { wordsOf } from "../../extraction/language/en/words.ts";
import type { KnownSpeaker } from "./known-speakers.ts";
import type { Suspicion } from "./suspicion.ts";

/** Words of a person's name that are written small, beside those of the language: "Ursula von der Leyen", "Abu Bakr al Baghdadi". */
const PARTICLES = wordsOf("name-particles");
const FURTHER_PARTICLES = new Set([
  "and",
  "y",
  "e",
  "i",
  "of",
  "the",
  "mac",
  "ap",
  "ben",
  "abu",
  "ould",
  "san",
  "santa",
  "st",
  "du",
  "des",
  "lo",
  "le",
  "ul",
  "ur",
  "ud",
  "-",
]);
/** Titles by which people are known, and that belong to their names. */
const NAMED_BY_TITLE = new Set([
  "pope",
  "king",
  "queen",
  "prince",
  "princess",
  "saint",
  "st",
  "st.",
  "lord",
  "lady",
  "sir",
  "dame",
  "ayatollah",
  "sheikh",
  "emperor",
  "archbishop",
  "bishop",
  "brother",
  "sister",
  "father",
  "mother",
  "mullah",
  "imam",
]);
/** Verbs of speech as they stand before a name: "Said Ann Bell". */
const CUES = new Set(["says", "told", "tells", "adds", "added", "asked", "asks", "replied", "explained", "writes", "wrote", "according"]);
/** Signs that no name has; those of organisations may join two, as in "Daily Globe/North Poll", or end in "!". */
const SIGNS = /[:;|@"“”()[\]{}<>…=*#_?]|https?|www\./;
const SIGNS_OF_PEOPLE = /[/!]/;
/** Words of a person's name, at most. */
const MOST_WORDS = 6;

/** What is wrong with a name as it stands; the first that holds. */
export function doubtfulName({ id, name, type }: KnownSpeaker): Suspicion[] {
  const words = name.split(/\s+/);
  const doubt = (what: Suspicion["what"], why: string, line: object) => [{ what, speakers: [id], why, line }];
  const named = (better: string) => ({ id, name: better });
  const misread = (what: Suspicion["what"], why: string) => {
    const better = nameAmong(words);
    return better === null ? doubt(what, `${why}: write the name for ${UNKNOWN}`, named(UNKNOWN)) : doubt(what, why, named(better));
  };
  const isPerson = type === "person";
  if (SIGNS.test(name) || (isPerson && SIGNS_OF_PEOPLE.test(name))) return misread("signs", `"${name}" has signs that names do not have`);
  if (isPerson && /\p{Nd}/u.test(name)) return misread("digits", `"${name}" is a person's name with digits`);
  if (isInCapitals(words, isPerson)) return doubt("capitals", `"${name}" is written in capitals`, named(words.map(capitalised).join(" ")));
  if (!isPerson) return [];
  if (isLikeAnOrganisation(words))
    return doubt("organisation", `"${name}" is taken for a person and is most likely an organisation`, { id, name, type: "organisation" });
  const other = words.find((word, place) => isOrdinary(word) || (place === 0 && CUES.has(word.toLowerCase())));
  if (other !== undefined || words.length > MOST_WORDS) {
    const why = other === undefined ? `${words.length} words` : `the word "${other}"`;
    return misread("words", `"${name}" has ${why}, which a person's name has not`);
  }
  const bare = withoutTitles(words);
  if (bare.length > 0 && bare.length < words.length) return doubt("title", `"${name}" holds a title`, named(bare.join(" ")));
  return [];
}

/** Stands in a line for a name that cannot be guessed. */
const UNKNOWN = "THE NAME";

/** The first words of a name that are one, after and before what is none: "Ann Bell" of "chief executive Ann Bell". */
function nameAmong(words: string[]): string | null {
  const isPart = (word: string) =>
    !isOrdinary(word) && !CUES.has(word.toLowerCase()) && !SIGNS.test(word) && !SIGNS_OF_PEOPLE.test(word) && !/\p{Nd}/u.test(word);
  const from = words.findIndex(isPart);
  const length = words.slice(from).findIndex((word) => !isPart(word));
  const name = from < 0 ? [] : words.slice(from, length < 0 ? undefined : from + length);
  return name.length > 1 && name.length <= MOST_WORDS && /^\p{Lu}/u.test(name[0] ?? "") ? name.join(" ") : null;
}

function isLikeAnOrganisation(words: string[]): boolean {
  const lower = words.map((word) => word.toLowerCase());
  return lower[0] === "the" || endsAsOrganisation(lower) || (isOrganisation(words) && !isFirstName(lower[0] ?? ""));
}

/** Names in capitals of several words. Short ones that are no people are abbreviations: "BBC", "US EPA". */
function isInCapitals(words: string[], isPerson: boolean): boolean {
  const areCapitals = words.length > 1 && words.every((word) => word === word.toUpperCase() && /\p{L}/u.test(word));
  return areCapitals && words.some((word) => word.length > (isPerson ? 3 : 4));
}

/** A word in small letters that is no part of names: "chief executive Ann Bell", "Ann Bell said". */
function isOrdinary(word: string): boolean {
  return /^\p{Ll}{2,}$/u.test(word) && !PARTICLES.has(word) && !FURTHER_PARTICLES.has(word);
}

/** A name without titles before it and letters behind it. */
function withoutTitles(words: string[]): string[] {
  let [from, to] = [0, words.length];
  while (from < to - 1 && isTitle(words[from] ?? "")) from += 1;
  while (to > from + 2 && isPostNominal(words[to - 1] ?? "") && !/^[JS]r\b|^I+V?$/.test(words[to - 1] ?? "")) to -= 1;
  return words.slice(from, to);
}

function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  return titleAsWritten(word) !== null && !NAMED_BY_TITLE.has(lower) && !isFirstName(lower);
}

function capitalised(word: string): string {
  return word.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
