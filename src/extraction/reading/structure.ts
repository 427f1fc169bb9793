import type { ParagraphRole } from "../../article/model/schema.ts";
import type { Block, Markup } from "../document.ts";
import { isAgency, isWire } from "./parts/agencies.ts";
import { isCaption } from "./parts/captions.ts";
import { beginsWithFirstName } from "./parts/credits/first-names.ts";
import { type CreditLine, readBareByline, readByline, readCredit } from "./parts/credits/read-credits.ts";
import { isAboutAuthor, isSignature } from "./parts/credits/signatures.ts";
import { readDateline } from "./parts/dates/dateline.ts";
import { readLineDates } from "./parts/dates/line-dates.ts";
import { isEditorsNote } from "./parts/editors-notes.ts";
import { isRightsLine } from "./parts/read-rights.ts";
import type { RawBlock } from "./raw-document.ts";

/** A block of the article before it has a place in the text. */
export interface Part extends Markup {
  kind: Block["kind"];
  role: ParagraphRole;
  text: string;
  credits: CreditLine[];
}

/** A heading in plain text has at most this many code points and words. */
const MAX_HEADING = 80;
const MAX_HEADING_WORDS = 12;
/** A question stands as a heading only between paragraphs of at least this length; shorter ones are dialogue. */
const LONG_PARAGRAPH = 75;
const MAX_STANDFIRST = 300;

