import { isReportingVerb } from "../../language/en/tokens/lexicon.ts";
import type { CandidateView } from "./candidate-view.ts";

/** The classes of a label before its quote: the name, and up to three asides without a verb. */
export const LABEL = /^[-*(]?[DnN#t]{1,6}\)?(?:,[DnN#tIG]{1,8}|\([^)VQ]{1,8}\)){0,3}:$/;

/** “Yes,” and “no,” said the envoy.: an inverted cue at the end speaks for all marked words of its sentence. */
export function closesSentence({ mention, sentence: { classes }, link, verb }: CandidateView): boolean {
  return link.type === "inverted" && verb.class === "plain" && endsWithAside(classes.slice(mention.last, mention.last + 40));
}

/** Whether nothing but attached phrases and one aside without a verb follows: "of the ferry company, on Friday." */
export function endsWithAside(rest: string): boolean {
  return /^(?:,[^.VQ]*)?[.)]*$/.test(rest.replace(/[RtIDnN#TG]+/g, ""));
}

/** “We go” — Ann Lee, mayor: a name behind a dash in the quote's own sentence; in a list the next quote follows. */
export function followsDash({ span, mention, sentence: { classes }, link }: CandidateView): boolean {
  const behindDash = mention.first === span.token + 2 && classes[mention.first - 1] === "-";
  const rest = classes.slice(span.token + 1, span.token + 40);
  return behindDash && (/^-[DnN#*]+(?:,[^.VQ]*)?Q-/.test(rest) || (link.type === "none" && /^-[DnN#*]+(?:,[^.V]*)?$/.test(rest)));
}

/** Ann Lee, 34, Bergen: “We go.” A name with an age, a place or a role, and a colon, opens the sentence. */
export function isLabel({ span, mention, sentence: { classes } }: CandidateView): boolean {
  return mention.index === 0 && mention.kind === "name" && LABEL.test(classes.slice(0, span.token));
}

/** "A letter seen by the Post", “We go,” she said, according to the Post: who only hands on what others say. */
export function passesOn({ span, mention, sentence, subjects, link }: CandidateView): boolean {
  const { classes, tokens } = sentence;
  if (link.type === "by")
    return HANDED_ON.has(tokens[mention.first - 2]?.lower ?? "") || HANDED_ON.has(tokens[link.verb ?? -1]?.lower ?? "");
  if (link.type !== "according") return false;
  if (RENDERINGS.has(tokens[mention.last - 1]?.lower ?? "")) return true;
  const said = span.token + 1 + classes.slice(span.token + 1, mention.first).indexOf("V");
  return said > span.token && subjects.has(said) && isReportingVerb(tokens[said]?.lower ?? "");
}

const HANDED_ON = new Set(["examined", "heard", "obtained", "read", "reviewed", "seen", "viewed", "watched"]);
const RENDERINGS = new Set([
  "interpreter",
  "interpreters",
  "subtitles",
  "transcript",
  "transcription",
  "translation",
  "translations",
  "translator",
  "translators",
]);

/** “We go.” — Ann Lee, mayor.: a sentence that is nothing but a dash and a name. */
export function isSignature({ mention, sentence: { classes } }: CandidateView): boolean {
  return mention.index === 0 && classes.length < 40 && /^-[DnN#*]+(?:,[^.VQ-]*)?\.?Q?$/.test(classes);
}
