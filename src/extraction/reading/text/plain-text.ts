import { readFrontMatter } from "../markdown/front-matter.ts";
import { splitDates } from "../parts/dates/line-dates.ts";
import { NO_METADATA, type RawBlock, type RawDocument, type RawOmission } from "../raw-document.ts";
import { type Line, linesOf } from "./lines.ts";
import { readMail } from "./mail.ts";
import { cutsOf, runningHeads } from "./typeset.ts";
import { joinWrapped, LIST_ITEM, wrapWidth } from "./wrapped-lines.ts";

/**
 * Blocks of a plain text: separated by blank lines; where the file has none, or where its lines are not wrapped, every
 * line is a block. Hard-wrapped lines (e-mail, Project Gutenberg) are joined.
 */
export function readPlainText(decoded: string): RawDocument {
  const frontMatter = readFrontMatter(decoded);
  const { length, metadata } = frontMatter.metadata.title === null ? { length: 0, metadata: NO_METADATA } : frontMatter;
  const mail = readMail(linesOf(decoded, length));
  const heads = runningHeads(mail.lines);
  const lines = mail.lines.filter((line) => !heads.has(line));
  const isCut = cutsOf(lines);
  const width = wrapWidth(lines);
  const blocks: RawBlock[] = [];
  const omitted: RawOmission[] = length === 0 ? [] : [frontMatterPlace(decoded, length)];
  omitted.push(...mail.omitted, ...[...heads].map(({ start, end }): RawOmission => ({ reason: "markup", place: { start, end } })));
  let joined = 0;
  for (const group of groupsOf(lines)) {
    for (const run of width === null ? group.map((line) => [line]) : joinWrapped(group, width, blocks.length === 0)) {
      const text = run.map((line, at) => joint(line.text, run[at + 1], isCut)).join("");
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
  return {
    blocks,
    omitted,
    metadata: length === 0 ? { ...mail.metadata, publishedAt: mail.metadata.publishedAt ?? dateOf(heads) } : metadata,
    notes,
  };
}

function frontMatterPlace(decoded: string, length: number): RawOmission {
  return { reason: "metadata", place: { start: 0, end: decoded.slice(0, length).trimEnd().length } };
}

/** The day that the head of the first page names. */
function dateOf(heads: Set<Line>): string | null {
  return [...heads].map(({ text }) => splitDates(text).dates?.publishedAt ?? null).find((date) => date !== null) ?? null;
}

/** A line as the next one goes on with it: "well-" and "known" of two lines are "well-known", "ser-" and "vice" are "service". */
function joint(text: string, next: Line | undefined, isCut: (line: string, next: string) => boolean): string {
  if (next === undefined) return text;
  if (isCut(text, next.text)) return text.slice(0, -1);
  return /\p{L}-$/u.test(text.slice(-3)) ? text : `${text} `;
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
