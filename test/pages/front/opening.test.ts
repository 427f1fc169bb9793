import { expect, test } from "vitest";
import { openingOf } from "../../../src/pages/front/opening.ts";
import { buildArticle } from "../../article-builder.ts";

const article = (paragraphs: Parameters<typeof buildArticle>[0]["sections"][0]["paragraphs"], dateline?: { text: string }) =>
  buildArticle({ headline: "The Kiln Is Warm", sections: [{ paragraphs }], ...(dateline === undefined ? {} : { dateline }) });

test("an article opens with its standfirst", () => {
  const opening = openingOf(article(["The kiln was lit on Monday.", { role: "standfirst", words: "A village bakes again." }]));
  expect(opening).toEqual({ words: "A village bakes again.", isStandfirst: true });
});

test("without one it opens with its first running words, behind the dateline", () => {
  const paragraphs = [{ role: "caption" as const, words: "The kiln" }, "ÅRNESVIK 🐝, May 2 - The kiln was lit on Monday.", "More."];
  expect(openingOf(article(paragraphs, { text: "ÅRNESVIK 🐝, May 2 - " }))).toEqual({
    words: "The kiln was lit on Monday.",
    isStandfirst: false,
  });
});

test("an article of captions alone has no opening", () => {
  expect(openingOf(article([{ role: "caption", words: "The kiln" }]))).toBeNull();
});

test("long words are cut between two of them", () => {
  const opening = openingOf(article([`${"kiln ".repeat(60)}end.`]))?.words ?? "";
  expect(opening).toMatch(/^(?:kiln )+kiln…$/);
  expect(opening.length).toBeLessThanOrEqual(220);
});
