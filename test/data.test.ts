import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { carryOver } from "../src/article/corrections/carry-over.ts";
import { parseArticle } from "../src/article/rules/check-article.ts";
import { extract } from "../src/extraction/extract.ts";

const data = join(import.meta.dirname, "..", "data");
const slugs = readdirSync(join(data, "articles"))
  .filter((name) => name.endsWith(".json") && !name.endsWith(".edits.json"))
  .map((name) => name.slice(0, -".json".length));

const REIMPORT = "run: npm run verbatim -- import data/sources";

describe.each(slugs)("the shipped article %s", (slug) => {
  const read = () => JSON.parse(readFileSync(join(data, "articles", `${slug}.json`), "utf8"));
  const source = () => readFileSync(join(data, "sources", `${slug}.txt`));

  test("is sound", () => {
    expect(parseArticle(read()).faults).toEqual([]);
  });

  test("is what extraction makes of its source", () => {
    const article = read();
    const { importedAt, source: from } = article;
    const { article: extracted, inferred } = extract(source(), { slug, importedAt, mediaType: from.mediaType });
    // A file has no instant of change: the store that serves it knows that.
    expect(carryOver(extracted, article, inferred), REIMPORT).toEqual({ ...article, modifiedAt: null });
  });
});

test("three articles are shipped", () => {
  expect(slugs).toHaveLength(3);
});
