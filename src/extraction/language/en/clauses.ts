import { firstMentionFrom, type Mention } from "../../speakers/mentions.ts";
import type { Sentence } from "./tokens.ts";

/** How far the subject may stand from its verb, in tokens. */
const REACH = 45;

/**
 * The subject of a speech verb: after it when the order is inverted (`, said X`), else the head of the noun phrase
 * before it, past adverbs, asides ("X, who ..., said") and attached phrases ("a spokesman for Y said").
 */
export function subjectOf(sentence: Sentence, mentions: Mention[], verb: number): Mention | null {
  const { classes } = sentence;
  const lead = classes.slice(Math.max(0, verb - 4), verb);
  if (/(?:^|[Q,\-).])[Rx]*$/.test(lead) && !/ing$/.test(sentence.tokens[verb]?.lower ?? "")) {
    const inverted = mentions[firstMentionFrom(mentions, verb + 1)];
    if (
      inverted !== undefined &&
      /^R*$/.test(classes.slice(verb + 1, inverted.first)) &&
      verb > 0 &&
      !/^[vVxb]/.test(classes.slice(inverted.last))
    )
      return inverted;
  }
  let at = verb;
  while (at > 0 && "xbRt".includes(classes[at - 1] as string)) at -= 1;
  if (",)-".includes(classes[at - 1] ?? "")) at = beforeAside(classes, at - 1);
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
