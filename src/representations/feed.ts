import { instantOf } from "../article/model/instants.ts";
import type { QuoteItem } from "../article/model/items.ts";
import type { Article, Rights, SpeakerRef } from "../article/model/schema.ts";
import { textOf } from "../article/model/text.ts";
import { markedText } from "./attribution.ts";
import { authorNames } from "./credits.ts";
import { articleContentHtml, quoteContentHtml } from "./html.ts";
import { articleUrl, externalUrl, quoteUrl, type Site, speakersUrl, speakerUrl } from "./links.ts";

import { rightsLine } from "./rights.ts";
import { quoteText } from "./text.ts";

/** What Atom and JSON Feed both say. All URLs are absolute, all moments RFC 3339 date-times. */
export interface Feed {
  title: string;
  /** Where this feed is read from; also its id. */
  selfUrl: string;
  /** The page for people. */
  pageUrl: string;
  /** Who publishes the feed; stands in where an entry names no author, for Atom demands one. */
  publisher: { name: string; url: string };
  updatedAt: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** The entry's page, and its id: readers tell old from new by it. A quote keeps it for ever, an article as long as its slug. */
  url: string;
  externalUrl: string | null;
  title: string;
  html: string;
  text: string;
  language: string | null;
  publishedAt: string;
  updatedAt: string;
  authors: string[];
  speakers: SpeakerRef[];
  /** The prefix of the addresses of speakers. */
  speakersUrl: string;
  rights: Rights;
  rightsLine: string;
  revision: string;
}

/** What a feed needs besides its entries. */
export interface FeedOptions {
  site: Site;
  /** Absolute URL the feed is read from. */
  selfUrl: string;
  /** When the content last changed, as an RFC 3339 date-time. */
  updatedAt: string;
}

/** The feed of new articles, whole articles in the order given. */
export function articleFeed(articles: readonly Article[], options: FeedOptions): Feed {
  const { site } = options;
  const entries = articles.map((article): FeedEntry => {
    const published = instantOf(article.publishedAt ?? article.importedAt);
    const authors = authorNames(article);
    return {
      url: articleUrl(site, article.slug),
      externalUrl: externalUrl(article.sourceUrl),
      title: article.headline.text,
      html: articleContentHtml(article),
      text: textOf(article),
      language: article.language,
      publishedAt: published,
      updatedAt: article.updatedAt === null ? published : instantOf(article.updatedAt),
      authors: authors.length > 0 ? authors : holderOf(article.rights),
      speakers: article.speakers.map(({ id, name }) => ({ id, name })),
      ...common(article, site),
    };
  });
  return { ...head("Articles", site.publicUrl, options), entries };
}

/** The feed of what one speaker said, quotes in the order given. */
export function speakerFeed(speaker: SpeakerRef, quotes: readonly QuoteItem[], options: FeedOptions): Feed {
  const { site } = options;
  const entries = quotes.map((quote): FeedEntry => {
    const published = instantOf(quote.article.publishedAt ?? quote.article.importedAt);
    return {
      url: quoteUrl(site, quote.id),
      externalUrl: null,
      title: shorten(markedText(quote)),
      html: quoteContentHtml(quote, site),
      text: quoteText(quote, site),
      language: null,
      publishedAt: published,
      updatedAt: published,
      authors: holderOf(quote.article.rights),
      speakers: quote.attribution.speakers,
      ...common(quote.article, site),
    };
  });
  return { ...head(`Quotes: ${speaker.name}`, speakerUrl(site, speaker.id), options), entries };
}

function head(title: string, pageUrl: string, { site, selfUrl, updatedAt }: FeedOptions): Omit<Feed, "entries"> {
  return { title: `Verbatim – ${title}`, selfUrl, pageUrl, publisher: { name: "Verbatim", url: site.publicUrl }, updatedAt };
}

function common({ rights, revision }: Pick<Article, "rights" | "revision">, site: Site) {
  return { speakersUrl: speakersUrl(site), rights, rightsLine: rightsLine(rights), revision };
}

function holderOf({ holder }: Rights): string[] {
  return holder === null ? [] : [holder];
}

const TITLE_LENGTH = 100;

/** A title of at most 100 code points, cut between words where there are any. */
function shorten(words: string): string {
  const characters = Array.from(words.slice(0, 2 * TITLE_LENGTH + 2));
  if (characters.length <= TITLE_LENGTH) return words;
  const cut = characters.slice(0, TITLE_LENGTH - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
