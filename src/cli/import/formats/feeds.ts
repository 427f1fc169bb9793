import { decodeHTML } from "entities";
import { tooLarge } from "../../../extraction/reading/decode.ts";
import { BARE, distinctWords, type ExportedItem, escapeHtml, hasWords, htmlOfText, plainWords } from "./exported.ts";
import { htmlInside } from "./markup.ts";
import { addressFrom, childOf, childrenOf, textOf, type XmlElement } from "./xml.ts";

/** What the head of a feed says of all its items; it grows while the head is read. */
export interface Feed {
  address: string | null;
  language: string | null;
  authors: string[];
  publisher: string | null;
  /** Of every item that says nothing else (RFC 4287, section 4.2.10; RSS 2.0, "copyright"). */
  rights: string | null;
}

const SUMMARY = "The feed has a summary of it only, not its text. Download its page and import the HTML, or let the feed carry full texts.";

/** Takes what an element beside the items says of all of them. */
export function readFeed(feed: Feed, element: XmlElement): void {
  if (element.name === "channel") for (const child of childrenOf(element, ...HEAD)) readFeed(feed, child);
  if (element.name === "link") feed.address ??= textOf(element) || null;
  if (element.name === "language" || element.name === "dc:language") feed.language ??= textOf(element) || null;
  if (RIGHTS.includes(element.name)) feed.rights ??= textOf(element) || null;
  if (element.name === "dc:publisher") feed.publisher ??= plainWords(textOf(element)) || null;
  // Of Atom, the page whose feed it is (RFC 4287, section 4.2.7.2).
  if (element.name === "atom:link" && isPage(element)) feed.address ??= addressFrom(element.attributes.href ?? "", element.base);
  if (element.name === "atom:author") feed.authors.push(textOf(childOf(element, "atom:name")));
}

function isPage({ attributes }: XmlElement): boolean {
  return (attributes.rel ?? "alternate") === "alternate";
}

const RIGHTS = ["copyright", "dc:rights", "atom:rights"];
const HEAD = ["link", "language", "dc:language", "dc:publisher", ...RIGHTS];

/** An item of RSS 2.0, 1.0 or before: an article when the feed has its text (`content:encoded`). */
export function rssItem(item: XmlElement, feed: Feed): ExportedItem {
  const said = (...names: string[]) => names.map((name) => textOf(childOf(item, name))).find((words) => words !== "") ?? "";
  const title = plainWords(said("title", "dc:title"));
  if (item.isCut) return { title, refused: tooLarge(sizeOf(item)).message };
  const full = [said("content:encoded"), xhtmlIn(childOf(item, "xhtml:body"))].find(hasWords);
  if (full === undefined) return { title, refused: hasWords(said("description")) ? SUMMARY : "It has no text." };
  const guid = childOf(item, "guid");
  // A guid is an address unless it says that it is none (RSS 2.0, "guid").
  const named = guid === undefined || guid.attributes.isPermaLink === "false" ? "" : textOf(guid);
  const base = item.base ?? feed.address;
  const link = [said("link"), named].map((address) => addressFrom(address, base)).find((address) => address !== null) ?? null;
  const html = withoutFooter(full, title);
  if (isTeaser(html, link)) return { title, refused: SUMMARY };
  const people = [...childrenOf(item, "dc:creator"), ...childrenOf(item, "author")];
  return {
    article: {
      ...BARE,
      title,
      html,
      language: said("dc:language") || item.lang || feed.language,
      publishedAt: said("pubDate", "dc:date", "dcterms:created", "dcterms:issued") || null,
      updatedAt: said("atom:updated", "dcterms:modified") || null,
      // An item that leads to the front page has no address of its own.
      url: link !== null && link === addressFrom(feed.address ?? "", null) ? null : link,
      publisher: said("dc:publisher") || feed.publisher,
      authors: distinctWords(people.map((person) => nameIn(textOf(person)))),
      categories: distinctWords([...childrenOf(item, "category"), ...childrenOf(item, "dc:subject")].map(textOf)),
      rights: said("dc:rights") || feed.rights,
    },
  };
}

/** Characters of an author that are read: longer ones are no names. */
const MAX_AUTHOR = 500;

/**
 * "The post <a>Kiln stays</a> appeared first on <a>The Post</a>.", as WordPress ends an item in each language; Medium says more behind
 * it.
 */
const FOOTER =
  /<p>[^<>]{0,40}<a\b[^<>]*>((?:(?!<\/a>)[\s\S]){1,600})<\/a>[^<>]{1,60}<a\b[^<>]*>(?:(?!<\/a>)[\s\S]){1,200}<\/a>[^<>.!?]{0,160}[^<>\p{L}]{0,5}<\/p>\s*$/iu;

/** Characters at the end of an item in which the footer stands. */
const MAX_FOOTER = 2_000;

function withoutFooter(html: string, title: string): string {
  const [footer, linked] = FOOTER.exec(html.slice(-MAX_FOOTER)) ?? [];
  return footer !== undefined && plainWords(linked ?? "") === title ? html.slice(0, -footer.length) : html;
}

