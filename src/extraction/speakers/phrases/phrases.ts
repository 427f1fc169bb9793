import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { Name } from "../../language/en/names/names.ts";
import { isDocumentNoun } from "../../language/en/names/roles.ts";
import { compoundRole } from "../../language/en/names/titles.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { appositionOf } from "./appositions.ts";
import { endsWithName, governor, headOf, isPrincipal, isRole, LINKS, possessed } from "./phrase-heads.ts";

/** A mention with what belongs to it, appositions left out: possessors, attached phrases, a second person joined by "and". */
export interface Phrase extends TokenRange {
  /** The person's or organisation's proper name, in the phrase or in apposition to it. */
  name: Name | null;
  /** Head noun of a phrase without a name, or of the role in apposition to a name; lower case. */
  head: string | null;
  /** The role that describes the name, if there is one. */
  description: TokenRange | null;
  /** A second mention: "X and Y said". */
  partner: Mention | null;
}

const ATTACHING = new Set(["of", "for", "from", "at", "to"]);

/** Grows a base noun phrase to the phrase it stands in; a possessor leads to what it possesses ("Roe's envoy"). */
export function phraseOf(analysis: Analysis, base: Mention): Phrase {
  const sentence = analysis.sentences[base.sentence] as Sentence;
  const mentions = analysis.mentions[base.sentence] ?? [];
  const mention = base.alone ? base : possessed(analysis, sentence, governor(analysis, sentence, base));
  if (mention.kind === "pronoun" || mention.kind === "relative") {
    return { first: mention.first, last: mention.last, name: null, head: null, description: null, partner: null };
  }
  const { first, role } = firstWithPossessors(analysis, sentence, mention);
  const { last, name } = attach(analysis, sentence, mention);
  const beside = appositionOf(analysis, { sentence, mention, first, last, name });
  const head = name === null ? headOf(sentence, mention) : role === null ? roleBefore(sentence, mention) : headOf(sentence, role);
  return {
    first,
    last,
    name: name ?? beside.name,
    head: beside.head ?? head,
    description:
      beside.description ?? (name === null ? { first, last } : role === null ? null : { first: role.first, last: mention.first }),
    partner: partnerOf(sentence.classes, mentions, mention),
  };
}

/** Where the phrase begins with its possessors ("the mayor's envoy") and the role whose "of" leads to the name; that role. */
function firstWithPossessors(analysis: Analysis, sentence: Sentence, mention: Mention): { first: number; role: Mention | null } {
  const mentions = analysis.mentions[mention.sentence] ?? [];
  let { first } = mention;
  let role: Mention | null = null;
  for (const before of mentions.slice(Math.max(0, mention.index - LINKS), mention.index).toReversed()) {
    const joint = before.last === first - 1 ? sentence.tokens[first - 1] : undefined;
    if (joint === undefined || before.kind === "pronoun") break;
    if (joint.class === "I" && isRoleOf(sentence, before, mention, joint.lower)) role = before;
    else if (joint.class !== "G") break;
    first = before.first;
  }
  return { first, role };
}

/** "Minister of Harbours Clara Voss": the role before "of" belongs to the name after it. */
function isRoleOf(sentence: Sentence, role: Mention, mention: Mention, joint: string): boolean {
  if ((joint !== "of" && joint !== "for") || !isRole(role)) return false;
  return endsWithName(mention) && !isPrincipal(sentence, mention);
}

/** Where the phrase ends with what is attached to it ("the head of the Orchard Council"), and the name it holds. */
function attach(analysis: Analysis, sentence: Sentence, mention: Mention): { last: number; name: Name | null } {
  const { tokens } = sentence;
  const mentions = analysis.mentions[mention.sentence] ?? [];
  let { last } = mention;
  let named = mention;
  let { name } = mention;
  for (const after of mentions.slice(mention.index + 1, mention.index + 1 + LINKS)) {
    const joint = tokens[last]?.lower ?? "";
    if (after.first !== last + 1 || after.kind === "pronoun") break;
    if ((joint === "by" || joint === "from") && name === null && after.kind === "name" && isDocumentNoun(tokens[last - 1]?.lower ?? "")) {
      return { last: after.last, name: after.name };
    }
    if (!ATTACHING.has(joint)) break;
    if (joint === "to" && mention.kind === "name") break;
    last = after.last;
    // "head of the Orchard Council Tomas Lind": the name at the end is that of the role before "of".
    if (name === null && endsWithName(after) && !isPrincipal(sentence, after)) {
      [name, named] = [after.name, after];
    }
  }
  return { last, name: tokens[named.last - 1]?.class === "N" ? name : null };
}

/** The role word right before a name: "spokesman Jan Novak". */
function roleBefore({ tokens }: Sentence, mention: Mention): string | null {
  let t = mention.last - 1;
  while (t > mention.first && tokens[t - 1]?.class === "N") t -= 1;
  const word = t > mention.first ? tokens[t - 1] : undefined;
  return word?.class === "n" ? compoundRole(t - 1 > mention.first ? tokens[t - 2]?.lower : undefined, word.lower) : null;
}

/** The other of two people who speak together: "Roe and Doe said", "said Roe and Doe". */
function partnerOf(classes: string, mentions: Mention[], mention: Mention): Mention | null {
  if (mention.kind !== "name") return null;
  const begins = (first: number) => /^[,Q^V-]$/.test(classes[first - 1] ?? "^");
  const [before, after] = [mentions[mention.index - 1], mentions[mention.index + 1]];
  if (classes[mention.last] === "C" && after?.kind === "name" && after.first === mention.last + 1 && begins(mention.first)) return after;
  const joined = classes[mention.first - 1] === "C" && before?.kind === "name" && before.last === mention.first - 1;
  return joined && begins(before.first) ? before : null;
}
