import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article, Quote } from "../../src/article/model/schema.ts";
import { textOf } from "../../src/article/model/text.ts";
import { fold, foldWords } from "../../src/article/words/fold.ts";
import { parseQuery } from "../../src/article/words/query.ts";
import { NO_FILTERS } from "../../src/store/queries.ts";
import { compareBytes } from "../../src/store/rows.ts";
import type { Asked, Filters, Key, ListQuery, Order, Page, Store } from "../../src/store/store.ts";
import { filterableArticles, NAMES } from "./filterable-articles.ts";
import { admitsArticle, admittedQuotes, asksOfQuotes } from "./plain-filters.ts";

const few = <T>(...values: T[]) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { freq: 2 });
const moment = fc.option(fc.constantFrom("2021-03-04", "2021-03-04T03:00:00Z", "2022-01-01", "2026-02-10", "1999-12-31"), { freq: 1 });

/** Filters of every kind, a few at a time, so that not everything is filtered away; some values are of nothing there is. */
function filtersFor(articles: Article[]): fc.Arbitrary<Filters> {
  const every: fc.Arbitrary<Omit<Filters, "words" | "ids">> = fc.record({
    speakers: few<string | null>("ines-marlow", "jun-sato", "old-jun", "tilbrook-council", "nobody-such", null),
    speakerTypes: few("person" as const, "organisation" as const, "group" as const, "document" as const),
    kinds: few("direct" as const, "mixed" as const, "indirect" as const),
    bases: few("name" as const, "role" as const, "pronoun" as const, "editor" as const),
    confidences: few("high" as const, "medium" as const, "low" as const),
    languages: few("en", "EN-gb", "de", "fr"),
    publishers: few(...NAMES.publishers.map(fold), "the nowhere news"),
    credits: few(...NAMES.credits.map(fold), "no one"),
    articles: few(...articles.slice(0, 30).map(({ slug }) => slug), "old-11", "nowhere"),
    publishedFrom: moment,
    publishedTo: moment,
    modifiedFrom: moment,
    modifiedTo: moment,
  });
  const names = Object.keys(NO_FILTERS) as (keyof Filters)[];
  return fc.tuple(every, fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 })).map(([values, kept]) => {
    const own = Object.entries(values).filter(([name]) => kept.includes(name as keyof Filters));
    return { ...NO_FILTERS, ...Object.fromEntries(own) };
  });
}

const order = fc.constantFrom<Order | null>("asc", "desc", null);
const pages = fc.integer({ min: 1, max: 6 });
const words = fc.option(fc.constantFrom("elmford", "ferry tilbrook", "nowhere-to-be-found"), { freq: 3 });
const RUNS = { numRuns: 40 };

/**
 * That lists filter, sort and page as a plain filter over all articles would.
 *
 * @param open gives a store that holds exactly these articles
 * @param count of articles: more of them, where a store finds what few articles have in another way than what many have
 */
