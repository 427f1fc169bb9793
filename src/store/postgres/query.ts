import { instantOf } from "../../article/model/instants.ts";
import type { Key } from "../store.ts";
import { isStorable } from "./connection.ts";
import { keysOf, type Place } from "./word-keys.ts";

/** An id that no row has: ids hold no white space. Stands for ids that PostgreSQL could not even be asked about. */
const NO_ID = " ";

/** Slugs of articles whose rows were changed by hand; an index holds just these. */
export const UNSOUND = "SELECT slug FROM articles WHERE NOT sound";
/** The condition of rows of other tables that their articles' are not. */
export const SOUND_ARTICLE = `slug <> ALL (ARRAY(${UNSOUND}))`;

/** A list with the sort columns of one key; a column may end in ` DESC`. */
export type Order = readonly string[];

/** The values of a statement, by number. */
export class Values {
  readonly all: unknown[] = [];
  readonly #numbers = new Map<string, string>();

  /** The placeholder of a value, with its type. */
  add(value: unknown, type = "text"): string {
    const known = `${type} ${JSON.stringify(value)}`;
    let placeholder = this.#numbers.get(known);
    if (placeholder === undefined) {
      this.all.push(value);
      placeholder = `$${this.all.length}::${type}`;
      this.#numbers.set(known, placeholder);
    }
    return placeholder;
  }

  /** The placeholder of a slug or an id from outside. */
  id(id: string): string {
    return this.add(idOf(id));
  }

  /** The placeholder of several. */
  ids(ids: string[]): string {
    return this.add(ids.map(idOf), "text[]");
  }
}

function idOf(id: string): string {
  return id !== "" && isStorable(id) ? id : NO_ID;
}

/** Conditions, all of which must hold. */
export class Where {
  readonly #conditions: string[] = [];
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  add(condition: string): this {
    this.#conditions.push(condition);
    return this;
  }

  get sql(): string {
    return this.#conditions.length === 0 ? "true" : this.#conditions.join(" AND ");
  }

  /** Bounds of `published`; those of the sort column say the same and let its index begin and end there. */
  published(from: string | null, to: string | null, sorted: boolean): this {
    this.#within("published", from, to);
    return sorted ? this.#within("sort_published", from, to) : this;
  }

  /** The same in `article_words`, where a row with a year has its date in the sort column. */
  dated(from: string | null, to: string | null): this {
    if (from !== null || to !== null) this.add("year IS NOT NULL");
    return this.#within("sort_published", from, to);
  }

  #within(column: string, from: string | null, to: string | null): this {
    if (from !== null) this.add(`${column} >= ${this.values.add(instantOf(from, "start"))}`);
    if (to !== null) this.add(`${column} <= ${this.values.add(instantOf(to, "end"))}`);
    return this;
  }

  /** `en` finds `en` and `en-gb`. */
  language(language: string, column = "language"): this {
    const wanted = this.values.add(isStorable(language) ? language.toLowerCase() : NO_ID);
    return this.add(`(${column} = ${wanted} OR starts_with(${column}, ${wanted} || '-'))`);
  }

  /** Rows behind `key` in the given order. */
  after(order: Order, key: Key): this {
    const bound = order.map((column, index) => {
      const value = key[index];
      return { column: column.split(" ")[0], descends: column.endsWith(" DESC"), value: this.#keyValue(value) };
    });
    const alternatives = bound.map(({ column, descends, value }, index) => {
      const equal = bound.slice(0, index).map((before) => `${before.column} = ${before.value}`);
      return `(${[...equal, `${column} ${descends ? "<" : ">"} ${value}`].join(" AND ")})`;
    });
    // The first column's bound alone tells the index where to begin.
    const [first] = bound;
    if (first !== undefined) this.add(`${first.column} ${first.descends ? "<=" : ">="} ${first.value}`);
    return this.add(`(${alternatives.join(" OR ")})`);
  }

  #keyValue(value: string | number | undefined): string {
    return typeof value === "number" ? this.values.add(value, "bigint") : this.values.add(value ?? "");
  }
}

