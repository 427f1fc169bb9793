import { expect, test } from "vitest";
import { AddressedArticle } from "../../src/article/model/addressed.ts";
import { ArticleSummary, QuoteItem, summaryOf } from "../../src/article/model/items.ts";
import { parseArticle } from "../../src/article/rules/check-article.ts";
import {
  addressedArticle,
  addressedParagraph,
  addressedQuoteItem,
  addressedRef,
  addressedSection,
  addressedSpeaker,
} from "../../src/representations/addressed.ts";
import { sampleArticles } from "../fixtures.ts";
import { sample, sampleQuotes, site } from "./samples.ts";

const [quote] = sampleQuotes;
if (quote === undefined) throw new Error("expected a quote");

test("items have their addresses below the path of PUBLIC_URL, and are what the schemas of answers say", () => {
  const item = addressedQuoteItem(quote, site);
  expect(QuoteItem.parse(item)).toEqual(item);
  expect(item).toMatchObject({
    ...quote,
    article: { ...quote.article, url: `/verbatim/v1/articles/${sample.slug}`, page: `/verbatim/articles/${sample.slug}` },
    url: `/verbatim/v1/quotes/${quote.id}`,
    page: `/verbatim/quotes/${quote.id}`,
  });
  const summary = addressedRef(summaryOf(sample), { publicUrl: "https://news.example" });
  expect(ArticleSummary.parse(summary)).toEqual(summary);
  expect(summary).toMatchObject({ url: `/v1/articles/${sample.slug}`, page: `/articles/${sample.slug}` });
  expect(addressedSpeaker({ id: "zoë~a&b", name: "Zoë" }, site).url).toBe("/verbatim/v1/speakers/zo%C3%AB~a%26b");
});

test("the page of a section or a paragraph is the article's, at its place", () => {
  const section = { id: "der-öl-streit", heading: null, paragraphs: [] };
  expect(addressedSection(section, { slug: "öl", former: null }, site)).toEqual({
    ...section,
    url: "/verbatim/v1/articles/%C3%B6l/sections/der-%C3%B6l-streit",
    page: "/verbatim/articles/%C3%B6l#section-der-%C3%B6l-streit",
  });
  expect(addressedParagraph({ id: "p2" }, { slug: "one", former: null }, site)).toEqual({
    id: "p2",
    url: "/verbatim/v1/articles/one/paragraphs/p2",
    page: "/verbatim/articles/one#p2",
  });
});

test("an article as answers have it is taken as a file, without its addresses", () => {
  const answered = addressedArticle(sample, site);
  expect(AddressedArticle.parse(answered)).toEqual(answered);
  expect(parseArticle(structuredClone(answered))).toEqual({ article: sample, faults: [] });
  expect(parseArticle({ ...answered, colour: "red" }).faults).toMatchObject([{ message: expect.stringContaining("colour") }]);
  const [first, ...others] = answered.quotes;
  const odd = parseArticle({ ...answered, quotes: [{ ...first, link: "/" }, ...others] });
  expect(odd.faults).toMatchObject([{ path: "quotes[0]", cure: expect.stringMatching(/^Remove "link";/) }]);
});

test("an article of before an echo named its quote by quoteId is still read", () => {
  const [harbour] = sampleArticles();
  const echoes = harbour?.echoes.map(({ quoteId, ...echo }) => ({ ...echo, quote: quoteId }));
  expect(echoes).toMatchObject([{ quote: expect.any(String) }]);
  expect(parseArticle({ ...harbour, echoes }).article).toEqual(harbour);
});
