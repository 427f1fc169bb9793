import { z } from "zod";
import { type ArticleRef, refOf } from "../model/items.ts";
import type { Article, Basis, Confidence, QuoteKind, Speaker, SpeakerRef, SpeakerType } from "../model/schema.ts";
import { blocksOf, CodePointText, textOf } from "../model/text.ts";
import { fold, foldWords } from "./fold.ts";

/**
 * An article in the form search and the quote checker read: the text, its folded words, where each stood, and which block
 * and which segment it stood in. Stores keep the article's JSON alone and make this of the few articles an answer shows:
 * some 0.1 ms for one of 400 words, half of it for parsing.
 */
export interface Searchable {
  article: ArticleRef;
  /** As the article has it. */
  language: string | null;
  text: CodePointText;
  /** The folded words of the text in order, each with a space in front; `BLOCK_BREAK` stands between two blocks. */
  words: string;
  /** Start and end of every word of `words` (breaks too) in code points of the text, in pairs. */
  offsets: Uint32Array;
  /** In the order of the text; offsets in code points. */
  blocks: (BlockRef & { start: number; end: number })[];
  /** In the order of the article; offsets in code points. */
  quotes: SearchableQuote[];
  /** Everyone whom it quotes. */
  speakers: Speaker[];
}

export interface SearchableQuote {
  id: string;
  kind: QuoteKind;
  /** Whether its words are the speaker's own: in marks, or a turn of an interview, which no cue reports. */
  verbatim: boolean;
  basis: Basis | null;
  confidence: Confidence | null;
  speakers: SpeakerRef[];
  /** Of each speaker, as the article has it. */
  types: (SpeakerType | null)[];
  segments: { start: number; end: number }[];
}

/** Stands between blocks so that no phrase matches across them; a private-use character is never part of a folded word. */
export const BLOCK_BREAK = "\uE000";

/** Stands in front of the words of a text that has no English inflections, so that an index can tell it; a private-use character, too. */
export const UNINFLECTED = "\uE001";

export const BlockRef = z
  .strictObject({
    kind: z.enum(["headline", "heading", "paragraph", "credit", "rights"]).meta({ description: "What the block is." }),
    id: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "Id of the paragraph, or of the section a heading opens; `null` for the others.", examples: ["p2"] }),
  })
  .meta({ id: "BlockRef", description: "A block of an article's text." });
export type BlockRef = z.infer<typeof BlockRef>;

/** Where a word stands: in the headline, in a paragraph outside every segment, or elsewhere (in a segment, a heading, a credit, the rights). */
export const IN_HEADLINE = 1;
export const IN_NARRATION = 2;
const ELSEWHERE = 0;

/** An article's searchable form, and what only indexes are made from. */
export interface Indexable {
  searchable: Searchable;
  /** The words of `Searchable.words` and the breaks, one by one. */
  sequence: string[];
  /** Of each of them `IN_HEADLINE`, `IN_NARRATION` or `ELSEWHERE`. */
  places: Uint8Array;
}

/** The searchable form of a sound article. */
export function searchableOf(article: Article): Searchable {
  return indexableOf(article).searchable;
}

/** The searchable form of a sound article, and its words one by one. */
export function indexableOf(article: Article): Indexable {
  const text = new CodePointText(textOf(article));
  const refs = blockRefs(article);
  const blocks = blocksOf(article).map(({ start, end }) => ({ ...(refs.get(start) ?? CREDIT), start, end }));
  const types = new Map(article.speakers.map(({ id, type }) => [id, type]));
  const quotes = article.quotes.map(({ id, kind, attribution, segments }) => ({
    id,
    kind,
    verbatim: kind !== "indirect" || attribution.cue === null,
    basis: attribution.basis,
    confidence: attribution.confidence,
    speakers: attribution.speakers,
    types: attribution.speakers.map((speaker) => types.get(speaker.id) ?? null),
    segments: segments.map(({ start, end }) => ({ start, end })),
  }));
  const segments = quotes.flatMap((quote) => quote.segments).sort((a, b) => a.start - b.start);
  let segment = 0;
  const sequence: string[] = [];
  const places: number[] = [];
  const offsets: number[] = [];
  const add = (word: string, place: number, start: number, end: number) => {
    sequence.push(word);
    places.push(place);
    offsets.push(start, end);
  };
  for (const [index, block] of blocks.entries()) {
    if (index > 0) add(BLOCK_BREAK, ELSEWHERE, block.start, block.start);
    const from = text.unit(block.start);
    for (const word of foldWords(text.value.slice(from, text.unit(block.end)))) {
      const [start, end] = [text.point(from + word.start), text.point(from + word.end)];
      while (start >= (segments[segment]?.end ?? Infinity)) segment += 1;
      const isNarrated = block.kind === "paragraph" && end <= (segments[segment]?.start ?? Infinity);
      add(word.word, block.kind === "headline" ? IN_HEADLINE : isNarrated ? IN_NARRATION : ELSEWHERE, start, end);
    }
  }
  return {
    searchable: {
      article: refOf(article),
      language: article.language,
      text,
      words: spaced(sequence),
      offsets: new Uint32Array(offsets),
      blocks,
      quotes,
      speakers: article.speakers,
    },
    sequence,
    places: new Uint8Array(places),
  };
}

/** Words with a space in front of each. */
export function spaced(words: string[]): string {
  return words.length === 0 ? "" : ` ${words.join(" ")}`;
}

/** Texts as folded words, each with a space in front, `BLOCK_BREAK` between two texts. */
export function foldedWords(texts: string[]): string {
  return separated(texts.map(fold));
}

/** The same of texts that are folded. */
export function separated(folded: string[]): string {
  return folded.map((words) => ` ${words}`).join(` ${BLOCK_BREAK}`);
}

/** Index of the first word that starts at or behind a code point, by the pairs of `Searchable.offsets`. */
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
