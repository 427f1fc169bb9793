import type { Analysis, QuotedSpan } from "../analysis.ts";
import type { Block, TextRange } from "../document.ts";
import type { Mention } from "../language/en/grammar/mentions.ts";
import { isPlainCue } from "../language/en/tokens/cues.ts";
import { cueLemma } from "../language/en/tokens/lexicon.ts";
import type { Candidate } from "../speakers/candidates/candidates.ts";
import { Features } from "../speakers/features.ts";
import type { Marked } from "./marks/marked.ts";

/** How far a paragraph is looked at from its end, and how many paragraphs a block quotation has at most. */
const TAIL = 120;
const PARAGRAPHS = 40;
/** A reporting clause has its cue among so many words: “…,” the harbour master said. */
const CUE_WITHIN = 5;
/** "We sail. — Ann Lee, captain": a signature in the last line of the quoted words. */
const SIGNATURE = /\s(?:--|[—–―])\s?(?=\p{Lu}[^.!?“”"]{2,80}$)/u;
/** The same as a paragraph of its own that the markup says nothing of. */
const DASHED = /^(?:--|[—–―])\s?\p{Lu}[^.!?“”"]{2,}$/u;
/** An attribution names its speaker with this probability. */
const PROBABILITY = 0.95;

/**
 * The words of a block quotation as a span: what markup sets apart is a quote when there is evidence who speaks, that is
 * an attribution line beside it, a signature in it, or a paragraph before it that ends with a colon or a speech verb.
 *
 * @returns `null` for other paragraphs, and for quotations that nobody is named for.
 */
export function blockQuotation(text: string, blocks: Block[], b: number): Marked | null {
  const block = blocks[b] as Block;
  if (block.markup !== "quotation") return null;
  const { first, last } = runOf(blocks, b);
  const signed = signatureIn(text, blocks[last - 1] as Block);
  const evidence = signed !== null || attributionOf(text, blocks, b) !== null || isAnnounced(text, blocks[first - 1]);
  if (!evidence) return null;
  const end = b === last - 1 && signed !== null ? signed : block.end;
  return { start: block.start, end, from: block.start, to: end, closed: b === last - 1, runsOn: false, style: "block" };
}

/**
 * Whether the marks in a block are the author's own and stand: they are all that it holds, or they open it and a reporting clause
 * follows, as in “We build in May,” said Nina Falk.
 */
export function marksStand(text: string, { start, end }: TextRange, spans: Marked[]): boolean {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || first.from > start + 1) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(last.to, end)) || reportsBehind(text.slice(first.start, first.end), text.slice(first.to, end));
}

/** A comma, or the stop of a question, and a plain cue among the next few words. */
function reportsBehind(words: string, behind: string): boolean {
  if (!/[,?!—–]$/.test(words) && !behind.startsWith(",")) return false;
  return (behind.slice(0, TAIL).match(/[\p{L}’'-]+/gu) ?? []).slice(0, CUE_WITHIN).some(isPlain);
}

/** The speaker whom the attribution line of a block quotation names; `null` when it has none or names nobody. */
export function attributedCandidate(analysis: Analysis, span: QuotedSpan): { candidate: Candidate; speaker: number } | null {
  const { text, blocks, mentions, sentences } = analysis;
  if (blocks[span.block]?.markup !== "quotation" || sentences[span.sentence]?.onlyQuotes !== true) return null;
  const b = attributionOf(text, blocks, span.block);
  if (b === null) return null;
  const named = firstSentencesOf(analysis, span, b).flatMap((s) => mentions[s] ?? []);
  const mention: Mention | undefined =
    named.find((one) => one.kind === "name" && !isLabel(analysis, one)) ?? named.find(({ kind }) => kind === "role");
  if (mention === undefined) return null;
  const features = new Features("speaker");
  return { candidate: { origin: "after", mention, cue: null, link: null, anchor: false, features }, speaker: PROBABILITY };
}

/** The quotation paragraphs side by side that `b` is one of, half open. */
function runOf(blocks: Block[], b: number): { first: number; last: number } {
  let [first, last] = [b, b + 1];
  while (first > b - PARAGRAPHS && blocks[first - 1]?.markup === "quotation") first -= 1;
  while (last < b + PARAGRAPHS && blocks[last]?.markup === "quotation") last += 1;
  return { first, last };
}

/** The attribution line right below the quotation, or right above it where none of another quotation stands there. */
function attributionOf(text: string, blocks: Block[], b: number): number | null {
  const { first, last } = runOf(blocks, b);
  const below = blocks[last];
  if (below?.markup === "attribution") return last;
  if (below?.kind === "paragraph" && below.end - below.start < TAIL && DASHED.test(text.slice(below.start, below.end))) return last;
  return blocks[first - 1]?.markup === "attribution" && blocks[first - 2]?.markup !== "quotation" ? first - 1 : null;
}

/** The sentences of the attribution block, found from the span's own outwards. */
function firstSentencesOf({ sentences }: Analysis, span: QuotedSpan, b: number): number[] {
  const step = b > span.block ? 1 : -1;
  let s = span.sentence;
  while (sentences[s] !== undefined && sentences[s]?.block !== b) s += step;
  const found: number[] = [];
  for (; sentences[s]?.block === b; s += step) found.push(s);
  return step < 0 ? found.toReversed() : found;
}

/** "Source: the harbour office", "By Ann Lee": a word before a colon names nobody. */
function isLabel({ sentences }: Analysis, { sentence, last }: Mention): boolean {
  return sentences[sentence]?.classes[last] === ":";
}

/** Where the quoted words end before a signature in the same paragraph. */
function signatureIn(text: string, { start, end }: Block): number | null {
  const from = Math.max(start, end - TAIL);
  const match = SIGNATURE.exec(text.slice(from, end));
  return match === null || from + match.index <= start ? null : from + match.index;
}

/** "Ann Lee wrote on Friday:", "This is what Ann Lee said" */
function isAnnounced(text: string, block: Block | undefined): boolean {
  if (block?.kind !== "paragraph" || block.markup !== undefined) return false;
  const end = text.slice(Math.max(block.start, block.end - TAIL), block.end).trimEnd();
  if (/[:：]$/.test(end)) return true;
  return isPlain(/([\p{L}]+)[.,]?$/u.exec(end)?.[1] ?? "");
}

function isPlain(word: string): boolean {
  const lemma = cueLemma(word.toLowerCase());
  return lemma !== null && isPlainCue(lemma);
}
