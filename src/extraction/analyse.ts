import type { Analysis } from "./analysis.ts";
import type { Block, Document } from "./document.ts";
import { type Mention, mentionsOf } from "./language/en/grammar/mentions.ts";
import { verbSubjects } from "./language/en/grammar/verb-subjects.ts";
import { sentencesOf } from "./language/en/tokens/sentences.ts";
import { settleStarts } from "./language/en/tokens/settle-starts.ts";
import { isHeadingIn } from "./language/en/tokens/title-case.ts";
import { tokenize } from "./language/en/tokens/tokenize.ts";
import { blockQuotation, marksStand } from "./quotes/block-quotations.ts";
import type { Marked } from "./quotes/marks/marked.ts";
import { pairMarks } from "./quotes/marks/marks.ts";
import { nicknameIn } from "./quotes/marks/nicknames.ts";
import { takeOutNames } from "./quotes/speech/named-spans.ts";
import { quotedWordsOf } from "./quotes/speech/quoted-words.ts";
import { innerLabel, type Turn, turnsOf } from "./quotes/turns.ts";

/** Finds the marked spans, the sentences, their tokens and the mentions of every paragraph. */
export function analyse(document: Document): Analysis {
  const { text, blocks } = document;
  const analysis: Analysis = { text, blocks, spans: [], sentences: [], mentions: [], subjects: [] };
  const turns = turnsOf(text, blocks);
  for (const [b, block] of blocks.entries()) {
    if (block.kind !== "paragraph" || block.markup === "code") continue;
    const turn = turns.get(b);
    addParagraph(analysis, b, turn === undefined ? spansOf(analysis, b, block) : [spoken(turn)]);
  }
  takeOutNames(analysis);
  settleStarts(text, analysis.sentences);
  analysis.mentions = analysis.sentences.map((sentence, s) => mentionsOf(text, sentence, s));
  analysis.subjects = analysis.sentences.map((sentence, s) => verbSubjects(sentence, analysis.mentions[s] as Mention[]));
  return analysis;
}

/** The marked spans of a paragraph, or all of a block quotation whose marks are words of it. */
function spansOf(analysis: Analysis, b: number, block: Block): Marked[] {
  const { text, blocks } = analysis;
  const marked = markedSpans(analysis, b, block);
  const quotation = marksStand(text, block, marked) ? null : blockQuotation(text, blocks, b);
  return quotation === null ? marked : [quotation];
}

/** The marked spans of a paragraph; one whose closing mark is missing ends at a plain cue. */
function markedSpans({ text, blocks, spans }: Analysis, b: number, block: Block): Marked[] {
  const last = spans.at(-1);
  const open = blocks[b - 1]?.kind === "paragraph" && last?.block === b - 1 ? last : null;
  return pairMarks(text, block, open)
    .map((span) => (span.closed ? span : cutAtCue(text, span)))
    .map((span) => nicknameIn(text, block, span) ?? { ...span, ...innerLabel(text, block, span) });
}

/** The words of a turn of a transcript as a span without marks. */
function spoken({ start, end, part }: Turn): Marked {
  const span: Marked = { start, end, from: start, to: end, closed: true, runsOn: false, style: "turn" };
  return part === null ? span : { ...span, part };
}

/** "We are ready, said the coach: a plain cue after a comma ends words whose closing mark is missing, or a single one: “Yes,' said Ann. */
const CUE =
  /[,?!]['’]? (?:said|says|added|asked|told|(?:he|she|they|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) (?:said|says|added|asked))(?= |\.|,)/u;

function cutAtCue(text: string, span: Marked): Marked {
  const cue = CUE.exec(text.slice(span.start, span.end));
  if (cue === null) return span;
  const end = span.start + cue.index + 1;
  return { ...span, end, to: end + cue[0].indexOf(" ") - 1, closed: true };
}

/** Adds the sentences of a paragraph, and its spans with the sentence and the token that each is. */
function addParagraph({ text, blocks, spans, sentences }: Analysis, b: number, marked: Marked[]): void {
  const block = blocks[b] as Block;
  const heading = marked.length > 0 && isHeadingIn(text, block);
  let placed = 0;
  for (const range of sentencesOf(text, block, marked)) {
    const sentence = tokenize(text, { ...range, block: b }, marked, placed);
    for (const [t, token] of sentence.tokens.entries()) {
      if (token.class !== "Q") continue;
      while (marked[placed]?.inName) placed += 1;
      const span = marked[placed] as Marked;
      spans.push({ ...span, block: b, sentence: sentences.length, token: t, words: quotedWordsOf(text, span.start, span.end), heading });
      placed += 1;
    }
    while ((marked[placed]?.from ?? range.end) < range.end) placed += 1;
    sentences.push(sentence);
  }
}
