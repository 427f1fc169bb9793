import { z } from "zod";
import { foldWords } from "./fold.ts";
import { type ArticleRef, refOf } from "./items.ts";
import type { Article, QuoteKind, SpeakerRef } from "./schema.ts";
import { blocksOf, CodePointText, textOf } from "./text.ts";

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

/** The searchable form of an article. */
export function searchableOf(article: Article): Searchable {
  const text = new CodePointText(textOf(article));
  const refs = blockRefs(article);
  const blocks = blocksOf(article).map(({ start, end }) => ({ ...(refs.get(start) ?? CREDIT), start, end }));
  const offsets: number[] = [];
  let words = "";
  for (const [index, { start, end }] of blocks.entries()) {
    if (index > 0) {
      words += ` ${BLOCK_BREAK}`;
      offsets.push(start, start);
    }
    const from = text.unit(start);
    for (const word of foldWords(text.value.slice(from, text.unit(end)))) {
      words += ` ${word.word}`;
      offsets.push(text.point(from + word.start), text.point(from + word.end));
    }
  }
  const outline: Outline = {
    article: refOf(article),
    blocks,
    quotes: article.quotes.map(({ id, kind, attribution, segments }) => ({
      id,
      kind,
      speakers: attribution.speakers,
      segments: segments.map(({ start, end }) => ({ start, end })),
    })),
  };
  return { text: text.value, words, offsets: bytesOf(offsets), outline: JSON.stringify(outline) };
}

/**
 * The folded words of an article's paragraphs outside every segment, as an index for `in: "narration"` takes them:
 * `BLOCK_BREAK` stands wherever a segment or another block lies between two words.
 */
export function narrationWords({ words, offsets, outline }: Searchable): string {
  const places = offsetsOf(offsets);
  const { blocks, quotes } = JSON.parse(outline) as Outline;
  const segments = quotes.flatMap((quote) => quote.segments).sort((a, b) => a.start - b.start);
  let block = 0;
  let segment = 0;
  let interrupted = false;
  let narration = "";
  for (const [index, word] of words.slice(1).split(" ").entries()) {
    const start = places[2 * index] ?? 0;
    const end = places[2 * index + 1] ?? 0;
    while (start >= (blocks[block]?.end ?? Infinity)) block += 1;
    while (start >= (segments[segment]?.end ?? Infinity)) segment += 1;
    if (word === BLOCK_BREAK || blocks[block]?.kind !== "paragraph" || end > (segments[segment]?.start ?? Infinity)) {
      interrupted = true;
      continue;
    }
    if (interrupted && narration !== "") narration += ` ${BLOCK_BREAK}`;
    interrupted = false;
    narration += ` ${word}`;
  }
  return narration;
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
