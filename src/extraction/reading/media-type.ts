import { TextDecoder } from "node:util";
import type { Source } from "../../article/model/schema.ts";

/** The media types that are read. */
export type MediaType = Source["mediaType"];

const EXTENSIONS = new Map<string, MediaType>(
  Object.entries({
    txt: "text/plain",
    text: "text/plain",
    md: "text/markdown",
    markdown: "text/markdown",
    html: "text/html",
    htm: "text/html",
    xhtml: "text/html",
  }),
);
const HTML = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype\s+html|<(?:html|head|body|article|main|div|section|p|h1|meta|title)[\s>])/i;
const MARKDOWN = /^\s*(?:---[ \t]*\r?\n\s*[\w-]+[ \t]*:|\+\+\+[ \t]*\r?\n|\{[ \t]*\r?\n\s*"[\w-]+"\s*:|#{1,2} \S)/;

/** The media type of a file by the ending of its name, else by how it begins. */
export function sniffMediaType(decoded: string, fileName?: string): MediaType {
  const ending = /\.([a-z]+)$/i.exec(fileName ?? "")?.[1]?.toLowerCase();
  const known = ending === undefined ? undefined : EXTENSIONS.get(ending);
  if (known !== undefined && known !== "text/plain") return known;
  const opening = decoded.slice(0, 2000);
  if (HTML.test(opening)) return "text/html";
  return MARKDOWN.test(opening) ? "text/markdown" : "text/plain";
}

/** Whether bytes that are said to be plain text begin like HTML; Markdown may. */
export function isMislabelledHtml(raw: Uint8Array): boolean {
  return HTML.test(new TextDecoder().decode(raw.subarray(0, 2000)).replace(/^\ufeff/, ""));
}
