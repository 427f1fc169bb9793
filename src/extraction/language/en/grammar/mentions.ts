import { isFirstName, isPostNominal, nicknameAt } from "../names/name-parts.ts";
import { type Name, nameOf } from "../names/names.ts";
import { isOrganisation } from "../names/organisations.ts";
import { isPlace, maySpeakBare } from "../names/roles.ts";
import { titleOf } from "../names/titles.ts";
import type { Sentence, Token, TokenRange } from "../tokens/tokens.ts";
import { isNominal, isNoun } from "../tokens/word-classes.ts";
import { wordsOf } from "../words.ts";

/** A noun phrase or pronoun that could name a speaker. */
export interface Mention extends TokenRange {
  sentence: number;
  /** Its place among the mentions of the sentence. */
  index: number;
  kind: "pronoun" | "name" | "role" | "relative";
  /** The proper name it holds. */
  name: Name | null;
  /** Whether it stands for itself, not for what it possesses or belongs to: Ann Lee in "Ann Lee's claim". */
  alone?: boolean;
}

/** Determiners that may stand for people by themselves: "many said". */
const QUANTIFIERS = wordsOf("quantifiers");

/** Nouns for times. */
const TIMES = /^(?:second|minute|hour|day|week|month|year|decade|moment)s?$/;
/** What stands before a place. */
const PLACING = new Set(["at", "from", "in", "near", "outside"]);
/** A party with its state or district: "R-Ohio", "D-Calif.". */
const PARTY = /^(?:d|r|i|dem|rep|lab|con|ld|lib)[-‑]\p{L}/u;
const STATES = wordsOf("states-abbreviated");

/** All mentions of a sentence in order: pronouns, base noun phrases without what follows them ("of Ohio", ", who ..."). */
export function mentionsOf(text: string, sentence: Sentence, index: number): Mention[] {
  const { tokens, classes } = sentence;
  const found: Mention[] = [];
  const add = (first: number, last: number, kind: Mention["kind"], name: Name | null = null) =>
    found.push({ sentence: index, index: found.length, first, last, kind, name });
  for (let t = placedEnd(text, sentence); t < tokens.length; t += 1) {
    const kind = classes[t];
    // "The plan (it)": a language label is not a pronoun.
    if ((kind === "P" || kind === "O") && classes[t - 1] === "(" && classes[t + 1] === ")") continue;
    if (kind === "P" || kind === "O") add(t, t + 1, "pronoun");
    else if (kind === "W" && tokens[t]?.lower === "who") add(t, t + 1, "relative");
    else if (isNominal(kind) || opensWithParticiple(sentence, t)) {
      const last = phraseEnd(text, sentence, t);
      if (mayBeSpeaker(text, sentence, t, last)) {
        const name = nameOf(text, tokens, t, last);
        add(t, last, name !== null && endsOrJoinsName(tokens, t, last) ? "name" : "role", name);
      }
      t = last - 1;
    }
  }
  return found;
}

/** "Unnamed officials", "said retired Gen. Bo Marsh": a participle that belongs to the noun or the title behind it. */
function opensWithParticiple({ tokens, classes }: Sentence, t: number): boolean {
  if (classes[t] !== "d") return false;
  if (classes[t + 1] === "n") return true;
  return classes[t + 1] === "N" && titleOf(tokens[t + 1]?.lower ?? "") !== null && "VQ,^IC".includes(classes[t - 1] ?? "^");
}

/** The end of the noun phrase that begins at `first`; a possessor ends one, so that "the mayor's envoy" is two. */
function phraseEnd(text: string, { tokens, classes }: Sentence, first: number): number {
  let t = first + 1;
  for (;;) {
    if (isPlaceBeforeName(text, tokens, first, t) || isScore(text, tokens, t)) return t;
    if (isNoun(classes[t]) || isSecondDeterminer(classes, t) || isParticipleInside(classes, t)) t += 1;
    else {
      const inside = classes[t - 1] === "N" ? (nicknameAt(text, tokens, t)?.last ?? postNominalEnd(text, tokens, t)) : t;
      if (inside === t) return t;
      t = inside;
    }
  }
}

/** "Edged Ann Lee 7-6": a result ends the name before it. */
function isScore(text: string, tokens: Token[], t: number): boolean {
  const [token, next] = [tokens[t], tokens[t + 1]];
  if (token?.class !== "#") return false;
  return /^\d+-\d+$/.test(text.slice(token.start, token.end)) || (next?.class === "-" && tokens[t + 2]?.start === next.end);
}

