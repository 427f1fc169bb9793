import { instantOf } from "../../article/model/instants.ts";
import { keyOf, orderBy, type Sort } from "../sorts.ts";
import type { Key, Page } from "../store.ts";
import type { IndexDatabase, Row } from "./database.ts";

/** A condition of a statement with the values bound to it. */
export interface Condition {
  sql: string;
  values: (string | number)[];
}

export function condition(sql: string, ...values: (string | number)[]): Condition {
  return { sql, values };
}

/** A column has one of some values. Several are one value of the statement, so that there are not more statements than filters. */
export function oneOf(column: string, values: readonly string[]): Condition {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return condition(`${column} = ?`, only);
  return condition(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
}

/** All of them: what stands behind WHERE, and the values. */
export function allOf(conditions: Condition[]): Condition {
  return condition(conditions.map(({ sql }) => sql).join(" AND ") || "true", ...conditions.flatMap(({ values }) => values));
}

/** Rows with a date of publication in a range; see `Filters`. @param table has the columns of that date */
export function published(from: string | null, to: string | null, table: string): Condition[] {
  // The same as conditions on `published`, but indexes are ordered by `sort_published`.
  const bounds = within(`${table}.sort_published`, from, to);
  return bounds.length === 0 ? [] : [...bounds, condition(`${table}.published IS NOT NULL`)];
}

/** A column of instants between two moments, both inclusive. */
export function within(column: string, from: string | null, to: string | null): Condition[] {
  const bounds: Condition[] = [];
  if (from !== null) bounds.push(condition(`${column} >= ?`, instantOf(from)));
  if (to !== null) bounds.push(condition(`${column} <= ?`, instantOf(to, "end")));
  return bounds;
}

/**
 * The first rows of an ordered list behind a key, each part of it one range of an index that has the order: the rows
 * that differ from the key in the last column alone, then those that differ in the one before, and so on. One condition
 * for all of them would make SQLite read the list from its beginning.
 *
 * @param select statement up to its conditions
 * @param after `null` for the beginning of the list
 * @param columnOf what the columns of the sort are called in the statement
 */
export function rowsBehind(
  database: IndexDatabase,
  select: string,
  where: Condition[],
  sort: Sort,
  after: Key | null,
  limit: number,
  columnOf = (name: string) => name,
): Row[] {
  const read = (conditions: Condition[], most: number) => {
    const { sql, values } = allOf(conditions);
    return database.all(`${select} WHERE ${sql} ORDER BY ${orderBy(sort, columnOf)} LIMIT ?`, ...values, most);
  };
  if (after === null) return read(where, limit);
  const rows: Row[] = [];
  for (let last = sort.length - 1; last >= 0 && rows.length < limit; last -= 1) {
    const behind = sort.slice(0, last + 1).map(({ name, descends }, index) => {
      const operator = index < last ? "=" : descends ? "<" : ">";
      return condition(`${columnOf(name)} ${operator} ?`, after[index] as string | number);
    });
    rows.push(...read([...where, ...behind], limit - rows.length));
  }
  return rows;
}

/** Up to this share of all rows, those that pass are looked up and sorted; more are met soon enough on a walk through all in order. */
const FEW = 1 / 50;

export function areFew(number: number, all: number): boolean {
  return number <= all * FEW;
}

/**
 * A page of rows, of which one more than `limit` was asked for, to know whether more follow.
 * @param itemsOf gives the items of the rows that are shown
 */
export function pageOf<Shown extends object>(
  rows: Shown[],
  limit: number,
  total: number,
  sort: Sort,
  itemsOf: (shown: Shown[]) => string[],
): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: itemsOf(shown), total, next: rows.length > limit && last !== undefined ? keyOf(last, sort) : null };
}
