import { isFirstName, isPostNominal } from "../names/name-parts.ts";
import { nameOf } from "../names/names.ts";
import { isListedPerson } from "../names/person-nouns.ts";
import { isGroupNoun, isPersonNoun, maySpeakBare } from "../names/roles.ts";
import { titleOf } from "../names/titles.ts";
import { beginsWithCapital } from "./capitals.ts";
import { isCapitalised } from "./title-case.ts";
import { shapeOf } from "./tokenize.ts";
import type { Sentence, Token } from "./tokens.ts";

/** What the words of a text show by the way they are written elsewhere in it. */
interface Spellings {
  /** Words written small, and words with a capital inside a sentence, in lower case. */
  small: Set<string>;
  capital: Set<string>;
  /** Titles and months that are the surname of somebody: "king" of "Ann King", "may" of "Ida May". */
  surnames: Set<string>;
}

/**
 * Settles by the whole text what one sentence leaves open: whether its first word has a capital only from there
 * ("Police said", "Supporters cheered"), and whether a title or a month is a surname ("King said", after "Ann King").
 */
export function settleStarts(text: string, sentences: Sentence[]): void {
  const spellings = spellingsOf(text, sentences);
  for (const sentence of sentences) {
    const { tokens } = sentence;
    let changed = settleFirst(sentence, spellings);
    for (const [t, token] of tokens.entries()) {
      if (token.class === "N" && spellings.small.has(token.lower) && isGroupNoun(token.lower) && stands(tokens, t)) {
        token.class = "n";
        changed = true;
      }
      if (!spellings.surnames.has(token.lower) || !stands(tokens, t) || !beginsWithCapital(text[token.start] ?? "")) continue;
      if (token.class === "N") token.surname = true;
      else if (token.class === "t" && "I".includes(tokens[t - 1]?.class ?? "^") && tokens[t - 1]?.lower !== "in") {
        token.class = "N";
        changed = true;
      }
    }
    if (changed) Object.assign(sentence, shapeOf(tokens.map((token) => token.class).join("")));
  }
}

function spellingsOf(text: string, sentences: Sentence[]): Spellings {
  const found: Spellings = { small: new Set(), capital: new Set(), surnames: new Set() };
  for (const { start, end, tokens, classes } of sentences) {
    const heading = isCapitalised(text.slice(start, end), classes);
    for (const [t, token] of tokens.entries()) {
      if (token.class === "n") found.small.add(token.lower);
      else if (token.class === "N" && t > 0 && !heading) {
        found.capital.add(token.lower);
        if (isSurnameOf(text, tokens, t)) found.surnames.add(token.lower);
      }
    }
  }
  return found;
}

/** "King" in "Ann King", "May" in "Ms. May". */
function isSurnameOf(text: string, tokens: Token[], t: number): boolean {
  const token = tokens[t] as Token;
  const next = tokens[t + 1];
  if (tokens[t - 1]?.class !== "N" || (next?.class === "N" && !isPostNominal(text.slice(next.start, next.end)))) return false;
  const before = tokens[t - 1]?.lower ?? "";
  if (token.lower === "may") return isFirstName(before) || titleOf(before) !== null;
  if (titleOf(token.lower) === null) return false;
  const name = nameOf(text, tokens, Math.max(0, t - 4), t + 1);
  return name?.end === token.end;
}

/** Whether a word stands alone: "King said", not "the King" or "King Karl". */
function stands(tokens: Token[], t: number): boolean {
  const [before, after] = [tokens[t - 1]?.class ?? "^", tokens[t + 1]?.class ?? "$"];
  return !"DN".includes(before) && after !== "N" && after !== "#";
}

/** "Police said": the first word of a sentence is not a name when the text writes it small, or when it is a noun for people. */
function settleFirst({ tokens, firstWord }: Sentence, { small, capital, surnames }: Spellings): boolean {
  const first = tokens[firstWord];
  if (first?.class !== "N" || capital.has(first.lower) || surnames.has(first.lower)) return false;
  // "Reacting, the mayor said"
  if (/[a-z]{3}ing$/.test(first.lower) && tokens[firstWord + 1]?.class === ",") {
    first.class = "g";
    return true;
  }
  const role = opensFullName(tokens, firstWord + 1);
  if (tokens[firstWord + 1]?.class === "N" && !role) return false;
  if (!small.has(first.lower) && !isCommonNoun(first.lower) && !(role && isListedPerson(first.lower))) return false;
  // "Apple said": what could not speak without "the" is a name.
  if (tokens[firstWord + 1]?.class === "V" && !maySpeakBare(first.lower)) return false;
  first.class = "n";
  return true;
}

/** "Hacker Tom Reed": behind the word stands a name that is whole without it. */
function opensFullName(tokens: Token[], t: number): boolean {
  return isFirstName(tokens[t]?.lower ?? "") && !isFirstName(tokens[t - 1]?.lower ?? "") && tokens[t + 1]?.class === "N";
}

/** "Police", "Officials", "Fishermen", "Polls": what speaks in the news and is seldom a name. */
function isCommonNoun(lower: string): boolean {
  if (lower === "police" || /[a-z]{4}men$/.test(lower)) return true;
  return /[^s]s$/.test(lower) && (isPersonNoun(lower) || isGroupNoun(lower));
}
