import fc from "fast-check";
import { expect, test } from "vitest";
import { cutWords } from "../../src/representations/cut-words.ts";

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
  expect(cutWords("島には船が要ると彼女は言った", 6)).toBe("島には船…");
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
