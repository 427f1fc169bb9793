/** A half-open stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Converts a span of the API (Unicode code points) to indices of a JavaScript string (UTF-16 units), for `slice` and the DOM.
 *
 * @param text the whole text that the span counts in
 */
export function utf16Span(text: string, { start, end }: Stretch): Stretch {
  return { start: unitIndex(text, start), end: unitIndex(text, end) };
}

/**
 * Converts indices of a JavaScript string (UTF-16 units) to a span of the API (Unicode code points). An index inside a
 * surrogate pair gives the place of its character.
 */
export function codePointSpan(text: string, { start, end }: Stretch): Stretch {
  return { start: pointIndex(text, start), end: pointIndex(text, end) };
}

/** The UTF-16 index of a code point; the text's length for a place past its end. */
function unitIndex(text: string, point: number): number {
  let unit = 0;
  for (let left = point; left > 0 && unit < text.length; left -= 1) unit += unitsAt(text, unit);
  return unit;
}

function pointIndex(text: string, index: number): number {
  let point = 0;
  const end = Math.min(index, text.length);
  for (let unit = unitsAt(text, 0); unit <= end; unit += unitsAt(text, unit)) point += 1;
  return point;
}

/** How many UTF-16 units the character at an index has. */
function unitsAt(text: string, unit: number): 1 | 2 {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
}
