import type { Analysis, QuotedSpan } from "../../analysis.ts";
import type { Block } from "../../document.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";
import { LABEL } from "../../speakers/candidates/candidate-rules.ts";
import type { Candidate } from "../../speakers/candidates/candidates.ts";
import { Features } from "../../speakers/features.ts";
import type { QuotedWords } from "./quoted-words.ts";
import { namingOf } from "./titles-and-terms.ts";

/** From this many tokens on a span is far from a cue. */
const FAR = 3;

/** A quoted span with what its features are made of. */
interface SpeechView {
  analysis: Analysis;
  span: QuotedSpan;
  words: QuotedWords;
  sentence: Sentence | undefined;
  block: Block | undefined;
  /** The tokens beside the span, and their classes: "^" and "$" where the sentence begins or ends. */
  before: Token | undefined;
  after: Token | undefined;
  classBefore: string;
  classAfter: string;
  speaker: Candidate;
  probability: number;
  /** How the speaker goes with its verb: a feature of the candidate, or why there is none. */
  link: string;
}

/** Each adds features of one kind. To add a rule, write a function with an example and put it into the list. */
const FAMILIES: ((view: SpeechView, features: Features) => void)[] = [
  addWords,
  addSpeaker,
  addNeighbours,
  addCue,
  addBlock,
  addAnchor,
  addNaming,
  addLabel,
  addContent,
  addWay,
  addStandsAlone,
  addFarPassive,
];

/**
 * Named features that tell speech from other words in marks (scare quotes, titles, nicknames, terms).
 *
 * @param speaker the most probable speaker, `probability` how sure the ranker is of it.
 */
export function speechFeatures(analysis: Analysis, index: number, speaker: Candidate, probability: number): Features {
  const view = viewOf(analysis, index, speaker, probability);
  const features = new Features("speech");
  features.add("bias");
  for (const addFamily of FAMILIES) addFamily(view, features);
  return features;
}

function viewOf(analysis: Analysis, index: number, speaker: Candidate, probability: number): SpeechView {
  const span = analysis.spans[index] as QuotedSpan;
  const sentence = analysis.sentences[span.sentence];
  const before = sentence?.tokens[span.token - 1];
  const after = sentence?.tokens[span.token + 1];
  return {
    analysis,
    span,
    words: span.words,
    sentence,
    block: analysis.blocks[span.block],
    before,
    after,
    classBefore: before?.class ?? "^",
    classAfter: after?.class ?? "$",
    speaker,
    probability,
    link: speaker.link ?? speaker.origin,
  };
}

/** “a slow boat” is of 1 to 3 words, in lower case, without a stop. */
function addWords({ words: { size, form, stop } }: SpeechView, features: Features): void {
  features.add("size", size);
  features.add("shape", size, form, stop);
  features.add("form", form);
  features.add("stop", stop);
}

/** “We go,” said Ann Lee: an inverted plain verb, and how sure the ranker is of it. */
function addSpeaker({ words: { size, form }, speaker, probability, link }: SpeechView, features: Features): void {
  features.add("by", speaker.origin);
  features.add(link);
  features.add(`${link}|${size}`);
  features.add(`${link}|${form}|${size}`);
  features.add("sure", Math.floor(probability * 5));
  features.add("sure", Math.floor(probability * 4), size, form);
}

/** The so-called “slow boat” closed: the words and classes right before and after. */
function addNeighbours(
  { words: { size, form, stop }, sentence, span, before, after, classBefore, classAfter }: SpeechView,
  features: Features,
): void {
  const classes = sentence?.classes ?? "";
  const two = sentence?.tokens.slice(Math.max(0, span.token - 2), span.token) ?? [];
  features.add("before", classBefore);
  features.add("before", classBefore, form);
  features.add("after", classAfter);
  features.add("after", classAfter, size, stop);
  features.add("gap", `${classBefore}${classAfter},${form},${stop}`);
  features.add(
    "around",
    `${classes.slice(Math.max(0, span.token - 2), span.token) || "^"}_${classes.slice(span.token + 1, span.token + 2) || "$"}`,
  );
  features.add("words", two.map(wordOrName).join(" "));
  features.add("next", after === undefined ? "undefined" : wordOrName(after), size);
  if (before === undefined || before.class === "N") return;
  features.add("word", before.lower);
  features.add("word", before.lower, form);
}

