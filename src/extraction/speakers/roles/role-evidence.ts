import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { Name } from "../../language/en/names/names.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import type { Phrase } from "../phrases/phrases.ts";
import { isModifier, roleKey, tokenOf } from "./role-keys.ts";

/** How far behind a name its predicate may stand, in tokens: "Ann Lee, who was first elected as mayor". */
const REACH = 8;

/** A role that the text gives to a name. */
export interface GivenRole {
  key: string;
  /** The token of its noun; `null` when it is not to be found. */
  token: number | null;
  /** Where the phrase of the role begins. */
  first: number;
}

/**
 * The roles that the text gives to a name where it stands: by a title ("Mayor Tom Falk"), in apposition ("Tom Falk, the
 * mayor,") or in a predicate ("Tom Falk, who was elected mayor"). What merely stands near gives none.
 */
export function rolesOf(analysis: Analysis, mention: Mention, name: Name, phrase: Phrase): GivenRole[] {
  const sentence = analysis.sentences[mention.sentence] as Sentence;
  const { tokens } = sentence;
  const roles: GivenRole[] = [];
  const title = tokenBefore(sentence, mention, name);
  if (name.title !== null && title >= mention.first) roles.push(roleAt(sentence, phraseStart(sentence, mention.first), title));
  if (phrase.head !== null) {
    const range = phrase.description ?? { first: phrase.first, last: mention.last };
    const at = tokenOf(tokens, range, phrase.head);
    if (at >= 0) roles.push(roleAt(sentence, phraseStart(sentence, range.first), at));
    else roles.push({ key: phrase.head, token: null, first: range.first });
  }
  const predicate = predicateOf(analysis, sentence, mention);
  if (predicate !== null) roles.push(predicate);
  return roles;
}

function roleAt({ tokens }: Sentence, first: number, token: number): GivenRole {
  return { key: roleKey(tokens, first, token), token, first };
}

/** The token right before a name, as far as the mention goes. */
function tokenBefore({ tokens }: Sentence, { first, last }: Mention, name: Name): number {
  let t = first;
  while (t < last && (tokens[t]?.start ?? 0) < name.start) t += 1;
  return t - 1;
}

/** Where the words before a role begin that may modify it: "the then deputy mayor". */
function phraseStart({ tokens, classes }: Sentence, first: number): number {
  let t = first;
  while (t > 0 && ("nN".includes(classes[t - 1] ?? "$") || isModifier(tokens[t - 1]?.lower ?? ""))) t -= 1;
  return t;
}

const IS =
  /^(?:, who |who )?(?:(?:is|was|has been|had been|will be|became|becomes|remains) (?:also |once |now |then )?(?:(?:re-?)?elected (?:as )?|appointed (?:as )?|named (?:as )?|sworn in as |chosen as )?|serves as |served as |works as |worked as |took over as )$/;

/** "Ann Lee is the mayor", "the mayor is Ann Lee"; one who was mayor until some year is a former mayor. */
function predicateOf(analysis: Analysis, sentence: Sentence, mention: Mention): GivenRole | null {
  const { tokens, classes } = sentence;
  const mentions = analysis.mentions[mention.sentence] ?? [];
  const words = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((token) => `${token.lower} `)
      .join("");
  const behind = mentions[mention.index + 1]?.kind === "relative" ? mentions[mention.index + 2] : mentions[mention.index + 1];
  if (
    behind?.kind === "role" &&
    behind.first - mention.last <= REACH &&
    classes[behind.last] !== "G" &&
    IS.test(words(mention.last, behind.first))
  ) {
    const role = roleAt(sentence, behind.first, behind.last - 1);
    const past = /^(?:who |, who )?(?:was|served|worked|had been) /.test(words(mention.last, behind.first));
    return past && /\b(?:until|from) /.test(words(behind.last, behind.last + REACH)) ? { ...role, key: `former ${role.key}` } : role;
  }
  const front = mentions[mention.index - 1];
  if (front?.kind !== "role" || classes[front.first] !== "D" || !/^(?:is|will be) $/.test(words(front.last, mention.first))) return null;
  return roleAt(sentence, front.first, front.last - 1);
}
