import { lastDayOf } from "../article/model/instants.ts";
import { dayOf, monthOf } from "./dates.ts";
import { labelOf, languageName } from "./labels.ts";

/** The query of a page: as it was validated, or as a link is to have it. */
export type PageQuery = Record<string, string | string[] | undefined>;

/** An address with a query, as routes have it. @param changes values in place of those of the query; `undefined` leaves one out */
export function addressWith(path: string, query: PageQuery, changes: PageQuery = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    for (const one of [value].flat()) if (one !== undefined) parameters.append(name, one);
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** Filters that have values of their own, in the order in which they are named. */
const NAMES: Record<string, string> = {
  q: "Words",
  in: "Looked in",
  fuzzy: "Spelling",
  speaker: "Speaker",
  speakerType: "Type",
  kind: "Kind",
  basis: "Basis",
  confidence: "Confidence",
  publisher: "Publisher",
  language: "Language",
  credit: "Credited",
  article: "Article",
  id: "Id",
  startsWith: "Begins with",
};

const BOUNDS: Record<string, string> = {
  publishedFrom: "Published from",
  publishedTo: "Published until",
  modifiedFrom: "Changed from",
  modifiedTo: "Changed until",
};

/** What a parameter is called in words; one that is no filter as it is. */
export function filterName(parameter: string): string {
  return NAMES[parameter] ?? BOUNDS[parameter] ?? parameter;
}

/** A query without any filter: how a list is sorted and what it shows stays. */
export function unfiltered(query: PageQuery): PageQuery {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !Object.hasOwn(NAMES, name) && !Object.hasOwn(BOUNDS, name)));
}

/**
 * The filters of a query in words, each with the address of the page without it; what `listHead` shows.
 *
 * @param path of the page, as routes have it
 * @param shown names of values that are ids, by id
 */
export function appliedFilters(path: string, query: PageQuery, shown: ReadonlyMap<string, string> = new Map()) {
  const own = Object.entries(NAMES).flatMap(([name, label]) => {
    const values = [query[name] ?? []].flat();
    if (name === "kind" && isDirect(values))
      return [{ label, value: "Direct or in part", without: addressWith(path, query, { kind: undefined }) }];
    return values.map((value) => {
      const others = values.filter((one) => one !== value);
      const without = addressWith(path, query, { [name]: others.length === 0 ? undefined : others });
      return { label, value: shown.get(value) ?? valueWords(name, value), without };
    });
  });
  return [...own, ...ofDates(path, query, "published"), ...ofDates(path, query, "modified")];
}

function ofDates(path: string, query: PageQuery, name: "published" | "modified") {
  const [from, to] = [`${name}From`, `${name}To`].map((one) => query[one]);
  if (typeof from !== "string" && typeof to !== "string") return [];
  const without = addressWith(path, query, { [`${name}From`]: undefined, [`${name}To`]: undefined });
  const value = rangeWords(typeof from === "string" ? from : null, typeof to === "string" ? to : null);
  return [{ label: name === "published" ? "Published" : "Changed", value, without }];
}

/** Words of somebody, in their own marks: quotes that are not the reporter's wording. */
export const DIRECT_KINDS = ["direct", "mixed"];

function isDirect(kinds: string[]): boolean {
  return kinds.length === 2 && DIRECT_KINDS.every((kind) => kinds.includes(kind));
}

function valueWords(name: string, value: string): string {
  if (name === "speaker" && value === "none") return "nobody named";
  return name === "language" ? languageName(value) : labelOf(name, value);
}

/** A range of days in words: "2020", "March 2020", "5 March 2020 to 7 April 2020", "since 5 March 2020". */
export function rangeWords(from: string | null, to: string | null): string {
  if (from === null) return to === null ? "any time" : `until ${dayOf(to)}`;
  if (to === null) return `since ${dayOf(from)}`;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  if (from === `${month}-01` && to === lastDayOf(month)) return monthOf(from);
  return from === to ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`;
}
