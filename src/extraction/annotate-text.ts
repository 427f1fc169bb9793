import { CodePointText } from "../article/model/text.ts";
import type { Block, Document, FoundQuote, TextRange } from "./document.ts";
import { annotateInLanguage } from "./language/gate.ts";
import { wrapWidth } from "./reading/text/wrapped-lines.ts";

/** One segment of a quote, with offsets in code points of the text as given. */
export interface AnnotatedSegment {
  start: number;
  end: number;
  kind: FoundQuote["kind"];
  /** Ties the segments of one quote. */
  quote: string;
  mention: TextRange | null;
  cue: TextRange | null;
  /** Canonical name; two people speaking together are joined by `; `. */
  speaker: string | null;
  confidence: FoundQuote["confidence"];
}

/**
 * Annotates a text as it is: nothing is cleaned or left out, every line with words is a paragraph. In a text that is clearly
 * in a language without rules, marked words are quotes and nobody is named.
 */
export function annotateText(text: string): AnnotatedSegment[] {
  const points = new CodePointText(text);
  const { quotes, speakers } = annotateInLanguage(plainDocument(text)).annotation;
  const point = (range: TextRange): TextRange => ({ start: points.point(range.start), end: points.point(range.end) });
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
function contiguous(text: string, segments: TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, segment.start).trim() === "") last.end = segment.end;
    else joined.push({ ...segment });
  }
  return joined;
}

/** Every line with something in it as a paragraph; of a text wrapped at a fixed width, every run of lines between blank ones. */
export function plainDocument(text: string): Document {
  const lines: TextRange[] = [];
  // A byte order mark is before the first line.
  for (const match of text.matchAll(/(?!^\ufeff)[^\n\r]+/g)) {
    if (match[0].trim() !== "") lines.push({ start: match.index, end: match.index + match[0].length });
  }
  const paragraphs = isWrapped(text, lines) ? joinLines(text, lines) : lines;
  return { text, blocks: paragraphs.map((range): Block => ({ kind: "paragraph", role: "body", ...range })) };
}

function isWrapped(text: string, lines: TextRange[]): boolean {
  const seen = lines.map((line, l) => ({ text: text.slice(line.start, line.end).trim(), opens: !follows(text, lines[l - 1], line) }));
  return wrapWidth(seen) !== null;
}

/** Whether a line follows another without a blank one between. */
function follows(text: string, line: TextRange | undefined, next: TextRange): boolean {
  return line !== undefined && /^(?:\r\n|\n|\r)$/.test(text.slice(line.end, next.start));
}

function joinLines(text: string, lines: TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && follows(text, last, line)) last.end = line.end;
    else joined.push({ ...line });
  }
  return joined;
}