/** Names are all alike. */
function wordOrName(token: Token): string {
  return token.class === "N" ? "N" : token.lower;
}

/** “We go,” Ann Lee said: the speech verb. */
function addCue({ analysis, words: { form }, speaker: { mention, cue } }: SpeechView, features: Features): void {
  const verb = mention === null || cue === null ? null : `${analysis.sentences[mention.sentence]?.tokens[cue.last - 1]?.lower}`;
  if (verb !== null) features.add("cue", verb);
  features.add("cue", verb ?? "", form);
}

/** “Slow Boat” to Leave Skerrow: marks in a headline, in the first block or further down; a closing mark that is missing. */
function addBlock({ analysis, span }: SpeechView, features: Features): void {
  const first = span.block === analysis.sentences[0]?.block;
  const { heading } = span;
  features.add("closed", span.closed);
  features.add("first", first);
  features.add("heading", heading);
  features.add("heading", heading, first);
}

/** “We go,” said Ann Lee: the speaker stands right beside a plain speech verb. */
function addAnchor({ words: { size, form, stop }, speaker: { anchor }, classBefore }: SpeechView, features: Features): void {
  features.add("anchor", anchor, size, form);
  features.add("anchor", anchor, stop, classBefore);
}

/** The film “A River at Night” opens in May; on “Harbour Talk,” she said; the notorious “slow boat”. */
function addNaming({ analysis: { text }, words, sentence, span }: SpeechView, features: Features): void {
  const naming = namingOf(text, sentence, span.token, words);
  if (naming !== null) features.add(`rule:${naming}`);
  features.add("naming", naming, words.form, words.size);
}

/** ANN LEE: “We go.” A name and a colon at the start of a sentence, and whole sentences behind any colon. */
function addLabel({ words: { count, form }, span, sentence, speaker: { mention }, classBefore }: SpeechView, features: Features): void {
  const labelled = mention !== null && LABEL.test(sentence?.classes.slice(0, span.token) ?? "");
  if (labelled || (classBefore === ":" && count > 6 && form === "upper")) features.add("rule:label");
}

/** “I’m staying with you”: words of talk and finite verbs inside the marks, and the word they open with. */
function addContent({ words: { size, form, spoken, verb, opening } }: SpeechView, features: Features): void {
  features.add("spoken", spoken, size);
  features.add("verb", verb, size, form);
  features.add("person", spoken, verb, form);
  features.add("opening", opening, form);
}

/** Ann Lee said that the “slow boat” ...: what stands between the speaker, its verb and the marks, as for the speaker. */
function addWay({ speaker }: SpeechView, features: Features): void {
  for (const [name, a, b, c] of speaker.features.kept) features.add(name, a, b, c);
}

/** “We go.” as a sentence, or a block, of its own. */
function addStandsAlone({ words: { size, form, stop }, span, sentence, block }: SpeechView, features: Features): void {
  if (sentence === undefined) return;
  const fillsBlock = block !== undefined && span.from <= block.start + 1 && span.to >= block.end - 1;
  features.add("alone", sentence.onlyQuotes, size);
  features.add("lone", fillsBlock, form, stop);
}

/** She was called a cheat for renting out “new” boats: the marks are far from a passive cue, and its subject does not speak. */
function addFarPassive({ analysis, span, words: { form, count }, speaker: { mention, cue } }: SpeechView, features: Features): void {
  if (mention === null || cue === null || mention.sentence !== span.sentence || form !== "lower" || count > 3) return;
  const { classes, tokens } = analysis.sentences[mention.sentence] as Sentence;
  const verb = cue.last - 1;
  const passive = mention.first < verb && /bR*$/.test(classes.slice(cue.first, verb)) && !/ing$/.test(tokens[verb]?.lower ?? "");
  const far = span.token - cue.last >= FAR && !/^(?:quoted|cited|heard)$/.test(tokens[verb]?.lower ?? "");
  if (passive && far && !classes.slice(cue.last, span.token).includes("V")) features.add("rule:passive");
}
