import type { Filters, Store } from "../../../store/store.ts";

/** How many of the filtered quotes have no sure speaker (`doubtLine` shows it), whichever confidences the filters ask for. */
export async function unsureCount(store: Store, filters: Filters): Promise<number> {
  const [all, sure] = await Promise.all([
    store.quotes({ ...filters, confidences: null, limit: 0 }),
    store.quotes({ ...filters, confidences: ["high", "medium"], limit: 0 }),
  ]);
  return all.total - sure.total;
}
