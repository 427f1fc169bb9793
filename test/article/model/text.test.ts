import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodePointText, codePointLength, countWords } from "../../../src/article/model/text.ts";

/** Strings with everything that makes offsets hard: emoji, maths letters, combining marks, lone surrogates. */
const anyText = fc
  .array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("𝔘𝔫𝔦", "👩‍👩‍👧‍👦", "é", "ﬁ", "\ud800", "\udc00", "“quoted”", "\n\n", "文字")),
  )
  .map((parts) => parts.join(""));

describe("a text in code points", () => {
  test("slices and measures as an array of its code points would", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (value, a, b) => {
        const points = [...value];
        const text = new CodePointText(value);
        expect(text.length).toBe(points.length);
        expect(codePointLength(value)).toBe(points.length);
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number];
        expect(text.slice(start, end)).toBe(points.slice(start, end).join(""));
      }),
    );
  });

  test("converts offsets both ways without loss", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const text = new CodePointText(value);
        let unit = 0;
        for (const [offset, point] of [...value].entries()) {
          expect(text.unit(offset)).toBe(unit);
          expect(text.point(unit)).toBe(offset);
          unit += point.length;
        }
        expect(text.point(value.length)).toBe(text.length);
      }),
    );
  });

  test("gives the end for offsets past it", () => {
    expect(new CodePointText("a🚢").unit(99)).toBe(3);
    expect(new CodePointText("ab").point(99)).toBe(2);
  });
});

test("words are runs that hold a letter or a digit", () => {
  expect(countWords("The 19-year war — it’s over … & 𝟙 more")).toBe(7);
  expect(countWords("  \n -- ")).toBe(0);
  expect(countWords("a\u00a0b\u3000\u0301 ½“\u{1d4b3}” \ud800 \ud800c")).toBe(4);
});
