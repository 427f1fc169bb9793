import { expect, test } from "vitest";
import { CodePointText, textOf } from "../src/article/model/text.ts";
import { buildArticle, cue, echo, mention, segment } from "./article-builder.ts";

test("a built article holds every marked piece at its place, astral characters before it included", () => {
  const article = buildArticle({
    headline: ["🚲 Harbour ferry ", echo("a", "will sail again")],
    dateline: { text: "PORT ELLEN, May 2 - ", place: "Port Ellen" },
    sections: [
      {
        paragraphs: [
          [
            "PORT ELLEN, May 2 - “The ferry ",
            segment("a", "will sail again"),
            "”, 𝔐 ",
            mention("a", "Ada Lind"),
            " ",
            cue("a", "said"),
            ".",
          ],
        ],
      },
      { heading: "‘Not yet’", paragraphs: ["Nobody answered."] },
    ],
    quotes: { a: { kind: "mixed", by: ["Ada Lind"] } },
    credits: [{ role: "author", name: "Bo Quist", text: "By Bo Quist", before: true }],
    rights: { notice: "CC0, invented", licence: "CC0 1.0" },
  });
  const text = new CodePointText(textOf(article));
  const [quote] = article.quotes;
  expect(quote?.segments).toEqual([{ paragraph: "p1", text: "will sail again", start: expect.any(Number), end: expect.any(Number) }]);
  expect(text.slice(quote?.segments[0]?.start ?? 0, quote?.segments[0]?.end ?? 0)).toBe("will sail again");
  expect(article.echoes).toMatchObject([{ text: "will sail again", quoteId: quote?.id, match: "exact" }]);
  expect(article.speakers).toMatchObject([{ id: "ada-lind", mentions: [{ text: "Ada Lind" }] }]);
  expect(article.credits[0]?.start).toBeLessThan(article.sections[0]?.paragraphs[0]?.start ?? 0);
});

test("a blueprint that breaks the content model is refused with what and where", () => {
  expect(() => buildArticle({ headline: "One", sections: [{ paragraphs: ["Two."] }], quotes: { a: { by: ["Ada Lind"] } } })).toThrow(
    /quotes\[0\].*segments/,
  );
});
