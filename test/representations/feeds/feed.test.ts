import { parseXml, type XmlDocument, XmlElement } from "@rgrove/parse-xml";
import * as fc from "fast-check";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { expect, test } from "vitest";
import { quoteItems } from "../../../src/article/model/items.ts";
import { textOf } from "../../../src/article/model/text.ts";
import { atomFeed } from "../../../src/representations/feeds/atom.ts";
import { articleFeed, quoteFeed } from "../../../src/representations/feeds/feed.ts";
import { jsonFeed } from "../../../src/representations/feeds/json-feed.ts";
import { articleContentHtml, quoteContentHtml } from "../../../src/representations/html.ts";
import { hostileArticle, quoteWith, sample, site } from "../samples.ts";

const options = {
  ...{ site, title: "Articles", pageUrl: "https://news.example/verbatim/" },
  selfUrl: "https://news.example/verbatim/v1/feeds/articles.atom",
  updatedAt: "2026-01-03T00:00:00Z",
};
const undated = {
  ...sample,
  ...{
    slug: "undated",
    publishedAt: null,
    updatedAt: null,
    modifiedAt: null,
    publisher: null,
    credits: [],
    rights: { ...sample.rights, holder: null },
  },
};
const articles = articleFeed([sample, undated], options);
const quotes = quoteFeed([quoteWith("The ferry"), quoteWith("the hull")], {
  ...options,
  ...{ title: "Quotes: Ada Lind", pageUrl: "https://news.example/verbatim/speakers/ada-lind" },
});

test("the Atom feed of articles says what RFC 4287 demands, and carries whole articles with their rights", () => {
  const feed = parseAtomFeed(atomFeed(articles));
  expect(feed).toMatchObject({
    id: options.selfUrl,
    title: { value: "Verbatim – Articles" },
    updated: "2026-01-03T00:00:00Z",
    authors: [{ name: "Verbatim" }],
    links: [
      { rel: "self", href: options.selfUrl, type: "application/atom+xml" },
      { rel: "alternate", href: "https://news.example/verbatim/" },
    ],
  });
  expect(feed.entries?.[0]).toMatchObject({
    id: `https://news.example/verbatim/articles/${sample.slug}`,
    title: { value: sample.headline.text },
    published: "2025-05-02T00:00:00Z",
    updated: "2026-02-03T04:05:06Z",
    authors: [{ name: "Eli Vane" }],
    rights: { value: "© 2025 The Island Paper. Licence: CC BY 4.0" },
    content: { value: articleContentHtml(sample), type: "html" },
    links: [
      { rel: "alternate", href: `https://news.example/verbatim/articles/${sample.slug}` },
      { rel: "via", href: "https://paper.example/a?b=1&c=%3C2%3E" },
    ],
  });
  expect(feed.entries?.[0]?.categories?.[0]).toEqual({
    term: "ada-lind",
    scheme: "https://news.example/verbatim/speakers",
    label: "Ada Lind",
  });
});

test("an article without a date was published at no time, and updated when it was imported", () => {
  const entry = parseAtomFeed(atomFeed(articles)).entries?.[1];
  expect(entry?.published).toBeUndefined();
  expect(entry?.updated).toBe("2026-01-02T03:04:05Z");
  const item = JSON.parse(jsonFeed(articles)).items[1];
  expect(item).not.toHaveProperty("date_published");
  expect(item.date_modified).toBe("2026-01-02T03:04:05Z");
});

test("an article was updated when what is served of it changed, whatever its source says; without a date it was published at no time", () => {
  const changed = { ...undated, updatedAt: "2025-07-01", modifiedAt: "2026-03-04T05:06:07Z" };
  const [entry] = articleFeed([changed], options).entries;
  expect(entry).toMatchObject({ publishedAt: null, updatedAt: "2026-03-04T05:06:07Z" });
  expect(atomFeed(articleFeed([changed], options))).not.toContain("<published>");
});

test("a quote was updated when its article was", () => {
  const feed = quoteFeed([quoteWith("The ferry")], options, new Map([[sample.slug, sample]]));
  expect(feed.entries[0]).toMatchObject({ publishedAt: "2025-05-02T00:00:00Z", updatedAt: "2026-02-03T04:05:06Z" });
});

test("a quote of an undated article was published at no time, in both formats", () => {
  const quote = { ...quoteWith("The ferry"), article: { ...quoteWith("The ferry").article, publishedAt: null } };
  const feed = quoteFeed([quote], options);
  expect(parseAtomFeed(atomFeed(feed)).entries?.[0]).toMatchObject({ updated: quote.article.importedAt });
  expect(atomFeed(feed)).not.toContain("<published>");
  expect(jsonFeed(feed)).not.toContain("date_published");
});

test("an entry that names nobody has the publisher of the feed as author", () => {
  expect(parseAtomFeed(atomFeed(articles)).entries?.[1]?.authors).toBeUndefined();
});

test("no two entries of a feed were updated at the same time; the first of a second keeps it", () => {
  const items = ["The ferry", "the hull", "as good as new"].map(quoteWith);
  const feed = quoteFeed(items, options);
  expect(feed.entries.map(({ updatedAt }) => updatedAt)).toEqual([
    "2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.001Z",
    "2026-01-02T03:04:05.002Z",
  ]);
  expect(feed.entries.map(({ publishedAt }) => publishedAt)).toEqual(Array(3).fill("2025-05-02T00:00:00Z"));
  const imported = articleFeed([undated, { ...undated, slug: "undated-2" }], options);
  expect(imported.entries.map(({ updatedAt }) => updatedAt)).toEqual(["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.001Z"]);
});

