import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Article } from "../src/article/model/schema.ts";
import { textOf } from "../src/article/model/text.ts";
import { extract } from "../src/extraction/extract.ts";

const SLUG = "russia-seeks-good-relations-with-taliban-as-us-troops-exit";
const source = readFileSync(join(import.meta.dirname, "..", "data", "sources", `${SLUG}.txt`));
const { article } = extract(source, { importedAt: "2026-11-22T12:00:00Z" });
const marked = article.quotes.filter((quote) => quote.kind !== "indirect");
const quoteById = (id: string | null) => article.quotes.find((quote) => quote.id === id) as Article["quotes"][number];

describe("the wire article it all began with", () => {
  test("has its slug and its headline once", () => {
    expect(article.slug).toBe(SLUG);
    expect(textOf(article).split(article.headline.text)).toHaveLength(2);
  });

  test("lists the advertisement and the repeated headline as left out", () => {
    expect(article.source.omitted.map(({ reason }) => reason)).toEqual(["advertisement", "repeated-headline"]);
  });

  test("keeps every other line as it stands", () => {
    const omitted = new Set(article.source.omitted.map(({ start }) => start));
    const decoded = source.toString("utf8");
    let at = 0;
    const kept: string[] = [];
    for (const line of decoded.split("\n")) {
      if (line !== "" && !omitted.has(at)) kept.push(line);
      at += line.length + 1;
    }
    expect(textOf(article)).toBe(kept.join("\n\n"));
  });

  test("has an agency dateline and two sections of four paragraphs", () => {
    expect(article.dateline).toMatchObject({ text: "(Bloomberg) -- ", agency: "Bloomberg", place: null, date: null });
    expect(article.sections.map(({ id, paragraphs }) => [id, paragraphs.length])).toEqual([
      ["lead", 4],
      ["its-a-risk", 4],
    ]);
  });

  test("credits assistance, reporter and editors and names the holder of the rights", () => {
    expect(article.credits.map(({ role, place, email }) => [role, place, email !== null])).toEqual([
      ["contributor", null, false],
      ["reporter", "Moscow", true],
      ["editor", null, true],
      ["editor", null, false],
    ]);
    expect(article.rights).toMatchObject({ holder: "Bloomberg L.P.", year: 2020, licence: null });
  });

  test("has six quotes in marks with eight segments, four direct and two mixed, all by one speaker", () => {
    expect(marked.map(({ kind }) => kind).sort()).toEqual(["direct", "direct", "direct", "direct", "mixed", "mixed"]);
    expect(marked.flatMap(({ segments }) => segments)).toHaveLength(8);
    for (const quote of marked) expect(quote.attribution.speakers.map(({ id }) => id)).toEqual(["zamir-kabulov"]);
  });

  test("has the three or four indirect quotes that readers find, and none by Putin", () => {
    const indirect = article.quotes.length - marked.length;
    expect([3, 4]).toContain(indirect);
    expect(article.speakers.some(({ id }) => id.includes("putin"))).toBe(false);
  });

  test("ties the words in marks of headline and heading to the quotes they repeat", () => {
    expect(article.echoes.map(({ match }) => match)).toEqual(["exact", "exact"]);
    expect(article.echoes.map(({ quoteId }) => quoteById(quoteId).segments.length)).toEqual([2, 2]);
    for (const { quoteId } of article.echoes) expect(quoteById(quoteId).kind).toBe("direct");
  });
});
