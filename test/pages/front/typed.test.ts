import { describe, expect, test } from "vitest";
import { MAX_QUERY } from "../../../src/article/words/query-tokens.ts";
import { tellTyped } from "../../../src/pages/front/typed.ts";
import { MAX_CLAIM_LENGTH } from "../../../src/verification/claim.ts";

const SENTENCE = "We owe this island a boat, and it will have one.";

describe("words to search for", () => {
  test.each([
    ["ferry"],
    ["ferry bridge petition"],
    ["Ada Lind"],
    ["Dr. Martin Luther King Jr."],
    ["Jean-Claude Lind, Tomas Reyes"],
    ["Skerrow Votes to Keep Its Ferry, ‘Bridge or No Bridge’"],
    ["harbour fees in 2025"],
    ["No comment."],
    ["Yes We Can Do It!"],
    ["паром мост"],
    ["渡轮"],
    ["العبّارة"],
    ["  ferry \r\n bridge  ", "ferry bridge"],
    ["https://news.example/2025/ferry-stays.html"],
    ["don't"],
    ["*"],
    ["\u0000"],
    ["…"],
    [""],
    [" \n "],
  ])("%j", (given, words = given.trim()) => {
    expect(tellTyped(given)).toEqual({ as: "words", words });
  });
});

describe("the query language stays a search", () => {
  test.each([
    ['"river wall"'],
    ["“bridge or no bridge”"],
    ['"river wall" ferry'],
    ['ferry "bridge or no bridge at all"'],
    ["ferry OR boat"],
    ["a ferry for the island NOT bridge OR tunnel under the sound"],
    ["NOT ferry"],
    ["-ferry quay"],
    ["harb*"],
    ["the long way round the old harb* of the southern island"],
    ["(ferry OR boat) quay"],
    ["speaker:ada ferry"],
    ["ferry && bridge"],
    ["h*rbour"],
    ['"OR"'],
  ])("%j", (words) => {
    expect(tellTyped(words)).toEqual({ as: "words", words });
  });
});

describe("a quote to check", () => {
  test.each([
    [SENTENCE],
    ["we owe this island a boat and it will have one"],
    ["I have a dream."],
    ["Will they ever build it?"],
    ["We will NOT build it."],
    ["WE OWE THIS ISLAND A BOAT AND IT WILL NOT BE THE LAST"],
    ["我们欠这个岛一艘船。"],
    ["Мы должны этому острову паром."],
    ["هذه الجزيرة تحتاج إلى عبّارة جديدة."],
    ["We owe this island a “boat”, and it will have one."],
    ["We owe this island\r\na boat, and it\r\nwill have one.", SENTENCE],
    [`“${SENTENCE}”`, SENTENCE],
    [`"${SENTENCE}"`, SENTENCE],
    [`‘${SENTENCE}’`, SENTENCE],
    [`«${SENTENCE}»`, SENTENCE],
    ["“We owe this island a boat, and it will have one”.", SENTENCE.slice(0, -1)],
    ["“We owe this island a boat”", "We owe this island a boat"],
    ["“No way!”", "No way!"],
    ["「我们欠这个岛一艘船。」", "我们欠这个岛一艘船。"],
    [`${"long ".repeat(60)}words`],
    ["We owe this island ... a boat, and [the mayor] knows it."],
  ])("%j", (given, quote = given) => {
    expect(tellTyped(given)).toEqual({ as: "quote", quote, speaker: null });
  });

  test.each([
    [`“${SENTENCE}” — Ada Lind`],
    [`"${SENTENCE}" - Ada Lind`],
    [`“${SENTENCE}”\n— Ada Lind, “The Ferry Stays”, The Quay, 2025-03-04\nhttps://verbatim.example/quotes/x\n© 2025 The Quay`],
    [`“${SENTENCE}” -- Ada Lind (The Quay)`],
  ])("with whom it is ascribed to behind a dash: %j", (given) => {
    expect(tellTyped(given)).toEqual({ as: "quote", quote: SENTENCE, speaker: "Ada Lind" });
  });

  test("a name behind a dash makes a quote of few words too", () => {
    expect(tellTyped("“No comment” — Tomas Reyes")).toEqual({ as: "quote", quote: "No comment", speaker: "Tomas Reyes" });
  });
});

describe("a text whose quotes to check", () => {
  test.each([
    ["“We owe this island a boat,” Ada Lind said."],
    ['"We owe this island a boat," Ada Lind said'],
    ["Ada Lind said: “We owe this island a boat.”"],
    ["“We bake,” she said, “and sell.”"],
    [`The ferry stays\n\n“${SENTENCE}” said Ada Lind.`],
    [`First paragraph without marks.\n\nSecond paragraph.`],
    [`<p>“${SENTENCE}”</p>`],
    ["word ".repeat(1 + MAX_CLAIM_LENGTH / 5)],
    ["字".repeat(MAX_CLAIM_LENGTH + 1)],
  ])("%j", (given) => {
    expect(tellTyped(given)).toEqual({ as: "text" });
  });
});

test("lengths count code points, and a query keeps within what may be searched for", () => {
  expect(tellTyped("😀".repeat(MAX_CLAIM_LENGTH)).as).not.toBe("text");
  const words = tellTyped(`ferry OR ${"boat ".repeat(MAX_QUERY / 5)}`);
  expect(words).toMatchObject({ as: "quote" });
});

test("what makes patterns run long takes no time", () => {
  for (const piece of ["“", "“a", "“a”", "“a” — ", "- ", '"a" b ', "‘a’ ", "a.", "( ", "\n", "<", "</a"]) {
    expect(tellTyped(piece.repeat(Math.floor(MAX_CLAIM_LENGTH / piece.length)))).toHaveProperty("as");
  }
});
