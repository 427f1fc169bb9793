import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Dimension } from "../../../src/article/model/dimensions.ts";
import { Basis, Confidence, QuoteKind, SpeakerType } from "../../../src/article/model/schema.ts";
import { fold } from "../../../src/article/words/fold.ts";
import { FigureCounter, type Group } from "../../../src/store/figures/figure-counter.ts";
import { piecesOf } from "../../../src/store/figures/figures.ts";
import { rankGroups } from "../../../src/store/figures/rank-groups.ts";
import { Values } from "../../../src/store/figures/values.ts";
import { compareBytes, rowsOf } from "../../../src/store/rows.ts";
import type { Order, StatisticsSort } from "../../../src/store/store.ts";
import { countedArticles } from "../counted-articles.ts";
import { plainArticleCount, plainCount } from "../plain-count.ts";

const articles = countedArticles(120);
const lines = articles.map((article) => rowsOf(article).figures).join("");
const someOf = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }));
const SPEAKERS = ["ines-marlow", "otto-brandt", "jun-sato", "tram-board", "tram-3~a-clerk", "nobody-known"];
const filters = fc.record({
  speakers: fc.option(fc.subarray([...SPEAKERS, null])),
  speakerTypes: someOf(SpeakerType.options),
  kinds: someOf(QuoteKind.options),
  bases: someOf(Basis.options),
  confidences: someOf(Confidence.options),
});
const present = (speakers: (string | null)[] | null) => speakers?.map((id) => id ?? "") ?? null;
/** Groups in one order, publishers as they are compared. */
const sorted = (by: Dimension[], groups: Group[]) =>
  groups
    .map(({ values, ...counts }) => ({
      values: values.map((value, place) => (by[place] === "publisher" && value !== null ? fold(value) : value)),
      ...counts,
    }))
    .sort((a, b) => (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1));

describe("figures", () => {
  test("are counted as the articles themselves would be, by any two dimensions and under any filters", () => {
    fc.assert(
      fc.property(fc.subarray([...Dimension.options], { maxLength: 2 }), filters, (by, asked) => {
        const counter = new FigureCounter({
          groupings: [by, []],
          countsSpeakers: true,
          filters: { ...asked, speakers: present(asked.speakers) },
        });
        counter.add(lines);
        expect(sorted(by, counter.groups(0))).toEqual(sorted(by, plainCount(articles, by, asked)));
        expect(counter.groups(1)).toEqual(plainCount(articles, [], asked));
      }),
      { numRuns: 300 },
    );
  });

  test("count articles for what they are and for what their quotes have", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Dimension.options), filters, (dimension, asked) => {
        const counter = new FigureCounter({
          groupings: [[dimension]],
          filters: { ...asked, speakers: present(asked.speakers) },
          countsSpeakers: false,
          ofArticles: true,
        });
        counter.add(lines);
        const counted = sorted([dimension], counter.groups(0)).map(({ values: [value], articleCount }) => [value ?? null, articleCount]);
        expect(new Map(counted as [string | null, number][])).toEqual(plainArticleCount(articles, dimension, asked));
      }),
      { numRuns: 200 },
    );
  });

  test("can be added in pieces", () => {
    const all = { speakers: null, speakerTypes: null, kinds: null, bases: null, confidences: null };
    const [whole, pieces] = [0, 1].map(
      () => new FigureCounter({ groupings: [["speaker", "month"]], filters: all, countsSpeakers: true }),
    ) as [FigureCounter, FigureCounter];
    whole.add(lines);
    for (const line of lines.split(/(?<=\n)/)) pieces.add(line);
    expect(pieces.groups(0)).toEqual(whole.groups(0));
  });

  test("are cut into pieces of whole lines, whatever their number", () => {
    for (const text of ["", lines, lines.repeat(40), `${"x".repeat(500_000)}\n${lines}`]) {
      const pieces = [...piecesOf(text)];
      expect(pieces.join("") === text).toBe(true);
      expect(pieces.every((piece) => piece.endsWith("\n"))).toBe(true);
    }
    expect([...piecesOf(lines.repeat(40))].length).toBeGreaterThan(1);
  });

  test("count only the quotes at the places that a line names", () => {
    const article = articles.find(({ quotes }) => quotes.length === 5);
    const counter = new FigureCounter({
      groupings: [[]],
      filters: { speakers: null, speakerTypes: null, kinds: null, bases: null, confidences: null },
      countsSpeakers: true,
      hasPlaces: true,
    });
    counter.add(`1,4\t${rowsOf(article as (typeof articles)[number]).figures}`);
    expect(counter.groups(0)).toMatchObject([{ quoteCount: 2, articleCount: 1 }]);
  });
});

describe("groups", () => {
  const VALUES = new Values();
  const tallies = (first: number[], second: number[], quoteCount: number[]) => {
    return { first, second, quoteCount, wordCount: [], speakerCount: [], articleCount: [] };
  };
  const groups = ["b", "a", null, "c", "d"];
  const counted = tallies(
    groups.map((value) => VALUES.numberOf(value)),
    groups.map(() => 0),
    [2, 2, 9, 1, 2],
  );
  const ranked = (sort: StatisticsSort, order: Order, limit: number) =>
    rankGroups(counted, [VALUES], sort, order, limit).map((group) => groups[group]);

  test("are ranked by a count, equal ones by their value", () => {
    expect(ranked("quoteCount", "desc", 10)).toEqual([null, "a", "b", "d", "c"]);
    expect(ranked("quoteCount", "desc", 2)).toEqual([null, "a"]);
    expect(ranked("quoteCount", "asc", 3)).toEqual(["c", "a", "b"]);
    expect(ranked("quoteCount", "desc", 0)).toEqual([]);
  });

  test("are ranked by their values, null last in either order", () => {
    expect(ranked("value", "asc", 10)).toEqual(["a", "b", "c", "d", null]);
    expect(ranked("value", "desc", 10)).toEqual(["d", "c", "b", "a", null]);
    expect(ranked("value", "desc", 2)).toEqual(["d", "c"]);
  });

  test("of two dimensions are ranked by the first value, then by the second", () => {
    const [years, kinds] = [new Values(), new Values()];
    const groups = [
      ["2021", "direct"],
      [null, "direct"],
      ["2020", null],
      ["2021", "a"],
      ["2020", "mixed"],
    ];
    const counted = tallies(
      groups.map(([year = null]) => years.numberOf(year)),
      groups.map(([, kind = null]) => kinds.numberOf(kind)),
      groups.map(() => 1),
    );
    const ranked = (sort: StatisticsSort, order: Order, limit: number) =>
      rankGroups(counted, [years, kinds], sort, order, limit).map((group) => groups[group]);
    const ascending = [
      ["2020", "mixed"],
      ["2020", null],
      ["2021", "a"],
      ["2021", "direct"],
      [null, "direct"],
    ];
    expect(ranked("value", "asc", 10)).toEqual(ascending);
    expect(ranked("quoteCount", "desc", 3)).toEqual(ascending.slice(0, 3));
    expect(ranked("value", "desc", 2)).toEqual([
      ["2021", "direct"],
      ["2021", "a"],
    ]);
  });
});

describe("values", () => {
  test("are in the order of their bytes in UTF-8", () => {
    const texts = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\uffee", "\u{10000}", "a", "a\uffee", "a\u{1f600}")));
    fc.assert(
      fc.property(texts, (given) => {
        const inBytes = given.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(given.toSorted(compareBytes)).toEqual(inBytes);
      }),
    );
  });
});
