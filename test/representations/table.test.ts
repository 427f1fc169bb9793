import * as fc from "fast-check";
import Negotiator from "negotiator";
import { describe, expect, test } from "vitest";
import { summaryOf } from "../../src/article/model/items.ts";
import { textOf } from "../../src/article/model/text.ts";
import { parseArticle } from "../../src/article/rules/check-article.ts";
import { articleFeed } from "../../src/representations/feeds/feed.ts";
import {
  articleFormats,
  articleList,
  feedFormats,
  hitList,
  quoteFormats,
  quoteList,
  speakerList,
} from "../../src/representations/table.ts";
import { hostileArticle, sample, sampleQuotes, site } from "./samples.ts";
import { written } from "./written.ts";

const listTables = {
  articleList: articleList.formats,
  quoteList: quoteList.formats,
  speakerList: speakerList.formats,
  hitList: hitList.formats,
};
const tables = { articleFormats, quoteFormats, feedFormats, ...listTables };

describe.each(Object.entries(tables))("%s", (_, formats) => {
  test("names and file extensions are unique", () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
    expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length);
  });

  test("what is sent is what was negotiated, with parameters", () => {
    for (const { contentType, mediaType } of formats) expect(contentType.startsWith(mediaType)).toBe(true);
  });
});

test("the closed lists of format names", () => {
  expect(articleFormats.map(({ name }) => name)).toEqual(["json", "text", "markdown", "html", "jsonld", "ninjs"]);
  expect(quoteFormats.map(({ name }) => name)).toEqual(["json", "text", "markdown", "html", "jsonld", "annotation"]);
  expect(quoteList.formats.map(({ name }) => name)).toEqual(["json", "ndjson", "csv"]);
});

/** The format an `Accept` header leads to. */
function chosen(formats: readonly { name: string; mediaType: string }[], accept: string): string | undefined {
  const type = new Negotiator({ headers: { accept } }).mediaType(formats.map(({ mediaType }) => mediaType));
  return formats.find(({ mediaType }) => mediaType === type)?.name;
}

test.each([
  ["*/*", "json"],
  ["application/json", "json"],
  ["text/plain", "text"],
  ["text/markdown", "markdown"],
  ["text/html,application/xhtml+xml,*/*;q=0.8", "html"],
  ["application/ld+json", "jsonld"],
  ["image/png", undefined],
])("Accept: %s gives an article and a quote as %s", (accept, name) => {
  expect(chosen(articleFormats, accept)).toBe(name);
  expect(chosen(quoteFormats, accept)).toBe(name);
});

test("the profile of Web Annotations chooses the annotation", () => {
  expect(chosen(quoteFormats, 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')).toBe("annotation");
  expect(chosen(articleFormats, "application/vnd.iptc.ninjs+json")).toBe("ninjs");
  expect(chosen(quoteList.formats, "application/x-ndjson")).toBe("ndjson");
  expect(chosen(quoteList.formats, "text/csv")).toBe("csv");
});

test("JSON is the article itself with its addresses, text is its text, and both are the default and `text`", () => {
  const { url, page, ...own } = JSON.parse(rendered("json"));
  expect({ url, page }).toEqual({ url: `/verbatim/v1/articles/${sample.slug}`, page: `/verbatim/articles/${sample.slug}` });
  expect(parseArticle(JSON.parse(rendered("json")))).toEqual({ article: sample, faults: [] });
  expect(Object.keys(own)).toEqual(Object.keys(sample));
  expect(rendered("text")).toBe(textOf(sample));
});

function rendered(name: string): string {
  return articleFormats.find((format) => format.name === name)?.render(sample, site) ?? "";
}

test("rights travel with every format, also where the text holds no notice", async () => {
  const rights = { notice: null, holder: "The Island Paper", year: 2025, licence: "CC BY 4.0" };
  const article = { ...sample, rights };
  for (const { name, render } of articleFormats) {
    expect(render(sample, site), name).toContain("© 2025 The Island Paper");
    if (name === "text") continue;
    expect(render(article, site), name).toContain("The Island Paper");
    expect(render(article, site), name).toContain("CC BY 4.0");
  }
  const [quote] = sampleQuotes;
  if (quote === undefined) throw new Error("The sample has no quote.");
  for (const { name, render } of quoteFormats) {
    const text = render({ quote: { ...quote, article: { ...quote.article, rights } }, article }, site);
    expect(text, name).toContain("The Island Paper");
    expect(text, name).toContain("CC BY 4.0");
  }
  const options = {
    site,
    title: "Articles",
    pageUrl: "https://news.example/",
    selfUrl: "https://news.example/feed",
    updatedAt: "2026-01-03T00:00:00Z",
  };
  for (const { name, render } of feedFormats) expect(render(articleFeed([article], options)), name).toContain("The Island Paper");
  for (const { name, write } of quoteList.formats) {
    if (write !== null) expect((await written(write(sampleQuotes))).join(""), name).toContain("© 2025 The Island Paper");
  }
  for (const { name, write } of articleList.formats) {
    if (write !== null) expect((await written(write([summaryOf(sample)]))).join(""), name).toContain("© 2025 The Island Paper");
  }
});

test("the same article gives the same string twice", () => {
  fc.assert(
    fc.property(hostileArticle, (article) => {
      for (const { render } of articleFormats) expect(render(article, site)).toBe(render(structuredClone(article), site));
    }),
    { numRuns: 20 },
  );
});
