import { expect, test } from "vitest";
import { foldWords } from "../../../src/article/words/fold.ts";
import { distinctWords, isTold, isVector, queryOf, rankedVectorOf, vectorOf } from "../../../src/store/postgres/vectors.ts";

test("a vector has each word once, and no break between blocks", () => {
  expect(vectorOf(" at sea \uE000 at last")).toBe("'at' 'sea' 'last'");
  expect(vectorOf("")).toBe("");
  expect([...distinctWords(" at sea \uE000 at last")]).toEqual(["at", "sea", "last"]);
});

test("a ranked vector has the places of each word, those of the headline with the weight A", () => {
  const words = { headline: " quay opens", body: " \uE000 the quay", narration: " the quay" };
  expect(rankedVectorOf(words)).toBe("'quay':1A,5 'opens':2A 'the':4");
});

test("a ranked vector has the places that PostgreSQL keeps: 256 of a word, none behind 16,383", () => {
  const body = ` ${[...Array.from({ length: 16_384 }, () => "a"), "late"].join(" ")}`;
  const vector = rankedVectorOf({ headline: "", body, narration: "" });
  expect(vector).toMatch(/^'a':1,2,3,.*,256 'late'$/);
});

test("signs that PostgreSQL reads in a literal are part of the word", () => {
  const [folded] = foldWords("⑴");
  expect(folded?.word).toBe("(1)");
  expect(queryOf([[["(1)"]], [["it's", "a\\b"]]])).toBe("('(1)') & ('it''s' & 'a\\\\b')");
});

test("a query asks for all words of a phrase, each once, or of another one that answers it", () => {
  expect(queryOf([[["to", "be", "or", "not", "to", "be"]], [["tram"], ["trams"]]])).toBe(
    "('to' & 'be' & 'or' & 'not') & ('tram' | 'trams')",
  );
});

test("only a word that is indexed whole is told by the index", () => {
  expect(isTold(["sea"])).toBe(true);
  expect(isTold(["at", "sea"])).toBe(false);
  expect(isTold(["x".repeat(680)])).toBe(true);
  expect(isTold(["x".repeat(681)])).toBe(false);
  expect(vectorOf(` ${"x".repeat(681)}`)).toBe(`'${"x".repeat(680)}'`);
});

test("a vector longer than PostgreSQL takes is told", () => {
  expect(isVector("'a'")).toBe(true);
  expect(isVector("'é' ".repeat(200_000))).toBe(true);
  expect(isVector("'é' ".repeat(210_000))).toBe(false);
});
