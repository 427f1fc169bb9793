import { expect, test } from "vitest";
import { plainLink, withoutWikiMarks } from "../../../../src/extraction/reading/markdown/wiki-marks.ts";

test.each([
  ["The [[Skerrow ferry|ferry]] left [[Holm]].", "The ferry left Holm."],
  ["![[quay.jpg]]", ""],
  ["It is ==not over== yet.", "It is not over yet."],
  ["The boat stays. ^boat-1", "The boat stays."],
  ["#clippings #news/ferry", ""],
])("%j is %j", (source, text) => {
  expect(withoutWikiMarks(source)).toBe(text);
});

test.each(["[[1]](https://ferry.example)", "a == b == c", "10 ^ 2", "Boat #2 is late", "He said [the boat] was late.", "# Ferry", "x^2"])(
  "%j stays",
  (source) => {
    expect(withoutWikiMarks(source)).toBe(source);
  },
);

test("a link to a note names a person", () => {
  expect(["[[Ada Quill]]", "[[people/aq|Ada Quill]]", "Ada Quill"].map(plainLink)).toEqual(["Ada Quill", "Ada Quill", "Ada Quill"]);
});
