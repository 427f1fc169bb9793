import { describe, expect, test } from "vitest";
import { tokenize } from "../../../../../src/extraction/language/en/tokens/tokenize.ts";
import { pairMarks } from "../../../../../src/extraction/quotes/marks/marks.ts";

function sentenceOf(text: string) {
  const range = { start: 0, end: text.length };
  return tokenize(text, { ...range, block: 0 }, pairMarks(text, range), 0);
}

describe("classes of words", () => {
  test.each([
    ["The mayor said the boat is old.", "DnVDnbn."],
    ["“We go,” said Ann Lee.", "QVNN."],
    ["Ann Lee's deputy didn't say.", "NNGnxV."],
    ["He's late, she would nominate Roe.", "Pxn,PxvN."],
    ["Mr. Roe of U.S. Ferries paid 90,000 euros.", "NNINNv#n."],
    ["The report says that it sank.", "DnVSPv."],
    ["Hope Lind arrived Monday.", "NNdt."],
    ["The warning came late.", "Dnvn."],
  ])("%s reads %s", (text, classes) => {
    expect(sentenceOf(text).classes).toBe(classes);
  });
});

test("tokens tile the words and marks of their sentence", () => {
  const text = "“We go,” said the mayor’s deputy — twice.";
  const { tokens } = sentenceOf(text);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
    "“We go,”",
    "said",
    "the",
    "mayor",
    "’s",
    "deputy",
    "—",
    "twice",
    ".",
  ]);
});

test.each([
  ["“We go.”", { core: "", onlyQuotes: true, hasQuotes: true, firstWord: 1 }],
  ["“We go,” said Ann Lee.", { core: "V", onlyQuotes: false, hasQuotes: true, firstWord: 1 }],
  ["The boat is old.", { core: "v", onlyQuotes: false, hasQuotes: false, firstWord: 0 }],
  ["A boat.", { core: "n", onlyQuotes: false, hasQuotes: false, firstWord: 0 }],
])("says what %s is as a whole", (text, shape) => {
  expect(sentenceOf(text)).toMatchObject(shape);
});
