import type { ArticlesQuery, Asked, CandidatesQuery, QuotesQuery, SearchQuery, SpeakersQuery } from "./store.ts";

/** What a query asks for where it says nothing. */

const ANY_DATE = { publishedFrom: null, publishedTo: null };

export function articlesQuery(asked: Asked<ArticlesQuery>): ArticlesQuery {
  return filled({ ...ANY_DATE, phrases: null, speaker: null, language: null, sort: "published", after: null }, asked);
}

export function quotesQuery(asked: Asked<QuotesQuery>): QuotesQuery {
  return filled({ ...ANY_DATE, phrases: null, speakers: null, kind: null, article: null, after: null }, asked);
}

export function speakersQuery(asked: Asked<SpeakersQuery>): SpeakersQuery {
  return filled({ phrases: null, type: null, sort: "name", after: null }, asked);
}

export function searchQuery(asked: Asked<SearchQuery, "limit" | "phrases">): SearchQuery {
  const anything = { in: "all", fuzzy: false, speakers: null, kind: null, language: null, article: null } as const;
  return filled({ ...ANY_DATE, ...anything, sort: "relevance", facets: false, after: null }, asked);
}

export function candidatesQuery(asked: Asked<CandidatesQuery, "limit" | "probes">): CandidatesQuery {
  return filled({ ...ANY_DATE, articles: null, except: [], speakers: null }, asked);
}

/** The defaults with what was asked for in their place. */
function filled<Defaults extends object, Given extends object>(defaults: Defaults, asked: Given) {
  const own = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return { ...defaults, ...own } as Defaults & { [Member in keyof Given]: Exclude<Given[Member], undefined> };
}
