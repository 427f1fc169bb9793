import { CodePointText } from "../article/model/text.ts";

/** A half-open stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * A span of the API (Unicode code points) as indices of a JavaScript string (UTF-16 units), for `slice` and the DOM.
 *
 * @param text the text of the span's revision; pass a `CodePointText` when there are many spans of a long text
 */
export function utf16Span(text: string | CodePointText, { start, end }: Stretch): Stretch {
  const points = pointsOf(text);
  return { start: points.unit(start), end: points.unit(end) };
}

/** Indices of a JavaScript string (UTF-16 units) as a span of the API (Unicode code points). */
export function codePointSpan(text: string | CodePointText, { start, end }: Stretch): Stretch {
  const points = pointsOf(text);
  return { start: points.point(start), end: points.point(end) };
}

function pointsOf(text: string | CodePointText): CodePointText {
  return typeof text === "string" ? new CodePointText(text) : text;
}
