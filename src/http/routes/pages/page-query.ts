import { z } from "zod";
import type { SpeakerSummary } from "../../../article/model/items.ts";
import type { PageQuery } from "../../../pages/filter-links.ts";
import type { Filters, Store } from "../../../store/store.ts";
import { filters } from "../../requests/filters.ts";

const { id: _, ...others } = filters;

/** The filters of pages: those of the API, but for ids. */
export const pageFilters = others;

/** A query as links on its page repeat it: without the place in the list. */
export function linkedQuery({ cursor: _cursor, ...query }: Record<string, unknown>): PageQuery {
  return query as PageQuery;
}

/** Names of the speakers that a query filters by, by what it has of each. @param ids of `filtersOf`, in the same order */
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
