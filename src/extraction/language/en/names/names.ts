import type { Token } from "../tokens/tokens.ts";
import { isNoun } from "../tokens/word-classes.ts";
import { wordsOf } from "../words.ts";
import { genderOfFirstName, isFirstName, isPostNominal, nicknameAt } from "./name-parts.ts";
import { endsAsOrganisation, isOrganisationWord } from "./organisations.ts";
import { isPersonNoun } from "./roles.ts";
import { compoundRole, isSurnameToo, titleAsWritten, titleOf, withoutStop } from "./titles.ts";

/** The gender that a name, a title or a noun states; `null` when it states none. */
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

/** What ministers and directors are of: "Minister of Finance", "Director of National Intelligence". */
const PORTFOLIOS = wordsOf("portfolios");
const PLACES = wordsOf("places");
/** What makes a role of the title behind it: "Crown Prince", "High Court Judge". */
const ROLE_MODIFIERS = wordsOf("role-modifiers");
/** Of these a numeral is part of the name: "Pope John Paul II". */
const REIGNING = new Set(["emperor", "empress", "king", "pope", "prince", "princess", "queen"]);

const TITLES_OF_SEVERAL =
  /^(?:congressmen|councillors|governors|ministers|presidents|professors|representatives|reps|secretaries|senators|sens)$/;
const FAMILY = new Set(["brother", "father", "sister"]);

/** One word of a run of capitalised words. */
interface Part extends Token {
  word: string;
}

/**
 * The proper name in a run of tokens: its last run of capitalised words, without titles, roles and the organisation in
 * front ("Deputy Harbour Secretary Clara Voss", "the Orchard Council Tomas Lind"), nicknames and letters behind ("MP").
 *
 * @returns `null` when the tokens hold no name.
 */
export function nameOf(text: string, tokens: Token[], from: number, to: number): Name | null {
  const { first, parts } = lastRun(text, tokens, from, to);
  if (parts.length === 0) return null;
  const determined = tokens[first - 1]?.class === "D";
  const named = withoutPostNominals(parts, determined);
  const behind = isWholeOrganisation(named) ? 0 : nameStart(named, roleOf(tokens, first));
  // No name begins with "of": "University of Skerrow"
  const begin = named[behind]?.lower === "of" ? 0 : behind;
  const words = named.slice(begin);
  const [start, end] = [words[0]?.start, words.at(-1)?.end];
  if (start === undefined || end === undefined || isRole(named, begin, determined)) return null;
  const titles = named.slice(0, begin).filter(({ word }) => titleAsWritten(word) !== null);
  const name = words.map(({ word }) => word);
  return {
    words: name,
    gender: titles.map(({ lower }) => titleOf(lower)?.gender).findLast((gender) => gender) ?? genderOf(name),
    title: titleBefore(named, begin),
    definite: tokens[first - 1]?.lower === "the" && begin === 0,
    start,
    end,
  };
}

/** The last run of capitalised words, nicknames inside it and a comma before the letters behind it left out. */
function lastRun(text: string, tokens: Token[], from: number, to: number): { first: number; parts: Part[] } {
  let last = to;
  while (last > from && tokens[last - 1]?.class !== "N") last -= 1;
  while (last > from + 2 && tokens[last - 2]?.class === "," && isPostNominal(wordAt(text, tokens[last - 1]))) last -= 2;
  const parts: Part[] = [];
  let first = last;
  while (first > from) {
    const token = tokens[first - 1] as Token;
    if (token.class === "N") {
      parts.push({ ...token, word: wordAt(text, token) });
      first -= 1;
      continue;
    }
    const opening = first - (token.class === ")" ? 3 : 1);
    if (opening <= from || nicknameAt(text, tokens, opening)?.last !== first) break;
    first = opening;
  }
  return { first, parts: withPossessives(parts.reverse()) };
}

/** "Women's Institute": the possessive is of one word with what stands before it. */
function withPossessives(parts: Part[]): Part[] {
  if (!parts.some(({ lower }) => lower.startsWith("'"))) return parts;
  return parts.flatMap((part, p) => {
    const next = parts[p + 1];
    if (part.lower.startsWith("'")) return [];
    return next?.lower.startsWith("'") ? { ...part, lower: part.lower + next.lower, word: part.word + next.word, end: next.end } : part;
  });
}

function wordAt(text: string, token: Token | undefined): string {
  return token === undefined ? "" : text.slice(token.start, token.end);
}

/** "Ruth Dale MP" without "MP", but "the Labour MP" and "Pope John Paul II" whole. */
function withoutPostNominals(parts: Part[], determined: boolean): Part[] {
  let { length } = parts;
  for (; length > 1; length -= 1) {
    const { word } = parts[length - 1] as Part;
    if (!isPostNominal(word)) break;
    if (/^[IVX]+$/.test(word) && parts.some(({ lower }) => REIGNING.has(lower))) break;
    const office = titleAsWritten(word) !== null;
    if (office && (determined || length === 2 || parts.slice(0, length - 1).every(isModifier))) break;
  }
  return parts.slice(0, length);
}

/** "The Justice Department", "King Edward Hospital": titles in the name of an organisation stay; not in "Secretary Nora Church". */
function isWholeOrganisation(named: Part[]): boolean {
  if (named.some(({ lower }) => titleOf(lower)?.honorific)) return false;
  return endsAsOrganisation(named.map(({ lower }) => lower)) || isOffice(named);
}

