import { expect, test } from "vitest";
import { quoteItems } from "../../../src/article/model/items.ts";
import { articleCard, cardAlt, quoteCard } from "../../../src/pages/cards/card.ts";
import { buildArticle, segment } from "../../article-builder.ts";
import { sampleArticles } from "../articles.ts";

const [harbour] = sampleArticles();
if (harbour === undefined) throw new Error("expected an article");
const [again, horn, timetable, , boy] = quoteItems(harbour);

test("the card of a quote has the words, who said them, where, when, and whose they are", () => {
  expect(quoteCard(again as never)).toMatchObject({
    kicker: "Direct quote",
    by: "Ada Lind",
    source: "Ferry Company Promises ‘No More Silent Mornings’ at Port Ellen",
    details: "2 May 2025",
    rights: "© 2025 The Invented Courier",
  });
  expect(quoteCard(again as never).words).toBe(
    "“There will be no more silent mornings here,” […] “We owe this island a boat, and it will have one.”",
  );
});

test("it says whether the words are the speaker's, and names nobody where nobody is named", () => {
  expect(quoteCard(horn as never).kicker).toBe("Quoted in part");
  expect(quoteCard(timetable as never)).toMatchObject({ kicker: "Reported, not quoted", by: "Harbour Council" });
  expect(quoteCard(timetable as never).words).not.toMatch(/[“”]/);
  expect(quoteCard(boy as never).by).toBe("Nobody is named");
});

test("it has at most 300 code points of the quote, cut between words inside the marks", () => {
  const long = "The boat will sail on every morning of the week. ".repeat(20).trim();
  const [item] = quoteItems(
    buildArticle({
      headline: ["A Long Speech"],
      quotes: { long: { by: ["Ada Lind"] } },
      sections: [{ paragraphs: [["“", segment("long", long), "”"]] }],
    }),
  );
  const { words, details, rights } = quoteCard(item as never);
  expect(Array.from(words).length).toBeLessThanOrEqual(302);
  expect(words).toMatch(/^“The boat .*\p{L}\.?…”$/u);
  expect(long.startsWith(words.slice(1, -2))).toBe(true);
  expect([details, rights]).toEqual(["Undated", "Rights: not stated"]);
});

test("a quote of several segments is cut in one of them, or between two, and says so", () => {
  const [first, second] = ["One boat. ".repeat(20).trim(), "Two boats. ".repeat(20).trim()];
  const cardOfSegments = (...texts: string[]) =>
    quoteCard({
      ...(again as never as object),
      segments: texts.map((text, at) => ({ paragraph: "p1", text, start: 1000 * at, end: 1000 * at + 9 })),
    } as never);
  expect(cardOfSegments(first, second).words).toMatch(/^“One boat.* boat\.” \[…\] “Two boats\..* [Tt]wo( boats\.)?…”$/);
  expect(cardOfSegments("A boat. ".repeat(36).trim(), second).words).toMatch(/A boat\.…”$/);
});

test("in doubt it has the words of the text in the place of a name", () => {
  const unsure = (mention: object | null) =>
    ({ ...harbour, attribution: { ...(again as never as { attribution: object }).attribution, mention, confidence: "low" } }).attribution;
  expect(quoteCard({ ...(again as never as object), attribution: unsure({ text: "she", start: 0, end: 3 }) } as never).by).toBe(
    "uncertain: she",
  );
  const quotes = harbour.quotes.map((quote) => ({ ...quote, attribution: { ...quote.attribution, confidence: "low" as const } }));
  expect(articleCard({ ...harbour, quotes }).source).toBe("");
});

test("characters without a look of their own are left out, and composed ones composed", () => {
  const card = quoteCard({
    ...(again as never as object),
    segments: [{ paragraph: "p1", start: 0, end: 9, text: "One\u00A0boat,\u200B\u202E a cafe\u0301\n\tand ice\u2011cream" }],
  } as never);
  expect(card.words).toBe("“One boat, a café and ice-cream”");
});

test("the card of an article has its headline and whom it quotes", () => {
  expect(articleCard(harbour)).toMatchObject({
    words: harbour.headline.text,
    source: "Quoted: Ada Lind, Harbour Council, Tomas Reyes",
    rights: "© 2025 The Invented Courier",
  });
});

test("those who do not see a card are told all of it", () => {
  const card = quoteCard(again as never);
  const alt = cardAlt(card);
  for (const part of Object.values(card)) expect(alt).toContain(part);
});
