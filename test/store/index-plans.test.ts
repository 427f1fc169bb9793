import { afterAll, beforeAll, expect, test } from "vitest";
import { ArticleIndex } from "../../src/store/article-index.ts";
import { rowsOf } from "../../src/store/article-rows.ts";
import { memoryDatabase } from "../../src/store/index-file.ts";
import type { ArticlesQuery, Key, Page, QuotesQuery, SpeakersQuery } from "../../src/store/store.ts";
import { manyArticles } from "./many-articles.ts";

const page = { publishedFrom: null, publishedTo: null, limit: 5 };
const articles: Omit<ArticlesQuery, "after"> = { ...page, phrases: null, speaker: null, language: null, sort: "published" };
const quotes: Omit<QuotesQuery, "after"> = { ...page, phrases: null, speakers: null, kind: null, article: null };
const speakers: Omit<SpeakersQuery, "after"> = { phrases: null, type: null, sort: "name", limit: 5 };
const dates = { publishedFrom: "2010-01-01", publishedTo: "2025-01-01" };

const database = memoryDatabase("test");
const asked = new Set<string>();
let index: ArticleIndex;
beforeAll(() => {
  index = new ArticleIndex(database);
  index.transaction(() => {
    for (const article of manyArticles(200)) index.put(rowsOf(article));
  });
  const prepare = database.prepare.bind(database);
  database.prepare = (sql, ...options) => {
    asked.add(sql);
    return prepare(sql, ...options);
  };
});
afterAll(() => index.close());

const lists: [string, (after: Key | null) => Page][] = [
  ["all articles", (after) => index.articles({ ...articles, after })],
  ["articles by change", (after) => index.articles({ ...articles, sort: "updated", after })],
  ["articles in a language", (after) => index.articles({ ...articles, language: "en", after })],
  ["articles of some years", (after) => index.articles({ ...articles, ...dates, after })],
  ["articles of a speaker", (after) => index.articles({ ...articles, speaker: "otto-brandt", after })],
  ["all quotes", (after) => index.quotes({ ...quotes, after })],
  ["quotes of a kind", (after) => index.quotes({ ...quotes, kind: "mixed", after })],
  ["quotes of some years", (after) => index.quotes({ ...quotes, ...dates, after })],
  ["quotes of a speaker", (after) => index.quotes({ ...quotes, speakers: ["otto-brandt"], after })],
  ["quotes of nobody or a speaker", (after) => index.quotes({ ...quotes, speakers: [null, "otto-brandt"], ...dates, after })],
  ["speakers by name", (after) => index.speakers({ ...speakers, after })],
  ["speakers by quotes", (after) => index.speakers({ ...speakers, sort: "quotes", after })],
  ["speakers of a type", (after) => index.speakers({ ...speakers, type: "person", after })],
];

test.each(lists)("a page of %s is one range of an index, wherever it begins", (_, list) => {
  asked.clear();
  const first = list(null);
  expect(first.next).not.toBeNull();
  expect(list(first.next).items).toHaveLength(5);
  // Counts are asked once between two changes.
  const selects = [...asked].filter((sql) => sql.startsWith("SELECT") && !sql.includes("count("));
  for (const sql of selects) {
    for (const { detail } of database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()) {
      expect(detail, sql).not.toContain("USE TEMP B-TREE");
      // A list from its beginning is read in the order of an index until it is full.
      if (/^SCAN/.test(String(detail)))
        expect([String(detail), sql.includes(" > ?") || sql.includes(" < ?")], sql).toEqual([
          expect.stringMatching(/^SCAN \w+ USING/),
          false,
        ]);
    }
  }
});
