import { CodePointText } from "../article/text.ts";
import { annotate } from "./annotation.ts";
import type { Block, Document, FoundQuote, Range } from "./document.ts";

/** One segment of a quote, with offsets in code points of the text as given. */
export interface Entry {
  start: number;
  end: number;
  kind: FoundQuote["kind"];
  /** Ties the segments of one quote. */
  quote: string;
  mention: Range | null;
  cue: Range | null;
  /** Canonical name; two people speaking together are joined by `; `. */
  speaker: string | null;
  confidence: FoundQuote["confidence"];
}

/** Annotates a text as it is: nothing is cleaned or left out, every line with words is a paragraph. */
export function annotateText(text: string): Entry[] {
  const points = new CodePointText(text);
  const { quotes, speakers } = annotate(plainDocument(text));
  const point = (range: Range): Range => ({ start: points.point(range.start), end: points.point(range.end) });
  const entries = quotes.flatMap((quote, q) => {
    const names = quote.speakers.flatMap((index) => speakers[index]?.name ?? []);
    return contiguous(text, quote.segments).map((segment) => ({
      ...point(segment),
      kind: quote.kind,
      quote: `q${q + 1}`,
      mention: quote.mention === null ? null : point(quote.mention),
      cue: quote.cue === null ? null : point(quote.cue),
      speaker: names.length === 0 ? null : names.join("; "),
      confidence: quote.confidence,
    }));
  });
  return entries.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Segments with nothing but white space between them as one: words that run on into the next paragraph without a new mark. */
function contiguous(text: string, segments: Range[]): Range[] {
  const joined: Range[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, segment.start).trim() === "") last.end = segment.end;
    else joined.push({ ...segment });
  }
  return joined;
}

/** Every line with something in it as a paragraph. */
export function plainDocument(text: string): Document {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    if (match[0].trim() !== "") blocks.push({ kind: "paragraph", role: "body", start: match.index, end: match.index + match[0].length });
  }
  return { text, blocks };
}
