import type { Analysis, QuotedSpan } from "../analysis.ts";
import { isPlainCue } from "../language/en/cues.ts";
import { cueLemma } from "../language/en/lexicon.ts";
import { squeeze } from "../language/en/squeeze.ts";
import type { Sentence } from "../language/en/tokens.ts";
import { linkOf } from "./mention-links.ts";
import { firstMentionFrom, type Mention } from "./mentions.ts";

/** Somebody who may have said a quoted span, the words that say so, and the named features the ranker weighs. */
export interface Candidate {
  /** `null` for the two candidates that are no mention: the speaker before goes on, or nobody is named. */
  mention: Mention | null;
  /** First token and the one past the last, in the mention's sentence. */
  cue: [number, number] | null;
  continues: boolean;
  /** Whether it is the subject of a plain speech verb right beside it. */
  anchor: boolean;
  features: string[];
}

type Side = "left" | "right" | "before" | "after";

/** How far from a span a mention may stand; keeps time linear in hostile text. */
const REACH = 80;
const MENTIONS = 10;
/** The same for the sentences before and after. */
const NEIGHBOURS = 5;

/** Every mention near the span, the speaker before it, and nobody. */
export function candidatesOf(analysis: Analysis, index: number): Candidate[] {
  const span = analysis.spans[index] as QuotedSpan;
  const found: Candidate[] = [];
  const sentence = analysis.sentences[span.sentence];
  if (sentence === undefined) return found;
  const frame = frameOf(analysis, span, sentence);
  const near = nearMentions(analysis, span.sentence, span.token);
  for (const [side, list] of near) {
    for (const [rank, mention] of list.entries()) found.push(candidate(analysis, span, mention, side, rank, frame));
  }
  markAnchors(found, span.sentence);
  if (index > 0)
    found.push({ mention: null, cue: null, continues: true, anchor: false, features: continuing(analysis, index, sentence, frame) });
  found.push({
    mention: null,
    cue: null,
    continues: false,
    anchor: false,
    features: ["none", `none:${frame}`, `none:first=${index === 0}`, `none:words=${bucket(span.end - span.start)}`],
  });
  return found;
}

/** Tells every candidate whether it, or another one of the quote's own sentence, stands right beside a plain speech verb. */
function markAnchors(candidates: Candidate[], sentence: number): void {
  const anchored = candidates.some((candidate) => candidate.anchor && candidate.mention?.sentence === sentence);
  for (const { mention, anchor, features } of candidates) {
    const own = mention?.sentence === sentence;
    features.push(`anchor=${anchor ? "self" : anchored ? "other" : "none"},${own},${features[0]}`);
  }
}

function nearMentions(analysis: Analysis, s: number, token: number): [Side, Mention[]][] {
  const own = analysis.mentions[s] ?? [];
  let split = firstMentionFrom(own, token + 1);
  const left: Mention[] = [];
  for (let m = split - 1; m >= 0 && left.length < MENTIONS && token - (own[m] as Mention).last < REACH; m -= 1)
    left.push(own[m] as Mention);
  const right: Mention[] = [];
  for (; split < own.length && right.length < MENTIONS && (own[split] as Mention).first - token < REACH; split += 1)
    right.push(own[split] as Mention);
  const sentence = analysis.sentences[s] as Sentence;
  // The neighbours matter only to a quote that opens or ends its sentence, or whose own sentence reports nothing.
  const bare = sentence.core !== "V";
  const last = bare || sentence.firstWord > token ? (analysis.mentions[s - 1] ?? []) : [];
  // Of the sentence before, its subject and what stands right before the quote.
  const before = (last.length <= NEIGHBOURS ? last : [...last.slice(0, NEIGHBOURS - 2), ...last.slice(-2)]).toReversed();
  const ends = bare || token >= sentence.tokens.length - 3;
  const after = ends ? (analysis.mentions[s + 1] ?? []).slice(0, NEIGHBOURS) : [];
  return [
    ["left", left],
    ["right", right],
    ["before", before],
    ["after", after],
  ];
}

/** What stands around the span in its sentence, in a few letters. */
function frameOf(analysis: Analysis, span: QuotedSpan, sentence: Sentence): string {
  const place = sentence.firstWord > span.token ? "^" : "_";
  const last = analysis.text[span.end - 1] ?? "";
  return `${place}${sentence.core}${/[.?!…]/.test(last) ? "." : last === "," ? "," : "w"}`;
}

