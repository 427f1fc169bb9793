import type { Article, Paragraph, Quote } from "../article/model/schema.ts";
import { CodePointText } from "../article/model/text.ts";

/** A segment with its quote, in code points of the whole text. */
export interface MarkedSegment<Q = Quote> {
  quote: Q;
  start: number;
  end: number;
}

/** Neighbouring words of a paragraph that belong to the same quotes; the span is in code points of the whole text. */
export interface Run<Q = Quote> {
  text: string;
  start: number;
  end: number;
  /** Empty for the reporter's words. */
  quotes: Q[];
}

/** The segments of all quotes by the id of their paragraph. */
export function segmentsByParagraph({ quotes }: Pick<Article, "quotes">): Map<string, MarkedSegment[]> {
  const marked = new Map<string, MarkedSegment[]>();
  for (const quote of quotes) {
    for (const { paragraph, start, end } of quote.segments) {
      const segments = marked.get(paragraph);
      if (segments === undefined) marked.set(paragraph, [{ quote, start, end }]);
      else segments.push({ quote, start, end });
    }
  }
  return marked;
}

/**
 * Cuts a paragraph into runs where a segment begins or ends. Segments of two quotes may overlap, so a run may belong to
 * several quotes. The joined runs are the paragraph.
 *
 * @param cuts further code points to cut at; those outside the paragraph are ignored
 */
export function runsOf<Q = Quote>(
  paragraph: Pick<Paragraph, "text" | "start" | "end">,
  segments: readonly MarkedSegment<Q>[],
  cuts: readonly number[] = [],
): Run<Q>[] {
  const text = new CodePointText(paragraph.text);
  const inside = cuts.filter((cut) => cut > paragraph.start && cut < paragraph.end);
  const ends = segments.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([paragraph.start, ...ends, ...inside, paragraph.end])].sort((a, b) => a - b);
  const opening = Map.groupBy(segments, (segment) => segment.start);
  let open: MarkedSegment<Q>[] = [];
  return edges.slice(0, -1).map((start, place) => {
    const end = edges[place + 1] ?? start;
    open = [...open.filter((segment) => segment.end > start), ...(opening.get(start) ?? [])];
    return { text: text.slice(start - paragraph.start, end - paragraph.start), start, end, quotes: open.map(({ quote }) => quote) };
  });
}
