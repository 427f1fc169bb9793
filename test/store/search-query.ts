import { NO_FILTERS } from "../../src/store/queries.ts";
import type { SearchQuery } from "../../src/store/store.ts";

/** A search without filters, for tests to say what differs. */
export const ANY_SEARCH: SearchQuery = {
  ...NO_FILTERS,
  phrases: [],
  in: "all",
  fuzzy: false,
  sort: "published",
  order: null,
  facets: false,
  limit: 100,
  after: null,
};
