import { z } from "zod";
import type { SpeakerSummary } from "../../../article/model/items.ts";
import type { PageQuery } from "../../../pages/filter-links.ts";
import type { Filters, Store } from "../../../store/store.ts";
import { type FilterParameters, filters, filtersOf } from "../../requests/filters.ts";
import { typedWords, wordsTyped } from "./typed-words.ts";

const { id: _, q: __, ...others } = filters;

/** The filters of pages: those of the API, with words as readers type them. */
export const pageFilters = { ...others, q: typedWords };

/** What a store is asked for by the filters of a page. @throws HttpProblem as `filtersOf` does */
export async function pageFiltersOf(store: Store, { q, ...query }: FilterParameters): Promise<Filters> {
  return { ...(await filtersOf(store, query)), words: wordsTyped(q) ?? null };
}

/** A query as links on its page repeat it: without the place in the list, and with words only where they look for something. */
export function linkedQuery(query: Record<string, unknown>): PageQuery {
  const { cursor: _cursor, q, ...rest } = query;
  const hasWords = typeof q === "string" && wordsTyped(q) !== undefined;
  return { ...(hasWords ? { q } : {}), ...rest } as PageQuery;
}

/** Names of the speakers that a query filters by, by what it has of each. @param ids of `pageFiltersOf`, in the same order */
export async function speakerNames(
  store: Store,
  given: string[] | undefined,
  ids: Filters["speakers"],
): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.all(
    (given ?? []).map(async (asked, place): Promise<[string, string][]> => {
      const id = ids?.[place] ?? null;
      const found = id === null ? null : await store.speakerSummary(id);
      return found?.state === "found" ? [[asked, (JSON.parse(found.json) as SpeakerSummary).name]] : [];
    }),
  );
  return new Map(names.flat());
}

/** Months, times kinds of quotes: more than the years of four digits have. */
export const ALL_MONTHS = 400_000;

/** A sort or an order that a page knows, else its usual one: an old link still finds its list. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).optional().catch(undefined);
}
