import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { textOf } from "../../src/article/model/text.ts";
import { fold } from "../../src/article/words/fold.ts";
import { inflections } from "../../src/article/words/inflections.ts";
import { parseQuery, type Term, type Words } from "../../src/article/words/query.ts";
import type { SearchHit } from "../../src/article/words/search-hit.ts";
import { indexableOf } from "../../src/article/words/searchable.ts";
import { indexedWords } from "../../src/store/rows.ts";
import type { SearchQuery, Store } from "../../src/store/store.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

const WORDS = `tariff tariffs Tariffs’ tariffed levy levies plan plans planned planning plane say said says news new universe university
  co-operate co-operates co-operated Jean-Claude U.S. of the at 東京都 Straße unit united see seed 1990s x2`.split(/\s+/);

/** Articles of these words in every place and in several languages. */
const articles: Article[] = Array.from({ length: 60 }, (_, number) => {
  let state = number + 1;
  const words = (count: number) =>
    Array.from({ length: count }, () => {
      // Numbers of the "minimal standard" generator (Park and Miller 1988).
      state = (state * 48_271) % 2_147_483_647;
      return WORDS[state % WORDS.length] as string;
    }).join(" ");
  return buildArticle({
    slug: `a-${number}`,
    headline: `H ${words(2)}`,
    sections: [
      {
        paragraphs: [
          [
            "“",
            segment("a", words(4)),
            "” ",
            mention("a", "Ada Quill"),
            " ",
            cue("a", "said"),
            ` ${words(3)}, “`,
            segment("a", words(2)),
            "”.",
          ],
          ["The “", segment("b", words(3)), `” ${words(2)}.`],
        ],
      },
      { heading: `On ${words(1)}`, paragraphs: [`It is ${words(4)}.`] },
    ],
    quotes: { a: { by: ["Ada Quill"] }, b: {} },
    language: ["en", "en-GB", null, "de"][number % 4] ?? null,
    publishedAt: `2020-01-${String((number % 28) + 1).padStart(2, "0")}`,
  });
});

const isEnglish = ({ language }: Article) => language !== "de";

/** Whether a run of folded words begins with a term. */
function begins(run: string[], { kind, words }: Term, english: boolean): boolean {
  return words.every((word, index) => {
    const own = run[index] ?? "";
    if (index < words.length - 1 || kind === "phrase") return own === word;
    if (kind === "prefix") return own.startsWith(word);
    return english ? inflections(word).includes(own) : own === word;
  });
}

/** Whether texts, inside each of which its phrases must stand, together have what a query asks for. */
function answers(texts: string[], { all, none }: Words, english: boolean): boolean {
  const runs = texts.map((text) => text.split(" ").filter((word) => word !== ""));
  const has = (term: Term) => runs.some((run) => run.some((_, index) => begins(run.slice(index), term, english)));
  return all.length > 0 && all.every((terms) => terms.some(has)) && !none.some(has);
}

const quotesWith = (article: Article, words: Words) =>
  article.quotes.filter(({ segments }) =>
    answers(
      segments.map(({ text }) => fold(text)),
      words,
      isEnglish(article),
    ),
  );

/** Slugs of the articles that a query finds. */
function expected(words: Words, scope: SearchQuery["in"]): string[] {
  const found = articles.filter((article) => {
    if (scope === "quotes") return quotesWith(article, words).length > 0;
    const narration = indexedWords(indexableOf(article)).narration.split("\uE000");
    return answers(scope === "all" ? textOf(article).split("\n\n").map(fold) : narration, words, isEnglish(article));
  });
  return found.map(({ slug }) => slug).sort();
}

