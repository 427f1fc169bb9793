import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { IndexConflict } from "../../../src/store/index/writer.ts";
import { rowsOf } from "../../../src/store/rows.ts";
import type { Key, SearchQuery } from "../../../src/store/store.ts";
import { buildArticle } from "../../article-builder.ts";
import { ANY_SEARCH, phrases } from "../search-query.ts";
import { filledIndex } from "./filled-index.ts";

const COUNT = 1_060;
const search: SearchQuery = { ...ANY_SEARCH, words: phrases(["harbour"]), sort: "relevance" };

/** Articles 0 to 1,059: three a day, every tenth without a date, each as relevant as the next but for one old headline. */
const articles = Array.from({ length: COUNT }, (_, number) =>
  buildArticle({
    slug: `a-${String(number).padStart(4, "0")}`,
    headline: number === 5 ? "Harbour, harbour" : `Report ${number}`,
    sections: [{ paragraphs: ["The harbour is open."] }],
    publishedAt:
      number % 10 === 9 ? null : new Date(Date.UTC(2020, 0, 1 + Math.floor(number / 3), number % 3)).toISOString().replace(".000", ""),
    importedAt: "2019-01-01T00:00:00Z",
  }),
);

let index: ArticleIndex;
beforeAll(() => {
  index = filledIndex(articles);
});
afterAll(() => index.close());

function walk(query: SearchQuery): string[] {
  const slugs: string[] = [];
  let after: Key | null = null;
  do {
    const page = index.search({ ...query, after });
    expect(page.total).toBe(COUNT);
    slugs.push(...page.items.map((item) => JSON.parse(item).article.slug as string));
    after = page.next;
  } while (after !== null);
  return slugs;
}

describe("a search that finds all there is", () => {
  test.each([7, 100])("gives every hit once, in pages of %i", (limit) => {
    const slugs = walk({ ...search, limit });
    expect(slugs).toHaveLength(COUNT);
    expect(new Set(slugs).size).toBe(COUNT);
  });

  test("puts a headline that names it first, and of equal ones the newest", () => {
    const [first, ...rest] = walk(search);
    expect(first).toBe("a-0005");
    const newest = walk({ ...search, sort: "published" });
    expect(rest).toEqual(newest.filter((slug) => slug !== "a-0005"));
  });

  test("finds an article that was changed or taken out within one transaction as it is after it", () => {
    const [first] = articles;
    if (first === undefined) throw new Error("expected an article");
    const small = new ArticleIndex();
    small.transaction(() => {
      small.put(rowsOf(first));
      small.put(rowsOf(first));
    });
    expect(small.search(search).total).toBe(1);
    small.transaction(() => {
      small.remove(first.slug);
      small.put(rowsOf({ ...first, publishedAt: "1851-01-01" }));
      small.remove(first.slug);
    });
    expect(small.search(search).total).toBe(0);
    small.transaction(() => small.put(rowsOf({ ...first, publishedAt: "0000-01-01" })));
    expect(small.search(search).total).toBe(1);
    small.close();
  });
});

describe("an article that the tables refuse", () => {
  test("is refused alone: what else changed in the transaction stays, and its last version", () => {
    const [first, second, third] = articles;
    if (first === undefined || second === undefined || third === undefined) throw new Error("expected articles");
    const small = new ArticleIndex();
    small.transaction(() => {
      small.put(rowsOf(first));
      small.put(rowsOf(second));
      for (const sound of [second, third])
        expect(() => small.put(rowsOf({ ...sound, aliases: ["twice", "twice"] }))).toThrow(IndexConflict);
    });
    expect(small.slugs().sort()).toEqual([first.slug, second.slug]);
    expect(small.article("twice")).toEqual({ state: "unknown" });
    expect(small.search(search).total).toBe(2);
    small.close();
  });
});
