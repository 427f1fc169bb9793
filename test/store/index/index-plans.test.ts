import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { memoryDatabase } from "../../../src/store/index/index-file.ts";
import type { ArticlesQuery, Asked, Key, Page, QuotesQuery, SpeakersQuery } from "../../../src/store/store.ts";
import { manyArticles } from "../many-articles.ts";
import { filledIndex } from "./filled-index.ts";

const articles: Asked<ArticlesQuery> = { limit: 15 };
const quotes: Asked<QuotesQuery> = { limit: 15 };
const speakers: Asked<SpeakersQuery> = { limit: 15 };
const dates = { publishedFrom: "2010-01-01", publishedTo: "2025-01-01" };

const database = memoryDatabase("test");
const asked = new Set<string>();
let index: ArticleIndex;
beforeAll(() => {
  index = filledIndex(manyArticles(200), database);
  const prepare = database.prepare.bind(database);
  database.prepare = (sql, ...options) => {
    asked.add(sql);
    return prepare(sql, ...options);
  };
});
afterAll(() => index.close());

const lists: [string, (after: Key | null) => Page, string][] = [
  ["all articles", (after) => index.articles({ ...articles, after }), "articles USING INDEX articles_published (sort_published<?)"],
  [
    "articles in a language",
    (after) => index.articles({ ...articles, languages: ["en"], after }),
    "articles USING INDEX articles_language (language=? AND sort_published<?)",
  ],
  ["articles by change", (after) => index.articles({ ...articles, sort: "updated", after }), "articles_updated (sort_updated<?)"],
  [
    "a speaker's articles",
    (after) => index.articles({ ...articles, speakers: ["otto-brandt"], after }),
    "appearances USING PRIMARY KEY (speaker=? AND sort_published<?)",
  ],
  ["all quotes", (after) => index.quotes({ ...quotes, after }), "articles USING COVERING INDEX articles_published (sort_published<?)"],
  [
    "quotes of a kind",
    (after) => index.quotes({ ...quotes, kinds: ["mixed"], after }),
    "quotes USING COVERING INDEX quotes_kind (kind=? AND article=?)",
  ],
  [
    "quotes of some years",
    (after) => index.quotes({ ...quotes, ...dates, after }),
    "articles USING INDEX articles_published (sort_published>? AND sort_published<?)",
  ],
  [
    "a speaker's quotes",
    (after) => index.quotes({ ...quotes, speakers: [null, "otto-brandt"], after }),
    "appearances USING PRIMARY KEY (speaker=? AND sort_published<?)",
  ],
  ["speakers by name", (after) => index.speakers({ ...speakers, after }), "speakers_name (folded>?)"],
  ["speakers by quotes", (after) => index.speakers({ ...speakers, sort: "quotes", after }), "speakers_quotes (quotes<?)"],
  [
    "speakers of a type",
    (after) => index.speakers({ ...speakers, speakerTypes: ["person"], after }),
    "speakers_type_name (type=? AND folded>?)",
  ],
];

test.each(lists)("a page of %s is one range of an index, wherever it begins", (_, list, range) => {
  let pages = 0;
  for (let after = list(null).next; after !== null; after = list(after).next) pages += 1;
  expect(pages).toBeGreaterThan(1);
  // Statements are prepared once; counts are asked once between two changes.
  const selects = [...asked].filter((sql) => sql.startsWith("SELECT") && !sql.includes("count("));
  const plans = selects.flatMap((sql) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => String(detail)),
  );
  expect(plans.filter((plan) => plan.includes("TEMP B-TREE"))).toEqual([]);
  expect(plans.filter((plan) => plan.includes(range))).not.toEqual([]);
});

test("a whole name is one look into an index, however many articles have it", () => {
  expect(index.hasName("publisher", "nobody")).toBe(false);
  const statement = [...asked].find((sql) => sql.includes("FROM names"));
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN ${statement}`)
    .all()
    .map(({ detail }) => detail);
  expect(plan).toEqual(["SEARCH names USING PRIMARY KEY (field=? AND folded=?)"]);
});

test("what a directory skips is a range of an index of the ids alone", () => {
  for (const list of ["articles", "quotes", "speakers"] as const) index.directory({ of: list, after: null, skip: 20, limit: 5 });
  const plans = [...asked].filter((sql) => sql.includes("OFFSET")).map((sql) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  expect(plans).toHaveLength(3);
  for (const plan of plans) expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH \w+ USING COVERING INDEX \w+ \(\w+>\?\)/);
});
