import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../../../src/extraction/language/en/tokens/sentences.ts";
import { pairMarks } from "../../../../../src/extraction/quotes/marks/marks.ts";

function sentences(text: string): string[] {
  const block = { start: 0, end: text.length };
  return sentencesOf(text, block, pairMarks(text, block)).map(({ start, end }) => text.slice(start, end).trim());
}

describe("sentencesOf", () => {
  it.each([
    [["Mr. Roe met Gov. Jane Doe on Jan. 5.", "They left at noon."]],
    [["“Why? Because,” she said.", "Nobody laughed."]],
    [["“Is it over?” he asked.", "“No.”", "Then she left."]],
    [["Roe lives in the U.S. and works for Acme Inc. in Ohio.", "He is 40."]],
    [["The firm moved to the U.S.", "The plant stayed."]],
    [["J. R. Roe wrote it."]],
  ])("keeps %j apart and whole", (expected) => {
    expect(sentences(expected.join(" "))).toEqual(expected);
  });
});
