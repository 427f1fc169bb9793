import { describe, expect, test } from "vitest";
import { blocksOf, ferryPage, headingsOf, paragraphs } from "../ferry-page.ts";

const SUMMARY = "What a long night in the town hall means for the people of the island";
const BYLINE = `<div class="byline">By <a href="/ada">Ada Quill</a></div>`;
const standfirsts = (html: string) => blocksOf(html).flatMap(({ role, text }) => (role === "standfirst" ? [text] : []));

/** A page whose headline stands in a box of its own, as on most sites. */
const page = (between: string, head = "") =>
  ferryPage({ head, h1: `<header><h1>Ferry stays in Skerrow</h1>${between}</header>`, body: `<div class="body">${paragraphs()}</div>` });

describe("a summary between headline and text is a standfirst", () => {
  test.each([
    `<h2 class="dek">${SUMMARY}</h2>`,
    `<h3 class="subtitle subtitle-HEEcLo">${SUMMARY}</h3>`,
    `<p class="gh-article-excerpt is-body">${SUMMARY}</p>`,
    `<div class="field--name-field-subtitle">${SUMMARY}</div>`,
    `<div data-gu-name="standfirst"><div class="dcr-1yi1cnj"><p>${SUMMARY}.</p></div></div>`,
    `<p itemprop="alternativeHeadline">${SUMMARY}</p>`,
    `<div itemprop="description">${SUMMARY}.</div>`,
    `<p role="doc-subtitle">${SUMMARY}</p>`,
    `<p class="vorspann">${SUMMARY}.</p>`,
    `<h2 class="entradilla">${SUMMARY}</h2>`,
    `<p class="article-summary">${SUMMARY}, which has waited for this vote since the spring tides of last year.</p>`,
  ])("by the name of its element: %s", (element) => {
    expect(standfirsts(page(element))).toEqual([expect.stringContaining(SUMMARY)]);
    expect(headingsOf(page(element))).toEqual([]);
  });

  test("by the description of the page", () => {
    const meta = `<meta name="description" content="${SUMMARY}">`;
    expect(standfirsts(page(`<h2>${SUMMARY}</h2>`, meta))).toEqual([SUMMARY]);
    expect(standfirsts(page(`<p class="article-teaser">${SUMMARY}</p>`, meta))).toEqual([SUMMARY]);
  });

  test("by the byline or the date below it", () => {
    expect(standfirsts(page(`<h2>${SUMMARY}</h2>${BYLINE}`))).toEqual([SUMMARY]);
    expect(standfirsts(page(`<div>${SUMMARY}</div><time datetime="2024-05-03">May 3, 2024</time>`))).toEqual([SUMMARY]);
  });
});

test.each([
  ["the date", `<div>Skerrow, Friday, May 3, 2024 10:15</div>${BYLINE}`],
  ["a name", `<div>Xiva Quill, Senior Home Affairs Correspondent</div><time datetime="2024-05-03">May 3, 2024</time>`],
  ["a section", `<h2>Politics</h2>${BYLINE}`],
  ["a link", `<h2><a href="/b">A bridge would cost two hundred million</a></h2>${BYLINE}`],
  ["a label", `<div>Share this story with your friends</div>${BYLINE}`],
  ["the first post of a live blog", `<h2>All of the boats are in</h2><time>6.05pm</time>`],
])("%s is not a standfirst", (_, between) => {
  expect(standfirsts(page(between))).toEqual([]);
});

test("the first paragraph is not a standfirst, though it is the description of the page too", () => {
  const first = paragraphs().slice("<p>".length, paragraphs().indexOf("</p>"));
  expect(standfirsts(page("", `<meta name="description" content="${first}">`))).toEqual([]);
  expect(blocksOf(page(`<p class="excerpt">${first}</p>`)).filter(({ text }) => text === first)).toHaveLength(1);
});