test("quotes are in the language of their article, where it is known", () => {
  const items = [quoteWith("The ferry"), { ...quoteWith("the hull"), article: { ...quoteWith("the hull").article, slug: "other" } }];
  const feed = quoteFeed(items, options, new Map([sample, { ...sample, slug: "other", language: null }].map((one) => [one.slug, one])));
  expect(atomFeed(feed).match(/<entry[^>]*>/g)).toEqual(['<entry xml:lang="en-GB">', "<entry>"]);
  const [first, second] = JSON.parse(jsonFeed(feed)).items;
  expect(first.language).toBe("en-GB");
  expect(second).not.toHaveProperty("language");
});

test("an article without a byline is by its outlet, else by who holds the rights", () => {
  const authorsOf = (article: typeof sample) => articleFeed([{ ...article, credits: [] }], options).entries[0]?.authors;
  const rights = { ...sample.rights, holder: "Island Media" };
  expect(authorsOf({ ...sample, rights })).toEqual(["The Island Paper"]);
  expect(authorsOf({ ...sample, rights, publisher: null })).toEqual(["Island Media"]);
});

test("the JSON feed of articles is JSON Feed 1.1 with whole articles and their rights", () => {
  const feed = parseJsonFeed(jsonFeed(articles));
  expect(feed).toMatchObject({ title: "Verbatim – Articles", feed_url: options.selfUrl, home_page_url: "https://news.example/verbatim/" });
  expect(feed.items?.[0]).toMatchObject({
    id: `https://news.example/verbatim/articles/${sample.slug}`,
    url: `https://news.example/verbatim/articles/${sample.slug}`,
    external_url: "https://paper.example/a?b=1&c=%3C2%3E",
    title: sample.headline.text,
    content_html: articleContentHtml(sample),
    content_text: textOf(sample),
    date_published: "2025-05-02T00:00:00Z",
    date_modified: "2026-02-03T04:05:06Z",
    authors: [{ name: "Eli Vane" }],
    language: "en-GB",
  });
  const raw = JSON.parse(jsonFeed(articles));
  expect(raw.version).toBe("https://jsonfeed.org/version/1.1");
  expect(raw.items[0]._verbatim).toMatchObject({ revision: sample.revision, publisher: "The Island Paper", rights: sample.rights });
});

test("the feeds of a speaker hold quotes under their own ids, the reporter's words without marks", () => {
  const feed = parseAtomFeed(atomFeed(quotes));
  expect(feed).toMatchObject({
    title: { value: "Verbatim – Quotes: Ada Lind" },
    links: [{}, { href: "https://news.example/verbatim/speakers/ada-lind" }],
  });
  expect(feed.entries?.map((entry) => entry.title?.value)).toEqual([
    "“The ferry will sail,” […] “𝔐aybe twice a day.”",
    "the hull is sound",
  ]);
  expect(feed.entries?.[0]).toMatchObject({
    id: `https://news.example/verbatim/quotes/${quoteWith("The ferry").id}`,
    content: { value: quoteContentHtml(quoteWith("The ferry"), site), type: "html" },
    authors: [{ name: "The Island Paper" }],
  });
  expect(parseJsonFeed(jsonFeed(quotes)).items?.[1]).toMatchObject({ title: "the hull is sound", tags: ["Harbour Report"] });
});

test("a long quote has a title of at most 100 code points, cut between words", () => {
  const quote = quoteWith("the hull");
  const long = { ...quote, segments: quote.segments.map((segment) => ({ ...segment, text: "𝔐ast ".repeat(60).trim() })) };
  const title = quoteFeed([long], options).entries[0]?.title ?? "";
  expect(Array.from(title).length).toBeLessThanOrEqual(100);
  expect(title).toMatch(/𝔐ast…$/);
});

test("a feed with nothing in it is a feed", () => {
  const empty = articleFeed([], options);
  expect(parseAtomFeed(atomFeed(empty))).toMatchObject({ id: options.selfUrl, updated: options.updatedAt });
  expect(JSON.parse(jsonFeed(empty)).items).toEqual([]);
});

const ELEMENTS = "author category content entry feed id link name published rights title updated uri".split(" ");

test("hostile words leave the XML well-formed and come back as they were", () => {
  fc.assert(
    fc.property(hostileArticle, (article) => {
      const [quote] = quoteItems(article);
      if (quote === undefined) throw new Error("The article has no quote.");
      for (const feed of [articleFeed([article], options), quoteFeed([quote], options)]) {
        const xml = atomFeed(feed);
        const dated = article.publishedAt !== null;
        expect([...elementsOf(parseXml(xml))].sort()).toEqual(ELEMENTS.filter((name) => dated || name !== "published"));
        const entry = parseAtomFeed(xml).entries?.[0];
        expect(entry?.content?.value?.trim()).toBe(feed.entries[0]?.html.trim());
        expect(JSON.parse(jsonFeed(feed)).items[0].title).toBe(feed.entries[0]?.title);
      }
    }),
    { numRuns: 100 },
  );
});

/** The names of all elements, found by a parser that refuses what XML 1.0 forbids. */
function elementsOf(node: XmlDocument | XmlElement): Set<string> {
  const inside = node.children.flatMap((child) => (child instanceof XmlElement ? [child.name, ...elementsOf(child)] : []));
  return new Set(inside);
}
