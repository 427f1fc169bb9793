import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseClaim, partsOf } from "../../src/verification/claim.ts";
import { probesOf } from "../../src/verification/probes.ts";

const parts = (value: string) => {
  const claim = parseClaim(value);
  return partsOf(claim).map(({ from, to }) =>
    claim.words
      .slice(from, to)
      .map(({ word }) => word)
      .join(" "),
  );
};

describe("a claim", () => {
  test("is cut at dots, brackets and bracketed insertions, whose words are not the claim's", () => {
    expect(parts("We never … close [the old kiln] before ... now . . . and [ ] then [...] on")).toEqual([
      "we never",
      "close",
      "before",
      "now",
      "and",
      "then",
      "on",
    ]);
    expect(parts("… from the start to the end [sic]")).toEqual(["from the start to the end"]);
    expect(parts("One sentence. Another.. still no gap, [an open bracket")).toEqual(["one sentence another still no gap an open bracket"]);
  });

  test("keeps a word whose first letter is bracketed because its case was changed", () => {
    expect(parts("[T]hey sold us, and [w]e paid [a] price")).toEqual(["they sold us and we paid", "price"]);
  });

  test.each([
    ["“We bake,” she said, “and sell.”", ["we bake", "and sell"]],
    ['"We bake," said Orla Brice, "and sell."', ["we bake", "and sell"]],
    ["We bake and sell,” Tam Ruddock told them.", ["we bake and sell"]],
    ['"We bake and sell."', ["we bake and sell"]],
    ["She asked, “Do we bake?” and then went", ["she asked do we bake and then went"]],
    ['He told me "we said it" and left', ["he told me we said it and left"]],
    ["“We bake,” she said she knew, and", ["we bake"]],
    ["We said it, and sell", ["we said it and sell"]],
  ])("leaves out who said it, outside the marks: %s", (quote, expected) => {
    expect(parts(quote)).toEqual(expected);
  });

  test("counts places in code points", () => {
    const { words, gaps, text } = parseClaim("🔥 lit … “it” 𝑛");
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["lit", "it", "𝑛"]);
    expect(words[0]).toEqual({ word: "lit", start: 2, end: 5 });
    expect(gaps).toEqual([{ before: 1, start: 6, end: 7 }]);
  });

  test("of nothing but gaps and marks has no words and no probes", () => {
    for (const value of ["…", "[the kiln]", "[[[", "“ ”", "ʼ"]) expect(probesOf(parseClaim(value))).toEqual([]);
  });
});

describe("probes", () => {
  test("lie inside one part and are few, however long the claim", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("the", "kiln", "stays", "open", "…", "[x]", "chimney", "a"), { maxLength: 400 }), (words) => {
        const joined = parts(words.join(" "));
        const probes = probesOf(parseClaim(words.join(" ")));
        expect(probes.length).toBeLessThanOrEqual(12);
        expect(probes.length > 0).toBe(joined.length > 0);
        for (const probe of probes) expect(joined.some((part) => ` ${part} `.includes(` ${probe.join(" ")} `))).toBe(true);
      }),
    );
  });

  test("give a number in both spellings an index may have", () => {
    for (const quote of ["1100 loaves", "1,100 loaves"])
      expect(probesOf(parseClaim(quote))).toEqual([
        ["1100", "loaves"],
        ["1", "100", "loaves"],
      ]);
  });

  test("leave one of them standing when any one word is changed", () => {
    for (const words of [
      "people were afraid nobody asked",
      "the fire has not gone out since my mother lit it",
      "there is no work for my sons",
    ].map((value) => value.split(" "))) {
      const probes = probesOf(parseClaim(words.join(" ")));
      for (const changed of words.keys()) {
        const others = ` ${words.map((word, index) => (index === changed ? "x" : word)).join(" ")} `;
        expect(probes.some((probe) => others.includes(` ${probe.join(" ")} `))).toBe(true);
      }
    }
  });
});
