import { expect, test } from "vitest";
import { isName, relationOf, surnameOf } from "../../src/verification/names.ts";

test.each([
  ["Orla Brice", "ORLA  BRICE"],
  ["Mr Tam Ruddock", "Tam Ruddock"],
  ["Dr. Orla Brice, PhD", "Orla Brice"],
  ["former Prime Minister Orla Brice", "Orla Brice"],
  ["Brice, Orla", "Orla Brice"],
  ["Orla Brice, mayor of Fennet", "Orla Brice"],
  ["O. Brice", "Orla Brice"],
  ["Orla M. Brice", "Orla Brice"],
  ["Orla Brice", "Orla Maud Brice"],
  ["Bob Ruddock", "Robert Ruddock"],
  ["Zoe Ålund", "Zoë Alund"],
  ["Orla (Lola) Brice", "Orla Brice"],
  ["Tam Ruddock Jr.", "Tam Ruddock"],
  ["the Fennet Council", "Fennet Council"],
])("%s is %s", (claimed, recorded) => {
  expect(relationOf(claimed, recorded)).toBe("same");
  expect(relationOf(recorded, claimed)).toBe("same");
});

test.each([
  ["surname", "Brice", "Orla Brice"],
  ["surname", "Ms. Brice", "Orla Brice"],
  ["surname", "the council", "Fennet Council"],
  ["near", "Orla Brise", "Orla Brice"],
  ["near", "Harbour Trust", "Skerrow Harbour Trust"],
  ["near", "Fennet Council spokesman", "Fennet Council"],
  ["near", "Seb Brice", "Sebastian Brice"],
  ["near", "Olufemi Brice", "Femi Brice"],
  ["same", "@OrlaBrice", "Orla Brice"],
  ["near", "@fennet_baker", "Orla Brice"],
  ["other", "Paul Brice", "Paula Brice"],
  ["other", "Ines Brice", "Orla Brice"],
  ["other", "Ann Brice", "Anna Brice"],
  ["other", "Orla Ruddock", "Orla Brice"],
  ["other", "Orla", "Ines Brice"],
  ["other", "Russia", "Prussia"],
  ["other", "", "Orla Brice"],
  ["other", "…", "…!"],
])("calls it %s: %s for %s", (relation, claimed, recorded) => {
  expect(relationOf(claimed, recorded)).toBe(relation);
});

test("knows the surname of a name", () => {
  expect(["Dr Orla Brice", "Brice", "Mr Brice", "Brice, Orla"].map(surnameOf)).toEqual(["brice", "brice", "brice", "brice"]);
});

test("tells a name from a role", () => {
  for (const name of ["Orla Brice", "Bank of Fennet", "van der Roe", "Ludo de Roe", "UNESCO", "鈴木"])
    expect([name, isName(name)]).toEqual([name, true]);
  for (const role of ["resident", "Finnish envoy", "friend of Mrs Brice", "legal adviser to the Bank of Fennet"])
    expect([role, isName(role)]).toEqual([role, false]);
});
