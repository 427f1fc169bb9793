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

type Add = (name: string, value?: string) => void;

/** What stands between a speaker and the quote, as features of the speaker that tell something of the quote as well. */
export type Way = [name: string, value: string | null][];

/** How the features of each side are added to those all mentions have; those of the way to the quote by `addWay`. */
const BY_SIDE: Record<Side, (view: CandidateView, add: Add, addWay: Add) => void> = {
  left: addWordsUpToQuote,
  right: addWordsAfterQuote,
  before: addSentenceBefore,
  after: addSentenceAfter,
};

/** The features of a mention: how it goes with its verb, what stands around it, and what stands between it and the quote. */
export function mentionFeatures(view: CandidateView): { features: Features; way: Way } {
  const { side, frame, mention, rank } = view;
  const features = new Features("speaker", side);
  const way: Way = [];
  const add: Add = (name, value) => features.add(name, value);
  const addWay: Add = (name, value = "") => {
    features.add(name, value);
    way.push([`${side}:${name}`, value]);
  };
  features.addOwn(side);
  add(frame);
  add("kind", mention.kind);
  add("rank", `${Math.min(rank, 6)}`);
  addLink(view, add, addWay);
  addNeighbours(view, add);
  addVerb(view, add);
  addOpening(view, add);
  if (side === "left" && isLabel(view)) features.addOwn("rule:label");
  addGoverned(view, add);
  if (mention.kind === "pronoun" || mention.kind === "relative") add("word", `${headOf(view)}`);
  else if (mention.kind === "role") features.addOwn("head", `${headOf(view)}`);
  if (side === "after" && isSignature(view)) features.addOwn("rule:dash");
  BY_SIDE[side](view, add, addWay);
  if (side === "right" && closesSentence(view)) features.addOwn("rule:tail");
  if (side === "right" && followsDash(view)) features.addOwn("rule:dash");
  if (passesOn(view)) features.addOwn("rule:passes-on");
  return { features, way };
}

/** The verb and the way to it: in "Ann Lee, the mayor, said" the link is a subject's, the verb plain, the path an aside. */
function addLink({ frame, mention, link, verb }: CandidateView, add: Add, addWay: Add): void {
  const kind = `${link.type},${verb.class}`;
  add("link", kind);
  add(`${frame}:link`, kind);
  addWay("path", link.path);
  addWay("path", `${link.path},${verb.class},${mention.kind}`);
}

/** The classes right before and after the mention: in "to Ann Lee said" a preposition stands before, a speech verb after. */
function addNeighbours({ mention, sentence: { classes } }: CandidateView, add: Add): void {
  add("prior", classes.slice(Math.max(0, mention.first - 2), mention.first) || "^");
  add("prev", `${classes[mention.first - 1] ?? "^"},${mention.kind}`);
  add("next", classes.slice(mention.last, mention.last + 2) || "$");
}

/** The verb itself: "Ann Lee warned", "Ann Lee rowed". */
function addVerb({ link, verb }: CandidateView, add: Add): void {
  if (verb.lemma !== null) add("lemma", `${verb.lemma},${link.type}`);
  else if (link.verb !== null && link.type !== "according") add("verb", verb.word);
}

/** Whether the mention opens its sentence, stands in brackets or before a participle: "(Ann Lee smiling)". */
function addOpening({ mention, sentence: { classes }, link, verb }: CandidateView, add: Add): void {
  const lead = classes.slice(Math.max(0, mention.first - 12), mention.first);
  add("bracketed", `${lead.lastIndexOf("(") > lead.lastIndexOf(")")},${link.type}`);
  const participle = verb.word.endsWith("ing");
  add("opens", `${mention.index === 0},${link.type},${participle}`);
  add("ing", `${participle},${classes[mention.first - 1] ?? "^"},${link.path}`);
}

/** How many speech verbs before the quote are looked at, and how far off. */
const GOVERNORS = 3;
const GOVERNOR_REACH = 60;

/** Ann Lee, who runs the ferry, told Bo Roe that “we go”: whose verb it is that stands nearest before the quote, or behind it. */
function addGoverned({ span, side, mention, sentence, subjects }: CandidateView, add: Add): void {
  const { classes, tokens } = sentence;
  if (side === "before" || side === "after") {
    add("acts", `${actsBehind(sentence, mention, subjects)}`);
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
    add("governs", `${rank},${isPlainCue(lemma) ? "plain" : "marked"}`);
    add("governs", `${rank},${mention.kind}`);
    add("governs", `${rank},${way}`);
    add("governs", `${lemma},${way === ""}`);
    return;
  }
  add("governs", `none,${mention.kind}`);
}

