import type { Markup } from "../../document.ts";
import { withoutShortcodes } from "../parts/furniture/shortcodes.ts";
import type { Form, RawBlock, RawDocument, RawOmission } from "../raw-document.ts";
import { type Line, linesOf } from "../text/lines.ts";
import { visibleText } from "../visible-text.ts";
import { formOfEmphasis, isOnlyImages } from "./emphasis.ts";
import { readFrontMatter } from "./front-matter.ts";
import { visibleInline } from "./inline.ts";
import { isSaidBy, splitSaidBy, withoutQuoteMarks } from "./quotations.ts";
import { withoutWikiMarks } from "./wiki-marks.ts";

const HEADING = /^(#{1,6})(?:\s+|$)/;
const UNDERLINE = /^(?:=+|-+)$/;
const THEMATIC_BREAK = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const ITEM = /^(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ x]\]\s+)?/i;
const FENCE = /^(?:```|~~~)/;
/** HTML that an article in Markdown may hold as a line of its own. */
const HTML_HEADING = /^<h([1-6])\b[^>]{0,300}>(.{1,500})<\/h\1>$/i;
const HTML_QUOTATION = /^<blockquote\b[^>]{0,300}>\s*/i;
const HTML_CAPTION = /^<(?:figcaption\b|figure\b.{0,2000}<figcaption\b)/i;
/** "> [!NOTE]" opens a box of the editor, not a quotation. */
const CALLOUT = /^\[!\w{2,20}\][+-]?\s*/;
/** The lines of code that MDX has above its text. */
const MDX_CODE =
  /^(?:import\s.{1,200}\sfrom\s+["'][^"']{1,200}["']|import\s+["'][^"']{1,200}["']|export\s+(?:const|let|default|function)\s.{1,300}[;{}]);?$/;
/** "{: .lead}", "{#what-next}": classes and ids for a line, which no reader sees. */
const ATTRIBUTES = /\s{0,5}\{[:#.][^{}]{0,200}\}$/;
/** "[more]: https://…", and "*[CSA]: Coast and Sea Agency", which a browser shows over the word only. */
const DEFINITION = /^\*?\[([^\]^][^\]]{0,199})\]:\s*\S/;
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:\s*/;
/** A row without strokes at its ends counts below the rule of a table only. */
const TABLE_RULE = /^\|?[\s:|-]*-[\s:|-]*$/;

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

interface OpenBlock extends Markup {
  lines: { text: string; start: number; end: number }[];
  form: Form;
}

/** Takes lines one by one and keeps the block they are building. */
class BlockReader {
  readonly blocks: RawBlock[] = [];
  readonly omitted: RawOmission[] = [];
  readonly #references: Set<string>;
  #open: OpenBlock = { lines: [], form: "paragraph" };
  #until: "-->" | "fence" | null = null;
  #afterImage = false;
  #inTable = false;
  #quoted = false;
  #inHtmlQuotation = false;
  #inCallout = false;

  constructor(lines: Line[]) {
    this.#references = new Set(lines.flatMap((line) => DEFINITION.exec(line.text)?.[1]?.toLowerCase() ?? []));
  }

  add(line: Line): void {
    if (line.opens && this.#until === null) this.#endParagraph();
    const { text, isQuoted } = withoutQuoteMarks(line.text);
    // A quotation interrupts a paragraph; a line without its mark goes on with a paragraph inside it.
    if (isQuoted && !this.#quoted) this.#endParagraph();
    if (isQuoted || this.#open.lines.length === 0) this.#quoted = isQuoted;
    this.#inCallout = this.#quoted && ((this.#inCallout && !line.opens) || CALLOUT.test(text));
    const place = { start: line.start, end: line.end };
    if (this.#until === "-->") {
      const comment = this.omitted.at(-1);
      if (comment !== undefined) comment.place.end = line.end;
      this.#endComment(text, place);
    } else if (FENCE.test(text)) {
      this.flush();
      this.#until = this.#until === "fence" ? null : "fence";
    } else if (this.#until === "fence") {
      this.#push(text, place);
      this.#open.markup = "code";
    } else if (text.startsWith("<!--")) {
      this.flush();
      this.omitted.push({ reason: "markup", place: { ...place } });
      this.#until = "-->";
      this.#endComment(text, place);
    } else this.#addHtmlLine(text, place);
  }

  /** A line that may open or close a quotation of HTML, or be a heading or a caption of HTML. */
  #addHtmlLine(text: string, place: { start: number; end: number }): void {
    const opening = HTML_QUOTATION.exec(text)?.[0];
    const heading = HTML_HEADING.exec(text);
    if (opening !== undefined) {
      this.flush();
      this.#inHtmlQuotation = true;
    }
    const rest = text.slice(opening?.length ?? 0);
    const closing = this.#inHtmlQuotation ? rest.search(/<\/blockquote>/i) : -1;
    if (heading?.[2] !== undefined) this.#pushAlone(heading[2], place, heading[1] === "1" ? "title" : "heading");
    else if (HTML_CAPTION.test(text)) this.#pushAlone(text, place, "caption");
    else this.#addBlockLine(closing < 0 ? rest : rest.slice(0, closing), place);
    if (closing < 0) return;
    this.flush();
    this.#inHtmlQuotation = false;
    this.#addBlockLine(rest.slice(closing + "</blockquote>".length).trim(), place);
  }

  #pushAlone(text: string, place: { start: number; end: number }, form: Form): void {
    this.flush();
    this.#push(text, place, form);
    this.flush();
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
      this.#pushAlone(text.slice(heading[0].length).replace(/(?:^|\s)#+$/, ""), place, heading[1] === "#" ? "title" : "heading");
    } else if (this.#isSaidBy(text)) {
      this.flush();
      this.#push(text.replace(/^-\s+/, "— "), place);
      this.#open.markup = "attribution";
    } else if (UNDERLINE.test(text) && this.#open.lines.length === 1 && this.#open.form === "paragraph") {
      this.#open.form = text.startsWith("=") ? "title" : "heading";
      this.flush();
    } else if (THEMATIC_BREAK.test(text) || MDX_CODE.test(text) || DEFINITION.test(text) || (TABLE_RULE.test(text) && text.includes("|"))) {
      this.flush();
      this.#inTable = TABLE_RULE.test(text) && text.includes("|");
      const header = this.blocks.at(-1);
      if (this.#inTable && header?.form === "paragraph" && header.text.includes("|")) header.form = "list-item";
      this.omitted.push({ reason: "markup", place });
    } else if (ITEM.test(text)) {
      this.flush();
      this.#push(text.replace(ITEM, ""), place, "list-item");
    } else if (text.startsWith("|") || (this.#inTable && text.includes("|"))) {
      this.#pushAlone(rowOf(text), place, "list-item");
    } else if (FOOTNOTE.test(text)) {
      this.flush();
      this.#push(text.replace(FOOTNOTE, ""), place, "note");
    } else if (text !== "") this.#push(text, place);
    else this.flush();
  }

  #push(written: string, place: { start: number; end: number }, given: Form = this.#open.form): void {
    const text = (this.#inCallout ? written.replace(CALLOUT, "") : written).replace(ATTRIBUTES, "");
    const form = this.#inCallout && given === "paragraph" ? "note" : given;
    const quoted = (this.#quoted && !this.#inCallout) || this.#inHtmlQuotation;
    if (this.#open.lines.length === 0 && quoted && form !== "heading" && form !== "title") this.#open.markup = "quotation";
    this.#open.form = form;
    this.#open.lines.push({ text, ...place });
  }

  /** A dash opens an attribution only in a quotation, or in the first line below one. */
  #isSaidBy(text: string): boolean {
    const { lines, markup, form } = this.#open;
    const below = lines.length === 0 && this.blocks.at(-1)?.markup === "quotation";
    return (markup === "quotation" || below) && isSaidBy(text, lines.length > 0 && form !== "list-item");
  }

  #endParagraph(): void {
    this.flush();
    this.#inTable = false;
  }

  /** Ends the open block. One with no visible text (an image) is markup. */
  flush(): void {
    const { lines, form, markup } = this.#open;
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#open = { lines: [], form: "paragraph" };
    const written = lines.map((line) => line.text.replace(/\\$/, "")).join(" ");
    const place = { start: first.start, end: last.end };
    const said = markup === "quotation" ? splitSaidBy(written) : null;
    this.#close(said?.[0] ?? written, form, place, markup);
    if (said !== null) this.#close(said[1], form, place, "attribution");
  }

  #close(written: string, form: Form, place: { start: number; end: number }, markup: Markup["markup"] | undefined): void {
    const { text: plain, form: given } = withoutShortcodes(written);
    const source = withoutWikiMarks(plain);
    const text = visibleText(visibleInline(source, this.#references).replace(/[ \t]{2,}/g, " "));
    const isUnderTitle = this.blocks.length === 1 && this.blocks[0]?.form === "title";
    if (text === "") this.omitted.push({ reason: "markup", place });
    else
      this.blocks.push({
        text,
        form: given ?? (form === "paragraph" ? formOfEmphasis(source, this.#afterImage, isUnderTitle) : form),
        place,
        ...(markup === undefined ? {} : { markup }),
      });
    this.#afterImage = text === "" && isOnlyImages(source);
  }
}

/** The cells of a row on one line: "| Green | 7 |" is "Green | 7". */
function rowOf(line: string): string {
  return line
    .replace(/^\|\s*/, "")
    .replace(/\s*(?<!\\)\|$/, "")
    .replace(/\s*(?<!\\)\|\s*/g, " | ");
}