const word = fc.constantFrom(...WORDS, "tarif", "plans", "nowhere");
const term = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `"${words.join(" ")}"`) },
  fc.constantFrom("ta*", "plan*", "un*", "co-op*", "東京*", "x2*", "uni*"),
);
const positive = fc.oneof(
  { weight: 3, arbitrary: term },
  fc.array(term, { minLength: 2, maxLength: 3 }).map((terms) => terms.join(" OR ")),
  fc.array(term, { minLength: 2, maxLength: 2 }).map((terms) => `(${terms.join(" OR ")})`),
);
const negative = fc.tuple(fc.constantFrom("-", "NOT "), term).map((parts) => parts.join(""));
const query = fc
  .tuple(fc.array(positive, { minLength: 1, maxLength: 3 }), fc.array(negative, { maxLength: 2 }))
  .map(([some, others]) => [...some, ...others].join(" "));

/** What a query finds, for every store: `open` gives one that holds exactly these articles. */
export function queryContract(name: string, open: (articles: Article[]) => Promise<{ store: Store; close: () => Promise<void> }>): void {
  describe(`${name} finds what queries ask for`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open(articles));
    });
    afterAll(() => close());

    test("as reading every article would, in every place", async () => {
      let found = 0;
      const check = async (q: string) => {
        const words = parseQuery(q);
        const list = await store.articles({ words, limit: 100 });
        expect(list.items.map((item) => JSON.parse(item).slug as string).sort()).toEqual(expected(words, "all"));
        const quotes = await store.quotes({ words, limit: 200 });
        const ids = articles.flatMap((article) => quotesWith(article, words).map(({ id }) => id));
        expect(quotes.items.map((item) => JSON.parse(item).id as string).sort()).toEqual(ids.sort());
        for (const scope of ["all", "quotes", "narration"] as const) {
          const page = await store.search({ words, in: scope, limit: 100 });
          const hits = page.items.map((item) => JSON.parse(item) as SearchHit);
          expect(hits.map(({ article }) => article.slug).sort()).toEqual(expected(words, scope));
          expect(page.total).toBe(hits.length);
          for (const hit of hits) expectMarked(hit, words, scope);
          found += hits.length;
        }
      };
      await fc.assert(fc.asyncProperty(query, check), { numRuns: 150, seed: 1 });
      expect(found).toBeGreaterThan(1_000);
    }, 60_000);

    test("finds inflections of words in English alone, and phrases in marks as they are", async () => {
      const total = async (q: string) => (await store.search({ words: parseQuery(q), limit: 0 })).total;
      expect(await total("tariff")).toBeGreaterThan(await total('"tariff"'));
      expect(await total("tariff")).toBeGreaterThan(await total("tariff -tariffs"));
      expect(await total("tariff -tariffs")).toBeGreaterThan(0);
      expect(await total('tariff -"tariffs"')).toBeGreaterThan(0);
      expect(await total("news -news")).toBe(0);
    });

    test("finds names by their words and beginnings, without inflections", async () => {
      const names = async (q: string) => (await store.speakers({ words: parseQuery(q), limit: 9 })).total;
      expect([
        await names("quill"),
        await names("qui*"),
        await names("quills"),
        await names("ada OR nobody"),
        await names("ada -quill"),
      ]).toEqual([1, 1, 0, 1, 0]);
    });

    test("guesses the words of a query that may be misspelt, and no others", async () => {
      const total = async (q: string) => (await store.search({ words: parseQuery(q), fuzzy: true, limit: 0 })).total;
      expect(await total("univerze")).toBeGreaterThan(0);
      expect(await total('"univerze"')).toBe(0);
      expect(await total("the -univerze")).toBe(await total("the"));
    });
  });
}

/** Every highlight is what was looked for, and there is one. */
function expectMarked({ article: { slug }, fragments }: SearchHit, words: Words, scope: SearchQuery["in"]): void {
  const article = articles.find((one) => one.slug === slug) as Article;
  const highlights = fragments.flatMap((fragment) => fragment.highlights);
  expect(highlights.length).toBeGreaterThan(0);
  for (const { text } of highlights) {
    const run = fold(text).split(" ");
    const isSought = words.all.flat().some((one) => one.words.length === run.length && begins(run, one, isEnglish(article)));
    expect(isSought, text).toBe(true);
  }
  if (scope !== "quotes") return;
  const own = new Set(quotesWith(article, words).map(({ id }) => id));
  for (const { quote } of fragments) expect(own).toContain(quote?.id);
}