/** Whether a mention is the subject of a speech verb behind it. */
function actsBehind({ classes }: Sentence, mention: Mention, subjects: VerbSubjects): boolean {
  const ahead = classes.slice(mention.last, mention.last + GOVERNOR_REACH + 1);
  for (let at = ahead.indexOf("V"); at >= 0; at = ahead.indexOf("V", at + 1)) if (subjects.get(mention.last + at) === mention) return true;
  return false;
}

function headOf({ mention, sentence }: CandidateView): string | undefined {
  return sentence.tokens[mention.last - 1]?.lower;
}

/** Ann Lee said on Friday that “we go.”: from the mention, and from its verb, to the quote. */
function addWordsUpToQuote({ span, mention, sentence: { classes }, link, verb }: CandidateView, _: Add, addWay: Add): void {
  addWay("between", squeeze(classes.slice(mention.last, span.token)));
  if (link.verb === null || link.verb >= span.token) {
    addWay("toquote", `beyond,${link.type}`);
    return;
  }
  const toQuote = squeeze(classes.slice(link.verb + 1, span.token));
  addWay("toquote", `${toQuote},${verb.class}`);
  addWay("toquote", `${toQuote},${link.path}`);
}

/** “We go,” the mayor, Ann Lee, said: from the quote to the mention, or to the verb before it. */
function addWordsAfterQuote(view: CandidateView, add: Add, addWay: Add): void {
  const { span, mention, sentence, link, verb } = view;
  const { classes } = sentence;
  const from = link.type === "subject" || link.verb === null ? mention.first : link.verb;
  const toQuote = squeeze(classes.slice(span.token + 1, from));
  addWay("between", squeeze(classes.slice(span.token + 1, mention.first)));
  addWay("toquote", `${toQuote},${verb.class},${link.type}`);
  addWay("toquote", `${toQuote},${link.path}`);
  add("tail", `${endsWithAside(classes.slice(mention.last, mention.last + 40))},${link.type},${verb.class}`);
}

/** Ann Lee opened the hall. “We go.”: how the sentence before ends, and what of it stands behind the mention. */
function addSentenceBefore({ span, mention, sentence, link, verb }: CandidateView, add: Add): void {
  const { classes } = sentence;
  add("end", classes.slice(-2));
  add("rest", squeeze(classes.slice(mention.last)));
  add("newblock", `${sentence.block !== span.block},${classes.at(-1)},${link.type},${verb.class}`);
  add("hasquote", `${sentence.hasQuotes},${link.type},${verb.class}`);
}

/** “We go.” That was Ann Lee's answer.: what of the sentence after stands before the mention. */
function addSentenceAfter({ span, mention, sentence, link, verb }: CandidateView, add: Add): void {
  add("lead", `${squeeze(sentence.classes.slice(0, mention.first))},${link.type},${verb.class}`);
  add("newblock", `${sentence.block !== span.block},${link.type},${verb.class}`);
  add("hasquote", `${sentence.hasQuotes}`);
}

/** The features of "the speaker before goes on": what lies between the two spans and whether the one before was left open. */
export function continuingFeatures(analysis: Analysis, index: number, sentence: Sentence, frame: string): { features: Features; way: Way } {
  const span = analysis.spans[index] as QuotedSpan;
  const last = analysis.spans[index - 1] as QuotedSpan;
  const gap = span.sentence - last.sentence;
  const sentences = Math.min(gap, 4);
  const blocks = Math.min(span.block - last.block, 3);
  const between = `${gap === 0 ? squeeze(sentence.classes.slice(last.token + 1, span.token)) : ""},${gap === 0}`;
  const open = !last.closed && last.style === span.style;
  const features = new Features("speaker", "same");
  features.addOwn("same");
  features.add(frame);
  features.add("gap", `${sentences},${blocks}`);
  features.add("gap", `${sentences},${blocks},${frame}`);
  features.add("between", between);
  features.add("open", `${open},${blocks}`);
  features.add("sentence", squeeze(sentence.classes));
  features.add("only", `${sentence.onlyQuotes},${blocks},${Math.min(gap, 3)}`);
  return { features, way: [["same:between", between]] };
}

/** The features of "nobody is named": the first quote of a text, and short marked words, more often name nobody. */
export function nobodyFeatures(span: QuotedSpan, index: number, frame: string): Features {
  const length = Math.min(8, Math.floor(Math.log2(span.end - span.start + 1)));
  const features = new Features("speaker", "none");
  features.addOwn("none");
  features.add(frame);
  features.add("first", `${index === 0}`);
  features.add("words", `${length}`);
  return features;
}
