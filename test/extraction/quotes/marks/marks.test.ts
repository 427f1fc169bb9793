import { describe, expect, it } from "vitest";
import { pairMarks } from "../../../../src/extraction/quotes/marks/marks.ts";

const found = (text: string) => pairMarks(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("pairMarks", () => {
  it.each([
    ["“One” and “two.”", ["One", "two."]],
    ['"One," she said, "two."', ["One,", "two."]],
    ["''One,'' she said. ''It's two.''", ["One,", "It's two."]],
    ["``One,'' she said.", ["One,"]],
    ["«One», »two«", ["One", "two"]],
    ["„One“ and „two”", ["One", "two"]],
    ["‚One‘", ["One"]],
    ["“She said ‘no’ and left.”", ["She said ‘no’ and left."]],
    ["‘She said “no” and left.’", ["She said “no” and left."]],
    ["‘The players’ rights aren’t theirs,’ he said.", ["The players’ rights aren’t theirs,"]],
    ["”One” and “two“", ["One", "two"]],
    ["“One, two", ["One, two"]],
    ["“One “two” three”", ["One “two” three"]],
    ['""', []],
    ["“ ”", []],
  ])("finds what stands inside the marks of %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "The drivers’ union isn’t the players’ club.",
    "It was ’68 and rock ’n’ roll, and he gave ’em hell.",
    'A 12" pipe, 6\'2" tall, 5\' 10".',
    '<a id="7" rel="next">',
    "",
  ])("takes no apostrophe, inch mark or attribute for a quote mark: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("says whether the closing mark was there", () => {
    const text = "“One.” “Two.";
    expect(pairMarks(text, { start: 0, end: text.length }).map(({ closed }) => closed)).toEqual([true, false]);
  });
});
