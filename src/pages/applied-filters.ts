import { dayOf } from "./dates.ts";
import { addressOf, givenOf, type ListAddress, withoutValue, withValues } from "./list-address.ts";
import type { AppliedFilter } from "./list-head.ts";
import { FILTER_NAMES, valueName } from "./value-names.ts";

/** Bounds that are shown as one filter where both are given. */
const RANGES = [
  ["publishedFrom", "publishedTo", "Published"],
  ["modifiedFrom", "modifiedTo", "Changed"],
] as const;

/**
 * The filters that the parameters of a list page are, in the order of the address; what sorts or chooses a view is none.
 * @param names of speakers, by id
 */
export function appliedFilters(list: ListAddress, names: ReadonlyMap<string, string>): AppliedFilter[] {
  const applied: AppliedFilter[] = [];
  for (const [name, value] of list.parameters) {
    const range = RANGES.find(([from, to]) => (name === from || name === to) && givenOf(list, from) !== null && givenOf(list, to) !== null);
    if (range !== undefined) {
      const [from, to, label] = range;
      if (name !== from) continue;
      const shown = rangeName(value, givenOf(list, to) ?? "");
      applied.push({ label, value: shown, without: addressOf(withValues(list, { [from]: null, [to]: null })) });
    } else if (Object.hasOwn(FILTER_NAMES, name)) {
      const shown = names.get(name === "speaker" ? value : "") ?? (/(?:From|To)$/.test(name) ? momentName(value) : valueName(name, value));
      applied.push({ label: FILTER_NAMES[name] ?? name, value: shown, without: addressOf(withoutValue(list, name, value)) });
    }
  }
  return applied;
}

/** The list without any filter; how it is sorted and what it shows of each stays. */
export function unfiltered({ path, parameters }: ListAddress): ListAddress {
  return { path, parameters: parameters.filter(([name]) => !Object.hasOwn(FILTER_NAMES, name)) };
}

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A range of days in words: a whole year, a whole month, or from one day to another. */
function rangeName(from: string, to: string): string {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + 1, 0);
  if (from.length === 10 && from.endsWith("-01") && to === month.toISOString().slice(0, 10)) return MONTH.format(month);
  return `${momentName(from)} to ${momentName(to)}`;
}

/** A day in words; an instant as it is written, without its `T` and `Z`. */
function momentName(moment: string): string {
  return moment.length === 10 ? dayOf(moment) : `${moment.slice(0, 16).replace("T", " ")} UTC`;
}
