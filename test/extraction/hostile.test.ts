import { describe, expect, test } from "vitest";
import { extract } from "../../src/extraction/extract.ts";
import { MAX_SOURCE_BYTES } from "../../src/extraction/reading/decode.ts";
import { read } from "../../src/extraction/reading/read.ts";
import { UnreadableSource } from "../../src/extraction/reading/unreadable-source.ts";

const SIZE = 150_000;
const filled = (piece: string, size = SIZE) => piece.repeat(Math.floor(size / piece.length));

/** Pieces that make careless readers take quadratic time, run out of stack or of memory when they are repeated. */
const PIECES = [
  "\n",
  "#",
  "# a\n",
  "> ",
  ">> a\n",
  "- a\n",
  "---\n",
  "* ",
  "*a ",
  "**a* ",
  "_",
  "[",
  "[a](b",
  "![",
  "](a)",
  "`a",
  "<a ",
  "<!--",
  "&a",
  "|a|b|\n",
].concat(
  [
    "<div>",
    "<p>a",
    "</div>",
    "<table><tr><td>",
    "a<br>",
    "&amp;",
    "<div a=b ",
    "<script>",
    "“",
    "‘a’ ",
    "(",
    "By Ada Quill\n\n",
    "© 2020 Ada\n\n",
    "Advertisement\n\n",
  ],
  [
    "Ab\n\n",
    "‘Fair’\n\nIt is a fair toll.\n\n",
    "May 3, 2024\n\n",
    "word ",
    "x",
    "\u{1F600}",
    "a\u0301",
    "-",
    "{{< a ",
    '[caption a="b" ',
    "> — A\n",
    "By Ada Quill\n\nFerry News\n\n",
    "T\n\nhe boat\n\n",
    "A line that is wrapped at some sixty characters or so, and\n",
  ],
);

const TYPES = ["text/plain", "text/markdown", "text/html"] as const;

describe("reading the same thing over and over", () => {
  test.each(PIECES)("ends with an article or a reason: %j", (piece) => {
    for (const mediaType of TYPES) {
      for (const opening of ["", "Tolls Rise\n\nThe toll rises on Monday.\n\n"]) {
        try {
          expect(read(new TextEncoder().encode(opening + filled(piece)), { mediaType }).document.blocks.length).toBeGreaterThan(1);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableSource);
        }
      }
    }
  });
});

describe("a page that is no article", () => {
  const code = (html: string) => {
    try {
      extract(new TextEncoder().encode(html), { mediaType: "text/html", importedAt: "2026-11-22T12:00:00Z" });
      return null;
    } catch (error) {
      return error instanceof UnreadableSource ? error.code : error;
    }
  };
  const article = "<h1>Tolls Rise</h1><p>The toll rises on Monday.</p>";

  test("is refused for its nesting", () => {
    expect(code(`${article}${filled("<div>", 5 * 1000)}a`)).toBe("too-complex");
    expect(code(`${article}${filled("<div>", 5 * 300)}a`)).toBeNull();
  });

  test("is refused for its number of tags", () => {
    expect(code(article + filled("<b>a</b>", 8 * 31_000))).toBe("too-complex");
  });
});

test("a source over the limit is refused with its size", () => {
  const raw = new Uint8Array(MAX_SOURCE_BYTES + 1).fill(97);
  expect(() => read(raw)).toThrow(/10,485,761 bytes; at most 10 MB/);
});
