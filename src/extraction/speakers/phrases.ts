import type { Analysis } from "../analysis.ts";
import { type Name, nameOf } from "../language/en/names.ts";
import type { Sentence, TokenRange } from "../language/en/tokens.ts";
import type { Mention } from "./mentions.ts";
import { endsWithName, governor, isPrincipal, isRole, LINKS, possessed } from "./phrase-heads.ts";

/** A mention with what belongs to it: possessors, attached phrases, appositions, a second person joined by "and". */
export interface Phrase {
  /** Tokens of the whole phrase as it is shown, without appositions. */
  first: number;
  last: number;
  /** The person's or organisation's proper name, in the phrase or in apposition to it. */
  name: Name | null;
  /** Head noun of a phrase without a name, or of the role in apposition to a name; lower case. */
  head: string | null;
  /** Tokens of the role that describes the name, if there is one. */
  description: TokenRange | null;
  /** A second mention: "X and Y said". */
  partner: Mention | null;
}

const ATTACHING = new Set(["of", "for", "from", "at", "to"]);

/** Grows a base noun phrase to the phrase it stands in; a possessor leads to what it possesses ("Roe's envoy"). */
export function phraseOf(analysis: Analysis, base: Mention): Phrase {
  const sentence = analysis.sentences[base.sentence] as Sentence;
  const { tokens, classes } = sentence;
  const mention = possessed(analysis, sentence, governor(analysis, sentence, base));
  let { first, last } = mention;
  if (mention.kind === "pronoun" || mention.kind === "relative")
    return { first, last, name: null, head: null, description: null, partner: null };
  const all = analysis.mentions[mention.sentence] ?? [];
  const at = mention.index;
  let m = at;
  for (let link = 0; link < LINKS; link += 1) {
    const before = all[m - 1];
    const joint = before !== undefined && before.last === first - 1 ? tokens[first - 1] : undefined;
    if (before === undefined || joint === undefined || before.kind === "pronoun") break;
    // "Minister of Harbours Clara Voss": the role before "of" belongs to the name after it.
    const role =
      joint.class === "I" &&
      (joint.lower === "of" || joint.lower === "for") &&
      isRole(sentence, before) &&
      endsWithName(analysis, sentence, mention) &&
      !isPrincipal(analysis, sentence, mention);
    if (joint.class !== "G" && !role) break;
    first = before.first;
    m -= 1;
  }
  let name = nameOf(analysis.text, tokens, mention.first, mention.last);
  let named = mention;
  for (let link = 0, n = at + 1; link < LINKS; link += 1, n += 1) {
    const after = all[n];
    if (after === undefined || after.first !== last + 1 || !ATTACHING.has(tokens[last]?.lower ?? "") || after.kind === "pronoun") break;
    if (tokens[last]?.lower === "to" && mention.kind === "name") break;
    last = after.last;
    // "head of the Orchard Council Tomas Lind": the name at the end is that of the role before "of".
    if (name === null && endsWithName(analysis, sentence, after) && !isPrincipal(analysis, sentence, after))
      [name, named] = [nameOf(analysis.text, tokens, after.first, after.last), after];
  }
  const inner = name !== null && tokens[named.last - 1]?.class === "N" ? wholeName(analysis, sentence, named, name, last) : null;
  const beside = apposition(analysis, sentence, all, mention, first, last, inner);
  const head = inner === null ? (tokens[mention.last - 1]?.lower ?? null) : null;
  return {
    first,
    last,
    name: inner ?? beside.name,
    head: beside.head ?? head ?? roleBefore(sentence, mention),
    description: beside.description ?? (inner === null ? { first, last } : null),
    partner: partnerOf(classes, all, mention),
  };
}

/** "Skerrow Department of Harbours" is one name; "Jane Roe of Ohio" is not. */
function wholeName(analysis: Analysis, sentence: Sentence, mention: Mention, name: Name, last: number): Name {
  const organisation =
    /^(?:department|ministry|bank|university|council|institute|house|board|court|bureau|office|association|federation|league|chamber|college|academy|church|museum|city)$/i.test(
      name.words.at(-1) ?? "",
    );
  const of = sentence.tokens[mention.last]?.lower === "of" && sentence.tokens[mention.last + 1]?.class === "N";
  const end = sentence.tokens[last - 1]?.end;
  if (!organisation || !of || end === undefined || last === mention.last) return name;
  return { ...name, words: analysis.text.slice(name.start, end).split(/\s+/), end };
}

