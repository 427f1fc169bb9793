import type { Order, StatisticsSort } from "../store.ts";
import type { Tally } from "./grouping.ts";
import type { Values } from "./values.ts";

/**
 * The first groups of an order: by a count, or by their values. Equal ones follow each other by their values, from the
 * smallest; a value that is `null` comes last in every order.
 *
 * @param values those of each dimension
 */
export function rankGroups<Group extends Tally>(
  groups: Group[],
  values: Values[],
  sort: StatisticsSort,
  order: Order,
  limit: number,
): Group[] {
  const sign = order === "asc" ? 1 : -1;
  const place = placesOf(values, sort === "value" ? sign : 1);
  const key = sort === "value" ? place : (group: Group) => sign * group[sort];
  // Most groups are far behind the last one shown; only the others are sorted.
  const keys = Float64Array.from(groups, key).sort();
  const last = limit === 0 ? -Infinity : (keys[limit - 1] ?? Infinity);
  return groups
    .filter((group) => key(group) <= last)
    .sort((a, b) => key(a) - key(b) || place(a) - place(b))
    .slice(0, limit);
}

/** Gives a number for each group, in the order of their values. */
function placesOf([first, second]: Values[], sign: 1 | -1): (group: Tally) => number {
  const [firsts, seconds] = [first, second].map((values) => values?.places(sign) ?? [0]) as [number[], number[]];
  return (group) => (firsts[group.first] as number) * seconds.length + (seconds[group.second] as number);
}
