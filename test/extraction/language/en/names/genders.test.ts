import { describe, expect, test } from "vitest";
import { genderOfNoun, isKinship } from "../../../../../src/extraction/language/en/names/genders.ts";
import { genderOfFirstName } from "../../../../../src/extraction/language/en/names/name-parts.ts";

describe("gender", () => {
  test.each([
    ["wife", "female"],
    ["ex-husband", "male"],
    ["mother-in-law", "female"],
    ["policewoman", "female"],
    ["spokesman", "male"],
    ["spokesperson", null],
    ["german", null],
    ["human", null],
    ["mayor", null],
    ["cousin", null],
  ])("of the noun %s is %s", (noun, gender) => expect(genderOfNoun(noun)).toBe(gender));

  test.each([
    ["tamsin", "female"],
    ["stéphane", "male"],
    ["robin", null],
    ["skerrow", null],
  ])("of the first name %s is %s", (name, gender) => expect(genderOfFirstName(name)).toBe(gender));
});

test("relatives are told from other people", () => {
  expect(isKinship("sister")).toBe(true);
  expect(isKinship("colleague")).toBe(false);
});