export function filterContract(
  name: string,
  open: (articles: Article[]) => Promise<{ store: Store; close: () => Promise<void> }>,
  count = 90,
): void {
  const articles = filterableArticles(count);
  const speakers = speakersOf(articles);
  const all = articles.flatMap((article) => article.quotes.map((quote, place) => ({ article, quote, place })));
  const someFilters = filtersFor(articles);
  describe(`${name} filters as a plain filter over the articles`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open(articles));
    });
    afterAll(() => close());

    test("articles, in every order, page by page", async () => {
      const ids = fc.option(few(...articles.slice(20, 60).map(({ slug }) => slug), "old-22", "nowhere"), { freq: 1 });
      const asked = fc.record({
        filters: someFilters,
        ids,
        q: words,
        sort: fc.constantFrom("published", "updated", "length"),
        order,
        pages,
      });
      await fc.assert(
        fc.asyncProperty(asked, async ({ filters, ids, q, sort, order, pages }) => {
          const query = { ...filters, ids, words: q === null ? null : parseQuery(q), sort, order } as const;
          const passing = articles.filter(
            (article) => isOf(article, filters) && isAmong(ids, [article.slug, ...article.aliases]) && holds(q, textOf(article)),
          );
          const value = { published: publishedOf, updated: modifiedOf, length: ({ wordCount }: Article) => wordCount }[sort];
          const expected = sorted(passing, order ?? "desc", value, ({ slug }) => slug).map(({ slug }) => slug);
          expect(await walk((page) => store.articles({ ...query, ...page }), pages, "slug")).toEqual(expected);
        }),
        RUNS,
      );
    });

    test("articles and quotes by each filter alone", async () => {
      const alone: Partial<Filters>[] = [
        ...["ines-marlow", null, "nobody-such"].map((speaker) => ({ speakers: [speaker] })),
        { speakers: ["ines-marlow", null] },
        ...(["organisation", "group", "document"] as const).map((type) => ({ speakerTypes: [type] })),
        { kinds: ["mixed"] },
        { bases: ["editor", "role"] },
        { confidences: ["low"] },
        ...["en", "fr"].map((language) => ({ languages: [language] })),
        { publishers: ["corve bay mail"] },
        { credits: ["jo penn", "una angstrom"] },
        { articles: ["old-11", articles[4]?.slug ?? ""] },
        { publishedFrom: "2021-03-04", publishedTo: "2021-03-04" },
        { publishedTo: "2021-03-04T03:00:00Z" },
        { modifiedFrom: "2026-02-10", modifiedTo: "2026-02-11" },
        ...(["languages", "kinds", "speakers", "publishers", "credits", "articles"] as const).map((name) => ({ [name]: [] })),
      ];
      for (const asked of alone) {
        const filters = { ...NO_FILTERS, ...asked };
        for (const sort of ["published", "length"] as const) {
          const slugs = await walk((page) => store.articles({ ...filters, sort, ...page }), 2, "slug");
          const passing = articles.filter((article) => isOf(article, filters)).map(({ slug }) => slug);
          expect(slugs.toSorted(), JSON.stringify(asked)).toEqual(passing.toSorted());
          const ids = await walk((page) => store.quotes({ ...filters, sort, ...page }), 2, "id");
          const said = articles.filter((article) => admitsArticle(article, filters)).flatMap((article) => admittedQuotes(article, filters));
          expect(ids.toSorted(), JSON.stringify(asked)).toEqual(said.map(({ id }) => id).toSorted());
        }
      }
    });

    test("quotes, in every order, page by page", async () => {
      const ids = fc.option(few(...all.slice(20, 60).map(({ quote }) => quote.id), "former00", "nowhere"), { freq: 1 });
      const asked = fc.record({ filters: someFilters, ids, q: words, sort: fc.constantFrom("published", "length"), order, pages });
      await fc.assert(
        fc.asyncProperty(asked, async ({ filters, ids, q, sort, order, pages }) => {
          const query = { ...filters, ids, words: q === null ? null : parseQuery(q), sort, order } as const;
          const passing = all.filter(
            ({ article, quote }) =>
              admitsArticle(article, filters) &&
              admittedQuotes(article, filters).includes(quote) &&
              isAmong(ids, [quote.id, ...quote.aliases]) &&
              holds(q, quote.segments.map(({ text }) => text).join(" ")),
          );
          const inOrder =
            sort === "length"
              ? sorted(
                  passing,
                  order ?? "desc",
                  ({ quote }) => lengthOf(quote),
                  ({ quote }) => quote.id,
                )
              : sorted(
                  passing,
                  order ?? "desc",
                  ({ article }) => publishedOf(article),
                  ({ article }) => article.slug,
                );
          const expected = inOrder.map(({ quote }) => quote.id);
          expect(await walk((page) => store.quotes({ ...query, ...page }), pages, "id")).toEqual(expected);
        }),
        RUNS,
      );
    });

    test("speakers, in every order, page by page", async () => {
      const ids = fc.option(few(...[...speakers.keys()].slice(0, 12), "nowhere"), { freq: 1 });
      const asked = fc.record({ filters: someFilters, ids, sort: fc.constantFrom("name", "quotes", "articles"), order, pages });
      await fc.assert(
        fc.asyncProperty(asked, async ({ filters, ids, sort, order, pages }) => {
          const others = { ...filters, speakers: null, speakerTypes: null };
          const quoted = articles
            .filter((article) => admitsArticle(article, others))
            .flatMap((article) => admittedQuotes(article, others).flatMap(({ attribution }) => attribution.speakers.map(({ id }) => id)));
          const said = new Set(quoted);
          const passing = [...speakers.values()].filter(
            ({ id, type }) =>
              said.has(id) && isAmong(ids, [id]) && isAmong(filters.speakers, [id]) && isAmong(filters.speakerTypes, [type]),
          );
          const value = {
            name: (one: Totals) => fold(one.name),
            quotes: (one: Totals) => one.quotes,
            articles: (one: Totals) => one.articles,
          };
          const expected = sorted(passing, order ?? (sort === "name" ? "asc" : "desc"), value[sort], ({ id }) => id, sort === "name").map(
            ({ id }) => id,
          );
          expect(await walk((page) => store.speakers({ ...filters, ids, sort, order, ...page }), pages, "id")).toEqual(expected);
        }),
        RUNS,
      );
    });

    test("hits of a search, by date and by relevance, page by page", async () => {
      const asked = fc.record({
        filters: someFilters,
        q: fc.constantFrom("elmford", "ferry", "votes"),
        place: fc.constantFrom("all", "quotes"),
        sort: fc.constantFrom("relevance", "published"),
        order,
        pages,
      });
      await fc.assert(
        fc.asyncProperty(asked, async ({ filters, q, place, sort, order, pages }) => {
          const query = { ...filters, words: parseQuery(q), in: place, sort, order } as const;
          const passing = articles.filter((article) =>
            place === "all"
              ? isOf(article, filters) && holds(q, textOf(article))
              : admitsArticle(article, filters) &&
                admittedQuotes(article, filters).some((quote) => holds(q, quote.segments.map(({ text }) => text).join(" "))),
          );
          const expected = sorted(passing, order ?? "desc", publishedOf, ({ slug }) => slug).map(({ slug }) => slug);
          const found = await walk((page) => store.search({ ...query, ...page }), pages, "article");
          if (sort === "published") expect(found).toEqual(expected);
          else expect(found.toSorted()).toEqual(expected.toSorted());
        }),
        RUNS,
      );
    });

    test("names of publishers and of people who are credited, by words or the beginning of the last", async () => {
      expect(await store.names({ of: "publisher", words: "corve bay mail", limit: 5 })).toEqual(["Corve Bay Mail"]);
      expect(await store.names({ of: "publisher", words: "corve b", limit: 5 })).toEqual(["Corve Bay Mail"]);
      expect(await store.names({ of: "publisher", words: "ay", limit: 5 })).toEqual([]);
      expect(await store.names({ of: "credit", words: "corve", limit: 5 })).toEqual([]);
      expect((await store.names({ of: "publisher", words: "the", limit: 5 })).toSorted()).toEqual(["The Tilbrook Post", "The Östra Post"]);
      expect(await store.names({ of: "publisher", words: "the", limit: 1 })).toHaveLength(1);
      expect(await store.names({ of: "publisher", words: "% _ ' \0", limit: 5 })).toEqual([]);
    });

    test("whether an article has a whole name", async () => {
      expect(await store.hasName("publisher", "corve bay mail")).toBe(true);
      expect(await store.hasName("publisher", "the ostra post")).toBe(true);
      expect(await store.hasName("publisher", "corve bay")).toBe(false);
      expect(await store.hasName("credit", "corve bay mail")).toBe(false);
      expect(await store.hasName("publisher", "corve\0")).toBe(false);
    });
  });
}

