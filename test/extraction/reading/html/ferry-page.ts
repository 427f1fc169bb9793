import { type Reading, read } from "../../../../src/extraction/reading/read.ts";

/** Three paragraphs of an invented article; `day` makes them differ. */
export function paragraphs(day = "Friday"): string {
  return `<p>The council of Skerrow voted on ${day} to keep the northern ferry for another year, after a long debate in the town hall.</p>
<p>Lars Holt, who has run the boat since 1998, said he was glad. “The sea is ours,” he added as he left the hall on ${day}.</p>
<p>The decision of ${day} will cost the town some two million crowns, and it may still be reversed by the regional court, officials said.</p>`;
}

interface Parts {
  title?: string;
  head?: string;
  before?: string;
  h1?: string;
  top?: string;
  body?: string;
  end?: string;
  after?: string;
}

/** A page with an article, and room for what a test is about. */
export function ferryPage(parts: Parts = {}): string {
  const { title = "Ferry stays in Skerrow", head = "", before = "", h1 = "<h1>Ferry stays in Skerrow</h1>", after = "" } = parts;
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${before}
<article>${h1}${parts.top ?? ""}${parts.body ?? paragraphs()}${parts.end ?? ""}</article>${after}</body></html>`;
}

/** A page with something between two runs of paragraphs. */
export function ferryPageWith(between: string): string {
  return ferryPage({ body: paragraphs() + between + paragraphs("Monday") });
}

export function linkedData(json: string, type = "application/ld+json"): string {
  return `<script type="${type}">${json}</script>`;
}

/** What reading makes of a page. */
export function readPage(html: string): Reading {
  return read(new TextEncoder().encode(html), { mediaType: "text/html" });
}

/** The words of each block of a page, with what it is. */
export function blocksOf(html: string): { kind: string; role: string; markup: string | undefined; text: string }[] {
  const { document } = readPage(html);
  return document.blocks.map(({ kind, role, markup, start, end }) => ({ kind, role, markup, text: document.text.slice(start, end) }));
}

export function textOf(html: string): string {
  return readPage(html).document.text;
}

export function authorsOf(html: string): string[] {
  return readPage(html).credits.flatMap(({ role, name }) => (role === "author" ? [name] : []));
}

export function headlineOf(html: string): string {
  return blocksOf(html)[0]?.text ?? "";
}

export function headingsOf(html: string): string[] {
  return blocksOf(html).flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
}
