import { expect, test } from "vitest";
import { BLOCK_BREAK } from "../../../src/article/words/searchable.ts";
import { exactly } from "../../../src/article/words/sought.ts";
import { fitsVector, isToldByVector, rankingQuery, tsquery, vectorOf, weightedVectorOf } from "../../../src/store/postgres/vectors.ts";

const patterns = (...all: string[][][]) => ({ all: all.map((any) => any.map(exactly)), none: [] });

test("quotes each word as it is, once, and each pair of short neighbours inside a block", () => {
  expect(vectorOf(` o'neil \\d sailed at sea ${BLOCK_BREAK} at sea`)).toBe(
    "'o''neil' '\\\\d' 'sailed' 'at' 'sea' 'o''neil \\\\d' '\\\\d sailed' 'sailed at' 'at sea'",
  );
  expect(vectorOf(` harbour ${BLOCK_BREAK} at`)).toBe("'harbour' 'at'");
  expect(vectorOf("")).toBe("");
});

test("says where a word stands, with weight A in the headline", () => {
  expect(weightedVectorOf(" ferry sinks", ` ${BLOCK_BREAK} the ferry`)).toBe("'ferry':1A,6 'sinks':2A 'the':5 'the ferry'");
});

test("asks for the words of a phrase, or its pairs instead of them", () => {
  expect(tsquery(patterns([["harbour", "workers"]], [["tram"], ["train"]]))).toBe("('harbour'&'workers')&('tram'|'train')");
  expect(tsquery(patterns([["met", "at", "brackwater"]]))).toBe("('met at'&'brackwater')");
  expect(rankingQuery(patterns([["met", "at", "brackwater"]]).all)).toBe("('met'&'at'&'brackwater')");
});

test("tells one word and one pair for sure, other phrases and the beginnings of very long words not", () => {
  expect(isToldByVector(exactly(["tram"]))).toBe(true);
  expect(isToldByVector(exactly(["at", "sea"]))).toBe(true);
  expect(isToldByVector(exactly(["at", "brackwater"]))).toBe(false);
  expect(isToldByVector(exactly(["met", "at", "sea"]))).toBe(false);
  expect(isToldByVector(exactly(["a".repeat(601)]))).toBe(false);
  expect(vectorOf(` ${"a".repeat(601)}`)).toBe(`'${"a".repeat(600)}'`);
});

test("knows how many words fit", () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => ` invented${index}`).join("");
  expect(fitsVector(words(30_000))).toBe(true);
  expect(fitsVector(words(80_000))).toBe(false);
});
