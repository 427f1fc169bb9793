import type { Doubt, SpliceKind, Verification, VerificationMatch, WordsAnswer } from "../verification.ts";
import type { Claimed } from "./text-verification.ts";

// What is said of a checked quote in words, by the report of the command line and by the page alike.

/** A quote, whom it is claimed to be by, and what is recorded of it. */
export interface Finding extends Verification {
  claimed: Claimed;
}

const VERDICTS: Record<WordsAnswer, string> = {
  exact: "exact words",
  altered: "altered",
  reported: "in the reporter's words only",
  none: "not found",
};

/** The answer for a quote in a few words. */
export function verdictOf({ words, speaker, revision }: Pick<Finding, "words" | "speaker" | "revision">): string {
  const verdict = revision === null ? VERDICTS[words] : `${VERDICTS[words]} in an earlier version`;
  if (speaker !== "mismatch") return verdict;
  return words === "exact" && revision === null ? "by somebody else" : `${verdict}, by somebody else`;
}

/** What was joined without a mark. */
export const SPLICES: Record<SpliceKind, string> = {
  segments: "neighbouring parts of one quote",
  quote: "distant parts of one quote",
  quotes: "several quotes of one article",
  articles: "quotes of several articles",
  narration: "a quote and the reporter's words",
};

const DOUBTS: Record<Doubt, string> = {
  attribution: "who is recorded is not sure either",
  name: "the names may be forms of one",
  description: "the article describes one by the other's name",
  unnamed: "the article does not name who is recorded",
  short: "the words are so few that others may have said them too",
  nested: "whoever is recorded quotes somebody else with these words",
  claim: "whom the text names is not sure",
};

/** What to read again although the words are recorded: each a line. */
export function cautionsOf(quote: Finding): string[] {
  const { speaker, doubt, matches } = quote;
  const [best] = matches;
  const lines: string[] = [];
  const until = quote.revision?.served.at(-1)?.until ?? null;
  if (until !== null) lines.push(`the article was corrected: these words stood in it until ${until.slice(0, 10)}`);
  if (isUnconfirmed(quote)) lines.push(`speaker not confirmed: ${doubt === null ? "nobody is recorded" : DOUBTS[doubt]}`);
  if (best !== undefined && isTurned(quote)) lines.push(`a ${best.turned} beside these words was left out: ${contextOf(best)}`);
  if (best?.nested && speaker === "match") lines.push("the speaker quotes somebody else with these words");
  return lines;
}

/** Whether words are recorded beside a negation or a condition that was cut off. */
export function isTurned({ words, matches: [best] }: Pick<Verification, "words" | "matches">): boolean {
  return words !== "none" && best !== undefined && best.turned !== null;
}

/** Whether words that are recorded may be somebody else's than the text says. */
export function isUnconfirmed({ words, speaker, claimed }: Finding): boolean {
  if (speaker === "uncertain") return true;
  return speaker === "unattributed" && claimed.speaker !== null && (words === "exact" || words === "altered");
}

function contextOf({ passages }: VerificationMatch): string {
  const [first] = passages;
  return first === undefined ? "" : `"…${plain(first.context.before)}${plain(first.text)}${plain(first.context.after)}…"`;
}

/** On one line, without characters that a terminal would obey. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "\ufffd");
}
