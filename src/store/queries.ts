import type {
  ArticlesQuery,
  Asked,
  CandidatesQuery,
  FacetsQuery,
  Filters,
  LettersQuery,
  QuotesQuery,
  SearchQuery,
  SpeakersQuery,
  StatisticsQuery,
} from "./store.ts";

/** What a query asks for where it says nothing. */

/** Filters that let everything pass. */
export const NO_FILTERS: Filters = {
  words: null,
  speakers: null,
  speakerTypes: null,
  kinds: null,
  bases: null,
  confidences: null,
  languages: null,
  publishers: null,
  credits: null,
  articles: null,
  ids: null,
  publishedFrom: null,
  publishedTo: null,
  modifiedFrom: null,
  modifiedTo: null,
};

const FIRST_PAGE = { order: null, after: null, counted: true };

export function articlesQuery(asked: Asked<ArticlesQuery>): ArticlesQuery {
  return filled({ ...NO_FILTERS, ...FIRST_PAGE, sort: "published" }, asked);
}

export function quotesQuery(asked: Asked<QuotesQuery>): QuotesQuery {
  return filled({ ...NO_FILTERS, ...FIRST_PAGE, sort: "published" }, asked);
}

export function speakersQuery(asked: Asked<SpeakersQuery>): SpeakersQuery {
  return filled({ ...NO_FILTERS, ...FIRST_PAGE, startsWith: null, sort: "name" }, asked);
}

export function lettersQuery(asked: Asked<LettersQuery, never>): LettersQuery {
  return filled(NO_FILTERS, asked);
}

export function searchQuery(asked: Asked<SearchQuery, "limit" | "words">): SearchQuery {
  return filled({ ...NO_FILTERS, ...FIRST_PAGE, in: "all", fuzzy: false, sort: "relevance" }, asked);
}

export function statisticsQuery(asked: Asked<StatisticsQuery>): StatisticsQuery {
  return filled({ ...NO_FILTERS, by: [], sort: "quoteCount", order: null }, asked);
}

export function facetsQuery(asked: Asked<FacetsQuery, "of" | "facets">): FacetsQuery {
  return filled({ ...NO_FILTERS, in: "all", fuzzy: false, startsWith: null }, asked);
}

export function candidatesQuery(asked: Asked<CandidatesQuery, "limit" | "probes">): CandidatesQuery {
  return filled(
    { passOver: null, articles: null, except: [], speakers: null, publishedFrom: null, publishedTo: null, former: false },
    asked,
  );
}

/** The defaults with what was asked for in their place. */
function filled<Defaults extends object, Given extends object>(defaults: Defaults, asked: Given) {
  const own = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return { ...defaults, ...own } as Defaults & { [Member in keyof Given]: Exclude<Given[Member], undefined> };
}
