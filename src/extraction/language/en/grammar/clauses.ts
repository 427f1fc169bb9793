import type { Sentence } from "../tokens/tokens.ts";
import { closesAside, isAuxiliaryOrAdverb, isFiniteVerb } from "../tokens/word-classes.ts";
import { firstMentionFrom, type Mention } from "./mentions.ts";

/** How far the subject may stand from its verb, in tokens. */
const REACH = 45;

/**
 * The subject of a speech verb: after it when the order is inverted (`, said X`), else the head of the noun phrase
 * before it, past adverbs, asides ("X, who ..., said") and attached phrases ("a spokesman for Y said").
 */
export function subjectOf(sentence: Sentence, mentions: Mention[], verb: number): Mention | null {
  return subjectAfter(sentence, mentions, verb) ?? subjectBefore(sentence, mentions, verb);
}

/** `“We go,” later said the mayor`: a mention right after a verb that opens its clause, when it has no verb of its own. */
function subjectAfter({ classes, tokens }: Sentence, mentions: Mention[], verb: number): Mention | null {
  const participle = /ing$/.test(tokens[verb]?.lower ?? "");
  const opens = /(?:^|[Q,\-).])[Rx]*$/.test(classes.slice(Math.max(0, verb - 4), verb));
  const after = mentions[firstMentionFrom(mentions, verb + 1)];
  if (verb === 0 || participle || !opens || after === undefined) return null;
  const adjacent = /^R*$/.test(classes.slice(verb + 1, after.first));
  return adjacent && !isFiniteVerb(classes[after.last]) ? after : null;
}

/** "The mayor, who runs the ferry, later said", "a spokesman for the mayor said". */
function subjectBefore({ classes }: Sentence, mentions: Mention[], verb: number): Mention | null {
  let at = verb;
  while (at > 0 && (isAuxiliaryOrAdverb(classes[at - 1]) || classes[at - 1] === "t")) at -= 1;
  if (at > 0 && closesAside(classes[at - 1])) at = beforeAside(classes, at - 1);
  let m = firstMentionFrom(mentions, at) - 1;
  // "and said", "before adding", ", saying": the subject is that of the clause before.
  while (m > 0 && verb - (mentions[m] as Mention).first < REACH && isAttached(classes, mentions[m] as Mention)) m -= 1;
  const subject = mentions[m];
  return subject === undefined || verb - subject.first > REACH ? null : subject;
}

/** Where the aside that ends at `close` begins. */
function beforeAside(classes: string, close: number): number {
  const mark = classes[close] === ")" ? "(" : (classes[close] as string);
  const open = classes.lastIndexOf(mark, close - 1);
  return open > 0 && close - open < REACH ? open : close;
}

/** Whether a mention hangs on the word before it, as an object or an attribute does. */
function isAttached(classes: string, mention: Mention): boolean {
  return /[ITVvdgG]R*$/.test(classes.slice(Math.max(0, mention.first - 3), mention.first));
}
