import { foldWords } from "../../../article/words/fold.ts";
import { wordsOf } from "../../language/en/words.ts";

/** The parts of a name as they are compared, so that "José", "Al-Nuaimi" and "Jose", "al Nuaimi" are equal: accents, hyphens, apostrophes, case. */
export function nameParts(words: string[]): string[] {
  return foldWords(words.join(" ").replace(/[’']s?$/, "")).map(({ word }) => word);
}

/** Whether a run of parts ends another one: "de vries" in "jan de vries". */
export function endsWith(whole: string[], end: string[]): boolean {
  const from = whole.length - end.length;
  return from >= 0 && end.every((part, p) => part === whole[from + p]);
}

/** Short forms of first names: "Mike" is "Michael". */
const SHORT = new Map([...wordsOf("short-names")].map((line) => line.split(" ") as [string, string]));

/** "Jo", "J." and "Joanna" may be one person, and so may "Mike" and "Michael". */
export function maySharePerson(a: string, b: string): boolean {
  if (a === b || (SHORT.get(a) ?? a) === (SHORT.get(b) ?? b)) return true;
  if (a === "" || b === "" || a[0] !== b[0]) return false;
  return a.length === 1 || b.length === 1 || a.startsWith(b) || b.startsWith(a);
}

const SMALL = new Set(["a", "an", "and", "at", "de", "des", "du", "for", "in", "la", "of", "on", "the", "to"]);

/** The initials a name may be abbreviated to, with and without those of small words: "dft" and "dt" for "Department for Transport". */
export function initialsOf(parts: string[]): string[] {
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  const all = parts.map((part) => part[0] ?? "").join("");
  const main = parts.flatMap((part) => (SMALL.has(part) ? [] : (part[0] ?? ""))).join("");
  return main === all || main.length < 2 ? [all] : [all, main];
}

/** The letters of an abbreviation without its stops, in lower case: "who" for "W.H.O."; `null` for other words. */
export function lettersOf(word: string): string | null {
  return /^\p{Lu}[\p{Lu}\p{Ll}&.]*\p{Lu}\.?$/u.test(word) ? word.replace(/[.&]/g, "").toLowerCase() : null;
}

/** Names of more parts than this have no initials; keeps hostile text short. */
const MOST_PARTS = 10;

/** Whether letters in brackets behind a name may stand for it: the first is its first, the others follow in it in order. */
export function mayAbbreviate(letters: string, parts: string[]): boolean {
  const wanted = letters.toLowerCase();
  const all = parts.join("");
  if (parts.length < 2 || wanted[0] !== all[0]) return false;
  let at = 0;
  for (let c = 0; c < all.length && at < wanted.length; c += 1) if (all[c] === wanted[at]) at += 1;
  return at === wanted.length;
}
