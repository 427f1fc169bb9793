import { addressWith, type PageQuery } from "./filter-links.ts";

/** A list page as it was asked for, without `cursor`: links to other parts of the list start at its beginning. */
export interface ListAddress {
  /** As routes have it. */
  path: string;
  query: PageQuery;
}

/** The address of the list itself, as routes have it. */
export function addressOf({ path, query }: ListAddress): string {
  return addressWith(path, query);
}

/** The list with other values of some parameters; `undefined` removes one. */
export function withValues({ path, query }: ListAddress, values: PageQuery): ListAddress {
  return { path, query: { ...query, ...values } };
}

/** The value of a parameter that is given, the first of several; `null` without one. */
export function givenOf({ query }: ListAddress, name: string): string | null {
  return [query[name] ?? []].flat()[0] ?? null;
}

/** Whether two addresses lead to the same list, in whatever order their parameters are. */
export function isSameList(a: ListAddress, b: ListAddress): boolean {
  const sorted = (list: ListAddress) => addressOf(list).split(/[?&]/).sort().join();
  return sorted(a) === sorted(b);
}
