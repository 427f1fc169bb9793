import { instantOf } from "../article/moment.ts";
import { isStorable } from "./postgres-connection.ts";
import { phraseSearch } from "./postgres-words.ts";
import type { Key } from "./store.ts";

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

/**
 * Phrases (for each, those any of which answers it) that a row's words must hold, as two conditions of which a row meets
 * one at most: that of rows with a vector, which its index answers alone, and that of the few rows without. Joined by OR
 * they would make PostgreSQL read the vector of every row that the index finds.
 */
export function phraseConditions(phrases: string[][][], place: "all" | "article" | "narration", values: Values): [string, string] {
  if (phrases.length === 0) return ["false", "false"];
  const { query, texts, allTexts } = phraseSearch(phrases, place);
  const words = place === "narration" ? "narration" : "words";
  const matched = `vector @@ ${values.add(query, "tsquery")}`;
  return [
    texts === "[]" ? matched : `${matched} AND ${holds(words, values.add(texts, "jsonb"))}`,
    `oversize AND ${holds(words, values.add(allTexts, "jsonb"))}`,
  ];
}

/** The rows of a statement made with each of some conditions that exclude each other. */
export function unionOf(conditions: readonly string[], statement: (condition: string) => string): string {
  return conditions.map((condition) => `(${statement(condition)})`).join(" UNION ALL ");
}

// Of every phrase the words contain one text. The subquery makes one uncompressed copy of the words for all of them.
function holds(words: string, texts: string): string {
  return `(SELECT bool_and(EXISTS (SELECT FROM jsonb_array_elements_text(phrase) AS one (contained) WHERE strpos(copy.words, contained) > 0))
    FROM (SELECT ${words} || ' ' AS words OFFSET 0) AS copy, jsonb_array_elements(${texts}) AS phrase)`;
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
