import type { SearchQuery } from "../../src/store/store.ts";

/** A search without filters, for tests to say what differs. */
export const ANY_SEARCH: SearchQuery = {
  phrases: [],
  in: "all",
  fuzzy: false,
  speakers: null,
  kind: null,
  language: null,
  article: null,
  publishedFrom: null,
  publishedTo: null,
  sort: "newest",
  facets: false,
  limit: 100,
  after: null,
};
