import type { Form, RawBlock, RawDocument, RawOmission } from "../raw-document.ts";
import { type Line, linesOf } from "../text/lines.ts";
import { visibleText } from "../visible-text.ts";
import { readFrontMatter } from "./front-matter.ts";
import { visibleInline } from "./inline.ts";

const HEADING = /^(#{1,6})(?:\s+|$)/;
const UNDERLINE = /^(?:=+|-+)$/;
const THEMATIC_BREAK = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const ITEM = /^(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ x]\]\s+)?/i;
const FENCE = /^(?:```|~~~)/;
const DEFINITION = /^\[([^\]^][^\]]{0,199})\]:\s*\S/;
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:\s*/;
const TABLE_RULE = /^\|?[\s:|-]*-[\s:|-]*$/;
const IMAGES_ONLY = /^(?:!\[[^\]]*\]\([^)]*\)\s*)+$/;
const ALL_STRONG = /^(?:\*\*[^*]+\*\*|__[^_]+__)$/;
const ALL_EMPHASIS = /^(?:\*(?:[^*]|\*\*[^*]+\*\*)+\*|_(?:[^_]|__[^_]+__)+_)$/;

/** Blocks of a Markdown file as visible text: CommonMark's blocks and tables as far as articles use them. */
export function readMarkdown(decoded: string): RawDocument {
  const { length, metadata, standfirst, notes } = readFrontMatter(decoded);
  const lines = linesOf(decoded, length);
  const reader = new BlockReader(lines);
  if (length > 0) reader.omitted.push({ reason: "metadata", place: { start: 0, end: decoded.slice(0, length).trimEnd().length } });
  for (const line of lines) reader.add(line);
  reader.flush();
  if (standfirst !== null && visibleText(standfirst) !== "") {
    const title = reader.blocks[0]?.form === "title" ? 1 : 0;
    reader.blocks.splice(title, 0, { text: visibleText(standfirst), form: "standfirst", place: null });
  }
  return { blocks: reader.blocks, omitted: reader.omitted, metadata, notes };
}

/** Takes lines one by one and keeps the block they are building. */
class BlockReader {
  readonly blocks: RawBlock[] = [];
  readonly omitted: RawOmission[] = [];
  readonly #references: Set<string>;
  #open: { lines: { text: string; start: number; end: number }[]; form: Form } = { lines: [], form: "text" };
  #until: "-->" | "fence" | null = null;
  #afterImage = false;

  constructor(lines: Line[]) {
    this.#references = new Set(lines.flatMap((line) => DEFINITION.exec(line.text)?.[1]?.toLowerCase() ?? []));
  }

  add(line: Line): void {
    if (line.opens && this.#until === null) this.flush();
    const text = line.text.replace(/^(?:>\s?)+/, "");
    const place = { start: line.start, end: line.end };
    if (this.#until === "-->") {
      const comment = this.omitted.at(-1);
      if (comment !== undefined) comment.place.end = line.end;
      this.#endComment(text, place);
    } else if (FENCE.test(text)) {
      this.flush();
      this.#until = this.#until === "fence" ? null : "fence";
    } else if (this.#until === "fence") this.#push(text, place);
    else if (text.startsWith("<!--")) {
      this.flush();
      this.omitted.push({ reason: "markup", place: { ...place } });
      this.#until = "-->";
      this.#endComment(text, place);
    } else this.#addBlockLine(text, place);
  }

  /** Ends a comment in the line that closes it. What follows in the line is text: `<!--more-->“We stay,” said Ada Quill.` */
  #endComment(text: string, place: { start: number; end: number }): void {
    const close = text.indexOf("-->");
    if (close < 0) return;
    this.#until = null;
    const rest = text.slice(close + "-->".length).trimStart();
    if (rest === "") return;
    const start = place.end - rest.length;
    const comment = this.omitted.at(-1);
    if (comment !== undefined) comment.place.end = start;
    this.#addBlockLine(rest, { start, end: place.end });
  }

  #addBlockLine(text: string, place: { start: number; end: number }): void {
    const heading = HEADING.exec(text);
    if (heading !== null) {
      this.flush();
      this.#push(text.slice(heading[0].length).replace(/(?:^|\s)#+$/, ""), place, heading[1] === "#" ? "title" : "heading");
      this.flush();
    } else if (UNDERLINE.test(text) && this.#open.lines.length === 1 && this.#open.form === "text") {
      this.#open.form = text.startsWith("=") ? "title" : "heading";
      this.flush();
    } else if (THEMATIC_BREAK.test(text) || DEFINITION.test(text) || (TABLE_RULE.test(text) && text.includes("|"))) {
      this.flush();
      this.omitted.push({ reason: "markup", place });
    } else if (ITEM.test(text)) {
      this.flush();
      this.#push(text.replace(ITEM, ""), place, "list-item");
    } else if (text.startsWith("|")) {
      this.flush();
      this.#push(text.replace(/^\|\s*/, "").replace(/\|$/, ""), place);
      this.flush();
    } else if (FOOTNOTE.test(text)) {
      this.flush();
      this.#push(text.replace(FOOTNOTE, ""), place, "note");
    } else if (text !== "") this.#push(text, place);
    else this.flush();
  }

  #push(text: string, place: { start: number; end: number }, form: Form = this.#open.form): void {
    this.#open.form = form;
    this.#open.lines.push({ text, ...place });
  }

  /** Ends the open block. One with no visible text (an image) is markup. */
  flush(): void {
    const { lines, form } = this.#open;
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#open = { lines: [], form: "text" };
    const source = lines.map((line) => line.text.replace(/\\$/, "")).join(" ");
    const place = { start: first.start, end: last.end };
    const text = visibleText(visibleInline(source, this.#references).replace(/[ \t]{2,}/g, " "));
    if (text === "") this.omitted.push({ reason: "markup", place });
    else this.blocks.push({ text, form: this.#formOf(source, form), place });
    this.#afterImage = text === "" && IMAGES_ONLY.test(source.slice(0, 2000));
  }

  /** What emphasis over a whole paragraph says: a summary under the title, a caption under an image, a heading. */
  #formOf(source: string, form: Form): Form {
    if (form !== "text" || source.length > 600) return form;
    if (this.#afterImage && ALL_EMPHASIS.test(source)) return "caption";
    const under = this.blocks.at(-1);
    if (this.blocks.length === 1 && under?.form === "title" && (ALL_EMPHASIS.test(source) || ALL_STRONG.test(source))) return "standfirst";
    return ALL_STRONG.test(source) && source.length <= 90 && !/[.!?,:;]["”’]?(?:\*\*|__)$/.test(source) ? "heading" : form;
  }
}
