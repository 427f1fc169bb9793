import { expect, test } from "vitest";
import { cutAtWord, openingOf } from "../../../src/pages/front/opening.ts";
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

test.each([
  ["no longer than this", 19, "no longer than this"],
  ["one longer than this", 14, "one longer…"],
  ["cut behind a word exactly here", 12, "cut behind…"],
  ["it ends, without its comma", 9, "it ends…"],
  ["he said “never again”", 10, "he said…"],
  ["🐝🐝🐝 bees", 7, "🐝🐝🐝…"],
  ["Donaudampfschifffahrt", 6, "Donau…"],
  ["我们欠这个岛一艘船。", 6, "我们欠这个…"],
])("%j is cut at a word", (text, length, cut) => {
  expect(cutAtWord(text, length)).toBe(cut);
  expect([...cut].length).toBeLessThanOrEqual(length);
});
