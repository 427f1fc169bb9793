import type { Words } from "../../src/article/words/query.ts";
import { NO_FILTERS } from "../../src/store/queries.ts";
import type { SearchQuery } from "../../src/store/store.ts";

/** What all of some phrases of folded words must be found by, exactly. */
export function phrases(...phrases: string[][]): Words {
  return { all: phrases.map((words) => [{ kind: "phrase", words }]), none: [] };
}

/** A search without filters, for tests to say what differs. */
export const ANY_SEARCH: SearchQuery = {
  ...NO_FILTERS,
  words: phrases(),
  in: "all",
  fuzzy: false,
  sort: "published",
  order: null,
  limit: 100,
  after: null,
  counted: true,
};
