import { z } from "zod";
import { SearchScope } from "../../article/words/search-hit.ts";
import { directed, SORTS } from "../../store/sorts.ts";
import type { Filters, Order, Page, SearchQuery, Store } from "../../store/store.ts";
import { flag } from "../requests/parameters.ts";
import type { PageOf } from "./paging.ts";

/** Where and how the words of a search are looked for. */
export const searching = {
  in: SearchScope.optional().meta({ param: { description: "Where to look for `q`; `all` without it.", example: "quotes" } }),
  fuzzy: flag.meta({
    description: "Whether words outside of quotation marks also find words that differ in one letter, or in two from eight letters on.",
    examples: [true],
  }),
};

/** How hits can be sorted. */
export const hitSort = z
  .enum(["relevance", "published"])
  .optional()
  .meta({
    description:
      "`relevance` (the default): how often the words occur for the length of the text; words in the headline and new articles count more. `published`: by date.",
    examples: ["published"],
  });

/** What a search is asked for beside its filters. */
export interface Searching {
  in?: SearchScope | undefined;
  fuzzy?: boolean | undefined;
  sort?: SearchQuery["sort"] | undefined;
  order?: Order | undefined;
}

/** The order of hits, which says what a cursor holds. */
export function sortOfHits({
  sort = "relevance",
  order = null,
}: {
  sort?: SearchQuery["sort"] | undefined;
  order?: Order | null | undefined;
}) {
  return sort === "relevance" ? SORTS.relevance : directed(SORTS.published, order);
}

/** What reads a page of the hits; there are none for words without a letter or a digit. */
export function hitsOf(store: Store, { words, ...filters }: Filters, searching: Searching): PageOf {
  const { in: scope, fuzzy, sort = "relevance", order = null } = searching;
  if (words === null || words.all.length === 0) return async () => NOTHING;
  return (asked) => store.search({ ...filters, words, in: scope, fuzzy, sort, order, ...asked });
}

const NOTHING: Page = { items: [], total: 0, next: null };
