import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Dimension, Facet } from "../../src/article/model/dimensions.ts";
import { type Article, Basis, Confidence, QuoteKind, SpeakerType } from "../../src/article/model/schema.ts";
import type { StatisticsGroup } from "../../src/article/model/statistics.ts";
import { fold } from "../../src/article/words/fold.ts";
import { everyWord } from "../../src/article/words/query.ts";
import type { Filters, Store } from "../../src/store/store.ts";
import { countedArticles } from "./counted-articles.ts";
import { type Counted, plainArticleCount, plainCount } from "./plain-count.ts";

const articles = countedArticles(90);
const wholeGroups = { limit: 100_000 };
const someOf = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { freq: 2 });
const filters = fc.record({
  speakers: someOf(["ines-marlow", "otto-brandt", "tram-board", "tram-3~a-clerk", null]),
  speakerTypes: someOf(SpeakerType.options),
  kinds: someOf(QuoteKind.options),
  bases: someOf(Basis.options),
  confidences: someOf(Confidence.options),
  languages: someOf(["EN", "de"]),
  publishers: someOf(["the corve post", "naid radio"]),
  articles: fc.option(fc.constant(["tram-4", "tram-11", "tram-53"]), { freq: 5 }),
  publishedFrom: fc.option(fc.constantFrom("2020-01-01", "2020-05-17"), { freq: 2 }),
  publishedTo: fc.option(fc.constantFrom("2020-12-31", "2020-05-17"), { freq: 2 }),
}) as fc.Arbitrary<Partial<Filters>>;

/** Groups as `plainCount` has them, publishers as they are compared. */
const plainGroups = (by: Dimension[], groups: StatisticsGroup[]) =>
  inOrder(
    groups.map((group) => {
      const values = by.map((dimension) => {
        const value = dimension === "speaker" ? (group.speaker?.id ?? null) : (group[dimension] ?? null);
        return value === null ? null : dimension === "publisher" ? fold(String(value)) : String(value);
      });
      const { quoteCount, wordCount, speakerCount, articleCount } = group;
      return { values, quoteCount, wordCount, speakerCount, articleCount };
    }),
  );
const inOrder = (groups: Counted[]) => groups.toSorted((a, b) => (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1));
const NOTHING = { quoteCount: 0, wordCount: 0, speakerCount: 0, articleCount: 0 };

