import { compareBytes } from "../rows.ts";
import type { Order, StatisticsSort } from "../store.ts";
import type { Group } from "./figure-counter.ts";

/**
 * The first groups of an order: by a count, or by their values. Equal ones follow each other by their values, from the
 * smallest; a value that is `null` comes last in every order.
 */
export function rankGroups(groups: Group[], sort: StatisticsSort, order: Order, limit: number): Group[] {
  const sign = order === "asc" ? 1 : -1;
  if (sort === "value") return groups.sort((a, b) => compareValues(a.values, b.values, sign)).slice(0, limit);
  // Most groups are far behind the last one shown; only the others are sorted.
  const counts = Float64Array.from(groups, (group) => sign * group[sort]).sort();
  const last = limit === 0 ? -Infinity : (counts[limit - 1] ?? Infinity);
  return groups
    .filter((group) => sign * group[sort] <= last)
    .sort((a, b) => sign * (a[sort] - b[sort]) || compareValues(a.values, b.values, 1))
    .slice(0, limit);
}

function compareValues(a: (string | null)[], b: (string | null)[], sign: number): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    return sign * compareBytes(one, other);
  }
  return 0;
}
