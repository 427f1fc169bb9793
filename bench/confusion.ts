import type { GoldQuote } from "./corpus.ts";
import type { Match } from "./score.ts";

/** What kind of error a pair is, or `null` when it is none: the span first, then the speaker by what was to be found. */
export function phenomenonOf({ gold, found, right }: Match, points: string[]): string | null {
  if (found === null) {
    const words = points.slice(gold.start, gold.end).join("").split(/\s+/).length;
    return `span missed: ${words <= 3 ? "up to three words" : "more than three words"}, ${gold.type}`;
  }
  if (gold.speaker === null || right) return null;
  if (found.mention === null) return `speaker not found: ${placeOf(gold, points)}`;
  return `wrong speaker: ${placeOf(gold, points)}, ${sortOf(gold.speaker)}`;
}

/** One case on one line: the words around the quote, who was found and who was meant. */
export function describe({ gold, found }: Match, points: string[]): string {
  const slice = (start: number, end: number) => points.slice(Math.max(0, start), end).join("").replaceAll(/\s+/g, " ");
  const mention = found?.mention == null ? "nobody" : slice(found.mention.start, found.mention.end);
  const end = gold.end - gold.start > 90 ? gold.start + 90 : gold.end;
  return `${slice(gold.start - 120, gold.start)}[${slice(gold.start, end)}]${slice(gold.end, gold.end + 80)} | found ${mention}, meant ${gold.speaker} (${gold.cue})`;
}

function placeOf(gold: GoldQuote, points: string[]): string {
  if (gold.speaker_start === null || gold.speaker_end === null) return "unknown place";
  const [from, to] = gold.speaker_end <= gold.start ? [gold.speaker_end, gold.start] : [gold.end, gold.speaker_start];
  const between = points.slice(from, to).join("");
  const side = gold.speaker_end <= gold.start ? "before the quote" : "after the quote";
  if (between.includes("\n")) return `${side}, in another paragraph`;
  return /[.?!]["”’']*\s+\p{Lu}/u.test(between) ? `${side}, in another sentence` : side;
}

function sortOf(speaker: string): string {
  if (/^(?:he|she|they|it|we|i|you|who|which|that)$/i.test(speaker)) return "pronoun";
  return /\p{Lu}/u.test(speaker.replace(/^(?:The|A|An|Some|Many|One)\b/, "")) ? "name" : "role";
}
