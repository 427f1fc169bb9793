import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { everyWord } from "../../../src/article/words/query.ts";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { openDatabase } from "../../../src/store/index/index-file.ts";
import { rowsOf } from "../../../src/store/rows.ts";
import type { ArticlesQuery, Asked, QuotesQuery, SearchQuery } from "../../../src/store/store.ts";
import { buildArticle } from "../../article-builder.ts";
import { manyArticles } from "../many-articles.ts";
import { ANY_SEARCH, phrases } from "../search-query.ts";
import { filledIndex } from "./filled-index.ts";

const articles: Asked<ArticlesQuery> = { limit: 100 };
const quotes: Asked<QuotesQuery> = { limit: 100 };
const search: SearchQuery = { ...ANY_SEARCH, words: phrases(["ferry"]), facets: true };
const dates = { publishedFrom: "2012-02-01", publishedTo: "2021-06-30" };

/** What an index answers to questions of every kind. */
function answers(index: ArticleIndex): unknown {
  return [
    ...[
      {},
      { sort: "updated" },
      { languages: ["en"] },
      { speakers: ["otto-brandt"] },
      { speakers: ["otto-brandt"], ...dates },
      dates,
      { words: phrases(["ferry"]) },
    ].map((own) => index.articles({ ...articles, ...(own as object) })),
    ...[
      {},
      { kinds: ["mixed"] },
      { speakers: [null] },
      { speakers: ["otto-brandt", null] },
      dates,
      { ...dates, kinds: ["direct"] },
      { words: phrases(["ferry"]) },
    ].map((own) => index.quotes({ ...quotes, ...(own as object) })),
    index.speakers({ sort: "quotes", limit: 100 }),
    index.speaker("otto-brandt"),
    ...[
      {},
      { in: "quotes" },
      { in: "narration", words: phrases(["planned"]) },
      { words: phrases(["river", "wall"]) },
      { in: "quotes", words: phrases(["river", "wall"], ["year"]) },
      { speakers: ["otto-brandt"] },
      { speakers: [null], kinds: ["direct"], in: "quotes" },
      { kinds: ["mixed"], languages: ["en"] },
      { fuzzy: true, words: phrases(["ferrx"]) },
    ].map((own) => index.search({ ...search, ...dates, publishedTo: null, ...(own as object) })),
  ];
}

test("an index that was changed answers as one made of the same articles", () => {
  const before = manyArticles(120);
  const index = filledIndex(before);
  const now = new Map(before.map((article) => [article.slug, article]));
  const put = (article: Article) => {
    now.set(article.slug, article);
    index.put(rowsOf(article));
  };
  for (let step = 0; step < 12; step += 1) {
    index.transaction(() => {
      const [gone, later, renamed, other] = before.slice(step * 4, step * 4 + 4) as [Article, Article, Article, Article];
      index.remove(gone.slug);
      now.delete(gone.slug);
      put({ ...later, publishedAt: step % 2 === 0 ? null : "2015-05-05" });
      put(JSON.parse(JSON.stringify(renamed).replaceAll("Otto Brandt", "Otto B.")));
      put(buildArticle({ slug: other.slug, headline: "The ferry", sections: [{ paragraphs: ["A ferry in a year."] }], language: "en" }));
    });
  }
  const fresh = filledIndex([...now.values()]);
  expect(answers(index)).toEqual(answers(fresh));
  index.close();
  fresh.close();
});

test("a change that fails leaves every answer as it was", () => {
  const [first, second, third] = manyArticles(3) as [Article, Article, Article];
  const index = filledIndex([first, second]);
  const before = answers(index);
  expect(() =>
    index.transaction(() => {
      index.put(rowsOf(third));
      index.remove(first.slug);
      throw new Error("no more");
    }),
  ).toThrow("no more");
  expect(answers(index)).toEqual(before);
  index.transaction(() => index.put(rowsOf(third)));
  const fresh = filledIndex([first, second, third]);
  expect(answers(index)).toEqual(answers(fresh));
  index.close();
  fresh.close();
});

test("a change by another process shows in every answer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const path = join(folder, "index.sqlite");
  const all = manyArticles(40);
  await ArticleIndex.make(path, (index) => {
    index.transaction(() => {
      for (const article of all.slice(0, 30)) index.put(rowsOf(article));
    });
  });
  const [one, two] = [ArticleIndex.open(path), ArticleIndex.open(path)] as [ArticleIndex, ArticleIndex];
  answers(one);
  two.transaction(() => {
    for (const article of all.slice(30)) two.put(rowsOf(article));
  });
  const fresh = filledIndex(all);
  expect(answers(one)).toEqual(answers(fresh));
  for (const index of [one, two, fresh]) index.close();
  rmSync(folder, { recursive: true });
});

test("words that only articles held which went do not stand in the way of a misspelt one", () => {
  const word = (text: string, slug: string) => buildArticle({ slug, headline: slug, sections: [{ paragraphs: [text] }] });
  const near = [..."bcdefghijkm"].map((letter) => `lanter${letter}s`).join(" ");
  const index = filledIndex([word(near, "gone"), word("lanternnns", "held")]);
  const fuzzy = { ...search, fuzzy: true, words: everyWord("lanterns") };
  expect(index.search(fuzzy).total).toBe(1);
  index.transaction(() => index.remove("gone"));
  expect(index.search(fuzzy).items.map((item) => JSON.parse(item).article.slug)).toEqual(["held"]);
  index.close();
});

test("an index that another version made, or that was not finished, is not opened", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const path = join(folder, "index.sqlite");
  const [article] = manyArticles(1) as [Article];
  await ArticleIndex.make(path, (index) => index.put(rowsOf(article)));
  expect(openDatabase(path, "0.0.0-another")).toBeNull();
  const kept = ArticleIndex.open(path);
  expect(kept?.slugs()).toEqual([article.slug]);
  kept?.close();
  const file = new DatabaseSync(path);
  file.exec("DELETE FROM made_of WHERE part = 'version'");
  file.close();
  expect(ArticleIndex.open(path)).toBeNull();
  rmSync(folder, { recursive: true });
});
