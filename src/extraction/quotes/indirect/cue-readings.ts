import type { Analysis } from "../../analysis.ts";
import { subjectOf } from "../../language/en/grammar/clauses.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { isPlainCue, reportsClause } from "../../language/en/tokens/cues.ts";
import { cueLemma } from "../../language/en/tokens/lexicon.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { Features } from "../../speakers/features.ts";
import { type Clause, type ClauseType, clausesAfter, clausesBefore } from "./reported-clauses.ts";

/** A reading of one cue: the clause it reports, of one part or two; of none when the cue reports nothing. */
export interface CueReading {
  cue: TokenRange;
  mention: Mention | null;
  segments: TokenRange[];
  features: Features;
}

/** A word that may report, and who does. */
interface Cue {
  /** The token of the verb, or of "according". */
  at: number;
  tokens: TokenRange;
  /** As the verb stands, in lower case. */
  word: string;
  lemma: string;
  class: "plain" | "marked" | "according";
  subject: Mention | null;
  /** Whether the subject stands before the verb or after it. */
  place: "subject" | "inverted" | "none";
}

/** "charges the club has denied": nobody denies, asks or finds in parenthesis. */
const NOT_PARENTHETICAL = new Set(["deny", "ask", "find", "show", "see", "know", "learn", "promise", "demand", "allege"]);

/** Whether a token is a speech verb or the word that "according to" begins with; no other is a cue. */
export function mayBeCue({ classes, tokens }: Sentence, at: number): boolean {
  return classes[at] === "V" || tokens[at]?.lower === "according";
}

/** Every reading of the token as a cue, the first of them "reports nothing"; none when it is not a cue. */
export function readingsOf(analysis: Analysis, index: number, at: number): CueReading[] {
  const sentence = analysis.sentences[index] as Sentence;
  const cue = cueAt(analysis, index, at);
  if (cue === null) return [];
  const read = (segments: TokenRange[], features: Features): CueReading => ({
    cue: cue.tokens,
    mention: cue.subject,
    segments,
    features,
  });
  const nothing = read([], nothingFeatures(sentence, cue));
  return [nothing, ...clausesOf(sentence, cue).map(({ segments, features }) => read(segments, features))];
}

/** "said", "according to": the cue at a token with its subject, or `null`. */
function cueAt(analysis: Analysis, index: number, at: number): Cue | null {
  const sentence = analysis.sentences[index] as Sentence;
  const mentions = analysis.mentions[index] ?? [];
  const { tokens, classes } = sentence;
  const word = tokens[at]?.lower ?? "";
  const according = word === "according" && tokens[at + 1]?.lower === "to";
  const lemma = according ? word : classes[at] === "V" ? cueLemma(word) : null;
  if (lemma === null || !(according || reportsClause(lemma))) return null;
  const subject = according
    ? (mentions.find((mention) => mention.first >= at + 2) ?? null)
    : (analysis.subjects[index]?.get(at) ?? subjectOf(sentence, mentions, at));
  // "You think it is easy": the reader is nobody's source.
  if (subject !== null && tokens[subject.first]?.lower === "you") return null;
  return {
    at,
    tokens: { first: at, last: according ? at + 2 : at + 1 },
    word,
    lemma,
    class: according ? "according" : isPlainCue(lemma) ? "plain" : "marked",
    subject,
    place: subject === null ? "none" : subject.first > at ? "inverted" : "subject",
  };
}

/** The clauses that the cue may report: after it, or before it and around it. */
function clausesOf(sentence: Sentence, cue: Cue): Clause[] {
  const { classes } = sentence;
  const { at, subject, lemma } = cue;
  const according = cue.class === "according";
  const behind = subject !== null && (according || cue.place === "inverted") ? phraseEnd(classes, subject.last) : at + 1;
  const opening = subject !== null && cue.place === "subject" ? subject.first : at;
  const found: Clause[] = [];
  const shared = (type: ClauseType) => cueFeatures(cue, type);
  if (cue.place !== "inverted") found.push(...clausesAfter(sentence, { from: at + 1, lemma, lead: leadOf(classes, subject, at) }, shared));
  else if (according && at < 3) found.push(...clausesAfter(sentence, { from: behind, lemma, lead: "according" }, shared));
  if (!NOT_PARENTHETICAL.has(lemma)) found.push(...clausesBefore(sentence, { opening, behind }, shared));
  return found;
}

/** The features of a cue that reports nothing: "Ann Lee asked for water." */
function nothingFeatures({ classes }: Sentence, cue: Cue): Features {
  const { at, lemma, place, subject } = cue;
  const features = new Features("indirect", "none");
  features.add("cue", lemma);
  features.add("class", cue.class);
  features.add("cue", lemma, formOf(cue.word));
  features.add("place", place, cue.class);
  features.add("kind", `${subject?.kind}`, cue.class);
  features.add("prior", classes.slice(Math.max(0, at - 2), at) || "^", cue.class);
  features.add("first", at < 3);
  return features;
}

/** The features that all clauses of a cue share. */
function cueFeatures(cue: Cue, type: ClauseType): Features {
  const features = new Features("indirect", type);
  features.addOwn(type);
  features.add("lemma", cue.lemma);
  features.add("class", cue.class);
  features.add("place", cue.place);
  return features;
}

/** What stands before the subject and after the verb: a comma at both places makes the cue parenthetical. */
function leadOf(classes: string, subject: Mention | null, verb: number): string {
  return `${classes[(subject?.first ?? verb) - 1] ?? "^"}${classes[verb + 1] ?? "$"}`;
}

/** The end of a noun phrase with what is attached to it: "X, a spokesman for Y," ends before the comma that closes it. */
function phraseEnd(classes: string, last: number): number {
  const tail = /^(?:[IT][DnN#GdgtC]+|[RtC]|(?<=C)[DnN#]+|,[DnN#GIT]+(?=,))*/.exec(classes.slice(last, last + 40));
  return last + (tail?.[0].length ?? 0);
}

function formOf(word: string): string {
  return word.endsWith("ing") ? "ing" : word.endsWith("s") ? "s" : "other";
}
