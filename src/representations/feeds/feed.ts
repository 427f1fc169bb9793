import { instantOf } from "../../article/model/instants.ts";
import type { QuoteItem } from "../../article/model/items.ts";
import type { Article, Rights, SpeakerRef } from "../../article/model/schema.ts";
import { textOf } from "../../article/model/text.ts";
import { authorNames } from "../credits.ts";
import { articleContentHtml, quoteContentHtml } from "../html.ts";
import { articleUrl, externalUrl, quoteUrl, type Site, speakersUrl, urlOn } from "../links.ts";
import { cutQuote, markedText } from "../quotations.ts";
import { quoteText } from "../quote-text.ts";
import { rightsLine } from "../rights.ts";

/** The content of an Atom or JSON feed. All URLs are absolute, all times RFC 3339 date-times. */
export interface Feed {
  title: string;
  /** URL of this feed; also its id. */
  selfUrl: string;
  /** URL of the page with the same content. */
  pageUrl: string;
  /** Who publishes the feed; the author of entries that name none, because Atom requires one. */
  publisher: { name: string; url: string };
  updatedAt: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** The entry's page, and its id, by which feed readers recognise it. A quote's never changes, an article's with its slug. */
  url: string;
  externalUrl: string | null;
  title: string;
  html: string;
  text: string;
  language: string | null;
  /** `null` when the archive does not know it: neither format asks for it. */
  publishedAt: string | null;
  /** When what is served of it last changed: Atom asks for it (RFC 4287, section 4.2.15). */
  updatedAt: string;
  authors: string[];
  /** The outlet. */
  publisher: string | null;
  speakers: SpeakerRef[];
  /** URL of the list of speakers, the scheme of their ids. */
  speakersUrl: string;
  rights: Rights;
  rightsLine: string;
  revision: string;
}

/** The data of a feed besides its entries. */
export interface FeedOptions {
  site: Site;
  /** What is in it, for lists of feeds in a reader. */
  title: string;
  /** Absolute URL of the page with the same content. */
  pageUrl: string;
  /** Absolute URL of the feed. */
  selfUrl: string;
  /** When the content last changed, as an RFC 3339 date-time. */
  updatedAt: string;
}

/** A feed of articles, with their whole text, in the given order. */
export function articleFeed(articles: readonly Article[], options: FeedOptions): Feed {
  const { site } = options;
  const entries = articles.map((article): FeedEntry => {
    const authors = authorNames(article);
    return {
      url: articleUrl(site, article.slug),
      externalUrl: externalUrl(article.sourceUrl),
      title: article.headline.text,
      html: articleContentHtml(article),
      text: textOf(article),
      language: article.language,
      ...timesOf(article),
      authors: authors.length > 0 ? authors : outletOf(article),
      speakers: article.speakers.map(({ id, name }) => ({ id, name })),
      ...common(article, site),
    };
  });
  return { ...head(options), entries: apart(entries) };
}

/** A feed of quotes, in the given order. @param articles what the quotes' articles say of themselves, by slug */
export function quoteFeed(
  quotes: readonly QuoteItem[],
  options: FeedOptions,
  articles: ReadonlyMap<string, Pick<Article, "language" | "modifiedAt">> = new Map(),
): Feed {
  const { site } = options;
  const entries = quotes.map(
    (quote): FeedEntry => ({
      url: quoteUrl(site, quote.id),
      externalUrl: null,
      title: markedText(cutQuote(quote, TITLE_LENGTH)),
      html: quoteContentHtml(quote, site),
      text: quoteText(quote, site),
      language: articles.get(quote.article.slug)?.language ?? null,
      ...timesOf({ ...quote.article, modifiedAt: articles.get(quote.article.slug)?.modifiedAt ?? null }),
      authors: outletOf(quote.article),
      speakers: quote.attribution.speakers,
      ...common(quote.article, site),
    }),
  );
  return { ...head(options), entries: apart(entries) };
}

function timesOf({ publishedAt, modifiedAt, importedAt }: Pick<Article, "publishedAt" | "modifiedAt" | "importedAt">) {
  return { publishedAt: publishedAt === null ? null : instantOf(publishedAt), updatedAt: modifiedAt ?? importedAt };
}

/**
 * Entries of one second (the quotes of an article, the articles of one day) a thousandth of it apart, in their order: by time
 * a reader could not sort them, and the W3C's feed validator warns of entries that were updated at the same time.
 */
function apart(entries: FeedEntry[]): FeedEntry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const place = counts.get(entry.updatedAt) ?? 0;
    counts.set(entry.updatedAt, place + 1);
    return place === 0 ? entry : { ...entry, updatedAt: entry.updatedAt.replace("Z", `.${String(place).padStart(3, "0")}Z`) };
  });
}

function head({ site, title, pageUrl, selfUrl, updatedAt }: FeedOptions): Omit<Feed, "entries"> {
  return { title: `Verbatim – ${title}`, selfUrl, pageUrl, publisher: { name: "Verbatim", url: urlOn(site, "/") }, updatedAt };
}

function common({ publisher, rights, revision }: Pick<Article, "publisher" | "rights" | "revision">, site: Site) {
  return { publisher, speakersUrl: speakersUrl(site), rights, rightsLine: rightsLine(rights), revision };
}

/** Whom an entry without a byline is by: the outlet, else who holds the rights. */
function outletOf({ publisher, rights }: Pick<Article, "publisher" | "rights">): string[] {
  const outlet = publisher ?? rights.holder;
  return outlet === null ? [] : [outlet];
}

/** Code points of a title at most. */
const TITLE_LENGTH = 100;
