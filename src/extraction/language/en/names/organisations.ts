import { wordsOf } from "../words.ts";
import { isFirstName, isLoneSurname } from "./name-parts.ts";
import { withoutStop } from "./titles.ts";

const ORGANISATION = wordsOf("organisation-words");
/** Organisations that no word of theirs tells: "Scotland Yard". */
const KNOWN = wordsOf("organisations");
/** Words of organisations that are surnames too. */
const LIKE_SURNAMES = new Set([
  "bank",
  "banks",
  "church",
  "force",
  "forum",
  "house",
  "labour",
  "mills",
  "post",
  "press",
  "record",
  "school",
  "times",
  "trust",
]);

/** Whether a lower-case word is one of the names of organisations: "council", "inc". */
export function isOrganisationWord(lower: string): boolean {
  return ORGANISATION.has(withoutStop(lower));
}

/** Whether a name is that of an organisation, by its words. */
export function isOrganisation(words: string[]): boolean {
  return (
    words.includes("&") ||
    KNOWN.has(words.join(" ").toLowerCase()) ||
    words.some((word, w) => ORGANISATION.has(withoutStop(word.toLowerCase())) || (/^\p{Lu}{2,6}$/u.test(word) && !areInitials(words, w)))
  );
}

/** "JD Novak", "JD de Vries": two capitals before a surname, but not "UN Women". */
function areInitials(words: string[], w: number): boolean {
  const surname = words.slice(1);
  return w === 0 && isLoneSurname(surname) && /^(?!EU|UK|UN|US)\p{Lu}{2}$/u.test(words[0] ?? "") && /\p{Ll}/u.test(surname.at(-1) ?? "");
}

/** Whether lower-case words end with that of an organisation, and not as a person's name does: "Nora Church". */
export function endsAsOrganisation(words: string[]): boolean {
  if (words.includes("&")) return true;
  const last = withoutStop(words.at(-1) ?? "");
  return words.length > 1 && ORGANISATION.has(last) && !(LIKE_SURNAMES.has(last) && isFirstName(words.at(-2) ?? ""));
}
