import { escapeXml } from "../escape.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** A feed as Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", feed.selfUrl),
    element("title", feed.title),
    element("updated", feed.updatedAt),
    link("self", feed.selfUrl, "application/atom+xml"),
    link("alternate", feed.pageUrl, "text/html"),
    `<author>${element("name", feed.publisher.name)}${element("uri", feed.publisher.url)}</author>`,
    ...feed.entries.map(entryXml),
    "</feed>",
    "",
  ].join("\n");
}

function entryXml(entry: FeedEntry): string {
  return [
    entry.language === null ? "<entry>" : `<entry xml:lang="${escapeXml(entry.language)}">`,
    element("id", entry.url),
    element("title", entry.title),
    ...(entry.publishedAt === null ? [] : [element("published", entry.publishedAt)]),
    element("updated", entry.updatedAt),
    link("alternate", entry.url, "text/html"),
    ...(entry.externalUrl === null ? [] : [link("via", entry.externalUrl)]),
    ...entry.authors.map((name) => `<author>${element("name", name)}</author>`),
    ...entry.speakers.map(
      ({ id, name }) => `<category term="${escapeXml(id)}" scheme="${escapeXml(entry.speakersUrl)}" label="${escapeXml(name)}"/>`,
    ),
    element("rights", entry.rightsLine),
    // Escaped twice on purpose: the content is HTML, and the HTML is text of the XML (RFC 4287, 4.1.3.3).
    `<content type="html">${escapeXml(entry.html)}</content>`,
    "</entry>",
  ].join("\n");
}

function element(name: string, value: string): string {
  return `<${name}>${escapeXml(value)}</${name}>`;
}

function link(rel: string, href: string, type?: string): string {
  return `<link rel="${rel}" href="${escapeXml(href)}"${type === undefined ? "" : ` type="${type}"`}/>`;
}
