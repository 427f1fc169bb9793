import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { Name } from "../../language/en/names/names.ts";
import { isPersonNoun } from "../../language/en/names/roles.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { isFiniteVerb, isLink, isPreposition, type WordClass } from "../../language/en/tokens/word-classes.ts";
import { headOf, LINKS, possessed } from "./phrase-heads.ts";

/** What stands in apposition to a phrase: a name, or a role with its head noun. */
interface Apposition {
  name: Name | null;
  head: string | null;
  description: TokenRange | null;
}

/** A phrase as far as it has grown: its base mention, the tokens of all of it, and the name it holds. */
interface GrownPhrase extends TokenRange {
  sentence: Sentence;
  mention: Mention;
  name: Name | null;
}

const NOTHING: Apposition = { name: null, head: null, description: null };

/** What stands before a place rather than a person. */
const PLACING = new Set(["across", "at", "from", "in", "into", "near", "outside", "to"]);
/** How many mentions are looked at on each side. */
const REACH = 4;

/** What stands in apposition: "the envoy, Jan Novak, said" gives the name, "Jan Novak, the envoy," the description. */
export function appositionOf(analysis: Analysis, phrase: GrownPhrase): Apposition {
  if (phrase.name === null) return nameBehind(analysis, phrase) ?? nameInFront(analysis, phrase) ?? NOTHING;
  return roleBehind(analysis, phrase) ?? roleInFront(analysis, phrase) ?? NOTHING;
}

/** The mention right behind the comma that follows a phrase. */
function mentionBehind(analysis: Analysis, { sentence, mention, last }: GrownPhrase): Mention | undefined {
  if (sentence.classes[last] !== ",") return undefined;
  const mentions = analysis.mentions[mention.sentence] ?? [];
  return mentions.slice(mention.index + 1, mention.index + 1 + REACH).find((other) => other.first === last + 1);
}

/** "The envoy, Jan Novak, said": a pure name between marks names the role. */
function nameBehind(analysis: Analysis, phrase: GrownPhrase): Apposition | null {
  const { classes } = phrase.sentence;
  const behind = mentionBehind(analysis, phrase);
  if (behind === undefined || !isDefinite(phrase.sentence, phrase.first)) return null;
  const pure = /^N+$/.test(classes.slice(behind.first, behind.last));
  if (!pure || !closesName(phrase, classes[behind.last] ?? "$")) return null;
  return {
    name: behind.name,
    head: headOf(phrase.sentence, phrase.mention),
    description: { first: phrase.first, last: phrase.last },
  };
}

/** "Jan Novak, the envoy, said": the name before the comma is that of the role. */
function nameInFront(analysis: Analysis, { sentence, mention, first, last }: GrownPhrase): Apposition | null {
  const { classes, tokens } = sentence;
  const front = analysis.mentions[mention.sentence]?.[mention.index - 1];
  if (front?.kind !== "name" || classes[first - 1] !== "," || front.last !== first - 1 || first !== mention.first) return null;
  const head = headOf(sentence, mention) ?? "";
  if (
    !(isPersonNoun(head) || isEnclosed(sentence, first, last)) ||
    hasVerb(classes, last) ||
    PLACING.has(tokens[front.first - 1]?.lower ?? "")
  )
    return null;
  return { name: front.name, head, description: { first, last } };
}

/** "The Tide Institute, a think tank, found": an indefinite phrase between commas, with the verb behind it, is of the name whatever it says. */
function isEnclosed({ tokens, classes }: Sentence, first: number, last: number): boolean {
  return /^an?$/.test(tokens[first]?.lower ?? "") && /^,[RxbVv]/.test(classes.slice(last, last + 2));
}

/** "The envoy, Jan Novak, said"; "the envoy, Jan Novak said" only where the role opens its clause, not in "in the letter, Jan Novak said". */
function closesName({ sentence, first }: GrownPhrase, next: WordClass): boolean {
  return ",.Q$".includes(next) || (next === "V" && "^Q,".includes(sentence.classes[first - 1] ?? "^"));
}

/** "Jan Novak, the Finnish envoy, said": a role behind the comma describes the name. */
function roleBehind(analysis: Analysis, phrase: GrownPhrase): Apposition | null {
  const { sentence } = phrase;
  const behind = mentionBehind(analysis, phrase);
  if (behind === undefined) return null;
  const role = possessed(analysis, sentence, behind);
  if (role.kind !== "role" || sentence.classes[role.last] === "G") return null;
  const last = attachedEnd(analysis, sentence, role);
  if (hasVerb(sentence.classes, last) || (isLedIn(sentence, phrase.first) && !CLOSING.test(sentence.classes.slice(last, last + 1))))
    return null;
  return { name: null, head: headOf(sentence, role), description: { first: behind.first, last } };
}

/** What ends an apposition that stands in the middle of a sentence. */
const CLOSING = /^[,)-]?$/;

/** "According to Jan Novak, the envoy never slept": behind a phrase that opens the sentence stands its subject, unless a mark closes it off. */
function isLedIn({ classes }: Sentence, first: number): boolean {
  return isPreposition(classes[first - 1]) && !/[vVxbQ]/.test(classes.slice(0, first - 1));
}

/** "In Skerrow, the mayor said": what has a verb of its own is not an apposition. */
function hasVerb(classes: string, last: number): boolean {
  let next = last;
  while (classes[next] === "R" || classes[next] === "t") next += 1;
  return isFiniteVerb(classes[next]);
}

/** "The mayor's deputy for roads, Paul Brandt, said": the role before the comma describes the name. */
function roleInFront(analysis: Analysis, { sentence, mention, first }: GrownPhrase): Apposition | null {
  const { classes } = sentence;
  const mentions = analysis.mentions[mention.sentence] ?? [];
  if (classes[first - 1] !== "," || mentions[mention.index - 1]?.last !== first - 1) return null;
  const front = mentions.slice(chainStart(classes, mentions, mention.index - 1), mention.index);
  const role = front.find((other) => other.kind === "role" && classes[other.last] !== "G");
  const start = front[0]?.first;
  if (role === undefined || start === undefined || !/^[,^Q]$/.test(classes[start - 1] ?? "^")) return null;
  return { name: null, head: headOf(sentence, role), description: { first: start, last: first - 1 } };
}

/** Index of the first of the mentions that are joined, by possessors or prepositions, up to that at `index`. */
function chainStart(classes: string, mentions: Mention[], index: number): number {
  let m = index;
  while (m > 0 && index - m < REACH) {
    const [before, first] = [mentions[m - 1], (mentions[m] as Mention).first];
    if (before?.last !== first - 1 || !isLink(classes[first - 1])) break;
    m -= 1;
  }
  return m;
}

function isDefinite({ tokens, classes }: Sentence, first: number): boolean {
  return "DN".includes(classes[first] ?? "$") || tokens[first]?.class === "n";
}

/** The end of a role with what is attached to it: "the deputy for roads of the town". */
function attachedEnd(analysis: Analysis, { classes }: Sentence, role: Mention): number {
  const mentions = analysis.mentions[role.sentence] ?? [];
  let { last } = role;
  for (const other of mentions.slice(role.index + 1, role.index + 1 + LINKS)) {
    if (other.first === last + 1 && isPreposition(classes[last])) last = other.last;
  }
  return last;
}