/** Whether an article passes filters, one of its quotes those that ask for one. */
function isOf(article: Article, filters: Filters): boolean {
  return admitsArticle(article, filters) && (!asksOfQuotes(filters) || admittedQuotes(article, filters).length > 0);
}

function isAmong(asked: readonly (string | null)[] | null, names: string[]): boolean {
  return asked === null || names.some((one) => asked.includes(one));
}

/** Whether a text has all words of a query. */
function holds(q: string | null, text: string): boolean {
  if (q === null) return true;
  const has = new Set(foldWords(text).map(({ word }) => word));
  return foldWords(q).every(({ word }) => has.has(word));
}

/** Items by a value, equal ones by an id: from its beginning where the sort runs in its own direction, else the other way round; else as they were. */
function sorted<Item>(
  items: Item[],
  order: Order,
  value: (item: Item) => string | number,
  id: (item: Item) => string,
  ascends = false,
): Item[] {
  const sign = order === "asc" ? 1 : -1;
  const idSign = (order === "asc") === ascends ? 1 : -1;
  return items.toSorted((a, b) => sign * compared(value(a), value(b)) || idSign * compareBytes(id(a), id(b)));
}

function compared(a: string | number, b: string | number): number {
  return typeof a === "number" ? a - Number(b) : compareBytes(a, String(b));
}

/** All of a list, page by page, as the value of one member of each item. Every page that is to be counted has the total of the whole list. */
async function walk(ask: (page: Asked<ListQuery>) => Promise<Page>, pages: number, member: string): Promise<string[]> {
  const { total, ...nothing } = await ask({ limit: 0, after: null });
  expect(nothing).toMatchObject({ items: [], next: null });
  const limit = Math.max(1, Math.ceil(total / pages));
  const found: string[] = [];
  let after: Key | null = null;
  do {
    const counted = found.length % 2 === 0;
    const page: Page = await ask({ limit, after, counted });
    if (counted) expect(page.total).toBe(total);
    found.push(...page.items.map((item) => JSON.parse(item)[member]).map((one) => one.slug ?? one));
    after = page.next;
  } while (after !== null);
  expect(found).toHaveLength(total);
  return found;
}

function publishedOf({ publishedAt, importedAt }: Article): string {
  return startOf(publishedAt ?? importedAt);
}

function modifiedOf({ modifiedAt, importedAt }: Article): string {
  return modifiedAt ?? importedAt;
}

function startOf(moment: string): string {
  return moment.includes("T") ? moment : `${moment}T00:00:00Z`;
}

function lengthOf({ segments }: Quote): number {
  return segments.reduce((sum, { text }) => sum + foldWords(text).length, 0);
}

interface Totals {
  id: string;
  name: string;
  type: string;
  articles: number;
  quotes: number;
}

/** Speakers over all articles, with name and type of the newest one that quotes them. */
function speakersOf(articles: Article[]): Map<string, Totals> {
  const known = new Map<string, Totals>();
  for (const article of sorted(articles, "desc", publishedOf, ({ slug }) => slug)) {
    for (const { id, name, type } of article.speakers) {
      const totals = known.get(id) ?? { id, name, type, articles: 0, quotes: 0 };
      totals.articles += 1;
      totals.quotes += article.quotes.filter(({ attribution }) => attribution.speakers.some((speaker) => speaker.id === id)).length;
      known.set(id, totals);
    }
  }
  return known;
}