/** "Ann Lee, PhD," and "Jan Novak, Jr.,": letters between commas belong to the name. */
function postNominalEnd(text: string, tokens: Token[], comma: number): number {
  const letters = tokens[comma + 1];
  if (tokens[comma]?.class !== "," || letters?.class !== "N" || tokens[comma + 2]?.class === "N") return comma;
  return isPostNominal(text.slice(letters.start, letters.end)) ? comma + 2 : comma;
}

/** "In Skerrow Lars Holt said": behind a preposition a place ends before a name that has no comma in front. */
function isPlaceBeforeName(text: string, tokens: Token[], first: number, t: number): boolean {
  if (!PLACING.has(tokens[first - 1]?.lower ?? "") || tokens[t]?.class !== "N" || tokens[t - 1]?.class !== "N") return false;
  const next = tokens[t + 1];
  // "In Sen. Ann Lee's column"
  if (tokens.slice(first, t).some(({ lower }) => titleOf(lower) !== null)) return false;
  if (isFirstName(tokens[t]?.lower ?? "") && next?.class === "N") return true;
  const words = (from: number, to: number) => tokens.slice(from, to).map(({ start, end }) => text.slice(start, end));
  if (first !== 1 || !isPlace(words(first, t))) return false;
  let last = t + 1;
  while (tokens[last]?.class === "N") last += 1;
  return last - t < 4 && !isOrganisation(words(t, last));
}

/** Where the sentence goes on behind a dateline in capitals: "SKERROW (KP) — The mayor said". */
function placedEnd(text: string, sentence: Sentence): number {
  const end = datelineEnd(sentence);
  const place = sentence.tokens[0];
  return end > 0 && place !== undefined && /^[\p{Lu}\P{L}]{3,}$/u.test(text.slice(place.start, place.end)) ? end : 0;
}

/** The token behind what has the form of a dateline: "SKERROW, May 3 (KP) —". */
export function datelineEnd({ classes }: Sentence): number {
  return /^N[N,.t#]{0,14}(?:\(N+\))?-(?=.)/.exec(classes.slice(0, 20))?.[0].length ?? 0;
}

/** "All the envoys". */
function isSecondDeterminer(classes: string, t: number): boolean {
  return classes[t] === "D" && classes[t - 1] === "D";
}

/** "The so-called envoy", "the retired general": a participle between determiner and noun belongs to the phrase. */
function isParticipleInside(classes: string, t: number): boolean {
  const participle = classes[t] === "d" || classes[t] === "g";
  return participle && classes[t - 1] === "D" && (classes[t + 1] === "n" || classes[t + 1] === "N");
}

/** "Many" may, "the" and "90,000" may not; neither may "R-Ohio" in brackets, "Calif.", nor a bare noun for a thing: "in return". */
function mayBeSpeaker(text: string, { tokens, classes }: Sentence, first: number, last: number): boolean {
  const head = tokens[last - 1] as Token;
  // "Two weeks ago"
  if (head.class === "n" && TIMES.test(head.lower)) return false;
  if (last - first > 1) return head.class !== "#";
  if (head.class === "D") return QUANTIFIERS.has(head.lower);
  if (head.class === "N") return !isPartyOrState(text, head, classes[first - 1] ?? "^");
  return head.class !== "#" && (head.class !== "n" || maySpeakBare(head.lower) || "DOG#".includes(classes[first - 1] ?? "^"));
}

/** "(R-Ohio)", ", D-Calif.,", ", Calif.,". */
function isPartyOrState(text: string, token: Token, before: string): boolean {
  if (PARTY.test(token.lower)) return "(,".includes(before);
  return STATES.has(token.lower) && text[token.end - 1] === ".";
}

/** Whether a capitalised word ends the phrase or stands before another one: "Ann Lee", but not "a Finnish envoy". */
function endsOrJoinsName(tokens: Token[], first: number, last: number): boolean {
  for (let t = first; t < last; t += 1) if (tokens[t]?.class === "N" && (t === last - 1 || tokens[t + 1]?.class === "N")) return true;
  return false;
}

/** Index of the first mention that begins at the token or after it; the number of mentions when none does. */
export function firstMentionFrom(mentions: Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
