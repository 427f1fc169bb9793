import { z } from "zod";
import { type ArticleRef, refOf } from "../model/items.ts";
import type { Article, QuoteKind, SpeakerRef } from "../model/schema.ts";
import { blocksOf, CodePointText, textOf } from "../model/text.ts";
import { foldWords } from "./fold.ts";

/**
 * An article in the form search and the quote checker read: the text, its folded words, where each stood, and which block
 * and which segment it stood in. Made once when the article comes in and stored as it is (two texts, bytes, one JSON
 * text), because folding a text costs more than everything else a search does.
 */
export interface Searchable {
  text: string;
  /**
   * The folded words of the text in order, each with a space in front; `BLOCK_BREAK` stands between two blocks. This is
   * the text a full-text index takes, split at spaces and nowhere else.
   */
  words: string;
  /** Start and end of every word of `words` (breaks too) in code points of the text: pairs of 32-bit integers in the machine's byte order. */
  offsets: Uint8Array;
  /** JSON of `Outline`. */
  outline: string;
}

/** Stands between blocks so that no phrase matches across them; a private-use character is never part of a folded word. */
export const BLOCK_BREAK = "\uE000";

export const BlockRef = z
  .strictObject({
    kind: z.enum(["headline", "heading", "paragraph", "credit", "rights"]),
    id: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "Id of the paragraph, or of the section a heading opens; `null` for the others.", examples: ["p2"] }),
  })
  .meta({ id: "BlockRef", description: "A block of an article's text." });
export type BlockRef = z.infer<typeof BlockRef>;

/** Blocks in the order of the text, quotes in the order of the article; offsets in code points. */
export interface Outline {
  article: ArticleRef;
  blocks: (BlockRef & { start: number; end: number })[];
  quotes: { id: string; kind: QuoteKind; speakers: SpeakerRef[]; segments: { start: number; end: number }[] }[];
}

/** An article's searchable form, and what only indexes are made from. */
export interface Indexable {
  searchable: Searchable;
  /** The words of `Searchable.words` and the breaks, one by one. */
  sequence: string[];
  /** Of each of them 1 when it is of a paragraph and outside every segment, else 0. */
  narrated: Uint8Array;
  /** Those words, as an index for `in: "narration"` takes them: `BLOCK_BREAK` stands wherever a segment or another block lies between two. */
  narration: string;
}

export function searchableOf(article: Article): Searchable {
  return indexableOf(article).searchable;
}

export function indexableOf(article: Article): Indexable {
  const text = new CodePointText(textOf(article));
  const refs = blockRefs(article);
  const blocks = blocksOf(article).map(({ start, end }) => ({ ...(refs.get(start) ?? CREDIT), start, end }));
  const quotes = article.quotes.map(({ id, kind, attribution, segments }) => ({
    id,
    kind,
    speakers: attribution.speakers,
    segments: segments.map(({ start, end }) => ({ start, end })),
  }));
  const segments = quotes.flatMap((quote) => quote.segments).sort((a, b) => a.start - b.start);
  let segment = 0;
  const sequence: string[] = [];
  const narrated: number[] = [];
  const offsets: number[] = [];
  const add = (word: string, isNarrated: boolean, start: number, end: number) => {
    sequence.push(word);
    narrated.push(isNarrated ? 1 : 0);
    offsets.push(start, end);
  };
  for (const [index, block] of blocks.entries()) {
    if (index > 0) add(BLOCK_BREAK, false, block.start, block.start);
    const from = text.unit(block.start);
    for (const word of foldWords(text.value.slice(from, text.unit(block.end)))) {
      const [start, end] = [text.point(from + word.start), text.point(from + word.end)];
      while (start >= (segments[segment]?.end ?? Infinity)) segment += 1;
      add(word.word, block.kind === "paragraph" && end <= (segments[segment]?.start ?? Infinity), start, end);
    }
  }
  const outline: Outline = { article: refOf(article), blocks, quotes };
  return {
    searchable: { text: text.value, words: spaced(sequence), offsets: bytesOf(offsets), outline: JSON.stringify(outline) },
    sequence,
    narrated: Uint8Array.from(narrated),
    narration: spaced(narrationOf(sequence, narrated)),
  };
}

function narrationOf(sequence: string[], narrated: number[]): string[] {
  const narration: string[] = [];
  for (const [index, word] of sequence.entries()) {
    if (narrated[index] === 0) continue;
    if (narration.length > 0 && narrated[index - 1] === 0) narration.push(BLOCK_BREAK);
    narration.push(word);
  }
  return narration;
}

/** Words with a space in front of each. */
function spaced(words: string[]): string {
  return words.length === 0 ? "" : ` ${words.join(" ")}`;
}

/** The pairs of `Searchable.offsets` as integers. */
export function offsetsOf(bytes: Uint8Array): Uint32Array {
  // A view needs an aligned start, which bytes out of a database need not have.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

/** Index of the first word that starts at or behind a code point, by the pairs of `offsetsOf`. */
export function firstWordFrom(offsets: Uint32Array, place: number): number {
  let low = 0;
  let high = offsets.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[2 * middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bytesOf(offsets: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(offsets).buffer);
}

const CREDIT: BlockRef = { kind: "credit", id: null };

function blockRefs(article: Article): Map<number, BlockRef> {
  const refs = new Map<number, BlockRef>([[article.headline.start, { kind: "headline", id: null }]]);
  for (const section of article.sections) {
    if (section.heading !== null) refs.set(section.heading.start, { kind: "heading", id: section.id });
    for (const { id, start } of section.paragraphs) refs.set(start, { kind: "paragraph", id });
  }
  if (article.rights.notice !== null) refs.set(article.rights.notice.start, { kind: "rights", id: null });
  return refs;
}
