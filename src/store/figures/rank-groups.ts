import type { Order, StatisticsSort } from "../store.ts";
import type { Tallies } from "./grouping.ts";
import type { Values } from "./values.ts";

/**
 * The first groups of an order: by a count, or by their values. Equal ones follow each other by their values, from the
 * smallest; a value that is `null` comes last in every order.
 *
 * @param values those of each dimension
 * @returns numbers of groups
 */
export function rankGroups(tallies: Tallies, values: Values[], sort: StatisticsSort, order: Order, limit: number): number[] {
  const sign = order === "asc" ? 1 : -1;
  const place = placesOf(tallies, values, sort === "value" ? sign : 1);
  const key = sort === "value" ? place : (group: number) => sign * (tallies[sort][group] as number);
  const groups = [...tallies.first.keys()];
  // Most groups are far behind the last one shown; only the others are sorted.
  const keys = Float64Array.from(groups, key).sort();
  const last = limit === 0 ? -Infinity : (keys[limit - 1] ?? Infinity);
  return groups
    .filter((group) => key(group) <= last)
    .sort((a, b) => key(a) - key(b) || place(a) - place(b))
    .slice(0, limit);
}

/** Gives a number for each group, in the order of their values. */
function placesOf({ first, second }: Tallies, [one, other]: Values[], sign: 1 | -1): (group: number) => number {
  const [firsts, seconds] = [one, other].map((values) => values?.places(sign) ?? [0]) as [number[], number[]];
  return (group) => (firsts[first[group] as number] as number) * seconds.length + (seconds[second[group] as number] as number);
}
