import type { Filters, Store } from "../../../store/store.ts";

/** High, medium, low, and of which nobody is named. */
const CONFIDENCES = 4;

/** How many of the filtered quotes have no sure speaker (`doubtLine` shows it), whichever confidences the filters ask for. */
export async function unsureCount(store: Store, filters: Filters): Promise<number> {
  const { groups } = await store.statistics({ ...filters, confidences: null, by: ["confidence"], limit: CONFIDENCES });
  return groups
    .filter(({ confidence }) => confidence !== "high" && confidence !== "medium")
    .reduce((sum, { quoteCount }) => sum + quoteCount, 0);
}
