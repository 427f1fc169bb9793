import { expect, test } from "vitest";
import { quoteItems } from "../../src/article/model/items.ts";
import type { QuoteKind } from "../../src/article/model/schema.ts";
import { cutQuote, markedText, quotationsOf } from "../../src/representations/quotations.ts";
import { buildArticle, cue, mention, type Piece, segment } from "../article-builder.ts";

/** The one quote of an article with these paragraphs. */
function quoted(paragraphs: Piece[][], kind: QuoteKind = "direct") {
  const article = buildArticle({ headline: "Boats", sections: [{ paragraphs }], quotes: { boat: { kind, by: ["Ada Lind"] } } });
  const [item] = quoteItems(article);
  if (item === undefined) throw new Error("expected a quote");
  return item;
}

test("words on both sides of the reporter's are two quotations, however few those are", () => {
  const said = quoted([
    ["“", segment("boat", "We sail,"), "” ", mention("boat", "Ada Lind"), " ", cue("boat", "said"), ". “", segment("boat", "At six."), "”"],
  ]);
  expect(markedText(said)).toBe("“We sail,” […] “At six.”");
  expect(markedText(quoted([["“", segment("boat", "We sail,"), "” we hear, “", segment("boat", "at six."), "”"]]))).toBe(
    "“We sail,” […] “at six.”",
  );
});

test("a quotation over three paragraphs leaves nothing out, and each paragraph stands in marks", () => {
  const said = quoted([
    ["“", segment("boat", "One.")],
    ["“", segment("boat", "Two.")],
    ["“", segment("boat", "Three."), "”"],
  ]);
  expect(markedText(said)).toBe("“One.” “Two.” “Three.”");
  expect(quotationsOf(said).map(({ after }) => after)).toEqual(["nothing", "paragraph", "paragraph"]);
});

test("quotations side by side in one paragraph leave nothing out", () => {
  const said = quoted([["“", segment("boat", "One."), "” “", segment("boat", "Two."), "”"]]);
  expect(quotationsOf(said).map(({ after }) => after)).toEqual(["nothing", "nothing"]);
});

test("words with double marks in them stand in single ones", () => {
  expect(markedText(quoted([["‘", segment("boat", "She said “no” twice"), "’"]]))).toBe("‘She said “no” twice’");
  expect(markedText(quoted([["“", segment("boat", "She said ‘no’ twice"), "”"]]))).toBe("“She said ‘no’ twice”");
});

test("the reporter's wording stands without marks", () => {
  expect(markedText(quoted([[segment("boat", "that boats sail"), ", she added, ", segment("boat", "and at six")]], "indirect"))).toBe(
    "that boats sail […] and at six",
  );
});

test("a long quote is cut at a word, in both its marks, and to the length asked for", () => {
  const said = quoted([
    [
      "“",
      segment("boat", "We sail at six,"),
      "” ",
      cue("boat", "said"),
      " ",
      mention("boat", "Ada Lind"),
      ". “",
      segment("boat", "And again at nine in the evening."),
      "”",
    ],
  ]);
  expect(markedText(cutQuote(said, 15))).toBe("“We sail at…”");
  expect(markedText(cutQuote(said, 24))).toBe("“We sail at six…”");
  expect(markedText(cutQuote(said, 40))).toBe("“We sail at six,” […] “And again at…”");
  expect(markedText(cutQuote(said, 300))).toBe(markedText(said));
  for (let length = 12; length < 80; length += 1) expect(Array.from(markedText(cutQuote(said, length))).length).toBeLessThanOrEqual(length);
});