/** The promises of `Store.statistics` and `Store.facets`: `open` gives a store that holds exactly these articles. */
export function statisticsContract(
  name: string,
  open: (articles: Article[]) => Promise<{ store: Store; close: () => Promise<void> }>,
): void {
  describe(`${name} counts`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open(articles));
    });
    afterAll(() => close());

    test("quotes as one would by reading them, by any two dimensions and under any filters", async () => {
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([...Dimension.options], { maxLength: 2 }), filters, async (by, asked) => {
          const { totals, groups, total } = await store.statistics({ ...asked, ...wholeGroups, by });
          const [all] = plainCount(articles, [], asked);
          expect({ values: [], ...totals }).toEqual(all ?? { values: [], ...NOTHING });
          const expected = by.length === 0 ? [] : plainCount(articles, by, asked);
          expect(plainGroups(by, groups)).toEqual(inOrder(expected));
          expect(total).toBe(expected.length);
        }),
        { numRuns: 120 },
      );
    });

    test("articles and quotes for facets as one would by reading them", async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...Dimension.options), filters, async (facet, asked) => {
          const folded = (value: string | null) => (facet === "publisher" && value !== null ? fold(value) : value);
          const { [facet]: ofArticles = [] } = await store.facets({ ...asked, of: "articles", facets: [facet] });
          const inArticles = plainArticleCount(articles, facet, asked);
          for (const { value, count } of ofArticles) expect(count).toBe(inArticles.get(folded(value)));
          expect(ofArticles.length).toBe(Math.min(inArticles.size, 20));
          const { [facet]: ofQuotes = [] } = await store.facets({ ...asked, of: "quotes", facets: [facet] });
          const inQuotes = new Map(
            plainCount(articles, [facet], asked).map(({ values: [value = null], quoteCount }) => [value, quoteCount]),
          );
          for (const { value, count } of ofQuotes) expect(count).toBe(inQuotes.get(folded(value)));
          expect(ofQuotes.length).toBe(Math.min(inQuotes.size, 20));
        }),
        { numRuns: 80 },
      );
    });

    test("speakers for facets as one would by listing them with each value", async () => {
      const own = {
        words: fc.option(fc.constant(everyWord("ines")), { freq: 5 }),
        ids: fc.option(fc.constant<string[]>(["otto-brandt", "tram-board"])),
      };
      const facets = Facet.options.filter((facet) => facet !== "speaker");
      const filterOf = (facet: Facet, value: string | null) => {
        if (facet === "publisher") return { publishers: [fold(value ?? "")] };
        if (facet === "speakerType") return { speakerTypes: [value as SpeakerType] };
        return facet === "kind" ? { kinds: [value as QuoteKind] } : { confidences: [value as Confidence] };
      };
      await fc.assert(
        fc.asyncProperty(filters, fc.record(own), async (others, { words, ids }) => {
          const asked = { ...others, words, ids };
          const counted = await store.facets({ ...asked, of: "speakers", facets });
          expect(Object.keys(counted)).toEqual(facets);
          const listed = async (more: Partial<Filters>) => (await store.speakers({ ...asked, ...more, limit: 0 })).total;
          for (const facet of ["publisher", "speakerType", "kind", "confidence"] as const) {
            for (const { value, count } of counted[facet] ?? [])
              if (value !== null) expect(await listed(filterOf(facet, value)), `${facet} ${value}`).toBe(count);
          }
          const missing = SpeakerType.options.filter((type) => !counted.speakerType?.some(({ value }) => value === type));
          for (const type of missing)
            if (asked.speakerTypes?.includes(type) !== false) expect(await listed({ speakerTypes: [type] })).toBe(0);
          for (const { value, count } of counted.year ?? []) {
            if (value === null || asked.publishedFrom || asked.publishedTo) continue;
            expect(await listed({ publishedFrom: `${value}-01-01`, publishedTo: `${value}-12-31` })).toBe(count);
          }
        }),
        { numRuns: 40 },
      );
    });

    test("only quotes that have the words and the ids, and articles that have the words where they are looked for", async () => {
      const again = { words: everyWord("again") };
      const having = (article: Article) => article.quotes.filter(({ text }) => text.includes("again"));
      const quoted = articles.filter((article) => having(article).length > 0);
      const count = quoted.flatMap(having).length;
      expect((await store.statistics({ ...again, ...wholeGroups })).totals).toMatchObject({
        quoteCount: count,
        articleCount: quoted.length,
      });
      const { kind: kinds = [] } = await store.facets({ ...again, of: "quotes", facets: ["kind"] });
      expect(kinds.reduce((sum, kind) => sum + kind.count, 0)).toBe(count);
      const languages = async (asked: object) =>
        (await store.facets({ of: "articles", facets: ["language"], ...asked })).language?.reduce((sum, one) => sum + one.count, 0) ?? 0;
      expect(await languages(again)).toBe(quoted.length);
      expect(await languages({ ...again, in: "quotes" })).toBe(quoted.length);
      expect(await languages({ ...again, in: "narration" })).toBe(0);
      expect(await languages({ words: everyWord("agian") })).toBe(0);
      expect(await languages({ words: everyWord("agian"), fuzzy: true })).toBe(quoted.length);
      expect(await languages({ words: everyWord("") })).toBe(0);
      const direct = quoted.filter((article) => having(article).some(({ kind }) => kind === "direct"));
      expect(await languages({ ...again, in: "quotes", kinds: ["direct"] })).toBe(direct.length);
      const ids = articles.flatMap(({ quotes }) => quotes.map(({ id }) => id)).slice(0, 7);
      expect((await store.statistics({ ids, ...wholeGroups })).totals.quoteCount).toBe(7);
      const both = (await store.statistics({ ids, ...again, ...wholeGroups })).totals.quoteCount;
      expect(both).toBe(articles.flatMap(having).filter(({ id }) => ids.includes(id)).length);
      expect(await languages({ ids: ["tram-1", "tram-2", "nowhere"] })).toBe(2);
      expect((await store.statistics({ ids: [], ...wholeGroups })).totals).toEqual(NOTHING);
    });

    test("in an order that is the same everywhere, and says how many groups there are", async () => {
      const { groups, total } = await store.statistics({ by: ["speaker"], limit: 4 });
      expect(groups).toHaveLength(4);
      expect(total).toBeGreaterThan(4);
      expect(groups.map(({ quoteCount }) => quoteCount)).toEqual(groups.map(({ quoteCount }) => quoteCount).toSorted((a, b) => b - a));
      expect(groups[0]?.speaker).toEqual({ id: expect.any(String), name: expect.stringMatching(/^[A-Z]/) });
      const months = (await store.statistics({ by: ["month"], sort: "value", ...wholeGroups })).groups.map(({ month }) => month);
      expect(months).toEqual(["2019-12", "2020-01", "2020-05", "2021-05", null]);
      const years = (await store.statistics({ by: ["year"], sort: "value", order: "desc", ...wholeGroups })).groups.map(({ year }) => year);
      expect(years).toEqual([2021, 2020, 2019, null]);
      expect(await store.statistics({ by: ["kind"], limit: 0 })).toMatchObject({ groups: [], total: 3 });
    });

    test("a publisher once, however it is written, and names of speakers in facets", async () => {
      const { publisher = [], speaker = [] } = await store.facets({ of: "articles", facets: ["publisher", "speaker"] });
      expect(publisher.map(({ value }) => value).toSorted()).toEqual(['=Elmford, "Daily"\tNews', "Naid Radio", "The Corve Post", null]);
      expect(speaker.find(({ value }) => value === "ines-marlow")).toEqual({
        value: "ines-marlow",
        name: "Ines Marlow",
        count: expect.any(Number),
      });
      expect(speaker.find(({ value }) => value === null)).toMatchObject({ name: null });
    });

    test("nothing for ids no database could hold", async () => {
      for (const odd of ["", "\0", "\ud800", "x".repeat(10_000)]) {
        expect((await store.statistics({ speakers: [odd], by: ["speaker"], ...wholeGroups })).total).toBe(0);
        expect(await store.facets({ of: "quotes", articles: [odd], ids: [odd], facets: ["kind"] })).toEqual({ kind: [] });
      }
    });
  });
}
