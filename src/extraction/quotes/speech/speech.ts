import type { Analysis, QuotedSpan } from "../../analysis.ts";
import type { Block } from "../../document.ts";
import { isHeading } from "../../language/en/tokens/title-case.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";
import { LABEL } from "../../speakers/candidates/candidate-rules.ts";
import type { Candidate } from "../../speakers/candidates/candidates.ts";
import { Features } from "../../speakers/features.ts";
import { partsOf } from "../../speakers/ranker.ts";
import type { QuotedWords } from "./quoted-words.ts";
import { namingOf } from "./titles-and-terms.ts";

/** How far into its block a span is looked for a heading, in UTF-16 units. */
const HEADING_REACH = 220;

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

type Add = (name: string, value?: string | null) => void;

/** Each adds features of one kind. To add a rule, write a function with an example and put it into the list. */
const FAMILIES: ((view: SpeechView, add: Add) => void)[] = [
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
  const add: Add = (name, value) => features.add(name, value);
  add("bias");
  for (const addFamily of FAMILIES) addFamily(view, add);
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
function addWords({ words: { size, form, stop } }: SpeechView, add: Add): void {
  add("size", size);
  add("shape", `${size},${form},${stop}`);
  add("form", form);
  add("stop", stop);
}

/** “We go,” said Ann Lee: an inverted plain verb, and how sure the ranker is of it. */
function addSpeaker({ words: { size, form }, speaker, probability, link }: SpeechView, add: Add): void {
  add("by", speaker.origin);
  add(...partsOf(link));
  add(...partsOf(`${link}|${size}`));
  add(...partsOf(`${link}|${form}|${size}`));
  add("sure", `${Math.floor(probability * 5)}`);
  add("sure", `${Math.floor(probability * 4)},${size},${form}`);
}

/** The so-called “slow boat” closed: the words and classes right before and after. */
function addNeighbours(
  { words: { size, form, stop }, sentence, span, before, after, classBefore, classAfter }: SpeechView,
  add: Add,
): void {
  const classes = sentence?.classes ?? "";
  const two = sentence?.tokens.slice(Math.max(0, span.token - 2), span.token) ?? [];
  add("before", classBefore);
  add("before", `${classBefore},${form}`);
  add("after", classAfter);
  add("after", `${classAfter},${size},${stop}`);
  add("gap", `${classBefore}${classAfter},${form},${stop}`);
  add("around", `${classes.slice(Math.max(0, span.token - 2), span.token) || "^"}_${classes.slice(span.token + 1, span.token + 2) || "$"}`);
  add("words", two.map(wordOrName).join(" "));
  add("next", `${after === undefined ? undefined : wordOrName(after)},${size}`);
  if (before === undefined || before.class === "N") return;
  add("word", before.lower);
  add("word", `${before.lower},${form}`);
}

/** Names are all alike. */
function wordOrName(token: Token): string {
  return token.class === "N" ? "N" : token.lower;
}

/** “We go,” Ann Lee said: the speech verb. */
function addCue({ analysis, words: { form }, speaker: { mention, cue } }: SpeechView, add: Add): void {
  const verb = mention === null || cue === null ? null : analysis.sentences[mention.sentence]?.tokens[cue.last - 1]?.lower;
  if (verb !== null) add("cue", `${verb}`);
  add("cue", `${verb ?? ""},${form}`);
}

/** “Slow Boat” to Leave Skerrow: marks in a headline, in the first block or further down; a closing mark that is missing. */
function addBlock({ analysis, span, block }: SpeechView, add: Add): void {
  const first = span.block === analysis.sentences[0]?.block;
  const opening = block === undefined ? "" : analysis.text.slice(block.start, Math.min(block.end, block.start + HEADING_REACH));
  const heading = isHeading(opening);
  add("closed", `${span.closed}`);
  add("first", `${first}`);
  add("heading", `${heading}`);
  add("heading", `${heading},${first}`);
}

/** “We go,” said Ann Lee: the speaker stands right beside a plain speech verb. */
function addAnchor({ words: { size, form, stop }, speaker: { anchor }, classBefore }: SpeechView, add: Add): void {
  add("anchor", `${anchor},${size},${form}`);
  add("anchor", `${anchor},${stop},${classBefore}`);
}

/** The film “A River at Night” opens in May; on “Harbour Talk,” she said; the notorious “slow boat”. */
function addNaming({ analysis: { text }, words, sentence, span }: SpeechView, add: Add): void {
  const naming = namingOf(text, sentence, span.token, words);
  if (naming !== null) add(`rule:${naming}`);
  add("naming", `${naming},${words.form},${words.size}`);
}

/** ANN LEE: “We go.” A name and a colon at the start of a sentence, and whole sentences behind any colon. */
function addLabel({ words: { count, form }, span, sentence, speaker: { mention }, classBefore }: SpeechView, add: Add): void {
  const labelled = mention !== null && LABEL.test(sentence?.classes.slice(0, span.token) ?? "");
  if (labelled || (classBefore === ":" && count > 6 && form === "upper")) add("rule:label");
}

/** “I’m staying with you”: words of talk and finite verbs inside the marks, and the word they open with. */
function addContent({ words: { size, form, spoken, verb, opening } }: SpeechView, add: Add): void {
  add("spoken", `${spoken},${size}`);
  add("verb", `${verb},${size},${form}`);
  add("person", `${spoken},${verb},${form}`);
  add("opening", `${opening},${form}`);
}

/** Ann Lee said that the “slow boat” ...: what stands between the speaker, its verb and the marks, as for the speaker. */
function addWay({ speaker }: SpeechView, add: Add): void {
  for (const [name, value] of speaker.way) add(name, value);
}

/** “We go.” as a sentence, or a block, of its own. */
function addStandsAlone({ words: { size, form, stop }, span, sentence, block }: SpeechView, add: Add): void {
  if (sentence === undefined) return;
  const fillsBlock = block !== undefined && span.from <= block.start + 1 && span.to >= block.end - 1;
  add("alone", `${sentence.onlyQuotes},${size}`);
  add("lone", `${fillsBlock},${form},${stop}`);
}

/** She was called a cheat for renting out “new” boats: the marks are far from a passive cue, and its subject does not speak. */
function addFarPassive({ analysis, span, words: { form, count }, speaker: { mention, cue } }: SpeechView, add: Add): void {
  if (mention === null || cue === null || mention.sentence !== span.sentence || form !== "lower" || count > 3) return;
  const { classes, tokens } = analysis.sentences[mention.sentence] as Sentence;
  const verb = cue.last - 1;
  const passive = mention.first < verb && /bR*$/.test(classes.slice(cue.first, verb)) && !/ing$/.test(tokens[verb]?.lower ?? "");
  const far = span.token - cue.last >= FAR && !/^(?:quoted|cited|heard)$/.test(tokens[verb]?.lower ?? "");
  if (passive && far && !classes.slice(cue.last, span.token).includes("V")) add("rule:passive");
}
