import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlug, quoteId, slugify, speakerSlug } from "../../../src/article/model/ids.ts";
import { QuoteId, Slug } from "../../../src/article/model/schema.ts";
import { fold, foldWords } from "../../../src/article/words/fold.ts";

describe("folding", () => {
  test.each([
    ["Good  Relations", "‘good relations’"],
    ["don't", "DON’T"],
    ["U.S. troops", "us TROOPS"],
    ["cease-fire", "cease–fire"],
    ["Ångström", "angstrom"],
    ["Ångström", "Ångström"],
    ["straße", "STRASSE"],
    ["ﬁnal", "final"],
    ["𝐀𝐝𝐚", "ada"],
  ])("%s and %s are the same words", (a, b) => {
    expect(fold(a)).toBe(fold(b));
    expect(fold(a)).not.toBe("");
  });

  test("keeps a letter that stands for several words one word", () => {
    for (const letter of ["ﷺ", "ﷻ", "ͺ"]) for (const { word } of foldWords(`a${letter} ${letter}b`)) expect(word).not.toMatch(/\s/u);
    expect(foldWords("ﷺ")).toHaveLength(1);
  });

  test("keeps different words apart", () => {
    expect(fold("it is")).not.toBe(fold("it isn’t"));
    expect(fold("will")).not.toBe(fold("we’ll"));
  });

  test("takes words as one expression would, however they are joined", () => {
    const word = /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ＇][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
    const unit = fc.constantFrom(..."aB7é.'’ -\u0301𝐀ß", "U.S.");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (value) => {
        const expected = [...value.matchAll(word)].map(({ 0: { length }, index }) => [index, index + length]);
        expect(foldWords(value).map(({ start, end }) => [start, end])).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test("says where each word stood, and folding again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        let last = 0;
        for (const { word, start, end } of foldWords(value)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(value.slice(start, end))).toContain(word.split(" ")[0] ?? "");
          last = end;
        }
      }),
    );
    expect(fold(fold("Über U.S. café’s"))).toBe(fold("Über U.S. café’s"));
  });
});

describe("slugs", () => {
  test.each([
    ["Russia Seeks ‘Good Relations’ With U.S.", "russia-seeks-good-relations-with-us"],
    ["It’s a Risk", "its-a-risk"],
    ["Bäckerei öffnet", "bäckerei-öffnet"],
    ["東京 2020", "東京-2020"],
    ["a.b.c example.com", "abc-example-com"],
    ["!!!", ""],
  ])("%s is %s", (words, slug) => expect(slugify(words)).toBe(slug));

  test.each([
    ["José Müller-Ångström", "jose-muller-angstrom"],
    ["Weiß", "weiss"],
    ["Олекса Йосипів", "олекса-йосипів"],
  ])("of the speaker %s is %s", (name, slug) => expect(speakerSlug(name)).toBe(slug));

  test("are always sound, short enough for a file name, and stable", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.lorem({ maxCount: 60 })), (words) => {
        const slug = slugify(words);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
        if (slug !== "") expect(Slug.safeParse(slug).success).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  test("take the first free number", () => {
    const taken = new Set(["a", "a-2"]);
    expect(freeSlug("a", (slug) => taken.has(slug))).toBe("a-3");
    expect(freeSlug("b", (slug) => taken.has(slug))).toBe("b");
  });
});

describe("quote ids", () => {
  test("depend on slug, folded words and ordinal alone", () => {
    expect(quoteId("a", "It’s a risk,", 0)).toBe(quoteId("a", "IT'S A RISK", 0));
    expect(new Set([quoteId("a", "x", 0), quoteId("b", "x", 0), quoteId("a", "y", 0), quoteId("a", "x", 1)]).size).toBe(4);
    expect(QuoteId.safeParse(quoteId("a", "x", 0)).success).toBe(true);
  });
});
