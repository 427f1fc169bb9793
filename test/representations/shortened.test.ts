import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shortened, withoutFirstWord, withoutLastWord } from "../../src/representations/shortened.ts";

test.each([
  ["The boat sails at six", 21, "The boat sails at six"],
  ["The boat sails at six", 20, "The boat sails at…"],
  ["The boat sails at six", 15, "The boat sails…"],
  ["The boat sails at six", 14, "The boat…"],
  ["𝔐ast 𝔐ast", 5, "𝔐ast…"],
  ["船は六時に出ます", 5, "船は六時…"],
])("cuts %s to %i", (words, length, cut) => {
  expect(shortened(words, length)).toBe(cut);
});

test("is never longer than asked for, and cuts words at white space alone", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z𝔐é]{1,9}$/u), { minLength: 1 }), fc.integer({ min: 12, max: 60 }), (list, length) => {
      const words = list.join(" ");
      const cut = shortened(words, length);
      expect(Array.from(cut).length).toBeLessThanOrEqual(length);
      if (cut !== words) expect(`${words} `.startsWith(`${cut.slice(0, -1)} `)).toBe(true);
    }),
  );
});

test("drops the half of a word at an edge, but not the only one", () => {
  expect(withoutFirstWord("arf. “The boat")).toBe("“The boat");
  expect(withoutLastWord("The boat sai")).toBe("The boat");
  expect(withoutFirstWord("船は")).toBe("船は");
});