interface Apposition {
  name: Name | null;
  head: string | null;
  description: TokenRange | null;
}

/** What stands in apposition: "the envoy, Jan Novak, said" gives the name, "Jan Novak, the envoy," the description. */
function apposition(
  analysis: Analysis,
  sentence: Sentence,
  all: Mention[],
  mention: Mention,
  first: number,
  last: number,
  name: Name | null,
): Apposition {
  const { tokens, classes } = sentence;
  const at = mention.index;
  const next = all.slice(at + 1, at + 5).find((other) => other.first === last + 1);
  if (classes[last] === "," && next !== undefined) {
    const close = classes[next.last] ?? "$";
    const pure = /^N+$/.test(classes.slice(next.first, next.last));
    if (name === null && pure && ",.Q$V".includes(close) && isDefinite(sentence, first)) {
      return {
        name: nameOf(analysis.text, tokens, next.first, next.last),
        head: tokens[mention.last - 1]?.lower ?? null,
        description: { first, last },
      };
    }
    const role = possessed(analysis, sentence, next);
    if (name !== null && role.kind === "role" && classes[role.last] !== "G") {
      return {
        name: null,
        head: tokens[role.last - 1]?.lower ?? null,
        description: { first: next.first, last: attachedEnd(sentence, all, role) },
      };
    }
  }
  // "the mayor's deputy for roads, Paul Brandt, said": the role before the comma describes the name.
  if (name !== null && classes[first - 1] === ",") {
    let m = at - 1;
    while (
      m > 0 &&
      at - m < 5 &&
      all[m - 1]?.last === (all[m] as Mention).first - 1 &&
      "IGT".includes(classes[(all[m] as Mention).first - 1] ?? "$")
    )
      m -= 1;
    const role = all.slice(m, at).find((other) => other.kind === "role" && classes[other.last] !== "G");
    const start = all[m]?.first;
    if (role !== undefined && start !== undefined && all[at - 1]?.last === first - 1 && /^[,^Q]$/.test(classes[start - 1] ?? "^")) {
      return { name: null, head: tokens[role.last - 1]?.lower ?? null, description: { first: start, last: first - 1 } };
    }
  }
  return { name: null, head: null, description: null };
}

function isDefinite(sentence: Sentence, first: number): boolean {
  const { tokens, classes } = sentence;
  return "DN".includes(classes[first] ?? "$") || tokens[first]?.class === "n";
}

function attachedEnd(sentence: Sentence, all: Mention[], mention: Mention): number {
  let { last } = mention;
  for (const other of all.slice(mention.index + 1, mention.index + 1 + LINKS)) {
    if (other.first === last + 1 && "IT".includes(sentence.classes[last] ?? "$")) last = other.last;
  }
  return last;
}

/** The role word right before a name: "spokesman Jan Novak". */
function roleBefore(sentence: Sentence, mention: Mention): string | null {
  const { tokens } = sentence;
  let t = mention.last - 1;
  while (t > mention.first && tokens[t - 1]?.class === "N") t -= 1;
  return tokens[t - 1]?.class === "n" && t > mention.first ? (tokens[t - 1]?.lower ?? null) : null;
}

/** The other of two people who speak together: "Roe and Doe said", "said Roe and Doe". */
function partnerOf(classes: string, all: Mention[], mention: Mention): Mention | null {
  const isName = (other: Mention | undefined): other is Mention => other?.kind === "name";
  const begins = (first: number) => /^[,Q^V-]$/.test(classes[first - 1] ?? "^");
  if (!isName(mention)) return null;
  const [before, after] = [all[mention.index - 1], all[mention.index + 1]];
  if (classes[mention.last] === "C" && isName(after) && after.first === mention.last + 1 && begins(mention.first)) return after;
  if (classes[mention.first - 1] === "C" && isName(before) && before.last === mention.first - 1 && begins(before.first)) return before;
  return null;
}
