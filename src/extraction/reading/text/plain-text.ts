import { NO_METADATA, type RawBlock, type RawDocument } from "../raw-document.ts";
import { MAX_BLOCK, tooLong } from "../unreadable-source.ts";
import { visibleText } from "../visible-text.ts";
import { joinWrapped, LIST_ITEM, wrapWidth } from "./wrapped-lines.ts";

/** A line that is not blank. `start` and `end` are UTF-16 indices of the decoded file. */
export interface Line {
  text: string;
  start: number;
  end: number;
  indented: boolean;
  /** Whether a blank line (or the start of the file) stands before it. */
  opens: boolean;
}

/**
 * Blocks of a plain text: parted by blank lines; where the file has none, or where its lines are not wrapped, every
 * line is a block. Hard-wrapped lines (e-mail, Project Gutenberg) are joined.
 */
export function readPlainText(decoded: string): RawDocument {
  const lines = linesOf(decoded);
  const width = wrapWidth(lines);
  const blocks: RawBlock[] = [];
  let joined = 0;
  for (const group of groupsOf(lines)) {
    for (const run of width === null ? group.map((line) => [line]) : joinWrapped(group, width, blocks.length === 0)) {
      const text = run.map((line, at) => glue(run[at - 1]) + line.text).join("");
      joined += run.length - 1;
      blocks.push({
        text,
        form: LIST_ITEM.test(text) ? "list-item" : "text",
        place: { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 },
      });
    }
  }
  const notes: RawDocument["notes"] =
    joined === 0 ? [] : [{ code: "wrapped-lines", message: "Lines wrapped at a fixed width were joined to paragraphs.", count: joined }];
  return { blocks, omitted: [], metadata: NO_METADATA, notes };
}

/** "well-" and "known" of two lines are "well-known". */
function glue(before: Line | undefined): string {
  return before === undefined || /\p{L}-$/u.test(before.text.slice(-3)) ? "" : " ";
}

function* groupsOf(lines: Line[]): Generator<Line[]> {
  let group: Line[] = [];
  for (const line of lines) {
    if (line.opens && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) yield group;
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
