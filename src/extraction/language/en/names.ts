import { genderOfFirstName } from "./genders.ts";
import { titleOf, withoutStop } from "./titles.ts";
import type { Token } from "./tokens.ts";
import { wordsOf } from "./words.ts";

export type Gender = "male" | "female" | null;

/** A personal or other proper name as one mention gives it. */
export interface Name {
  /** The words of the name, titles and honorifics left out. */
  words: string[];
  gender: Gender;
  /** The title right before it ("sen"), if any, and whether "the" stands there. */
  title: string | null;
  definite: boolean;
  /** UTF-16 range of the words of the name. */
  start: number;
  end: number;
}

const MALE = wordsOf("male-first-names");
const FEMALE = wordsOf("female-first-names");
const ORGANISATION = wordsOf("organisation-words");
/** Words of organisations whose name goes on with "of": "Department of Harbours". */
const ORGANISATION_OF = wordsOf("organisations-of");

/**
 * The proper name in a run of tokens: its last run of capitalised words, what stands before the last title or the last
 * word of an organisation left out ("Deputy Harbour Secretary Clara Voss", "the Orchard Council Tomas Lind").
 *
 * @returns `null` when the tokens hold no name.
 */
export function nameOf(text: string, tokens: Token[], from: number, to: number): Name | null {
  let last = to;
  while (last > from && tokens[last - 1]?.class !== "N") last -= 1;
  let first = last;
  while (first > from && tokens[first - 1]?.class === "N") first -= 1;
  let gender: Gender = null;
  let title: string | null = null;
  for (let t = first; t < last - 1; t += 1) {
    const word = tokens[t]?.lower ?? "";
    const known = titleOf(word);
    if (known === null) continue;
    title = withoutStop(word);
    gender = known.gender ?? gender;
    first = t + 1;
  }
  for (let t = last - 3; t >= first; t -= 1) {
    // A person after an organisation: only when a first name we know follows, so that "Council Bluffs Police" stays whole.
    const next = withoutStop(tokens[t + 1]?.lower ?? "");
    if (ORGANISATION.has(withoutStop(tokens[t]?.lower ?? "")) && (MALE.has(next) || FEMALE.has(next))) first = t + 1;
  }
  while (last > first + 1 && SUFFIX.test(tokens[last - 1]?.lower ?? "")) last -= 1;
  const [start, end] = [tokens[first]?.start, tokens[last - 1]?.end];
  if (start === undefined || end === undefined || first >= last) return null;
  // "Minister of ..." names nobody.
  if (last - first === 1 && titleOf(tokens[first]?.lower ?? "") !== null) return null;
  const words = tokens.slice(first, last).map((token) => text.slice(token.start, token.end));
  return { words, gender: gender ?? genderOf(words), title, definite: tokens[first - 1]?.lower === "the", start, end };
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;

/** The gender that a full name's first word suggests; one word alone may be a surname. */
function genderOf(words: string[]): Gender {
  return words.length < 2 ? null : genderOfFirstName(words[0] ?? "");
}

/** Whether a name is that of an organisation, by its words. */
export function isOrganisation(words: string[]): boolean {
  return words.some((word) => ORGANISATION.has(withoutStop(word.toLowerCase())) || /^\p{Lu}{2,6}$/u.test(word));
}

/** Whether the name goes on with the "of" behind it: "Skerrow Department" + "of Harbours", but not "Jane Roe" + "of Ohio". */
export function goesOnWithOf(name: Name, tokens: Token[], next: number): boolean {
  return tokens[next]?.lower === "of" && tokens[next + 1]?.class === "N" && ORGANISATION_OF.has((name.words.at(-1) ?? "").toLowerCase());
}
