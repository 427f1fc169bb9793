import type { Analysis, QuotedSpan } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { squeeze } from "../../language/en/grammar/squeeze.ts";
import type { VerbSubjects } from "../../language/en/grammar/verb-subjects.ts";
import { isPlainCue } from "../../language/en/tokens/cues.ts";
import { cueLemma } from "../../language/en/tokens/lexicon.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { Features } from "../features.ts";
import { closesSentence, endsWithAside, followsDash, isLabel, isSignature, passesOn } from "./candidate-rules.ts";
import type { CandidateView, Side } from "./candidate-view.ts";

/** How the features of each side are added to those all mentions have. */
const BY_SIDE: Record<Side, (view: CandidateView, features: Features) => void> = {
  left: addWordsUpToQuote,
  right: addWordsAfterQuote,
  before: addSentenceBefore,
  after: addSentenceAfter,
};

/** The features of a mention: how it goes with its verb, what stands around it, and what stands between it and the quote. */
export function mentionFeatures(view: CandidateView): Features {
  const { side, frame, mention, rank } = view;
  const features = new Features("speaker", side);
  features.addOwn(side);
  features.add(frame);
  features.add("kind", mention.kind);
  features.add("rank", Math.min(rank, 6));
  addLink(view, features);
  addNeighbours(view, features);
  addVerb(view, features);
  addOpening(view, features);
  if (side === "left" && isLabel(view)) features.addOwn("rule:label");
  addGoverned(view, features);
  if (mention.kind === "pronoun" || mention.kind === "relative") features.add("word", headOf(view));
  else if (mention.kind === "role") features.addOwn("head", headOf(view));
  if (side === "after" && isSignature(view)) features.addOwn("rule:dash");
  BY_SIDE[side](view, features);
  if (side === "right" && closesSentence(view)) features.addOwn("rule:tail");
  if (side === "right" && followsDash(view)) features.addOwn("rule:dash");
  if (passesOn(view)) features.addOwn("rule:passes-on");
  return features;
}

/** The verb and the way to it: in "Ann Lee, the mayor, said" the link is a subject's, the verb plain, the path an aside. */
function addLink({ frame, mention, link, verb }: CandidateView, features: Features): void {
  features.add("link", link.type, verb.class);
  features.add(`${frame}:link`, link.type, verb.class);
  features.addKept("path", link.path);
  features.addKept("path", link.path, verb.class, mention.kind);
}

/** The classes right before and after the mention: in "to Ann Lee said" a preposition stands before, a speech verb after. */
function addNeighbours({ mention, sentence: { classes } }: CandidateView, features: Features): void {
  features.add("prior", classes.slice(Math.max(0, mention.first - 2), mention.first) || "^");
  features.add("prev", classes[mention.first - 1] ?? "^", mention.kind);
  features.add("next", classes.slice(mention.last, mention.last + 2) || "$");
}

/** The verb itself: "Ann Lee warned", "Ann Lee rowed". */
function addVerb({ link, verb }: CandidateView, features: Features): void {
  if (verb.lemma !== null) features.add("lemma", verb.lemma, link.type);
  else if (link.verb !== null && link.type !== "according") features.add("verb", verb.word);
}

/** Whether the mention opens its sentence, stands in brackets or before a participle: "(Ann Lee smiling)". */
function addOpening({ mention, sentence: { classes }, link, verb }: CandidateView, features: Features): void {
  const lead = classes.slice(Math.max(0, mention.first - 12), mention.first);
  features.add("bracketed", lead.lastIndexOf("(") > lead.lastIndexOf(")"), link.type);
  const participle = verb.word.endsWith("ing");
  features.add("opens", mention.index === 0, link.type, participle);
  features.add("ing", participle, classes[mention.first - 1] ?? "^", link.path);
}

/** How many speech verbs before the quote are looked at, and how far off. */
const GOVERNORS = 3;
const GOVERNOR_REACH = 60;

/** Ann Lee, who runs the ferry, told Bo Roe that “we go”: whose verb it is that stands nearest before the quote, or behind it. */
function addGoverned({ span, side, mention, sentence, subjects }: CandidateView, features: Features): void {
  const { classes, tokens } = sentence;
  if (side === "before" || side === "after") {
    features.add("acts", actsBehind(sentence, mention, subjects));
    return;
  }
  const step = side === "left" ? -1 : 1;
  let rank = 0;
  for (let t = span.token + step; Math.abs(t - span.token) < GOVERNOR_REACH && rank < GOVERNORS; t += step) {
    if (classes[t] !== "V") continue;
    rank += 1;
    if (subjects.get(t) !== mention) continue;
    const lemma = cueLemma(tokens[t]?.lower ?? "") ?? "";
    const way = side === "left" ? squeeze(classes.slice(t + 1, span.token)) : squeeze(classes.slice(span.token + 1, mention.first));
    features.add("governs", rank, isPlainCue(lemma) ? "plain" : "marked");
    features.add("governs", rank, mention.kind);
    features.add("governs", rank, way);
    features.add("governs", lemma, way === "");
    return;
  }
  features.add("governs", "none", mention.kind);
}

