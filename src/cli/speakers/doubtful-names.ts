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
  const named = (better: string | null) => ({ id, name: better ?? "THE NAME" });
  const doubt = (what: Suspicion["what"], why: string, line: object) => [{ what, speakers: [id], why, line }];
  if (SIGNS.test(name) || (type === "person" && SIGNS_OF_PEOPLE.test(name)))
    return doubt("signs", `"${name}" has signs that names do not have`, named(null));
  const isPerson = type === "person";
  if (isPerson && /\p{Nd}/u.test(name)) return doubt("digits", `"${name}" is a person's name with digits`, named(null));
  if (isInCapitals(words, isPerson)) return doubt("capitals", `"${name}" is written in capitals`, named(words.map(capitalised).join(" ")));
  if (!isPerson) return [];
  if (isLikeAnOrganisation(words))
    return doubt("organisation", `"${name}" is taken for a person and is most likely an organisation`, { id, name, type: "organisation" });
  const other = words.find((word, place) => isOrdinary(word) || (place === 0 && CUES.has(word.toLowerCase())));
  if (other !== undefined || words.length > MOST_WORDS) {
    const why = other === undefined ? `${words.length} words` : `the word "${other}"`;
    return doubt("words", `"${name}" has ${why}, which a person's name has not`, named(null));
  }
  const bare = withoutTitles(words);
  if (bare.length > 0 && bare.length < words.length) return doubt("title", `"${name}" holds a title`, named(bare.join(" ")));
  return [];
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
