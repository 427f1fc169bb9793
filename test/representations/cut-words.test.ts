import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutWords } from "../../src/representations/cut-words.ts";

test.each([
  ["The boat sails at six", 21, "The boat sails at six"],
  ["The boat sails at six", 20, "The boat sails at…"],
  ["The boat sails at six", 15, "The boat sails…"],
  ["The boat sails at six", 14, "The boat…"],
  ["𝔐ast 𝔐ast", 5, "𝔐ast…"],
  ["船は六時に出ます", 5, "船は六時…"],
])("cuts %s to %i", (words, length, cut) => {
  expect(cutWords(words, length)).toBe(cut);
});

test("is never longer than asked for, and cuts words at white space alone", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z𝔐é]{1,9}$/u), { minLength: 1 }), fc.integer({ min: 12, max: 60 }), (list, length) => {
      const words = list.join(" ");
      const cut = cutWords(words, length);
      expect(Array.from(cut).length).toBeLessThanOrEqual(length);
      if (cut !== words) expect(`${words} `.startsWith(`${cut.slice(0, -1)} `)).toBe(true);
    }),
  );
});

test("words that fit stay as they are, to the last code point", () => {
  expect(cutWords("The boat is late.", 17)).toBe("The boat is late.");
  expect(cutWords("𝒜𝒷🐝", 3)).toBe("𝒜𝒷🐝");
});

test.each([
  ["between two words", "The boat is late again", 17, "The boat is late…"],
  ["never inside one", "The boat is late again", 20, "The boat is late…"],
  ["without the comma before", "The boat, they say, is late", 11, "The boat…"],
  ["but keeps a full stop", "The boat. It is late", 12, "The boat.…"],
])("longer ones are cut %s", (_, words, length, cut) => {
  expect(cutWords(words, length)).toBe(cut);
});

test("words without spaces are cut between characters as readers see them", () => {
  expect(cutWords("島には船が要ると彼女は言った", 6)).toBe("島には船が…");
  expect(cutWords("e\u0301".repeat(10), 8)).toBe(`${"e\u0301".repeat(3)}…`);
  expect(cutWords("👩‍👧".repeat(6), 9)).toBe("👩‍👧👩‍👧…");
});

test("never more code points than are asked for, and no half of one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 2, max: 300 }), (words, length) => {
      const cut = cutWords(words, length);
      expect(Array.from(cut).length).toBeLessThanOrEqual(length);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});
