import { escapeXml } from "../../representations/escape.ts";
import { articleUrl, quoteUrl, type Site, speakerUrl, urlOn } from "../../representations/links.ts";

/** Kinds of pages that a sitemap has parts for. */
export const SITEMAP_KINDS = ["articles", "quotes", "speakers"] as const;
export type SitemapKind = (typeof SITEMAP_KINDS)[number];

const URL_OF = { articles: articleUrl, quotes: quoteUrl, speakers: speakerUrl } satisfies Record<SitemapKind, unknown>;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The index of a sitemap (sitemaps.org). @param parts names of its parts, `articles-1` */
export function sitemapIndex(parts: string[], site: Site): string {
  const items = parts.map((part) => `<sitemap><loc>${escapeXml(urlOn(site, sitemapPath(part)))}</loc></sitemap>\n`);
  return `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${items.join("")}</sitemapindex>\n`;
}

/**
 * Address of a part, as routes have it. It stands beside the pages and not in a folder: a sitemap may only list what is below its own
 * place.
 */
function sitemapPath(part: string): string {
  return `/sitemap-${part}.xml`;
}

/** A part of a sitemap with the pages of articles, quotes or speakers, written as their ids come. */
export async function* sitemapPart(
  kind: SitemapKind,
  batches: AsyncIterable<{ id: string; changedAt: string }[]>,
  site: Site,
): AsyncGenerator<string, void, void> {
  yield opening();
  for await (const batch of batches) {
    yield batch.map(({ id, changedAt }) => entry(URL_OF[kind](site, id), changedAt)).join("");
  }
  yield CLOSING;
}

/** A part with pages that are not made of data. @param paths as routes have them */
export function sitemapOfPaths(paths: string[], site: Site): string {
  return opening() + paths.map((path) => entry(urlOn(site, path))).join("") + CLOSING;
}

const CLOSING = "</urlset>\n";

function opening(): string {
  return `${DECLARATION}<urlset ${NAMESPACE}>\n`;
}

/** @param changedAt an instant, as W3C Datetime has it */
function entry(url: string, changedAt?: string): string {
  const changed = changedAt === undefined ? "" : `<lastmod>${escapeXml(changedAt)}</lastmod>`;
  return `<url><loc>${escapeXml(url)}</loc>${changed}</url>\n`;
}
