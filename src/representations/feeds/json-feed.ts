import type { Feed, FeedEntry } from "./feed.ts";

/** A feed as JSON Feed 1.1. The format has no members for outlet, rights and revision: the extension `_verbatim` has them. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    authors: [feed.publisher],
    items: feed.entries.map(item),
  });
}

function item(entry: FeedEntry): Record<string, unknown> {
  return {
    id: entry.url,
    url: entry.url,
    ...(entry.externalUrl === null ? {} : { external_url: entry.externalUrl }),
    title: entry.title,
    content_html: entry.html,
    content_text: entry.text,
    ...(entry.publishedAt === null ? {} : { date_published: entry.publishedAt }),
    date_modified: entry.updatedAt,
    ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map((name) => ({ name })) }),
    ...(entry.speakers.length === 0 ? {} : { tags: entry.speakers.map((speaker) => speaker.name) }),
    ...(entry.language === null ? {} : { language: entry.language }),
    _verbatim: { revision: entry.revision, publisher: entry.publisher, rights: entry.rights, speakers: entry.speakers },
  };
}
