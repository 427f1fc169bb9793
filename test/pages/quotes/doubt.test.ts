import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { quoteItems } from "../../../src/article/model/items.ts";
import type { Confidence } from "../../../src/article/model/schema.ts";
import { articlePage, type View } from "../../../src/pages/articles/article-page.ts";
import { doubtLine, withoutDoubt } from "../../../src/pages/quotes/doubt.ts";
import { quoteBlock, speakerLinks } from "../../../src/pages/quotes/quote-block.ts";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";

const SITE = { publicUrl: "https://verbatim.example/news" };

/** One quote that is certain, one whose "he" is a guess, one of somebody whom nobody names. */
const article = buildArticle({
  headline: "Three Say the Boat Is Late",
  quotes: {
    sure: { by: ["Ada Lind"] },
    guess: { by: ["Ada Lind"], basis: "pronoun", confidence: "low" },
    nobody: {},
  },
  sections: [
    {
      paragraphs: [
        ["“", segment("sure", "It is late."), "” ", mention("sure", "Ada Lind"), " ", cue("sure", "said"), "."],
        ["“", segment("guess", "It always was,"), "” ", mention("guess", "she"), " ", cue("guess", "said"), "."],
        ["“", segment("nobody", "Boats!"), "”"],
      ],
    },
  ],
});
const [sure, guess, nobody] = quoteItems(article);
if (sure === undefined || guess === undefined || nobody === undefined) throw new Error("expected three quotes");

describe("the speakers of a quote", () => {
  test("are a name that links, where they are sure", () => {
    expect(speakerLinks(sure, SITE)).toBe('<a href="/news/speakers/ada-lind">Ada Lind</a>');
  });

  test("are the words of the text and doubt, where they are not", () => {
    const { document } = parseHTML(speakerLinks(guess, SITE));
    expect(document.querySelector(".doubt")?.textContent).toBe("uncertain: she");
    expect(document.querySelector("a")?.getAttribute("href")).toBe("/news/speakers/ada-lind");
    expect(speakerLinks(guess, SITE)).not.toContain("Lind<");
  });

  test("are shown in doubt even below a heading that names them", () => {
    expect(quoteBlock(guess, SITE, { speakers: false })).toContain("uncertain: ");
    expect(quoteBlock(sure, SITE, { speakers: false })).not.toContain('class="by"');
  });
});

describe("the page of an article", () => {
  const page = (confidences: Confidence[] | null = null, view: View = "article") =>
    parseHTML(articlePage(article, SITE, { view, confidences })).document;

  test("marks doubt in the text, in the margin and in the list, in a group of its own", () => {
    const document = page();
    expect([...document.querySelectorAll(".par .said.uncertain")].map(({ textContent }) => textContent)).toEqual(["It always was,"]);
    expect([...document.querySelectorAll(".notes .doubt")].map(({ textContent }) => textContent)).toEqual(["uncertain: she"]);
    const groups = [...document.querySelectorAll(".said-by h3")].map(({ textContent }) => textContent.replace(/ \d.*/, ""));
    expect(groups).toEqual(["Ada Lind", "Speaker uncertain", "Nobody named"]);
    expect(document.querySelector(`a.ref[href="#said-${guess.id}"]`)?.getAttribute("aria-label")).toBe("Quote 2, uncertain: she");
  });

  test("leaves doubt out with one link, says how many quotes, and leads back", () => {
    const line = page().querySelector(".doubted");
    expect(line?.textContent).toBe("2 quotes with a speaker who is uncertain or not named. Leave them out");
    expect(line?.querySelector("a")?.getAttribute("href")).toBe(`/news/articles/${article.slug}?confidence=high&confidence=medium`);
    const document = page(["high", "medium"]);
    expect(document.querySelectorAll(".par .said")).toHaveLength(1);
    expect(document.querySelectorAll("figure.quote")).toHaveLength(1);
    expect(document.querySelector(".doubted")?.textContent).toBe("2 quotes left out: speaker uncertain or not named. Show them");
    expect(document.querySelector(".doubted a")?.getAttribute("href")).toBe(`/news/articles/${article.slug}`);
  });

  test("keeps the number of a quote when others are left out, and what is left out in the other view", () => {
    const alone = page(["low"], "quotes");
    expect(alone.querySelector("figure .number")?.textContent).toBe("2");
    expect(alone.querySelector(".doubted")).toBeNull();
    const hrefs = [...page(["high", "medium"]).querySelectorAll(".views a")].map((link) => link.getAttribute("href"));
    expect(hrefs[1]).toBe(`/news/articles/${article.slug}?view=quotes&confidence=high&confidence=medium`);
  });
});

describe("the line about doubt", () => {
  test("keeps the rest of the query, but not the place in a list that is another one then", () => {
    expect(withoutDoubt("/search?q=boat&cursor=x")).toBe("/search?q=boat&confidence=high&confidence=medium");
    const { document } = parseHTML(doubtLine("/search?q=boat&confidence=high,medium", 3, SITE));
    expect(document.querySelector("a")?.getAttribute("href")).toBe("/news/search?q=boat");
  });

  test("is not there without doubt, nor where other confidences were asked for", () => {
    expect(doubtLine("/search?q=boat", 0, SITE)).toBe("");
    expect(doubtLine("/search?confidence=low", 3, SITE)).toBe("");
  });
});

test("beside the headline everybody quoted is counted, doubt and nobody apart", () => {
  const { document } = parseHTML(articlePage(article, SITE));
  expect([...document.querySelectorAll(".cast li")].map((line) => line.textContent.trim())).toEqual([
    "Ada Lind 1 quote",
    "Speaker uncertain 1 quote",
    "Nobody named 1 quote",
  ]);
});