/** Whether a mention is the subject of a speech verb behind it. */
function actsBehind({ classes }: Sentence, mention: Mention, subjects: VerbSubjects): boolean {
  const ahead = classes.slice(mention.last, mention.last + GOVERNOR_REACH + 1);
  for (let at = ahead.indexOf("V"); at >= 0; at = ahead.indexOf("V", at + 1)) if (subjects.get(mention.last + at) === mention) return true;
  return false;
}

function headOf({ mention, sentence }: CandidateView): string {
  return sentence.tokens[mention.last - 1]?.lower ?? "";
}

/** Ann Lee said on Friday that “we go.”: from the mention, and from its verb, to the quote. */
function addWordsUpToQuote({ span, mention, sentence: { classes }, link, verb }: CandidateView, features: Features): void {
  features.addKept("between", squeeze(classes.slice(mention.last, span.token)));
  if (link.verb === null || link.verb >= span.token) {
    features.addKept("toquote", "beyond", link.type);
    return;
  }
  const toQuote = squeeze(classes.slice(link.verb + 1, span.token));
  features.addKept("toquote", toQuote, verb.class);
  features.addKept("toquote", toQuote, link.path);
}

/** “We go,” the mayor, Ann Lee, said: from the quote to the mention, or to the verb before it. */
function addWordsAfterQuote(view: CandidateView, features: Features): void {
  const { span, mention, sentence, link, verb } = view;
  const { classes } = sentence;
  const from = link.type === "subject" || link.verb === null ? mention.first : link.verb;
  const toQuote = squeeze(classes.slice(span.token + 1, from));
  features.addKept("between", squeeze(classes.slice(span.token + 1, mention.first)));
  features.addKept("toquote", toQuote, verb.class, link.type);
  features.addKept("toquote", toQuote, link.path);
  features.add("tail", endsWithAside(classes.slice(mention.last, mention.last + 40)), link.type, verb.class);
}

/** Ann Lee opened the hall. “We go.”: how the sentence before ends, and what of it stands behind the mention. */
function addSentenceBefore({ span, mention, sentence, link, verb }: CandidateView, features: Features): void {
  const { classes } = sentence;
  features.add("end", classes.slice(-2));
  features.add("rest", squeeze(classes.slice(mention.last)));
  features.add("newblock", sentence.block !== span.block, classes.at(-1) ?? "", link.type, verb.class);
  features.add("hasquote", sentence.hasQuotes, link.type, verb.class);
}

/** “We go.” That was Ann Lee's answer.: what of the sentence after stands before the mention. */
function addSentenceAfter({ span, mention, sentence, link, verb }: CandidateView, features: Features): void {
  features.add("lead", squeeze(sentence.classes.slice(0, mention.first)), link.type, verb.class);
  features.add("newblock", sentence.block !== span.block, link.type, verb.class);
  features.add("hasquote", sentence.hasQuotes);
}

/** The features of "the speaker before goes on": what lies between the two spans and whether the one before was left open. */
export function continuingFeatures(analysis: Analysis, index: number, sentence: Sentence, frame: string): Features {
  const span = analysis.spans[index] as QuotedSpan;
  const last = analysis.spans[index - 1] as QuotedSpan;
  const gap = span.sentence - last.sentence;
  const sentences = Math.min(gap, 4);
  const blocks = Math.min(span.block - last.block, 3);
  const between = gap === 0 ? squeeze(sentence.classes.slice(last.token + 1, span.token)) : "";
  const open = !last.closed && last.style === span.style;
  const features = new Features("speaker", "same");
  features.addOwn("same");
  features.add(frame);
  features.add("gap", sentences, blocks);
  features.add("gap", sentences, blocks, frame);
  features.addKept("between", between, gap === 0);
  features.add("open", open, blocks);
  features.add("sentence", squeeze(sentence.classes));
  features.add("only", sentence.onlyQuotes, blocks, Math.min(gap, 3));
  return features;
}

/** The features of "nobody is named": the first quote of a text, and short marked words, more often name nobody. */
export function nobodyFeatures(span: QuotedSpan, index: number, frame: string): Features {
  const length = Math.min(8, Math.floor(Math.log2(span.end - span.start + 1)));
  const features = new Features("speaker", "none");
  features.addOwn("none");
  features.add(frame);
  features.add("first", index === 0);
  features.add("words", length);
  return features;
}
