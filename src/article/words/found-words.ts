import { foldWords } from "./fold.ts";
import { type Occurrence, Occurrences, SPACE } from "./occurrences.ts";
import { spaced } from "./searchable.ts";
import type { Pattern } from "./sought.ts";

/** The places of a short text that have one of the patterns, in UTF-16 units, in the order of the text; none overlaps another. */
export function foundWords(text: string, patterns: Pattern[]): { start: number; end: number }[] {
  const folded = foldWords(text);
  const words = spaced(folded.map(({ word }) => word));
  const found: Occurrence[] = [];
  for (const pattern of patterns) new Occurrences(words, pattern, 0).takeBefore(words.length, found);
  const places: { start: number; end: number }[] = [];
  let index = -1;
  let counted = 0;
  for (const { at, length } of found.sort((a, b) => a.at - b.at || b.length - a.length)) {
    for (; counted < at; counted += 1) if (words.charCodeAt(counted) === SPACE) index += 1;
    const start = folded[index]?.start ?? 0;
    const end = folded[index + length - 1]?.end ?? start;
    if (start >= (places.at(-1)?.end ?? 0)) places.push({ start, end });
  }
  return places;
}
