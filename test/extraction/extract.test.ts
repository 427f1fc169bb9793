import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../../src/article/model/text.ts";
import { parseArticle } from "../../src/article/rules/check-article.ts";
import { extract } from "../../src/extraction/extract.ts";
import { UnreadableSource } from "../../src/extraction/reading/unreadable-source.ts";

const importedAt = "2026-11-22T12:00:00Z";
const bytes = (text: string) => new TextEncoder().encode(text);

/** Pieces that articles and hostile files are made of; arbitrary strings alone would seldom hold two paragraphs. */
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("\n\n", "\n\n", "\r\n\r\n", "\n", "\r", "\u2029", "\u00a0", "\ufeff", "\t", "\u0007", "\ud83d"),
  fc.constantFrom(
    "Harbour board votes on tolls",
    "By Ada Quill",
    "Advertisement",
    "* * *",
    "Read more: Tolls rise",
    "(Reporting by Ada Quill)",
  ),
  fc.constantFrom(
    "© 2024 Ferry Post",
    "All rights reserved.",
    "‘A Fair Toll’",
    "PORT ELLEN, May 3 (Ferry News) - ",
    "Published 3 May 2024",
  ),
  fc.constantFrom(
    "“It is a fair toll,” said Mara Tull.",
    "\u{1F6A2}\u{1D4D0} he said, “no \u{1F600}e\u0301 more.”",
    "“Open ",
    "” she said. ",
    "‘",
    '"',
  ),
  fc.constantFrom(
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "---\n",
    "title: Tolls\n",
    "<p>",
    "</p>",
    "<h1>",
    "&amp;",
    "&#xD800;",
    "[a](b)",
    "**",
    "`",
  ),
);
const pieces = fc.array(piece, { maxLength: 30 }).map((found) => found.join(""));
const source = fc.oneof(
  pieces,
  pieces.map((text) => `Tolls Rise Again\n\nThe toll rises on Monday.\n\n${text}`),
);
const mediaType = fc.constantFrom("text/plain" as const, "text/markdown" as const, "text/html" as const, undefined);

function extracted(raw: Uint8Array, type?: "text/plain" | "text/markdown" | "text/html") {
  try {
    return extract(raw, { importedAt, mediaType: type }).article;
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableSource);
    return null;
  }
}

describe("extract", () => {
  test("keeps the address of the picture that the source gives, and nothing where it gives none", () => {
    const page = (head: string) =>
      bytes(`<html><head>${head}</head><body><h1>Harbour board votes</h1><p>“The tolls stay,” said Ada Quill.</p></body></html>`);
    const options = { mediaType: "text/html", importedAt } as const;
    const picture = `<meta property="og:image" content="https://post.example/harbour.jpg">`;
    const { source } = extract(page(picture), options).article;
    expect(source.image).toBe("https://post.example/harbour.jpg");
    expect(extract(page(""), options).article.source).not.toHaveProperty("image");
  });

  test("takes no correction for a report of somebody's words", () => {
    const text =
      "Ferry Stays\n\nThe ferry stays, and the bridge is built.\n\n“We stay,” said Ada Quill.\n\n" +
      "Correction: An earlier version of this article said that the bridge stands on twelve piers.";
    expect(extracted(bytes(text))?.speakers.map(({ name }) => name)).toEqual(["Ada Quill"]);
  });

  test("takes no script or style inside a heading for its words", () => {
    const page =
      "<html><head><title>Ferry Post</title></head><body><article><h1>Tolls <script>track(1)</script>rise<style>h1{}</style></h1>" +
      `<p>${"The toll rises on Monday. ".repeat(20)}</p></article></body></html>`;
    const article = extracted(bytes(page), "text/html");
    expect(article?.headline.text).toBe("Tolls rise");
    expect(JSON.stringify(article)).not.toMatch(/track|h1\{/);
  });

  test("makes a sound article of any text, or says why it cannot", () => {
    let articles = 0;
    fc.assert(
      fc.property(source, mediaType, (text, type) => {
        const article = extracted(bytes(text), type);
        if (article === null) return;
        articles += 1;
        expect(parseArticle(article).faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(articles).toBeGreaterThan(50);
  });

  test("throws nothing but UnreadableSource for any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), mediaType, (raw, type) => void extracted(raw, type)));
  });

  test("gives the same text and quotes for the text it gave", () => {
    fc.assert(
      fc.property(source, (text) => {
        const article = extracted(bytes(text), "text/plain");
        if (article === null) return;
        const again = extracted(bytes(textOf(article)), "text/plain");
        expect(again === null ? null : textOf(again)).toBe(textOf(article));
        expect(again?.quotes).toEqual(article.quotes);
      }),
      { numRuns: 500 },
    );
  });
});