/** Lists of keys that a statement asks the index for at most, so that the longest query makes no statement of its own; texts tell the rest. */
const MAX_LISTS = 8;

/** Phrases, for each those any of which answers it, that an article must hold: a condition on rows of `article_words`. */
export function articleHolds(phrases: string[][][], place: Place, values: Values): string {
  if (phrases.length === 0) return "false";
  const pieces = phrases.flatMap((alternatives) => {
    const found = alternatives.map((phrase) => keysOf(phrase, place));
    // A row has one key of each list; of alternatives of several words each would need a scan of its own.
    if (found.length > 1 && found.some(({ lists }) => lists.length > 1)) return [];
    const isSure = found.every((one) => one.isSure);
    const lists = found.length > 1 ? [found.flatMap((one) => one.lists.flat())] : (found[0]?.lists ?? []);
    return lists.map((list, index) => ({ list, tells: isSure && index === 0 ? alternatives : null }));
  });
  const asked = pieces.sort((a, b) => Number(b.tells !== null) - Number(a.tells !== null)).slice(0, MAX_LISTS);
  const told = new Set(asked.map(({ tells }) => tells));
  const conditions = asked.map(({ list }) => `keys && ${values.add(list, "bigint[]")}`);
  const untold = phrases.filter((alternatives) => !told.has(alternatives));
  // Quotes are told apart by their own rows; a headline is told well enough by its words.
  if (untold.length > 0 && (place === "all" || place === "narration"))
    conditions.push(holdsTexts(place === "all" ? "words" : "narration", untold, values));
  return conditions.length === 0 ? "true" : conditions.join(" AND ");
}

/** Whether a column of folded words holds phrases; none are held by nothing. */
export function holdsTexts(column: string, phrases: string[][][], values: Values): string {
  if (phrases.length === 0) return "false";
  const patterns = phrases.map((alternatives) => alternatives.map((phrase) => `%${containedText(phrase).replace(/[\\%_]/g, "\\$&")}%`));
  const all = patterns.filter(({ length }) => length === 1).flat();
  const conditions = patterns.filter(({ length }) => length !== 1).map((any) => `LIKE ANY (${values.add(any, "text[]")})`);
  if (all.length > 0) conditions.push(`LIKE ALL (${values.add(all, "text[]")})`);
  return conditions.map((condition) => `${column} || ' ' ${condition}`).join(" AND ");
}

/** What folded words with a space behind contain when they hold a phrase. */
export function containedText(phrase: string[]): string {
  return ` ${phrase.join(" ")} `;
}

/**
 * One statement for a page and the total of its list, so that both are of one moment.
 *
 * @param page selects the page's rows with the columns of `order` and `item`, in order, one more than shown
 * @param total an expression
 * @returns rows with `total` and `unsound` (slugs that lists leave out, or null) on each; a single row with `item` null when the page is empty
 */
export function pageStatement(page: string, total: string, order: Order): string {
  return `SELECT t.total, t.unsound, p.* FROM (SELECT (${total})::int AS total,
      (SELECT array_agg(slug) FROM (${UNSOUND} UNION SELECT slug FROM quotes WHERE NOT sound LIMIT 100) AS u) AS unsound) AS t
    LEFT JOIN LATERAL (${page}) AS p ON true ORDER BY ${order.map((column) => `p.${column}`).join(", ")}`;
}

/** Whether the tallies can tell a total: the bounds are whole days. */
export function wholeDays(...bounds: (string | null)[]): boolean {
  return bounds.every((bound) => bound === null || !bound.includes("T"));
}

/** The sum of tallies: what a list without rows changed by hand holds, between two days or in all (day "*"). */
export function tallied(values: Values, list: string, from: string | null, to: string | null, facets: string): string {
  const days =
    from === null && to === null ? "day = '*'" : `day >= ${values.add(from ?? "0")}${to === null ? "" : ` AND day <= ${values.add(to)}`}`;
  return `SELECT coalesce(sum(n), 0) FROM tallies WHERE list = '${list}' AND ${days} AND ${facets}`;
}
