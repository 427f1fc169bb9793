import type { Analysis, QuotedSpan } from "../analysis.ts";
import { cueLemma, isNamingVerb } from "../language/en/tokens/lexicon.ts";
import { isNoun } from "../language/en/tokens/word-classes.ts";
import type { Attributed } from "../speakers/attribute.ts";

/** From this probability of being speech on, a few words are somebody's. */
const CERTAIN = 0.97;
/** A term is not longer, in words. */
const LONGEST = 4;

/** Verbs that may report, and mostly do something else with a term: "offer “sleep retreats”". */
const WEAK = new Set(
  (
    "address begin carry close consider continue defend discuss dispute encourage end figure finish follow give go hit include " +
    "introduce invite issue join keep lead list make offer open paint plan present publish release seek see show start strike take " +
    "talk try turn use view want"
  ).split(" "),
);

/**
 * Whether marked words are so few, and so loosely tied to who is named beside them, that they may as well be a term of the
 * reporter's or a name: the council discussed the “slow boat”, or said the “slow boat” tax was dead.
 */
export function isTermlike(analysis: Analysis, { index, candidate, speech }: Attributed): boolean {
  const { words, style, sentence: s, token } = analysis.spans[index] as QuotedSpan;
  if (speech >= CERTAIN || words.count > LONGEST || style === "turn" || style === "block") return false;
  if (candidate.features.kept.some(([name]) => name === "rule:stated")) return false;
  const sentence = analysis.sentences[s];
  const classes = sentence?.classes ?? "";
  // “It must stay.” and Ann Lee: “Never!” are whole sentences.
  const whole = words.stop === "." && (words.form === "upper" || (words.form !== "lower" && (sentence?.firstWord ?? 0) > token));
  if (whole || classes[token - 1] === ":") return false;
  const { mention, cue } = candidate;
  const verb = mention === null || cue === null ? null : (analysis.sentences[mention.sentence]?.tokens[cue.last - 1]?.lower ?? null);
  if (verb === null || WEAK.has(cueLemma(verb) ?? "")) return true;
  return words.stop === "w" && !isNamingVerb(verb) && isNoun(classes[token + 1]);
}
