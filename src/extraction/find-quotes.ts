import { revisionOf } from "../article/model/ids.ts";
import type { Span } from "../article/model/schema.ts";
import { BLOCK_SEPARATOR, CodePointText } from "../article/model/text.ts";
import { plainDocument } from "./annotate-text.ts";
import type { Block, Document, FoundQuote, TextRange } from "./document.ts";
import { annotateInLanguage } from "./language/gate.ts";
import { pairMarks } from "./quotes/marks/marks.ts";
import { decode } from "./reading/decode.ts";
import { declaredCharset, encodingOf } from "./reading/encoding.ts";
import { refuseForeign } from "./reading/foreign-formats.ts";
import { readHtml } from "./reading/html/read-html.ts";
import { readMarkdown } from "./reading/markdown/read-markdown.ts";
import type { MediaType } from "./reading/media-type.ts";
import type { Note } from "./reading/notes.ts";
import { dropFurniture } from "./reading/parts/furniture/furniture.ts";
import type { RawBlock } from "./reading/raw-document.ts";
import { read } from "./reading/read.ts";
import { UnreadableSource } from "./reading/unreadable-source.ts";
import { placesIn } from "./submitted-places.ts";

/** A text whose quotes are to be found: a string, or bytes of a media type. */
export interface SubmittedText {
  content: string | Uint8Array;
  mediaType: MediaType;
  /** The encoding that bytes came labelled with. */
  charset?: string | undefined;
}

interface SubmittedSpan extends Span {
  /** Its place in what was submitted, in code points; `null` where markup hides it. */
  submitted: { start: number; end: number } | null;
}

/** A quote of a submitted text. Spans are in code points of `QuotesOfText.text`. */
interface SubmittedQuote {
  kind: FoundQuote["kind"];
  segments: SubmittedSpan[];
  /** Whom the text names for it, in the fullest form it has of each name; roles ("resident") of those it does not name. */
  speakers: string[];
  mention: Span | null;
  confidence: FoundQuote["confidence"];
  /** The writer's own words right in front of each segment. */
  leads: string[];
}

/** The quotes of a text, and what is to be said about reading it. */
export interface QuotesOfText {
  /** The characters of what was submitted, with its byte order mark: what `submitted` counts in. */
  source: string;
  /** What spans count in: plain text as it was submitted, of Markdown and HTML the visible words. */
  text: string;
  /** The same of Markdown and HTML; `null` where it is what was submitted. */
  visibleText: string | null;
  /** Its paragraphs, in code points of `text`. No segment goes beyond one. */
  paragraphs: { start: number; end: number }[];
  quotes: SubmittedQuote[];
  /** Words in marks that were taken for a title, a term or a name rather than for speech. */
  unspoken: SubmittedSpan[];
  /** Revision of the article that importing the text would give; `null` where it gives none. */
  revision: string | null;
  notes: Note[];
}

/**
 * Finds the quotes of a text that need not be an article: a paragraph is enough, and every block is read as one, the headline
 * too. Plain text is read as it is, so that spans are places in what was submitted.
 *
 * @throws UnreadableSource for what is empty, binary, of another format, too large or too deeply nested
 */
export function findQuotes(submitted: SubmittedText): QuotesOfText {
  try {
    return quotesOf(submitted);
  } catch (error) {
    if (error instanceof UnreadableSource && error.code === "empty") throw new UnreadableSource("empty", "The text is empty.");
    if (error instanceof RangeError) throw new UnreadableSource("too-complex", "The text is too deeply nested to be read.");
    throw error;
  }
}

function quotesOf(submitted: SubmittedText): QuotesOfText {
  const { source, notes } = decoded(submitted);
  const { document, placesOf, ...reading } = readAll(source, submitted.mediaType);
  const { annotation, notes: aboutLanguage } = annotateInLanguage(document, { stated: reading.language });
  const points = new CodePointText(document.text);
  const span = ({ start, end }: TextRange): Span => ({
    text: document.text.slice(start, end),
    start: points.point(start),
    end: points.point(end),
  });
  const unspoken = unspokenIn(document, annotation.quotes);
  const spoken = annotation.quotes.flatMap(({ segments }) => segments);
  const outer = unspoken.filter(({ start }, index) => start >= Math.max(0, ...unspoken.slice(0, index).map(({ end }) => end)));
  const places = placesOf([...spoken, ...outer].sort((a, b) => a.start - b.start));
  const submittedSpan = (range: TextRange): SubmittedSpan => ({ ...span(range), submitted: places.get(range) ?? null });
  const quotes = annotation.quotes.map(({ kind, segments, speakers, mention, confidence }) => ({
    kind,
    segments: segments.map(submittedSpan),
    leads: segments.map((segment) => leadOf(document, segment)),
    speakers: speakers.flatMap((index) => annotation.speakers[index]?.name ?? []),
    mention: mention && span(mention),
    confidence,
  }));
  return {
    source,
    text: document.text,
    visibleText: submitted.mediaType === "text/plain" ? null : document.text,
    paragraphs: document.blocks.map(({ start, end }) => ({ start: points.point(start), end: points.point(end) })),
    quotes,
    unspoken: unspoken.map(submittedSpan),
    revision: revisionAsArticle(submitted),
    notes: [...notes, ...reading.notes, ...aboutLanguage],
  };
}

