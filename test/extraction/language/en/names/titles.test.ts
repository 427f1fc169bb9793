import { expect, test } from "vitest";
import { roleNoun } from "../../../../../src/extraction/language/en/names/roles.ts";
import { titleOf } from "../../../../../src/extraction/language/en/names/titles.ts";

test.each([
  ["sen.", { gender: null, honorific: true, noun: "senator" }],
  ["mrs", { gender: "female", honorific: true, noun: null }],
  ["king", { gender: "male", honorific: false, noun: null }],
])("knows the title %s", (word, title) => {
  expect(titleOf(word)).toEqual(title);
});

test.each(["ferry", "constructor", ""])("takes %j for no title", (word) => {
  expect(titleOf(word)).toBeNull();
});

test.each([
  ["Sen.", "senator"],
  ["spokeswoman", "spokesperson"],
  ["fishermen", "fishermen"],
])("finds the noun of %s", (word, noun) => {
  expect(roleNoun(word)).toBe(noun);
});
