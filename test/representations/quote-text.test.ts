import { expect, test } from "vitest";
import { quoteText } from "../../src/representations/quote-text.ts";
import { quoteWith, site } from "./samples.ts";

const text = (words: string) => quoteText(quoteWith(words), site).split("\n");

test("a quote in plain text gives the words in marks, who, where and when, its address and the rights", () => {
  expect(text("The ferry")).toEqual([
    "“The ferry will sail,” […] “𝔐aybe twice a day.”",
    "— Ada Lind, “Ferry “Kittiwake” to sail again 🚢, islanders told”, The Island Paper, 2025-05-02",
    `https://news.example/verbatim/quotes/${quoteWith("The ferry").id}`,
    "© 2025 The Island Paper. Licence: CC BY 4.0",
  ]);
});

test("words that were not marked in the article stand in no marks and are called indirect", () => {
  expect(text("that it was").slice(0, 2)).toEqual([
    "that it was time",
    expect.stringMatching(/^— Bo Quist, Island Council \(indirect\), /),
  ]);
});

test("an unnamed source is named as the article does, a quote nobody is named for is unattributed", () => {
  expect(text("We sleep")[1]).toMatch(/^— a deckhand, /);
  expect(text("About time")[1]).toMatch(/^— unattributed, /);
});

test("who is uncertain is said to be, in the words of the text, or by name where it has none", () => {
  const quote = quoteWith("The ferry");
  const doubted = (attribution: Partial<typeof quote.attribution>) =>
    quoteText({ ...quote, attribution: { ...quote.attribution, confidence: "low", ...attribution } }, site).split("\n")[1];
  expect(doubted({ mention: { text: "she", start: 0, end: 3 } })).toMatch(/^— uncertain: she, /);
  expect(doubted({ mention: null })).toMatch(/^— uncertain: Ada Lind, /);
  expect(doubted({ mention: null, confidence: "medium" })).toMatch(/^— Ada Lind, /);
});

test("a quote without an outlet or a date has no empty place for it", () => {
  const quote = quoteWith("About time");
  expect(quoteText({ ...quote, article: { ...quote.article, publishedAt: null } }, site)).toMatch(/told”, The Island Paper\nhttps/);
  expect(quoteText({ ...quote, article: { ...quote.article, publisher: null, publishedAt: null } }, site)).toMatch(/told”\nhttps/);
});
