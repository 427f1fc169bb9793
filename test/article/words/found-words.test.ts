import { expect, test } from "vitest";
import { foundWords } from "../../../src/article/words/found-words.ts";
import { parseQuery } from "../../../src/article/words/query.ts";
import { soughtBy } from "../../../src/article/words/sought.ts";

/** The words of a text that a query marks. */
const marked = (q: string, text: string) =>
  foundWords(text, soughtBy(parseQuery(q)).inflected.all.flat()).map(({ start, end }) => text.slice(start, end));

test("finds words in every form, phrases and beginnings, in the order of the text", () => {
  expect(marked("ferry OR boat", "Boats first, then the ferry’s crew; a ferryman waits.")).toEqual(["Boats", "ferry’s"]);
  expect(marked('"the ferry" harb*', "At the harbour the ferry; the harbormaster.")).toEqual(["harbour", "the ferry", "harbormaster"]);
  expect(marked("ferry -boat", "A boat, a ferry.")).toEqual(["ferry"]);
});

test("counts in UTF-16 units, folds case and accents, and finds nothing across a longer word", () => {
  expect(marked("angstrom", "\u{1D4D0}\u{1F6A2} Ångström, ÅNGSTRÖM; Ångströmville")).toEqual(["Ångström", "ÅNGSTRÖM"]);
  expect(marked("ferry", "")).toEqual([]);
});

test("a place that two patterns have is found once, as the longer one", () => {
  expect(marked('"river wall" OR river', "the river wall of the river")).toEqual(["river wall", "river"]);
});
