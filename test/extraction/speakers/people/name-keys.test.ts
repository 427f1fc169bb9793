import { describe, expect, test } from "vitest";
import { endsWith, initialsOf, mayAbbreviate, maySharePerson, nameParts } from "../../../../src/extraction/speakers/people/name-keys.ts";

describe("the parts of a name", () => {
  test.each([
    [
      ["José", "Lind"],
      ["Jose", "Lind"],
    ],
    [
      ["Suhail", "al-Nuami"],
      ["Suhail", "Al", "Nuami"],
    ],
    [
      ["Fionn", "O’Dell"],
      ["FIONN", "O'DELL"],
    ],
    [
      ["Anne-Marie", "Holt"],
      ["Anne", "Marie", "Holt"],
    ],
  ])("%j and %j are equal", (one, other) => expect(nameParts(one)).toEqual(nameParts(other)));

  test("of different names differ", () => {
    expect(nameParts(["Ida", "Lind"])).not.toEqual(nameParts(["Ada", "Lind"]));
  });

  test("end with those of a surname", () => {
    expect(endsWith(["jan", "de", "vries"], ["de", "vries"])).toBe(true);
    expect(endsWith(["jan", "de", "vries"], ["jan"])).toBe(false);
    expect(endsWith(["vries"], ["de", "vries"])).toBe(false);
  });
});

describe("first names", () => {
  test.each([
    ["j", "joanna"],
    ["jo", "joanna"],
    ["mike", "michael"],
    ["bob", "robert"],
  ])("%s and %s may be one person", (one, other) => expect(maySharePerson(one, other)).toBe(true));

  test.each([
    ["jane", "joanna"],
    ["mike", "mark"],
    ["", "ada"],
  ])("%s and %s are not", (one, other) => expect(maySharePerson(one, other)).toBe(false));
});

describe("initials", () => {
  test("have letters for small words or none", () => {
    expect(initialsOf(["department", "for", "tides"])).toEqual(["dft", "dt"]);
    expect(initialsOf(["ferry"])).toEqual([]);
  });

  test("in brackets follow in the name in order", () => {
    expect(mayAbbreviate("SWRI", ["skerrow", "water", "research", "institute"])).toBe(true);
    expect(mayAbbreviate("IWRS", ["skerrow", "water", "research", "institute"])).toBe(false);
    expect(mayAbbreviate("SK", ["skerrow"])).toBe(false);
  });
});
