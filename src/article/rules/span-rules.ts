import type { CodePointText } from "../model/text.ts";

/** Takes one thing wrong with an article; see `Fault`. */
export type Report = (path: string, message: string, cure: string) => void;

export const REIMPORT = "Import the source again (`verbatim import`) instead of editing the file by hand.";

/** A span must lie inside the text and slice to its words. */
export function checkSpan(
  span: { text: string; start: number; end: number } | null,
  path: string,
  text: CodePointText,
  report: Report,
): void {
  if (span === null) return;
  if (span.end <= span.start || span.end > text.length) {
    report(path, `the span ${span.start}-${span.end} is not inside the text of ${text.length} code points`, REIMPORT);
    return;
  }
  const found = text.slice(span.start, span.end);
  if (found !== span.text) {
    report(path, `says "${excerpt(span.text)}", the text has "${excerpt(found)}" at ${span.start}-${span.end}`, REIMPORT);
  }
}

/** The beginning of a text, for a message. */
export function excerpt(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 57)}...`;
}
