import { isPeopleNoun } from "../names/person-nouns.ts";
import { isPersonNoun } from "../names/roles.ts";
import { titleOf } from "../names/titles.ts";
import { wordsOf } from "../words.ts";
import type { Token } from "./tokens.ts";
import { isNoun, isSubjectPronoun, type WordClass } from "./word-classes.ts";

/** A token between its neighbours: "^" and "$" are the ends of the sentence. */
interface Place {
  tokens: Token[];
  index: number;
  token: Token;
  before: WordClass;
  after: WordClass;
}

/** Verbs that make one noun with the word behind them. */
const PAIRS = new Map([
  [
    "press",
    /^(?:agency|association|box|briefing|club|conference|corps|freedom|gallery|office|officer|officers|release|releases|statement|team)$/,
  ],
  ["think", /^tanks?$/],
  ["watch", /^groups?$/],
]);
const IRREGULAR_PAST =
  /^(?:became|began|brought|built|came|found|gave|got|held|kept|knew|led|left|lost|made|meant|met|named|paid|ran|said|saw|sold|sent|spoke|stood|taught|thought|threw|told|took|went|won|wrote)$/;
const MODALS = wordsOf("modals");

/** Settles by the words around what the form of a word leaves open: "the report", "to state" and "Ms. May said". */
export function settleClasses(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const place = { tokens, index, token, before: tokens[index - 1]?.class ?? "^", after: tokens[index + 1]?.class ?? "$" };
    token.class = settledClass(place);
  }
}

function settledClass(place: Place): WordClass {
  const { token } = place;
  if (token.lower === "known" && place.tokens[place.index + 1]?.lower === "as") return "d";
  if ("gvV".includes(token.class) && isPartOfRole(place)) return "n";
  if ((token.class === "V" || token.class === "v") && isVerbalNoun(place)) return "n";
  // "Study lead author Ann Lee"
  if (token.lower === "lead" && place.after === "n" && !/s$/.test(tokenBefore(place))) return "n";
  if (token.class === "x" && isNounLikeModal(place)) return "n";
  if (token.class === "n" && isAdverbOfTime(place)) return "R";
  // "What critics called"
  if (token.class === "n" && isUnlistedVerb(place) && !isPeopleNoun(token.lower)) return "v";
  if (isWhose(place)) return "D";
  return token.class === "D" && isConjunction(place) ? "S" : token.class;
}

function tokenBefore({ tokens, index }: Place): string {
  return tokens[index - 1]?.lower ?? "";
}

/** Whether a verb may be a noun or a name as well: "report", but not "told". */
function mayBeNoun({ token }: Place): boolean {
  return !/(?:ed|ing|said|told|wrote|thought|spoke)$/.test(token.lower);
}

/** "The planning minister", "study lead author", "White House press secretary": what stands right before a noun for one person. */
function isPartOfRole({ tokens, index, token, before }: Place): boolean {
  const noun = tokens[index + 1];
  if (noun?.class !== "n" || /(?:ed|[^s]s)$/.test(token.lower)) return false;
  if (token.class !== "g" && !"nN^DQ,GV".includes(before)) return false;
  if (PAIRS.get(token.lower)?.test(noun.lower)) return true;
  return (isPersonNoun(noun.lower) || titleOf(noun.lower) !== null) && !noun.lower.endsWith("s") && !IRREGULAR_PAST.test(token.lower);
}

/** "The warning", "Lee's report", "in return". Behind a preposition "says" stays a verb. */
function isVerbalNoun(place: Place): boolean {
  const { token, before } = place;
  if (before === "D" && token.lower.endsWith("ing")) return true;
  if (!mayBeNoun(place)) return false;
  // "The state's envoy", "judge Ann Lee"
  if (place.after === "G" || (token.lower === "judge" && place.after === "N")) return true;
  return "DG#".includes(before) || (before === "I" && token.lower !== "says") || isHeadNoun(place);
}

/** "A blunt message", "said pay had stalled", "a think tank": a bare form where a noun fits and a verb does not. */
function isHeadNoun({ tokens, index, token, before, after }: Place): boolean {
  if (token.lower === "think") return /^tanks?$/.test(tokens[index + 1]?.lower ?? "");
  if (token.lower.endsWith("s")) return false;
  // "Losing hope"
  if (before === "g") return true;
  return ("nNV".includes(before) && "xb".includes(after)) || isOneThing(tokens, index);
}

/** Verbs whose past is as their bare form: "a memo put it". */
const UNCHANGED = new Set(["beat", "cast", "cut", "forecast", "hit", "let", "put", "read", "set", "shut"]);

/** "A blunt message": whether the nouns before a token begin with "a"; with them its verb would end in "s". */
function isOneThing(tokens: Token[], index: number): boolean {
  if (UNCHANGED.has(tokens[index]?.lower ?? "")) return false;
  let t = index - 1;
  while (t > index - 8 && /[nN#]/.test(tokens[t]?.class ?? "^")) t -= 1;
  return t < index - 1 && /^(?:an?|another|each|every|one|this)$/.test(tokens[t]?.lower ?? "");
}

/** "Last week", "late Friday", "Holt first said". */
function isAdverbOfTime({ token, before, after }: Place): boolean {
  if (/^(?:early|last|late|next|past)$/.test(token.lower)) return after === "t" && before !== "D";
  return token.lower === "first" && "NnP".includes(before) && "VvdQ".includes(after);
}

/** "The will", "his might". */
function isNounLikeModal({ token, before }: Place): boolean {
  return before === "D" && (token.lower === "will" || token.lower === "might");
}

/** “It sank,” said her owner: nobody is told there. */
function isWhose({ tokens, index, token, before, after }: Place): boolean {
  return token.lower === "her" && before === "V" && tokens[index - 2]?.class === "Q" && isNoun(after);
}

/** "She said that it sank": "that" before anything but a noun. */
function isConjunction({ token, after }: Place): boolean {
  return token.lower === "that" && !isNoun(after);
}

/** Verbs that no list holds, where only a verb fits. */
function isUnlistedVerb(place: Place): boolean {
  const { tokens, index, token, before, after } = place;
  let m = index - 1;
  while (m > 0 && tokens[m]?.class === "R") m -= 1;
  const governor = tokens[m];
  // "would nominate", "they never violate"
  if (governor?.class === "P" || (governor?.class === "x" && MODALS.has(governor.lower))) return true;
  if (!token.lower.endsWith("s")) return isPluralNoun(tokens[index - 1]) && isObjectStart(after);
  if (token.lower.endsWith("ss")) return false;
  // "he opposes", "the council opposes the plan", "the charter of 1884 obliges it"
  const subject = "nNR)".includes(before) || /^\d{4}$/.test(tokenBefore(place));
  return (isSubjectPronoun(before) && token.lower !== "its") || (subject && (isObjectStart(after) || after === "W"));
}

/** "Lawmakers" in "lawmakers oppose the plan". */
function isPluralNoun(token: Token | undefined): boolean {
  return token?.class === "n" && /[^s]s$/.test(token.lower);
}

/** "The", "he", "him": what a noun phrase behind a verb begins with. */
function isObjectStart(kind: WordClass): boolean {
  return "DPO".includes(kind);
}
