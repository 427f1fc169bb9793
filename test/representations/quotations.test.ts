import { expect, test } from "vitest";
import { quoteItems } from "../../src/article/model/items.ts";
import type { QuoteKind } from "../../src/article/model/schema.ts";
import { markedText, quotationsOf } from "../../src/representations/quotations.ts";
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
