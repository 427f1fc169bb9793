import { readFrontMatter } from "../markdown/front-matter.ts";
import { NO_METADATA, type RawBlock, type RawDocument, type RawOmission } from "../raw-document.ts";
import { type Line, linesOf } from "./lines.ts";
import { joinWrapped, LIST_ITEM, wrapWidth } from "./wrapped-lines.ts";

/**
 * Blocks of a plain text: separated by blank lines; where the file has none, or where its lines are not wrapped, every
 * line is a block. Hard-wrapped lines (e-mail, Project Gutenberg) are joined.
 */
export function readPlainText(decoded: string): RawDocument {
  const frontMatter = readFrontMatter(decoded);
  const { length, metadata } = frontMatter.metadata.title === null ? { length: 0, metadata: NO_METADATA } : frontMatter;
  const lines = linesOf(decoded, length);
  const width = wrapWidth(lines);
  const blocks: RawBlock[] = [];
  const omitted: RawOmission[] = length === 0 ? [] : [frontMatterPlace(decoded, length)];
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
  const notes = length === 0 ? [] : [...frontMatter.notes];
  if (joined > 0)
    notes.push({ code: "wrapped-lines", message: "Lines wrapped at a fixed width were joined into paragraphs.", count: joined });
  return { blocks, omitted, metadata, notes };
}

function frontMatterPlace(decoded: string, length: number): RawOmission {
  return { reason: "metadata", place: { start: 0, end: decoded.slice(0, length).trimEnd().length } };
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
