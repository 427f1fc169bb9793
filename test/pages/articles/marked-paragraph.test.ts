import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { articlePage } from "../../../src/pages/articles/article-page.ts";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";

const SITE = { publicUrl: "https://verbatim.example" };

const article = buildArticle({
  headline: "A Long Answer",
  quotes: { long: { by: ["Ada Lind"] }, short: { by: ["Tomas Reyes"] } },
  sections: [
    {
      paragraphs: [
        ["“", segment("long", "First."), "” ", mention("long", "Ada Lind"), " ", cue("long", "said"), ". “", segment("long", "Second.")],
        [
          "“",
          segment("long", "Third."),
          "” “",
          segment("short", "No."),
          "” ",
          cue("short", "said"),
          " ",
          mention("short", "Tomas Reyes"),
          ".",
        ],
        ["Nobody speaks here."],
      ],
    },
  ],
});
const { document } = parseHTML(articlePage(article, SITE));
const notes = (paragraph: string) =>
  [...(document.querySelector(`#${paragraph}`)?.parentElement?.querySelectorAll(".notes li") ?? [])].map(({ textContent }) => textContent);

test("a quote over two paragraphs has its number in the margin of both, and its speaker in the first", () => {
  expect(notes("p1")).toEqual(["1 Ada Lind"]);
  expect(notes("p2")).toEqual(["1 goes on", "2 Tomas Reyes"]);
  expect(notes("p3")).toEqual([]);
});

test("the marks and the note of a quote are a pair in each paragraph", () => {
  const pair = (paragraph: string, place: number) =>
    [...(document.querySelector(`#${paragraph}`)?.parentElement?.querySelectorAll(`.pair-${place}`) ?? [])].map(
      ({ localName }) => localName,
    );
  expect(pair("p1", 1)).toEqual(["q", "q", "li"]);
  expect(pair("p2", 1)).toEqual(["q", "a", "li"]);
  expect(pair("p2", 2)).toEqual(["q", "a", "li"]);
});
