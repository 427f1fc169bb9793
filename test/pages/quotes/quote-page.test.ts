import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { quoteItems } from "../../../src/article/model/items.ts";
import type { QuoteRevision } from "../../../src/article/model/revisions.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { quotePage } from "../../../src/pages/quotes/quote-page.ts";
import { buildArticle, cue, mention, type Piece, segment } from "../../article-builder.ts";

const SITE = { publicUrl: "https://verbatim.example/news" };

/** The page of the quote `boat` of an article with these paragraphs. */
function pageOf(paragraphs: Piece[][], given: Partial<Article> = {}, confidence: "high" | "low" = "high") {
  const article = {
    ...buildArticle({ headline: "Boats", sections: [{ paragraphs }], quotes: { boat: { by: ["Ada Lind"], confidence } } }),
    ...given,
  };
  const [item] = quoteItems(article);
  if (item === undefined) throw new Error("expected a quote");
  return parseHTML(quotePage(item, article, SITE)).document;
}

const SAID: Piece[] = [
  "A quiet day. “",
  segment("boat", "We sail,"),
  "” ",
  mention("boat", "she"),
  " ",
  cue("boat", "said"),
  ". “",
  segment("boat", "At six."),
  "” Nobody stirred.",
];

test("an altered quote says what it was, until when, and where to see the change", () => {
  const article = buildArticle({
    slug: "boats",
    headline: "Boats",
    sections: [{ paragraphs: [SAID] }],
    quotes: { boat: { by: ["Ada Lind"] } },
  });
  const [item] = quoteItems(article);
  if (item === undefined) throw new Error("expected a quote");
  const at = { revision: article.revision, from: "2026-03-02T10:00:00Z" };
  const present = { ...at, until: null, text: item.text, match: "same" as const };
  const earlier = { ...at, until: "2026-03-02T10:00:00Z", text: "We row", match: "altered" as const };
  const altered = (...revisions: QuoteRevision[]) =>
    parseHTML(quotePage(item, article, SITE, revisions)).document.querySelector(".altered");
  expect(altered(present)).toBe(null);
  expect(altered(present, { ...earlier, match: "same", text: item.text })).toBe(null);
  expect(altered(present, earlier)?.textContent).toBe("Altered. Until 2 March 2026 at 10:00 UTC it was: “We row” What was changed");
  expect(altered(present, earlier)?.querySelector("a")?.getAttribute("href")).toBe("/news/articles/boats/revisions");
});

describe("in the article", () => {
  const shown = (document: ReturnType<typeof pageOf>, mark: string) =>
    [...document.querySelectorAll(`.context p:not(.key) mark.${mark}`)].map(({ textContent }) => textContent);

  test("the whole paragraph stands, with both segments, the speaker's mention and the cue marked", () => {
    const document = pageOf([["Before."], SAID, ["After."]]);
    expect([...document.querySelectorAll(".context p[lang]")].map(({ textContent }) => textContent)).toEqual([
      "A quiet day. “We sail,” she said. “At six.” Nobody stirred.",
    ]);
    expect(shown(document, "words")).toEqual(["We sail,", "At six."]);
    expect(shown(document, "mention")).toEqual(["she"]);
    expect(shown(document, "cue")).toEqual(["said"]);
  });

  test("a quote over three paragraphs has them all", () => {
    const document = pageOf([
      ["“", segment("boat", "One.")],
      ["“", segment("boat", "Two.")],
      ["“", segment("boat", "Three."), "” ", cue("boat", "said"), " ", mention("boat", "she"), "."],
    ]);
    expect([...document.querySelectorAll(".context .place")].map(({ textContent }) => textContent)).toEqual([
      "Paragraph 1",
      "Paragraph 2",
      "Paragraph 3",
    ]);
    expect([...document.querySelectorAll("blockquote p")].map(({ textContent }) => textContent)).toEqual(["“One.”", "“Two.”", "“Three.”"]);
  });

  test("a very long paragraph is cut at words on both sides and between", () => {
    const long = "harbour ".repeat(2000);
    const words =
      pageOf([
        [
          long,
          "“",
          segment("boat", "We sail,"),
          "” ",
          long,
          mention("boat", "she"),
          " ",
          cue("boat", "said"),
          ", “",
          segment("boat", "at six."),
          "” ",
          long,
        ],
      ]).querySelector(".context p[lang]")?.textContent ?? "";
    expect(words.length).toBeLessThan(4000);
    expect(words).toMatch(/^…harbour /);
    expect(words).toMatch(/ harbour…$/);
    for (const word of words.match(/\p{L}+/gu) ?? []) expect(["harbour", "We", "sail", "she", "said", "at", "six"]).toContain(word);
  });
});

test("links lead to all segments here and at the source, behind a fragment that the source may have", () => {
  const hrefs = (sourceUrl: string | null) =>
    [...pageOf([SAID], { sourceUrl }).querySelectorAll("a")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => href.includes(":~:"));
  expect(hrefs("https://paper.example/boats")).toContain("https://paper.example/boats#:~:text=We%20sail%2C&text=At%20six.");
  expect(hrefs("https://paper.example/boats#top")).toContain("https://paper.example/boats#top:~:text=We%20sail%2C&text=At%20six.");
  expect(hrefs(null).every((href) => href.startsWith("/news/articles/boats#quote-"))).toBe(true);
});

test("doubt is told as doubt, with how often it is right", () => {
  const document = pageOf([SAID], {}, "low");
  expect(document.querySelector(".by")?.textContent).toBe("uncertain: she");
  expect(document.querySelector(".facts")?.textContent).toMatch(/Perhaps Ada Lind.*Low: right in 82\.4 % of such quotes/s);
  expect(document.querySelector("title")?.textContent).toBe("uncertain: she: “We sail,” […] “At six.” – Verbatim");
});

test("a title is cut at a word, inside the marks", () => {
  const title = pageOf([
    [
      "“",
      segment("boat", "We sail every morning of the week and every evening too, and ".repeat(9).trim()),
      "” ",
      cue("boat", "said"),
      " ",
      mention("boat", "she"),
      ".",
    ],
  ]).querySelector("title")?.textContent;
  expect(title).toMatch(/^Ada Lind: “We sail every morning .* \p{L}+…” – Verbatim$/u);
  expect(title?.length).toBeLessThan(110);
});

test("the words can be checked against all articles", () => {
  const links = [...pageOf([SAID]).querySelectorAll(".facts a")].map((link) => link.getAttribute("href"));
  expect(links).toContain("/news/check?quote=We+sail%2C");
});
