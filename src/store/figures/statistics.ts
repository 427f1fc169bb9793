import type { Dimension } from "../../article/model/dimensions.ts";
import type { Statistics, StatisticsGroup } from "../../article/model/statistics.ts";
import type { Facets, FacetsQuery, FacetValue, StatisticsQuery } from "../store.ts";
import { FigureCounter, type Group, type QuoteFilters } from "./figure-counter.ts";

/** A counter for statistics: the groups, and all quotes together. */
export function statisticsCounter({ by }: StatisticsQuery, filters: QuoteFilters, hasPlaces: boolean): FigureCounter {
  return new FigureCounter({ groupings: by.length === 0 ? [[]] : [by, []], filters, hasPlaces, countsSpeakers: true });
}

/** An answer whose speakers have no names yet: the ids to look up, and the answer with names by id. */
interface Unnamed<Answer> {
  speakers: string[];
  named: (names: Map<string, string>) => Answer;
}

/** What was counted for a query. */
export function rankedStatistics(counter: FigureCounter, query: StatisticsQuery): Unnamed<Statistics> {
  const { by, sort, order, limit } = query;
  const [all] = counter.groups(by.length === 0 ? 0 : 1);
  const { values: _, ...totals } = all ?? { values: [], quoteCount: 0, wordCount: 0, speakerCount: 0, articleCount: 0 };
  const { groups, total } =
    by.length === 0 ? { groups: [], total: 0 } : counter.ranked(0, sort, order ?? (sort === "value" ? "asc" : "desc"), limit);
  return {
    speakers: speakersIn(by, groups),
    named: (names) => ({ by, totals, groups: groups.map((group) => groupOf(by, group, names)), total }),
  };
}

function groupOf(by: Dimension[], { values, ...counts }: Group, names: Map<string, string>): StatisticsGroup {
  const own = by.map((dimension, place) => [dimension, shown(dimension, values[place] ?? null, names)]);
  return { ...Object.fromEntries(own), ...counts };
}

function shown(dimension: Dimension, value: string | null, names: Map<string, string>) {
  if (value === null) return null;
  if (dimension === "speaker") return { id: value, name: names.get(value) ?? value };
  return dimension === "year" ? Number(value) : value;
}

function speakersIn(by: Dimension[], groups: Group[]): string[] {
  const place = by.indexOf("speaker");
  return place < 0 ? [] : [...new Set(groups.flatMap(({ values }) => values[place] ?? []))];
}

/** Values of a facet at most: of time all that a list of a century has, of others those that a reader looks at. */
const MAX_TIMES = 1200;
const MAX_VALUES = 20;

/** What of an item's list is counted. */
const COUNTED = { quotes: "quoteCount", articles: "articleCount", speakers: "speakerCount" } as const;

/** A counter for facets. */
export function facetsCounter(
  { of, facets }: Pick<FacetsQuery, "of" | "facets">,
  filters: QuoteFilters,
  hasPlaces: boolean,
): FigureCounter {
  return new FigureCounter({
    groupings: facets.map((facet) => [facet]),
    filters,
    hasPlaces,
    countsSpeakers: of === "speakers",
    ofArticles: of === "articles",
  });
}

/** What was counted for facets: values of most items first, years and months from the newest. */
export function rankedFacets(counter: FigureCounter, { of, facets }: Pick<FacetsQuery, "of" | "facets">): Unnamed<Facets> {
  const count = COUNTED[of];
  const ranked = facets.map((facet, index): [Dimension, Group[]] => {
    const { groups } = isTime(facet) ? counter.ranked(index, "value", "desc", MAX_TIMES) : counter.ranked(index, count, "desc", MAX_VALUES);
    // Quotes of nobody are in groups without a speaker.
    return [facet, groups.filter((group) => group[count] > 0)];
  });
  const counted = (facet: Dimension, { values: [value = null], ...counts }: Group, names: Map<string, string>): FacetValue => {
    const name = facet === "speaker" && value !== null ? (names.get(value) ?? value) : null;
    return { value, name, count: counts[count] };
  };
  return {
    speakers: ranked.flatMap(([facet, groups]) => speakersIn([facet], groups)),
    named: (names) => Object.fromEntries(ranked.map(([facet, groups]) => [facet, groups.map((group) => counted(facet, group, names))])),
  };
}

function isTime(facet: Dimension): boolean {
  return facet === "year" || facet === "month";
}

/** Facets in the order they are asked for, types of speakers among them, which are not counted by their quotes. */
export function withSpeakerTypes(asked: Dimension[], counted: Facets, types: { type: string; n: number }[]): Facets {
  const all: Facets = { ...counted, speakerType: types.map(({ type, n }) => ({ value: type, name: null, count: n })) };
  return Object.fromEntries(asked.map((facet) => [facet, all[facet]]));
}
