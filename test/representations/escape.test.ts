import { parseXml } from "@rgrove/parse-xml";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml, escapeXml, jsonForHtml, printable } from "../../src/representations/escape.ts";
import { hostileWords } from "./samples.ts";
import { parsed } from "./visible.ts";

const anyString = fc.oneof(
  hostileWords,
  fc.string({ unit: "binary" }),
  fc.constantFrom("\uD800", "\uDC00a", "\uFFFF", "\u0000", "\u{1FFFF}"),
);

test("characters HTML and XML forbid become U+FFFD one for one, all others stay", () => {
  expect(printable("a\u0000\u0008\u000B\u001F\u007F\u0085\uD800\uFFFE\u{1FFFF}b")).toBe(`a${"\uFFFD".repeat(9)}b`);
  const kept = "\t\n\r é \u202E 👩‍👩‍👧 𝔐 \u00A0 \u2028 &<>";
  expect(printable(kept)).toBe(kept);
});

test("any string is the same text after HTML and after XML", () => {
  fc.assert(
    fc.property(anyString, (words) => {
      const paragraph = parsed(`<p title="${escapeHtml(words)}">${escapeHtml(words)}</p>`).querySelector("p");
      expect(paragraph?.textContent).toBe(printable(words));
      expect(paragraph?.getAttribute("title")).toBe(printable(words));
      expect(parseXml(`<a>${escapeXml(words)}</a>`).text).toBe(printable(words));
    }),
    { numRuns: 1000 },
  );
});

test("JSON for a script element is the same JSON without a way out of the element", () => {
  fc.assert(
    fc.property(anyString, (words) => {
      const json = jsonForHtml({ [words]: words });
      expect(json).not.toContain("<");
      expect(JSON.parse(json)).toEqual({ [words]: words });
    }),
    { numRuns: 500 },
  );
});
