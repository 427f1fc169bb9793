import { describe, expect, test } from "vitest";
import { addressWith, appliedFilters, rangeWords } from "../../src/pages/filter-links.ts";

describe("links with filters", () => {
  test("keep the query, with other values in place of some", () => {
    const query = { q: "a&b", kind: ["direct", "mixed"], sort: undefined };
    expect(addressWith("/speakers", query)).toBe("/speakers?q=a%26b&kind=direct&kind=mixed");
    expect(addressWith("/speakers", query, { kind: undefined, sort: "name" })).toBe("/speakers?q=a%26b&sort=name");
    expect(addressWith("/speakers", {})).toBe("/speakers");
  });

  test("name each filter and lead to the list without it", () => {
    const query = {
      q: "ferry",
      speaker: ["ada-lind", "none"],
      confidence: ["high"],
      language: ["en"],
      publishedFrom: "2024-05-01",
      sort: "name",
    };
    expect(
      appliedFilters("/x", query, new Map([["ada-lind", "Ada Lind"]])).map(({ label, value, without }) => [label, value, without]),
    ).toEqual([
      ["Words", "ferry", "/x?speaker=ada-lind&speaker=none&confidence=high&language=en&publishedFrom=2024-05-01&sort=name"],
      ["Speaker", "Ada Lind", "/x?q=ferry&speaker=none&confidence=high&language=en&publishedFrom=2024-05-01&sort=name"],
      ["Speaker", "nobody named", "/x?q=ferry&speaker=ada-lind&confidence=high&language=en&publishedFrom=2024-05-01&sort=name"],
      ["Confidence", "High", "/x?q=ferry&speaker=ada-lind&speaker=none&language=en&publishedFrom=2024-05-01&sort=name"],
      ["Language", "English", "/x?q=ferry&speaker=ada-lind&speaker=none&confidence=high&publishedFrom=2024-05-01&sort=name"],
      ["Published", "since 1 May 2024", "/x?q=ferry&speaker=ada-lind&speaker=none&confidence=high&language=en&sort=name"],
    ]);
  });

  test("name the two kinds of somebody's own words as one, and other kinds one by one", () => {
    const kinds = (kind: string[]) => appliedFilters("/x", { kind }).map(({ value, without }) => `${value} ${without}`);
    expect(kinds(["mixed", "direct"])).toEqual(["Direct or in part /x"]);
    expect(kinds(["direct", "indirect"])).toEqual(["Direct /x?kind=indirect", "Reported /x?kind=direct"]);
  });
});

test("a range of days is said as people say it", () => {
  expect(rangeWords("2024-01-01", "2024-12-31")).toBe("2024");
  expect(rangeWords("2024-02-01", "2024-02-29")).toBe("February 2024");
  expect(rangeWords("2024-02-01", "2024-02-28")).toBe("1 February 2024 to 28 February 2024");
  expect(rangeWords("2024-02-01", "2024-02-01")).toBe("1 February 2024");
  expect(rangeWords(null, "2024-02-01T10:00:00Z")).toBe("until 1 February 2024");
});