const MARK = "\ufeff";

/** The characters of a text. The byte order mark stays, and in plain text U+0000, which the reader of files leaves out: offsets count them. */
function decoded({ content, mediaType, charset }: SubmittedText): { source: string; notes: Note[] } {
  const raw = bytesOf(content);
  const label = typeof content === "string" ? "utf-8" : (charset ?? declaredCharset(raw));
  const { text, notes } = decode(raw, label);
  const kept = typeof content === "string" ? content : new TextDecoder(encodingOf(raw, label).encoding, { ignoreBOM: true }).decode(raw);
  if (mediaType !== "text/plain") return { source: kept.startsWith(MARK) ? MARK + text : text, notes };
  return { source: kept, notes: notes.filter(({ code }) => code !== "control-characters") };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

interface ReadText {
  document: Document;
  language: string | null;
  notes: Note[];
  /** The places of ranges of the document in the source, in code points; in the order of the document. */
  placesOf(ranges: TextRange[]): Map<TextRange, TextRange>;
}

function readAll(source: string, mediaType: MediaType): ReadText {
  refuseForeign(source.replace(/^\ufeff/, ""));
  if (mediaType === "text/plain") {
    const points = new CodePointText(source);
    const placesOf = (ranges: TextRange[]) =>
      new Map(ranges.map((range) => [range, { start: points.point(range.start), end: points.point(range.end) }]));
    return { document: plainDocument(source), language: null, notes: [], placesOf };
  }
  const mark = source.startsWith(MARK) ? MARK.length : 0;
  const marked = source.slice(mark);
  const { blocks, metadata, notes } = mediaType === "text/html" ? readHtml(marked) : readMarkdown(marked);
  const { kept } = dropFurniture(blocks);
  const document = layOut(kept);
  const placesOf = (ranges: TextRange[]) => {
    const places = [...placesIn(marked, document, kept, ranges)];
    return new Map(places.map(([range, { start, end }]) => [range, { start: start + mark, end: end + mark }]));
  };
  return { document, language: metadata.language, notes, placesOf };
}

/** Every block as a paragraph, separated by blank lines. */
function layOut(blocks: RawBlock[]): Document {
  let start = 0;
  const laidOut = blocks.map(({ text, markup }): Block => {
    const block: Block = { kind: "paragraph", role: "body", start, end: start + text.length, ...(markup === undefined ? {} : { markup }) };
    start = block.end + BLOCK_SEPARATOR.length;
    return block;
  });
  return { text: blocks.map(({ text }) => text).join(BLOCK_SEPARATOR), blocks: laidOut };
}

/** How far in front of a segment the writer's words are read, in UTF-16 units. */
const LEAD = 80;

/** The words in front of a segment, from the marks or the paragraph before on. */
function leadOf({ text }: Document, { start }: TextRange): string {
  const before = text.slice(Math.max(0, start - LEAD), start).replace(/["“”„«»‘’']+\s?$/u, "");
  return /[^"“”„«»]*$/u.exec(before.slice(before.lastIndexOf(BLOCK_SEPARATOR) + 1))?.[0] ?? "";
}

/** Marked words outside all quotes. */
function unspokenIn({ text, blocks }: Document, quotes: FoundQuote[]): TextRange[] {
  const spoken = quotes.flatMap(({ segments }) => segments).sort((a, b) => a.start - b.start);
  let at = 0;
  return blocks
    .flatMap((block) => (block.markup === "code" ? [] : pairMarks(text, block)))
    .filter(({ start, end, closed }) => {
      while ((spoken[at]?.end ?? Infinity) <= start) at += 1;
      return closed && (spoken[at]?.start ?? Infinity) >= end && /[\p{L}\p{N}]/u.test(text.slice(start, end));
    });
}

/** The revision that the text has as an article of an archive. */
function revisionAsArticle({ content, mediaType, charset }: SubmittedText): string | null {
  try {
    return revisionOf(read(bytesOf(content), { mediaType, charset: typeof content === "string" ? "utf-8" : charset }).document.text);
  } catch (error) {
    if (error instanceof UnreadableSource) return null;
    throw error;
  }
}
