import { MAX_BLOCK, tooLong } from "../unreadable-source.ts";
import { visibleText } from "../visible-text.ts";

/** A line that is not blank. `start` and `end` are UTF-16 indices of the decoded file. */
export interface Line {
  text: string;
  start: number;
  end: number;
  indented: boolean;
  /** Whether a blank line (or the start of the file) stands before it. */
  opens: boolean;
}

/** The lines from a UTF-16 index on that are not blank; every line end of Unicode counts, a form feed parts blocks. */
export function linesOf(decoded: string, from = 0): Line[] {
  const lines: Line[] = [];
  let start = from;
  let opens = true;
  for (let at = from; at <= decoded.length; at += 1) {
    const code = at === decoded.length ? 10 : decoded.charCodeAt(at);
    if (!isLineEnd(code)) continue;
    const line: Line | null = at === start ? null : lineAt(decoded, start, at, opens);
    if (line !== null) lines.push(line);
    opens = line === null || code === 12 || code === 0x2029;
    if (code === 13 && decoded.charCodeAt(at + 1) === 10) at += 1;
    start = at + 1;
  }
  return lines;
}

function isLineEnd(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

function lineAt(decoded: string, start: number, end: number, opens: boolean): Line | null {
  if (end - start > MAX_BLOCK) throw tooLong(end - start);
  const raw = decoded.slice(start, end);
  const text = visibleText(raw);
  if (text === "") return null;
  const lead = raw.length - raw.trimStart().length;
  return { text, start: start + lead, end: start + raw.trimEnd().length, indented: lead > 0, opens };
}