function candidate(analysis: Analysis, span: QuotedSpan, mention: Mention, side: Side, rank: number, frame: string): Candidate {
  const sentence = analysis.sentences[mention.sentence] as Sentence;
  const { classes, tokens } = sentence;
  const link = linkOf(sentence, mention);
  const verb = link.verb < 0 ? null : cueLemma(tokens[link.verb]?.lower ?? "");
  const verbClass = verb === null ? (link.verb < 0 ? "none" : "other") : isPlainCue(verb) ? "plain" : "marked";
  const head = tokens[mention.last - 1];
  const features = [side, `${side}:${frame}`, `${side}:kind=${mention.kind}`, `${side}:rank=${Math.min(rank, 6)}`];
  const add = (name: string) => features.push(`${side}:${name}`);
  add(`link=${link.type},${verbClass}`);
  add(`${frame}:link=${link.type},${verbClass}`);
  add(`path=${link.path}`);
  add(`path=${link.path},${verbClass},${mention.kind}`);
  add(`prior=${classes.slice(Math.max(0, mention.first - 2), mention.first) || "^"}`);
  add(`prev=${classes[mention.first - 1] ?? "^"},${mention.kind}`);
  add(`next=${classes.slice(mention.last, mention.last + 2) || "$"}`);
  if (verb !== null) add(`lemma=${verb},${link.type}`);
  else if (link.verb >= 0 && link.type !== "according") add(`verb=${tokens[link.verb]?.lower}`);
  const lead = classes.slice(Math.max(0, mention.first - 12), mention.first);
  add(`bracketed=${lead.lastIndexOf("(") > lead.lastIndexOf(")")},${link.type}`);
  const ing = link.verb >= 0 && /ing$/.test(tokens[link.verb]?.lower ?? "");
  add(`opens=${mention.index === 0},${link.type},${ing}`);
  add(`ing=${ing},${classes[mention.first - 1] ?? "^"},${link.path}`);
  if (mention.kind === "pronoun" || mention.kind === "relative") add(`word=${head?.lower}`);
  else if (mention.kind === "role") features.push(`head=${head?.lower}`);
  if (side === "left") {
    add(`between=${squeeze(classes.slice(mention.last, span.token))}`);
    if (link.verb >= 0 && link.verb < span.token) {
      add(`toquote=${squeeze(classes.slice(link.verb + 1, span.token))},${verbClass}`);
      add(`toquote=${squeeze(classes.slice(link.verb + 1, span.token))},${link.path}`);
    } else add(`toquote=beyond,${link.type}`);
  } else if (side === "right") {
    const from = link.type === "subject" || link.verb < 0 ? mention.first : link.verb;
    add(`between=${squeeze(classes.slice(span.token + 1, mention.first))}`);
    add(`toquote=${squeeze(classes.slice(span.token + 1, from))},${verbClass},${link.type}`);
    add(`toquote=${squeeze(classes.slice(span.token + 1, from))},${link.path}`);
    const tail = /^(?:,[^.VQ]*)?[.)]*$/.test(classes.slice(mention.last, mention.last + 40).replace(/[RtIDnN#TG]+/g, ""));
    add(`tail=${tail},${link.type},${verbClass}`);
    // "..., said the envoy." at the end speaks for all marked words of its sentence.
    if (tail && link.type === "inverted" && verbClass === "plain") features.push("rule:tail");
    if (
      link.type === "none" &&
      /^-[DnN#]+(?:,[^.V]*)?$/.test(classes.slice(span.token + 1, span.token + 40)) &&
      classes[mention.first - 1] === "-"
    )
      features.push("rule:dash");
  } else if (side === "before") {
    add(`end=${classes.slice(-2)}`);
    add(`rest=${squeeze(classes.slice(mention.last))}`);
    add(`newblock=${sentence.block !== span.block},${classes.at(-1)},${link.type},${verbClass}`);
    add(`hasquote=${sentence.hasQuotes},${link.type},${verbClass}`);
  } else {
    if (classes.length < 40 && /^-[DnN#]+(?:,[^.V]*)?\.?$/.test(classes) && mention.index === 0) features.push("rule:dash");
    add(`lead=${squeeze(classes.slice(0, mention.first))},${link.type},${verbClass}`);
    add(`newblock=${sentence.block !== span.block},${link.type},${verbClass}`);
    add(`hasquote=${sentence.hasQuotes}`);
  }
  const anchor = verbClass === "plain" && (link.type === "inverted" || (link.type === "subject" && link.path === ""));
  return { mention, cue: link.cue, continues: false, anchor, features };
}

function continuing(analysis: Analysis, index: number, sentence: Sentence, frame: string): string[] {
  const span = analysis.spans[index] as QuotedSpan;
  const last = analysis.spans[index - 1] as QuotedSpan;
  const gap = span.sentence - last.sentence;
  const blocks = span.block - last.block;
  const between = last.sentence === span.sentence ? squeeze(sentence.classes.slice(last.token + 1, span.token)) : "";
  const open = !last.closed && last.style === span.style;
  return [
    "same",
    `same:${frame}`,
    `same:gap=${Math.min(gap, 4)},${Math.min(blocks, 3)}`,
    `same:gap=${Math.min(gap, 4)},${Math.min(blocks, 3)},${frame}`,
    `same:between=${between},${gap === 0}`,
    `same:open=${open},${Math.min(blocks, 3)}`,
    `same:sentence=${squeeze(sentence.classes)}`,
    `same:only=${sentence.onlyQuotes},${Math.min(blocks, 3)},${Math.min(gap, 3)}`,
  ];
}

function bucket(length: number): number {
  return Math.min(8, Math.floor(Math.log2(length + 1)));
}