const SENTENCE_END = /(?:[.!?…:;,—]|--)["'”’»›)\]]*$/u;
/** "MAYOR: ..." in a transcript. */
const LABEL = /^(\p{Lu}[\p{L}\p{M}.'’ -]{0,40}):\s/u;
/** A line this short among others like it is a cell or an item. UTF-16 units. */
const MAX_CELL = 40;
/** Signatures ("— Jane Roe, Oslo"), teasers of other pages ("Ferry stays | The Post", "Ferry stays »"), addresses. */
const NOT_A_HEADING = /^(?:[([]|[—–―»›→▶►•*]|--?\s)|\s\|\s|[»›→▶►>|]$|@|https?:|www\.|\(\d{1,2}:\d{2}\)$/iu;
const IN_MARKS = /^(?:‘[^‘]*’|“[^“”]*”|"[^"]*"|'[^"]*'|«[^«»]*»)$/u;

/** Says what every block is. The first block is the headline; the order of the blocks does not change. */
export function classify(blocks: RawBlock[]): Part[] {
  const lastText = blocks.findLastIndex(({ text }) => text.length >= MAX_CELL && SENTENCE_END.test(text) && !isRightsLine(text));
  const parts = blocks.map((block, at) => ({ ...firstLook(block, at, at < lastText), ...markupOf(block) }));
  markStandfirst(parts, blocks);
  demoteStandfirsts(parts);
  markHeadings(parts, blocks);
  markEnd(parts);
  return parts;
}

function markupOf({ markup }: Markup): Markup {
  return markup === undefined ? {} : { markup };
}

/** What a block is by its own words and markup. */
function firstLook(block: RawBlock, at: number, textFollows: boolean): Part {
  const { text, form } = block;
  if (at === 0) return part("headline", "body", text);
  if (form === "heading") return part("heading", "body", text);
  if (block.authors !== undefined) return { ...part("credit", "body", text), credits: block.authors.map(author) };
  if (form !== "caption" && isRightsLine(text) && (!textFollows || !isCaption(text))) return part("rights", "body", text);
  // "By Ada Quill" in a quotation names who is quoted.
  const credits =
    block.markup === "attribution" ? null : (readCredit(text) ?? readByline(text) ?? (form === "byline" ? readBareByline(text) : null));
  if (credits !== null) return { ...part("credit", "body", text), credits };
  if (form === "standfirst" || form === "caption" || form === "note") return part("paragraph", form, text);
  if (isEditorsNote(text)) return part("paragraph", "note", text);
  if (form === "list-item") return part("paragraph", form, text);
  if (isCaption(text)) return part("paragraph", "caption", text);
  return part("paragraph", "body", text);
}

function author(name: string): CreditLine {
  return { role: "author", person: { name, place: null, email: null } };
}

function part(kind: Part["kind"], role: Part["role"], text: string): Part {
  return { kind, role, text, credits: [] };
}

/** Between headline and byline or dateline stands the summary; so does a line without a full stop. */
function markStandfirst(parts: Part[], blocks: RawBlock[]): void {
  const candidate = parts[1];
  const next = parts.slice(2, 6).find((part) => part.role !== "caption");
  if (candidate?.kind !== "paragraph" || candidate.role !== "body" || next === undefined) return;
  if (blocks[1]?.form !== "text" && blocks[1]?.form !== "paragraph") return;
  const hasDateline = (part: Part): boolean => {
    const others = parts.slice(1).filter((other) => other !== part && isBody(other));
    return (
      isBody(part) &&
      readDateline(
        part.text,
        others.map((other) => other.text),
        parts[0]?.text,
      ) !== null
    );
  };
  if (candidate.text.length > MAX_STANDFIRST || hasDateline(candidate)) return;
  const before = next.kind === "credit" || hasDateline(next);
  const summary = isBody(next) && !SENTENCE_END.test(candidate.text) && next.text.length > candidate.text.length;
  if (before || summary) candidate.role = "standfirst";
}

/** What a page calls a subtitle below its second paragraph is the heading of a section, or a paragraph set large. */
function demoteStandfirsts(parts: Part[]): void {
  let paragraphs = 0;
  for (const part of parts) {
    if (isBody(part) && part.text.length >= LONG_PARAGRAPH) paragraphs += 1;
    if (part.role !== "standfirst" || paragraphs < 2) continue;
    part.role = "body";
    if (part.text.length <= MAX_HEADING && !/[.!…:;,]["”’)]*$/u.test(part.text)) part.kind = "heading";
  }
}

/** A short line without final punctuation between two paragraphs is a heading, also when all of it stands in marks. */
function markHeadings(parts: Part[], blocks: RawBlock[]): void {
  const labels = Map.groupBy(parts, (part) => LABEL.exec(part.text)?.[1] ?? null);
  const speaks = (part: Part): boolean => (labels.get(LABEL.exec(part.text)?.[1] ?? null)?.length ?? 0) > 1 && LABEL.test(part.text);
  for (let at = 2; at < parts.length - 1; at += 1) {
    const [before, current, next] = [parts[at - 1], parts[at], parts[at + 1]];
    if (before === undefined || current === undefined || next === undefined) continue;
    if (!isBody(current) || !isBody(next) || before.kind === "heading" || blocks[at]?.form !== "text") continue;
    // Three short lines in a row are the cells of a table, verse, or a list; two are a heading and one below it.
    if (isCell(before) && isCell(parts[at - 2])) continue;
    // "Ada Quill" below a paragraph in marks is who said it.
    if (IN_MARKS.test(before.text) && beginsWithFirstName(current.text)) continue;
    if (!speaks(current) && looksLikeHeading(current.text, before, next)) current.kind = "heading";
  }
}

function looksLikeHeading(text: string, before: Part, next: Part): boolean {
  const words = text.split(/\s+/u);
  if (text.length > MAX_HEADING || words.length > MAX_HEADING_WORDS || !/\p{L}/u.test(text)) return false;
  if (/^\p{Ll}/u.test(text) || NOT_A_HEADING.test(text) || isAgency(text) || readLineDates(text) !== null) return false;
  if (next.text.length <= text.length || !SENTENCE_END.test(next.text)) return false;
  if (IN_MARKS.test(text)) return !SENTENCE_END.test(text);
  if (/["“”«»]/u.test(text)) return !SENTENCE_END.test(text) && before.text.length >= LONG_PARAGRAPH && next.text.length >= LONG_PARAGRAPH;
  if (/\?$/u.test(text)) return before.text.length >= LONG_PARAGRAPH && next.text.length >= LONG_PARAGRAPH;
  return !SENTENCE_END.test(text);
}

/** Behind the last paragraph stand the agency that signs the report, who wrote it, and what the author is. */
function markEnd(parts: Part[]): void {
  const authors = parts.flatMap(({ credits }) => credits.flatMap(({ role, person }) => (role === "author" ? person.name : [])));
  for (const part of parts.slice(2).reverse()) {
    if (isBody(part) || part.role === "caption") {
      if (isWire(part.text)) Object.assign(part, signedBy(part.text));
      else if (!isBody(part)) continue;
      else if (isAboutAuthor(part.text, authors) || (part.markup === undefined && isSignature(part.text))) part.role = "note";
      else return;
    } else if (part.kind === "heading") return;
  }
}

/** "(Reuters)" below a report as a credit of the agency. */
function signedBy(text: string): Partial<Part> {
  const name = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return { kind: "credit", role: "body", credits: [{ role: "contributor", person: { name, place: null, email: null } }] };
}

function isCell(part: Part | undefined): boolean {
  return part !== undefined && isBody(part) && part.text.length <= MAX_CELL && !SENTENCE_END.test(part.text);
}

function isBody(part: Part): boolean {
  return part.kind === "paragraph" && part.role === "body";
}
