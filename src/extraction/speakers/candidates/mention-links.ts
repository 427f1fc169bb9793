import type { Mention } from "../../language/en/grammar/mentions.ts";
import { squeeze } from "../../language/en/grammar/squeeze.ts";
import type { VerbSubjects } from "../../language/en/grammar/verb-subjects.ts";
import { isPlainCue } from "../../language/en/tokens/cues.ts";
import { cueLemma } from "../../language/en/tokens/lexicon.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { isAuxiliary } from "../../language/en/tokens/word-classes.ts";

/** The verb a mention goes with. */
export interface Link {
  type: "subject" | "inverted" | "according" | "by" | "none";
  /** Token of the verb. */
  verb: number | null;
  cue: TokenRange | null;
  /** What stands between mention and verb. */
  path: string;
}

/** What kind of verb a link has: a speech verb, plain or only beside quotes, another verb, or none. */
export interface LinkVerb {
  class: "plain" | "marked" | "other" | "none";
  /** The lemma of a speech verb. */
  lemma: string | null;
  /** The word as it stands, in lower case; empty when there is none. */
  word: string;
}

const ADDRESSING = new Set(["tell", "telling", "tells", "told"]);

/** How far behind its subject a verb may stand, in tokens. */
const REACH = 45;

/** The verb a mention is the subject of: before it ("said X", "according to X") or after it ("X, who ..., said"). */
export function linkOf(sentence: Sentence, mention: Mention, subjects: VerbSubjects): Link {
  // "said the family's lawyer": the possessor is not the subject, what it possesses is.
  if (sentence.classes[mention.last] === "G") return { type: "none", verb: null, cue: null, path: "G" };
  const before = linkBefore(sentence, phraseStart(sentence.classes, mention.first) - 1);
  // "“We go,” Ann Lee, who runs the ferry, told the Post.": the verb has its subject already.
  const subject = before?.type === "inverted" ? subjects.get(before.verb as number) : undefined;
  return before !== null && (subject === undefined || subject === mention) ? before : linkAfter(sentence, mention, subjects);
}

/** The verb of a link: "told" is a plain speech verb of the lemma "tell". */
export function verbOf(sentence: Sentence, link: Link): LinkVerb {
  if (link.verb === null) return { class: "none", lemma: null, word: "" };
  const word = sentence.tokens[link.verb]?.lower ?? "";
  const lemma = cueLemma(word);
  return { class: lemma === null ? "other" : isPlainCue(lemma) ? "plain" : "marked", lemma, word };
}

/** "according to Ann Lee", "a letter written by Ann Lee", "said Ann Lee"; `before` is the token in front of the phrase. */
function linkBefore(sentence: Sentence, before: number): Link | null {
  const { classes, tokens } = sentence;
  if (tokens[before]?.lower === "to" && tokens[before - 1]?.lower === "according") {
    return { type: "according", verb: before - 1, cue: { first: before - 1, last: before + 1 }, path: "according" };
  }
  if (tokens[before]?.lower === "by" && before > 0) {
    const verb = "Vd".includes(classes[before - 1] ?? "$") ? before - 1 : null;
    return { type: "by", verb, cue: verb === null ? null : { first: verb, last: verb + 1 }, path: "by" };
  }
  let verb = before;
  while (verb > 0 && classes[verb] === "R") verb -= 1;
  // "..., told the paper": whom somebody told something is not who told it.
  if (classes[verb] !== "V" || !opensClause(classes, verb) || ADDRESSING.has(tokens[verb]?.lower ?? "")) return null;
  return { type: "inverted", verb, cue: cueAt(sentence, verb), path: "inverted" };
}

/** The first speech verb behind a mention that is its subject, however long the aside between: "Ann Lee, D-Calif., said". */
function linkToOwnVerb(sentence: Sentence, mention: Mention, subjects: VerbSubjects): Link | null {
  const { classes } = sentence;
  const end = Math.min(classes.length, mention.last + REACH);
  for (let t = mention.last; t < end && classes[t] !== "Q"; t += 1) {
    if (classes[t] !== "V" || subjects.get(t) !== mention) continue;
    return { type: "subject", verb: t, cue: cueAt(sentence, t), path: squeeze(classes.slice(mention.last, t)) };
  }
  return null;
}

/** "Ann Lee, who runs the ferry, said": the first speech verb behind the mention, else the first other verb. */
function linkAfter(sentence: Sentence, mention: Mention, subjects: VerbSubjects): Link {
  const { classes, tokens } = sentence;
  const ahead = classes.slice(mention.last, Math.min(classes.length, mention.last + REACH));
  // "A letter seen by the paper says": the participle before "by" is not what the letter does.
  const reduced = ahead[0] === "V" && tokens[mention.last + 1]?.lower === "by";
  const path = reduced ? /^V[^V.;Q]*?(?=V)/.exec(ahead) : /^(?:[^V.;Q]*?)(?=V)/.exec(ahead);
  if (path !== null) {
    const verb = mention.last + path[0].length;
    return { type: "subject", verb, cue: cueAt(sentence, verb), path: squeeze(path[0]) };
  }
  const other = /^[^vdg.;Q]*?(?=[vdg])/.exec(ahead);
  if (other !== null) return { type: "subject", verb: mention.last + other[0].length, cue: null, path: squeeze(other[0]) };
  return linkToOwnVerb(sentence, mention, subjects) ?? { type: "none", verb: null, cue: null, path: squeeze(ahead.slice(0, 4)) };
}

/** Whether nothing but adverbs and auxiliaries stands between a verb and the mark or conjunction before it: `, later said`. */
function opensClause(classes: string, verb: number): boolean {
  return /(?:^|[Q,.\-)(SW;:*])[Rx]*$/.test(classes.slice(Math.max(0, verb - 4), verb));
}

/** Where a phrase with possessors begins: "the family's lawyer" with its "the". */
function phraseStart(classes: string, first: number): number {
  const lead = classes.slice(Math.max(0, first - 8), first);
  return first - (/(?:[DnN#d]+G)+$/.exec(lead)?.[0].length ?? 0);
}

/** The verb with its auxiliaries: "had said", "was quoted as saying". */
function cueAt(sentence: Sentence, verb: number): TokenRange {
  let first = verb;
  while (first > 0 && isAuxiliary(sentence.classes[first - 1])) first -= 1;
  return { first, last: verb + 1 };
}