/** The address that each link leads to. */
const LINK = /<a\b[^<>]{0,500}?\shref\s*=\s*["']?([^"'\s<>]{1,2000})[^<>]*>/giu;

/** What a link at the end of a beginning says. "3 comments" and "Permalink" stand below whole texts, too. */
const READ_ON =
  /^[\s[(]*(?:continue reading|keep reading|read (?:more|on|full|the (?:full|rest|whole)|all)|more\b|full (?:article|story)|weiterlesen|mehr lesen|lire la suite|leer más|sigue leyendo|leggi (?:tutto|di più)|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere|continue lendo|leia mais)|^[\s.…[\]»>→-]+$/iu;

/** Whether a text is only the beginning of one: it ends with "Continue reading", or is the summary again, with a link to its page. */
function isTeaser(html: string, url: string | null, summary = ""): boolean {
  const page = pathOf(decodeHTML(url ?? ""));
  if (page === null) return false;
  const own = [...html.matchAll(LINK)].filter(([, address]) => pathOf(decodeHTML(address ?? "")) === page);
  const last = own.at(-1);
  if (last === undefined) return false;
  const rest = html.slice(last.index);
  const [linked = "", ...behind] = rest.length > MAX_FOOTER ? [] : rest.split(/<\/a>/i);
  return plainWords(html) === summary || (READ_ON.test(plainWords(linked)) && !hasWords(behind.join("")));
}

/** An address without what follows its path: what counts visits differs. */
function pathOf(address: string): string | null {
  const { origin, pathname } = URL.parse(address) ?? {};
  return origin === undefined ? null : `${origin}${pathname}`;
}

/** "desk@kiln.example (Orla Brice)" is Orla Brice; an address alone names nobody. */
function nameIn(words: string): string | null {
  const author = words.slice(0, MAX_AUTHOR).trim();
  const named = /^\S+@\S+\s+\(([^)]+)\)$/.exec(author)?.[1] ?? author.replace(/\s*<?[^\s<]+@[^\s>]+>?\s*/, "");
  return named.trim() || null;
}

/** An entry of Atom (RFC 4287): an article when `content` has its text. */
export function atomEntry(entry: XmlElement, feed: Feed): ExportedItem {
  const titled = childOf(entry, "atom:title");
  const title = plainWords(titled?.attributes.type === "html" ? textOf(titled) : escapeHtml(textOf(titled)));
  if (entry.isCut) return { title, refused: tooLarge(sizeOf(entry)).message };
  const content = childOf(entry, "atom:content");
  if (content?.attributes.src !== undefined) {
    return { title, refused: `Its text stands elsewhere (${content.attributes.src}). Download it and import the HTML.` };
  }
  const html = content === undefined ? "" : contentOf(content);
  if (html === null)
    return { title, refused: `Its content is of type ${content?.attributes.type}, which is not read. Give it as HTML or text.` };
  if (!hasWords(html)) return { title, refused: hasWords(textOf(childOf(entry, "atom:summary"))) ? SUMMARY : "It has no text." };
  const source = childOf(entry, "atom:source");
  const authorsIn = (element: XmlElement | undefined) =>
    childrenOf(element, "atom:author").map((author) => textOf(childOf(author, "atom:name")));
  const authors = [distinctWords(authorsIn(entry)), distinctWords(authorsIn(source)), distinctWords(feed.authors)];
  const link = childrenOf(entry, "atom:link").find(isPage);
  const url = link === undefined ? null : addressFrom(link.attributes.href ?? "", link.base ?? feed.address);
  const summary = plainWords(textOf(childOf(entry, "atom:summary")));
  if (isTeaser(html, url, summary)) return { title, refused: SUMMARY };
  return {
    article: {
      ...BARE,
      title,
      html,
      language: content?.lang ?? entry.lang,
      publishedAt: textOf(childOf(entry, "atom:published")) || null,
      updatedAt: textOf(childOf(entry, "atom:updated")) || null,
      url,
      authors: authors.find((names) => names.length > 0) ?? [],
      categories: distinctWords(childrenOf(entry, "atom:category").map(({ attributes }) => attributes.label ?? attributes.term)),
      rights: textOf(childOf(entry, "atom:rights")) || feed.rights,
    },
  };
}

/** RFC 4287, section 4.1.3.3; `null` for a type that is no text. */
function contentOf(content: XmlElement): string | null {
  const type = content.attributes.type?.trim().toLowerCase() ?? "text";
  if (type === "html" || type.startsWith("text/html")) return textOf(content);
  if (type === "xhtml" || type === "application/xhtml+xml") return xhtmlIn(content);
  return type === "text" || type.startsWith("text/") ? htmlOfText(textOf(content)) : null;
}

/** XHTML in an element; the `div` that Atom asks for is not a part of it. */
function xhtmlIn(element: XmlElement | undefined): string {
  const parts = (element?.children ?? []).filter((child) => typeof child !== "string" || child.trim() !== "");
  const [first] = parts;
  const isWrapped = parts.length === 1 && typeof first === "object" && first.name === "xhtml:div";
  return element === undefined ? "" : htmlInside(isWrapped ? first : element);
}

function sizeOf(element: XmlElement): number {
  return textOf(element).length;
}
