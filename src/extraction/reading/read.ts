import type { Source } from "../../article/model/schema.ts";
import { BLOCK_SEPARATOR, CodePointText } from "../../article/model/text.ts";
import type { Block, Document, Metadata, ReadCredit, TextRange } from "../document.ts";
import { arrange } from "./arrange.ts";
import { decode } from "./decode.ts";
import { declaredCharset } from "./encoding.ts";
import { refuseForeign } from "./foreign-formats.ts";
import { readHtml } from "./html/read-html.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { type MediaType, sniffMediaType } from "./media-type.ts";
import type { Note } from "./notes.ts";
import { type ReadDateline, readDateline } from "./parts/dates/dateline.ts";
import { type ReadRights, readRights } from "./parts/read-rights.ts";
import type { RawDocument } from "./raw-document.ts";
import { classify, type Part } from "./structure.ts";
import { readPlainText } from "./text/plain-text.ts";

/** What reading makes of a raw file: the document to annotate and all that is known without knowing who says what. */
export interface Reading {
  document: Document;
  /** The dateline as a range of the document's text. */
  dateline: ReadDateline | null;
  credits: ReadCredit[];
  rights: ReadRights & { notice: TextRange | null };
  metadata: Metadata;
  mediaType: MediaType;
  omitted: Source["omitted"];
  notes: Note[];
}

/** What the caller knows of the form of a file. */
export interface ReadOptions {
  mediaType?: MediaType | undefined;
  fileName?: string | undefined;
  /** The encoding it came labelled with, which wins over what it declares itself. */
  charset?: string | undefined;
}

/**
 * Reads a raw file: decoded, furniture left out, each block classified. Pure; time is linear in the size of the file.
 *
 * @throws UnreadableSource when it is empty, binary, too large, or holds no headline or no paragraph.
 */
export function read(raw: Uint8Array, options: ReadOptions = {}): Reading {
  const { text: decoded, notes } = decode(raw, options.charset ?? declaredCharset(raw));
  refuseForeign(decoded);
  const mediaType = options.mediaType ?? sniffMediaType(decoded, options.fileName);
  const document = readers[mediaType](decoded);
  const arranged = arrange(document);
  const parts = withOneNotice(classify(arranged.blocks));
  const laidOut = layOut(parts);
  const notice = laidOut.blocks.find((block) => block.kind === "rights") ?? null;
  const named = readRights(notice === null ? "" : laidOut.text.slice(notice.start, notice.end));
  const { metadata } = document;
  return {
    document: laidOut,
    dateline: findDateline(laidOut),
    credits: parts.flatMap((part, at) => creditsOf(part, laidOut.blocks[at])),
    rights: {
      ...named,
      licence: named.licence ?? metadata.licence,
      notice: notice === null ? null : { start: notice.start, end: notice.end },
    },
    metadata: {
      language: metadata.language,
      publishedAt: metadata.publishedAt ?? arranged.publishedAt,
      updatedAt: metadata.updatedAt ?? arranged.updatedAt,
      sourceUrl: metadata.sourceUrl,
      publisher: metadata.publisher,
      image: metadata.image,
      categories: metadata.categories,
    },
    mediaType,
    omitted: listOmitted(decoded, document, arranged.omitted),
    notes: [...notes, ...document.notes, ...arranged.notes, ...loneSurrogates(decoded, laidOut.text)],
  };
}

const readers: Record<MediaType, (decoded: string) => RawDocument> = {
  "text/plain": readPlainText,
  "text/markdown": readMarkdown,
  "text/html": readHtml,
};

/** One notice for an article: rights lines that follow each other are one, earlier ones are notes. */
function withOneNotice(parts: Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const before = merged.at(-1);
    if (part.kind === "rights" && before?.kind === "rights" && before.text.length + part.text.length < 600) {
      before.text = `${before.text} ${part.text}`;
    } else merged.push({ ...part });
  }
  const last = merged.findLast((part) => part.kind === "rights");
  return merged.map((part) => (part.kind === "rights" && part !== last ? { ...part, kind: "paragraph", role: "note" } : part));
}

function layOut(parts: Part[]): Document {
  const blocks: Block[] = [];
  let start = 0;
  for (const { kind, role, text, markup } of parts) {
    blocks.push({ kind, role, start, end: start + text.length, ...(markup === undefined ? {} : { markup }) });
    start += text.length + BLOCK_SEPARATOR.length;
  }
  return { text: parts.map((part) => part.text).join(BLOCK_SEPARATOR), blocks };
}

function findDateline({ text, blocks }: Document): ReadDateline | null {
  const [first, ...others] = blocks.filter((block) => block.kind === "paragraph" && block.role === "body");
  if (first === undefined) return null;
  const found = readDateline(
    text.slice(first.start, first.end),
    others.map((block) => text.slice(block.start, block.end)),
    text.slice(0, blocks[0]?.end ?? 0),
  );
  return found === null ? null : { ...found, start: first.start, end: first.start + found.end };
}

function creditsOf(part: Part, block: Block | undefined): ReadCredit[] {
  if (block === undefined) return [];
  return part.credits.map(({ role, person }) => ({ role, ...person, start: block.start, end: block.end }));
}

/** Escapes and entities ("&#xD800;") can name half a character; reading has made each U+FFFD. */
function loneSurrogates(decoded: string, text: string): Note[] {
  const count = text.split("\ufffd").length - decoded.split("\ufffd").length;
  return count <= 0 ? [] : [{ code: "lone-surrogates", message: "Escapes that name half a character were replaced by U+FFFD.", count }];
}

function listOmitted(decoded: string, document: RawDocument, dropped: ReturnType<typeof arrange>["omitted"]): Source["omitted"] {
  const points = new CodePointText(decoded);
  const placed = dropped.flatMap(({ block, reason }) => (block.place === null ? [] : [{ reason, place: block.place }]));
  return [...document.omitted, ...placed]
    .sort((a, b) => a.place.start - b.place.start)
    .map(({ reason, place }) => ({
      text: decoded.slice(place.start, place.end),
      reason,
      start: points.point(place.start),
      end: points.point(place.end),
    }));
}