/** "Office of the Prime Minister": the title belongs to the organisation. */
function isOffice(named: Part[]): boolean {
  const of = named.findIndex(({ lower }) => lower === "of");
  return of > 0 && named[of + 1]?.lower === "the" && titleAsWritten(named.at(-1)?.word ?? "") !== null;
}

/** Where the name begins behind titles, what the role is of, and an organisation. */
function nameStart(named: Part[], role: ReturnType<typeof roleOf>): number {
  let begin = 0;
  // "Bank of Skerrow Governor Ann Lee": titles before "of" belong to the organisation.
  for (let t = named.findLastIndex(({ lower }) => lower === "of") + 1; t < named.length - 1; t += 1) if (isTitleOf(named, t)) begin = t + 1;
  if (begin === 0 && role !== null) begin = portfolioEnd(named, role === "bare");
  for (let t = named.length - 3; t >= begin; t -= 1) {
    // A person after an organisation: only when a first name we know follows, so that "Council Bluffs Police" stays whole.
    const group = withoutStop(named[t]?.lower ?? "");
    if ((isOrganisationWord(group) || group === "marine") && isFirstName(withoutStop(named[t + 1]?.lower ?? ""))) return t + 1;
  }
  return begin;
}

/** Whether a word is a title of the name behind it: not "Earl" in "James Earl Voss", nor "Dean" in "Dean Voss". */
function isTitleOf(named: Part[], t: number): boolean {
  const { word, lower } = named[t] as Part;
  if (lower === "dean" && named.length === 2) return false;
  // "Senators Ann Lee and Bo Marsh"
  if (TITLES_OF_SEVERAL.test(lower)) return true;
  return titleAsWritten(word) !== null && !(isSurnameToo(lower) && isFirstName(named[t - 1]?.lower ?? ""));
}

/** What a run stands behind: a role like "Bishop of", one with a determiner, "the Minister of", or none. */
function roleOf(tokens: Token[], first: number): "bare" | "determined" | null {
  const at = tokens[first - 1]?.lower === "the" ? first - 2 : first - 1;
  const role = tokens[at - 1];
  if (role === undefined || !/^(?:for|of|to)$/.test(tokens[at]?.lower ?? "")) return null;
  if (titleOf(role.lower) === null) return isPersonNoun(role.lower) || PORTFOLIOS.has(role.lower) ? "determined" : null;
  let lead = at - 2;
  while (isNoun(tokens[lead]?.class)) lead -= 1;
  return FAMILY.has(role.lower) || "DG".includes(tokens[lead]?.class ?? "^") ? "determined" : "bare";
}

/** Where the name begins behind what a role is of: "National Intelligence Bo Marsh", "European Council Al Coe", "Norway Ida Brun". */
function portfolioEnd(named: Part[], bare: boolean): number {
  let end = 0;
  while (end < named.length && PORTFOLIOS.has(named[end]?.lower ?? "")) end += 1;
  end = Math.max(end, named.findLastIndex(({ lower }, t) => t < named.length - 2 && isOrganisationWord(lower)) + 1);
  if (end === 0 && named.length > 2 && PLACES.has(named[0]?.lower ?? "")) end = 1;
  const known = named.findIndex(({ lower }, t) => t > end && t < named.length - 1 && isFirstName(lower));
  if (named.length - end > 2 && known > 0 && !isFirstName(named[0]?.lower ?? "")) return known;
  // "Bishop of Skerrow Al Coe": without "the", the words end with a person's name.
  return end === 0 && bare && named.length === 3 ? 1 : end;
}

/** Whether what is left is a role, not a name: "Prime Minister", "High Court Judge"; "Ann Judge" and "Mr. King" are names. */
function isRole(named: Part[], begin: number, determined: boolean): boolean {
  if (isOffice(named)) return false;
  const last = named.at(-1) as Part;
  const before = named.at(-2);
  if (titleAsWritten(last.word) === null) return false;
  if (before === undefined) return last.surname !== true;
  // "Ken Doctor": a first name and a title, and nothing else, are somebody's name.
  if (!isSurnameToo(last.lower)) return begin > 0 || named.length > 2 || !isFirstName(before.lower);
  if (isFirstName(before.lower) || before.lower === "dean") return false;
  // "Chief Justice", "Lord Chancellor", "Sergeant Major" are roles; "Judge King" and "Mr. Major" are people.
  if (begin === named.length - 1)
    return ROLE_MODIFIERS.has(before.lower) || /^(?:lord (?:chancellor|justice)|sergeant major)$/.test(`${before.lower} ${last.lower}`);
  return determined || isModifier(before) || isOrganisationWord(before.lower) || PLACES.has(before.lower);
}

function isModifier({ lower, word }: Part): boolean {
  return ROLE_MODIFIERS.has(lower) || PORTFOLIOS.has(lower) || titleAsWritten(word) !== null;
}

/** The title nearest to the name, with what makes another role of it: "vice president". */
function titleBefore(named: Part[], begin: number): string | null {
  const at = named.findLastIndex(({ word }, t) => t < begin && titleAsWritten(word) !== null);
  const title = named[at];
  return title === undefined ? null : compoundRole(named[at - 1]?.lower, withoutStop(title.lower));
}

/** The gender that a full name's first word suggests, from a list of common first names. */
function genderOf(words: string[]): Gender {
  const lower = words.map((word) => word.toLowerCase());
  return words.length < 2 || endsAsOrganisation(lower) ? null : genderOfFirstName(lower[0] ?? "");
}
