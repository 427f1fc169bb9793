import type { Block, Document, TextRange } from "./document.ts";
import { sentencesOf } from "./language/en/sentences.ts";
import { type Sentence, type TokenRange, tokenize } from "./language/en/tokens.ts";
import { type Marked, pairMarks } from "./quotes/marks.ts";
import { turnsOf } from "./quotes/turns.ts";
import { type Mention, mentionsOf } from "./speakers/mentions.ts";

/** A quoted span and where it stands. */
export interface QuotedSpan extends Marked {
  block: number;
  /** Index of its sentence, and of its token there. */
  sentence: number;
  token: number;
}

/** A document with everything that can be told without deciding who speaks. */
export interface Analysis {
  text: string;
  blocks: Block[];
  spans: QuotedSpan[];
  sentences: Sentence[];
  /** Mentions by sentence. */
  mentions: Mention[][];
}

/** Finds the marked spans, the sentences, their tokens and the mentions of every paragraph. */
export function analyse(document: Document): Analysis {
  const { text, blocks } = document;
  const spans: QuotedSpan[] = [];
  const sentences: Sentence[] = [];
  const turns = turnsOf(text, blocks);
  for (const [b, block] of blocks.entries()) {
    if (block.kind !== "paragraph") continue;
    const before = blocks[b - 1]?.kind === "paragraph" && spans.at(-1)?.block === b - 1 ? (spans.at(-1) as QuotedSpan) : null;
    const turn = turns.get(b);
    const marked =
      turn === undefined ? pairMarks(text, block, before).map((span) => (span.closed ? span : cutAtCue(text, span))) : [spoken(turn)];
    const first = spans.length;
    for (const span of marked) spans.push({ ...span, block: b, sentence: -1, token: -1 });
    addSentences(text, block, b, marked, spans, first, sentences);
  }
  return { text, blocks, spans, sentences, mentions: sentences.map(mentionsOf) };
}

/** The text range of a run of tokens, or `null` when the sentence does not have them. */
export function rangeOfTokens(analysis: Analysis, sentence: number, { first, last }: TokenRange): TextRange | null {
  const tokens = analysis.sentences[sentence]?.tokens;
  const [start, end] = [tokens?.[first]?.start, tokens?.[last - 1]?.end];
  return start === undefined || end === undefined ? null : { start, end };
}

function spoken({ start, end }: TextRange): Marked {
  return { start, end, from: start, to: end, closed: true, runsOn: false, style: "turn" };
}

/** "We are ready, said the coach: a plain cue after a comma ends words whose closing mark is missing. */
const CUE =
  /[,?!] (?:said|says|added|asked|told|(?:he|she|they|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) (?:said|says|added|asked))(?= |\.|,)/u;

function cutAtCue(text: string, span: Marked): Marked {
  const cue = CUE.exec(text.slice(span.start, span.end));
  if (cue === null) return span;
  const end = span.start + cue.index + 1;
  return { ...span, end, to: end, closed: true };
}

function addSentences(
  text: string,
  block: TextRange,
  b: number,
  marked: Marked[],
  spans: QuotedSpan[],
  first: number,
  sentences: Sentence[],
): void {
  let next = first;
  for (const range of sentencesOf(text, block, marked)) {
    while (next < spans.length && (spans[next] as QuotedSpan).sentence >= 0) next += 1;
    const sentence = tokenize(text, range, b, spans, next);
    for (const [t, token] of sentence.tokens.entries()) {
      const span = token.span === null ? undefined : spans[token.span];
      if (span !== undefined) Object.assign(span, { sentence: sentences.length, token: t });
    }
    sentences.push(sentence);
  }
}
