import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { isPersonNoun } from "../../language/en/names/roles.ts";
import { compoundRole, titleOf } from "../../language/en/names/titles.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { isLink } from "../../language/en/tokens/word-classes.ts";
import { wordsOf } from "../../language/en/words.ts";

/** Phrases that are followed one after the other at most. */
export const LINKS = 3;
/** What ministers are of. */
const PORTFOLIOS = wordsOf("portfolios");
const GOVERNING = new Set(["of", "from", "at", "for", "by"]);

/** The head of a phrase that a mention ends: "Jane Roe of The Tide and Post", "a letter seen by the paper". */
export function governor(analysis: Analysis, sentence: Sentence, mention: Mention): Mention {
  if (mention.kind === "pronoun" || mention.kind === "relative") return mention;
  let head = mention;
  for (let link = 0; link < LINKS; link += 1) {
    const before = analysis.mentions[mention.sentence]?.[head.index - 1];
    if (before === undefined || before.kind === "pronoun") break;
    const joined = isJoinedToGoverned(sentence, before, head);
    if (!joined && (!isGovernedBy(sentence, before, head) || isRoleOfName(sentence, before, head))) break;
    head = before;
  }
  return sentence.classes[head.last] === "G" ? mention : head;
}

/** "The Tide and Post": what "and" joins to a phrase behind a preposition is governed as that is. */
function isJoinedToGoverned({ classes, tokens }: Sentence, before: Mention, head: Mention): boolean {
  const governed = classes[before.first - 1] === "I" && GOVERNING.has(tokens[before.first - 1]?.lower ?? "");
  return governed && classes.slice(before.last, head.first) === "C";
}

/** "Jane Roe of the Post", "a letter seen by the paper": one preposition, and before "by" a participle. */
function isGovernedBy({ classes, tokens }: Sentence, before: Mention, head: Mention): boolean {
  const gap = classes.slice(before.last, head.first);
  const joint = tokens[head.first - 1]?.lower ?? "";
  // "From the desk of Ann Lee": the desk does not speak.
  if (tokens[before.last - 1]?.lower === "desk") return false;
  return /^[dV]?I$/.test(gap) && GOVERNING.has(joint) && (joint === "by") === (gap.length === 2);
}

/** "Minister of Harbours Clara Voss": the role before "of" is that of the person named behind it. */
function isRoleOfName(sentence: Sentence, before: Mention, head: Mention): boolean {
  return isRole(before) && endsWithName(head) && !isPrincipal(sentence, head);
}

/** The head noun of a role in lower case, with the word that makes another role of it: "vice president". */
export function headOf({ tokens }: Sentence, { first, last }: TokenRange): string | null {
  const head = tokens[last - 1]?.lower;
  return head === undefined ? null : compoundRole(last - 1 > first ? tokens[last - 2]?.lower : undefined, head);
}

/** What a possessor possesses: the envoy of "Roe's envoy". */
export function possessed(analysis: Analysis, sentence: Sentence, mention: Mention): Mention {
  let head = mention;
  for (let link = 0; link < LINKS && sentence.classes[head.last] === "G"; link += 1) {
    const next = analysis.mentions[mention.sentence]?.[head.index + 1];
    if (next === undefined || next.first !== head.last + 1 || next.kind === "pronoun") break;
    head = next;
  }
  return head;
}

/** Whether a phrase is a role rather than a name. */
export function isRole(mention: Mention): boolean {
  return mention.kind === "role" || mention.last - mention.first === 1;
}

/** Whether a phrase like "the Orchard Council Tomas Lind" ends with a person's name. */
export function endsWithName(mention: Mention): boolean {
  if (mention.last - mention.first === 1) return false;
  const { name } = mention;
  return name !== null && (name.gender !== null || name.title !== null || name.words.length === 2);
}

/**
 * Whether the name after a role is another's, so that the role has none: "a spokesman for Tom Reed", "the wife of Governor
 * Tom Reed", "an aide to singer Tom Reed". In "Secretary of State Jane Roe" what stands before the name belongs to the role.
 */
export function isPrincipal(sentence: Sentence, mention: Mention): boolean {
  const { tokens } = sentence;
  const { name } = mention;
  if (name === null) return false;
  const before = tokens.slice(mention.first, mention.last).filter(({ start, class: kind }) => start < name.start && kind !== "D");
  if (titleOf(name.title ?? "")?.honorific && PORTFOLIOS.has(before[0]?.lower ?? "") && !isGoverned(sentence, mention.first - 2))
    return false;
  if (before.length === 0 || name.title !== null) return true;
  // "The late Tom Reed", "singer Tom Reed", but "chief of staff Jane Roe".
  const determined = tokens[mention.first]?.class === "D";
  return before.some(
    ({ lower, class: kind }) =>
      kind !== "N" && (determined || DESCRIBING.test(lower) || (isPersonNoun(lower) && !lower.endsWith("cy")) || titleOf(lower) !== null),
  );
}

/** "Undersecretary for Education Mr. Reed", but not "an aide to the minister for Education Mr. Reed": whether the role is that of somebody's. */
function isGoverned({ classes }: Sentence, role: number): boolean {
  let t = role;
  while ("nND".includes(classes[t] ?? "^")) t -= 1;
  return isLink(classes[t]);
}

/** Adjectives of a person rather than of an office. */
const DESCRIBING = /^(?:former|late|then|young)$/;
