import type { CodePointText } from "../model/text.ts";

/** Records one fault of an article; the parameters are the members of `Fault`. */
export type ReportFault = (path: string, message: string, cure: string) => void;

export const REIMPORT = "Import the source again (`verbatim import`) instead of editing the file by hand.";

/** Checks that a span is inside the text and has its words. */
export function checkSpan(
  span: { text: string; start: number; end: number } | null,
  path: string,
  text: CodePointText,
  report: ReportFault,
): void {
  if (span === null) return;
  if (span.end <= span.start || span.end > text.length) {
    report(path, `the span ${span.start}-${span.end} is not inside the text of ${text.length} code points`, REIMPORT);
    return;
  }
  const found = text.slice(span.start, span.end);
  if (found !== span.text) {
    report(path, `is "${excerpt(span.text)}", but the text has "${excerpt(found)}" at ${span.start}-${span.end}`, REIMPORT);
  }
}

/** The beginning of a text, for a message. */
export function excerpt(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 57)}...`;
}
