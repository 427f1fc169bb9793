import type { Paragraph, Quote } from "../article/schema.ts";
import { CodePointText } from "../article/text.ts";

/** Words of a paragraph that belong to the same quotes. */
export interface Run {
  text: string;
  /** First code point of the run in the article's text. */
  start: number;
  end: number;
  /** Quotes with a segment over these words, in the order they begin. Empty for the reporter's words. */
  quotes: Quote[];
}

/**
 * Cuts a paragraph where a segment of a quote begins or ends. Segments of two quotes may overlap, so a run lies between
 * two edges and names all quotes it belongs to. The runs joined are the paragraph.
 *
 * @param quotes the article's quotes by id
 * @param cuts further code points to cut at, outside the paragraph ignored
 */
export function runsOf(paragraph: Paragraph, quotes: ReadonlyMap<string, Quote>, cuts: readonly number[] = []): Run[] {
  const segments = paragraph.quotes.flatMap((id) => {
    const quote = quotes.get(id);
    if (quote === undefined) return [];
    return quote.segments.filter((segment) => segment.paragraph === paragraph.id).map(({ start, end }) => ({ quote, start, end }));
  });
  const text = new CodePointText(paragraph.text);
  const inside = cuts.filter((cut) => cut > paragraph.start && cut < paragraph.end);
  const ends = segments.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([paragraph.start, ...ends, ...inside, paragraph.end])].sort((a, b) => a - b);
  const opening = Map.groupBy(segments, (segment) => segment.start);
  let open: typeof segments = [];
  return edges.slice(0, -1).map((start, place) => {
    const end = edges[place + 1] ?? start;
    open = [...open.filter((segment) => segment.end > start), ...(opening.get(start) ?? [])];
    return { text: text.slice(start - paragraph.start, end - paragraph.start), start, end, quotes: open.map(({ quote }) => quote) };
  });
}
