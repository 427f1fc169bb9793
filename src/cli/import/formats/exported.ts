import { decodeHTML } from "entities";
import { toMoment } from "../../../extraction/reading/parts/dates/moment.ts";
import { readPlainText } from "../../../extraction/reading/text/plain-text.ts";

/** An article as another system exports it; empty or `null` where the export says nothing. */
export interface ExportedArticle {
  title: string;
  /** Its name in addresses, where the export says it: words joined by hyphens. */
  slug?: string;
  /** Summary under the headline, where it is a part of the article. HTML. */
  standfirst?: string;
  /** Its text, as HTML. */
  html: string;
  /** BCP 47. */
  language: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  updatedAt: string | null;
  url: string | null;
  publisher: string | null;
  authors: string[];
  /** Categories and tags, as they stand. */
  categories: string[];
  image: string | null;
  rights: string | null;
}

/** An article that says nothing of itself. */
export const BARE: ExportedArticle = {
  title: "",
  html: "",
  language: null,
  publishedAt: null,
  updatedAt: null,
  url: null,
  publisher: null,
  authors: [],
  categories: [],
  image: null,
  rights: null,
};

/** One item of an export: an article, one that cannot be read (and why), or something else that is counted (as what). */
export type ExportedItem = { article: ExportedArticle } | { title: string; refused: string } | { passedOver: string };

/** What the operator says of exports. */
export interface ExportOptions {
  /** Types of items that are articles, as the exporting system calls them; `post` when not given. */
  postTypes: readonly string[];
  /** Address of the site, for items that say only their slug. */
  site: string | null;
  /** The time of the import: what may be published later only is not an article yet. */
  now: Date;
}

/** What an item is that may be published later only. */
export const EMBARGOED: ExportedItem = { passedOver: "items under embargo" };

/** Whether a date lies in the future: of a day, its beginning. */
export function isAfter(date: string | null, now: Date): boolean {
  const moment = toMoment(date ?? "");
  return moment !== null && new Date(moment) > now;
}

/** What is not shown of HTML. What is not ended takes all that follows, as in a browser; else a search for its end would begin at each place. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[a-z/!?][^>]*(?:>|$)/gi;

/** Whether HTML has words in it. */
export function hasWords(html: string): boolean {
  const words = html.replace(UNSEEN, "").replace(/&nbsp;|&#160;|&#xa0;/gi, "");
  return /[\p{L}\p{N}]/u.test(words);
}

/** Plain text as HTML, its paragraphs as in a file of plain text: agencies end one with a single line break. */
export function htmlOfText(text: string): string {
  return readPlainText(text)
    .blocks.map((block) => `<p>${escapeHtml(block.text)}</p>`)
    .join("\n");
}

/** Text for HTML, in elements and attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The words of a title or a name that may have markup in it: systems do not agree on whether it has. */
export function plainWords(words: string): string {
  return decodeHTML(words.replace(/<\/?[a-z][^<>]*>/gi, ""))
    .replace(/\s+/g, " ")
    .trim();
}

/** Names that are not blank, each once. */
export function distinctWords(words: (string | null | undefined)[]): string[] {
  return [...new Set(words.map((word) => plainWords(word ?? "")).filter((word) => word !== ""))];
}
