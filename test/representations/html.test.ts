import * as fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { quoteItems } from "../../src/article/model/items.ts";
import { paragraphsOf } from "../../src/article/model/text.ts";
import { printable } from "../../src/representations/escape.ts";
import { articleContentHtml, articleHtml, quoteContentHtml, quoteHtml } from "../../src/representations/html.ts";
import { rightsLine } from "../../src/representations/rights.ts";
import { buildArticle } from "../article-builder.ts";
import { hostileArticle, quoteWith, sample, sampleQuotes, site } from "./samples.ts";
import { attributeNames, collapsed, elementNames, parsed } from "./visible.ts";

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

async function complaints(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`));
}

test("an article is a valid document of its own", async () => {
  expect(await complaints(articleHtml(sample))).toEqual([]);
});

test("a quote is a valid document of its own, attributed or not", async () => {
  for (const quote of sampleQuotes) expect(await complaints(quoteHtml(quote, sample, site))).toEqual([]);
});

test("the validator finds what is wrong", async () => {
  expect(await complaints(articleHtml(sample).replace("<h1>", '<h1 id="p1">'))).not.toEqual([]);
});

test("headline, headings and paragraphs hold the words of the text and nothing else", () => {
  const document = parsed(articleHtml(sample));
  expect(document.querySelector("h1")?.textContent).toBe(sample.headline.text);
  expect([...document.querySelectorAll("h2")].map((heading) => heading.textContent)).toEqual(["‘Twice’ & more"]);
  expect([...document.querySelectorAll("section p, section li")].map((paragraph) => paragraph.textContent)).toEqual(
    paragraphsOf(sample).map((paragraph) => paragraph.text),
  );
  expect([...document.querySelectorAll("ul")].map((list) => list.children.length)).toEqual([2]);
});

test("every segment stands in spans that name its quote, without marks added", () => {
  const document = parsed(articleHtml(sample));
  for (const quote of sample.quotes) {
    const spans = [...document.querySelectorAll(`[data-quote="${quote.id}"]`)];
    expect(spans.map((span) => span.textContent)).toEqual(quote.segments.map((segment) => segment.text));
    expect(document.querySelector(`#quote-${quote.id}`)).toBe(spans[0]);
  }
  expect(document.querySelector("q")).toBeNull();
});

test("overlapping quotes keep every word once, and the shared words name both", () => {
  const article = structuredClone(buildArticle({ headline: "One", sections: [{ paragraphs: ["abcdef"] }] }));
  const paragraph = article.sections[0]?.paragraphs[0];
  if (paragraph === undefined) throw new Error("The article has no paragraph.");
  const span = (id: string, from: number, to: number) => ({
    ...structuredClone(quoteWith("About time")),
    id,
    segments: [{ paragraph: "p1", text: "abcdef".slice(from, to), start: paragraph.start + from, end: paragraph.start + to }],
  });
  paragraph.quotes = ["aaaa", "bbbb", "cccc"];
  article.quotes = [span("aaaa", 0, 4), span("bbbb", 0, 2), span("cccc", 2, 6)];
  expect(articleHtml(article)).toContain(
    '<p id="p1"><span id="quote-aaaa" data-quote="aaaa bbbb">ab</span><span id="quote-cccc" data-quote="aaaa cccc">cd</span><span data-quote="cccc">ef</span></p>',
  );
});

test("a quote shows words, speaker, source and rights, and an indirect one says so", () => {
  const direct = parsed(quoteContentHtml(quoteWith("The ferry"), site));
  expect(collapsed(direct.querySelector("blockquote")?.textContent ?? "")).toBe("“The ferry will sail,” […] “𝔐aybe twice a day.”");
  expect(direct.querySelector("figcaption")?.textContent).toContain("Ada Lind, Ferry “Kittiwake”");
  expect(direct.querySelector("small")?.textContent).toBe("© 2025 The Island Paper. Licence: CC BY 4.0");
  expect(direct.body.textContent).not.toContain("(indirect)");
  expect(quoteContentHtml(quoteWith("the hull"), site)).toContain("Harbour Report</bdi></a> (indirect)");
  expect(quoteContentHtml(quoteWith("We sleep"), site)).toContain("<figcaption><bdi>a deckhand</bdi>,");
  expect(quoteContentHtml(quoteWith("About time"), site)).toContain("<figcaption><bdi>unattributed</bdi>,");
});

test("outlet and date stand under the headline, each only where it is known", () => {
  const line = (article: typeof sample) => parsed(articleHtml(article)).querySelector("header p:last-child")?.textContent;
  expect(line(sample)).toBe("The Island Paper, 2025-05-02");
  expect(line({ ...sample, publisher: null })).toBe("2025-05-02");
  expect(line({ ...sample, publishedAt: null })).toBe("The Island Paper");
});

test("an unknown language is an empty lang, an unknown date is left out", async () => {
  const html = articleHtml({ ...sample, language: null, publishedAt: null, publisher: null, sourceUrl: null });
  expect(html).toContain('<html lang="" dir="auto">');
  expect(html).not.toContain("<time");
  expect(await complaints(html)).toEqual([]);
});

test("the fragment for feeds has no ids, for several stand on one page", () => {
  expect(articleContentHtml(sample)).not.toMatch(/ id=/);
  expect(articleContentHtml(sample)).toContain(rightsLine(sample.rights));
});

test("hostile words are text: no element and no attribute comes from them, none is lost", async () => {
  const elements =
    "a article bdi body br cite figcaption figure footer blockquote h1 h2 head header html li meta p section small span time title ul";
  const attributes = "charset cite content data-kind data-quote data-role dir href id lang name";
  await fc.assert(
    fc.asyncProperty(hostileArticle, async (article) => {
      const document = parsed(articleHtml(article));
      const quotes = quoteItems(article).map((quote) => quoteHtml(quote, article, site));
      for (const root of [document, ...quotes.map(parsed)]) {
        expect(elements.split(" ")).toEqual(expect.arrayContaining(elementNames(root)));
        expect(attributes.split(" ")).toEqual(expect.arrayContaining(attributeNames(root)));
        for (const link of root.querySelectorAll("a")) expect(link.getAttribute("href")).toMatch(/^https:\/\/(news|paper)\.example\//);
      }
      expect(document.querySelector("h1")?.textContent).toBe(printable(article.headline.text));
      expect([...document.querySelectorAll("section p, section li")].map((paragraph) => paragraph.textContent)).toEqual(
        paragraphsOf(article).map((paragraph) => printable(paragraph.text)),
      );
      for (const html of [articleHtml(article), ...quotes]) expect(await complaints(html)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
