import type { Token, TokenRange } from "../tokens/tokens.ts";
import { wordsOf } from "../words.ts";

const MALE = wordsOf("male-first-names");
const FEMALE = wordsOf("female-first-names");
/** Letters behind a name: "Ross Calder MSP", "Ann Lee, PhD". */
const POST_NOMINALS = wordsOf("post-nominals");
const PARTICLES = wordsOf("name-particles");

/** Whether a lower-case word is a common first name. */
export function isFirstName(lower: string): boolean {
  const name = withoutAccents(lower);
  return MALE.has(name) || FEMALE.has(name);
}

/** The gender of a first name in lower case, accents or not, by lists of common ones; `null` for one of both. */
export function genderOfFirstName(lower: string): "male" | "female" | null {
  const name = withoutAccents(lower);
  if (MALE.has(name)) return FEMALE.has(name) ? null : "male";
  return FEMALE.has(name) ? "female" : null;
}

function withoutAccents(word: string): string {
  return /[^a-z]/.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word;
}

/** Whether a word stands behind names and is not part of them: "Jr.", "MSP", "Ph.D.". */
export function isPostNominal(word: string): boolean {
  return POST_NOMINALS.has(word.replaceAll(".", ""));
}

/** Whether a name is a surname and nothing else: "Voss", "De Vries", "St. John". */
export function isLoneSurname(words: string[]): boolean {
  return words.every((word, w) => w === words.length - 1 || /^(?:st|saint)\.?$/i.test(word) || PARTICLES.has(word.toLowerCase()));
}

/** A nickname in marks or brackets inside a name: `Robert “Lanky” Pike`, `Robert (Lanky) Pike`. */
const NICKNAME = /^\P{L}?(?:the )?\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,2}\P{L}?$/u;

/** The tokens of a nickname that begins at a token, right between two words of a name, or `null`. */
export function nicknameAt(text: string, tokens: Token[], first: number): TokenRange | null {
  const [before, token] = [tokens[first - 1], tokens[first]];
  if (before?.class !== "N" || token === undefined) return null;
  const last = token.class === "Q" ? first + 1 : token.class === "(" && isFirstName(tokens[first + 1]?.lower ?? "") ? first + 3 : 0;
  const [end, after] = [tokens[last - 1], tokens[last]];
  if (after?.class !== "N" || end === undefined) return null;
  if (token.class === "(" && end.class !== ")") return null;
  return NICKNAME.test(text.slice(token.start, end.end)) ? { first, last } : null;
}
