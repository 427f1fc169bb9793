import { spanOf } from "./recorded.ts";
import type { MatchedStretch } from "./surroundings.ts";

// Pairs of quote marks inside a segment (its own marks are outside it). A single mark between letters is an apostrophe.
const INNER =
  /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"]*"|‘(?:[^‘’]|’(?=[\p{L}\p{N}]))*’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?:[^']|(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}]))*'(?![\p{L}\p{N}])/gu;

/**
 * Whether all of a match is in quote marks inside its segments: words that the speaker quotes.
 *
 * @param match the stretches of words that the match is made of
 */
export function isNested(match: MatchedStretch[]): boolean {
  return match.every(({ source: { quote, recorded }, first, last }) => {
    const { start, end } = spanOf(recorded, first, last);
    const segment = quote?.segments.find((one) => one.start <= start && one.end >= end);
    if (segment === undefined) return false;
    const unit = (point: number) => recorded.text.unit(point) - recorded.text.unit(segment.start);
    return [...recorded.text.slice(segment.start, segment.end).matchAll(INNER)].some(
      ({ 0: inner, index }) => index < unit(start) && unit(end) < index + inner.length,
    );
  });
}
