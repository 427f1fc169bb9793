import { instantOf } from "../../../article/model/instants.ts";
import { UNINFLECTED } from "../../../article/words/searchable.ts";
import { containedText, type Pattern, type Patterns, type Sought } from "../../../article/words/sought.ts";
import { NOBODY } from "../../rows.ts";
import { orderBy, type Sort } from "../../sorts.ts";
import type { Key } from "../../store.ts";
import { isStorable } from "../connection.ts";
import { isToldByVector, tsqueryOf } from "../vectors.ts";

/** An id that no row has: ids hold no white space. Stands for ids that PostgreSQL cannot be sent. */
const NO_ID = " ";

/** The values of a statement, by number. */
export class Values {
  readonly all: unknown[] = [];
  readonly #placeholders = new Map<string, string>();

  /** The placeholder of a value, with its type. */
  add(value: unknown, type = "text"): string {
    const known = `${type} ${JSON.stringify(value)}`;
    let placeholder = this.#placeholders.get(known);
    if (placeholder === undefined) {
      this.all.push(value);
      placeholder = `$${this.all.length}::${type}`;
      this.#placeholders.set(known, placeholder);
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
export class Conditions {
  readonly #conditions: string[] = [];
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  add(condition: string): this {
    if (condition !== "true") this.#conditions.push(condition);
    return this;
  }

  get isEmpty(): boolean {
    return this.#conditions.length === 0;
  }

  get sql(): string {
    return this.isEmpty ? "true" : this.#conditions.join(" AND ");
  }

  /** Bounds of `published`. @param isSorted whether rows are sorted by it: the same bounds of the sort column let its index begin and end there */
  published(from: string | null, to: string | null, isSorted: boolean): this {
    for (const column of isSorted ? ["published", "sort_published"] : ["published"]) this.within(column, from, to);
    return this;
  }

  /** Bounds of a column of instants. */
  within(column: string, from: string | null, to: string | null): this {
    if (from !== null) this.add(`${column} >= ${this.values.add(instantOf(from, "start"))}`);
    if (to !== null) this.add(`${column} <= ${this.values.add(instantOf(to, "end"))}`);
    return this;
  }

  /** Any of several languages: `en` finds `en` and `en-gb`. */
  languages(languages: string[], column = "language"): this {
    const any = languages.map((language) => {
      const wanted = this.values.add(isStorable(language) ? language.toLowerCase() : NO_ID);
      return `${column} = ${wanted} OR starts_with(${column}, ${wanted} || '-')`;
    });
    return this.add(`(${any.join(" OR ") || "false"})`);
  }

  /** A column has one of some values; `null` admits any. */
  oneOf(column: string, values: readonly string[] | null): this {
    if (values === null) return this;
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return this.add(`${column} = ${this.values.id(only)}`);
    return this.add(`${column} = ANY (${this.values.ids([...values])})`);
  }

  /**
   * What a text must have, and must not have.
   *
   * @param sought without anything to find nothing is found
   * @param vector column with the vector of the text
   * @param text expression of the folded words of the text
   */
  sought(sought: Sought, vector: string, text: string): this {
    if (sought.exact.all.length === 0) return this.add("false");
    this.add(`${vector} @@ ${this.values.add(tsqueryOf(sought), "tsquery")}`);
    const [inflected = "", exact = ""] = [sought.inflected, sought.exact].map((patterns) => untold(patterns, text, this.values));
    if (inflected === exact) return exact === "true" ? this : this.add(exact);
    const isUninflected = `starts_with(${text}, ${this.values.add(` ${UNINFLECTED}`)})`;
    return this.add(`CASE WHEN ${isUninflected} THEN ${exact} ELSE ${inflected} END`);
  }

  /** Rows behind `key` in the order of `sort`. */
  after(sort: Sort, key: Key | null): this {
    if (key === null) return this;
    const bounds = sort.map(({ name, type, descends }, index) => {
      const value = this.values.add(key[index] ?? null, type === "number" ? "bigint" : "text");
      return { name, beyond: descends ? "<" : ">", value };
    });
    const alternatives = bounds.map(({ name, beyond, value }, index) => {
      const equal = bounds.slice(0, index).map((before) => `${before.name} = ${before.value}`);
      return `(${[...equal, `${name} ${beyond} ${value}`].join(" AND ")})`;
    });
    // The first column's bound alone tells the index where to begin.
    const [first] = bounds;
    if (first !== undefined) this.add(`${first.name} ${first.beyond}= ${first.value}`);
    return this.add(`(${alternatives.join(" OR ")})`);
  }
}

/** The condition that a text of folded words has one pattern of each list. */
export function holdsAll(all: Pattern[][], text: string, values: Values): string {
  const contained = (any: Pattern[]) => `unnest(${values.add(any.map(containedText), "text[]")}) AS contained`;
  return all.map((any) => `EXISTS (SELECT FROM ${contained(any)} WHERE strpos(${text} || ' ', contained) > 0)`).join(" AND ");
}

/** The condition on a text that its vector leaves open. */
function untold({ all, none }: Patterns, text: string, values: Values): string {
  const open = all.filter((any) => !any.every(isToldByVector));
  const refused = none.filter((pattern) => !isToldByVector(pattern));
  const conditions = [];
  if (open.length > 0) conditions.push(holdsAll(open, text, values));
  if (refused.length > 0) conditions.push(`NOT (${holdsAll([refused], text, values)})`);
  return conditions.join(" AND ") || "true";
}

/** `speaker` ids as they are now: merged ones stand for whom they were merged into. */
export function currentSpeakers(ids: string[], values: Values): string {
  return `SELECT DISTINCT coalesce(m.speaker, asked.id) FROM unnest(${values.ids(ids)}) AS asked (id)
    LEFT JOIN speaker_aliases m ON m.alias = asked.id`;
}

/** The slug an article has now. */
export function currentSlug(slug: string, values: Values): string {
  const asked = values.id(slug);
  return `coalesce((SELECT slug FROM article_aliases WHERE alias = ${asked}), ${asked})`;
}

/** The slugs that articles have now. */
export function currentSlugs(slugs: string[], values: Values): string {
  return `SELECT coalesce(m.slug, asked.id) FROM unnest(${values.ids(slugs)}) AS asked (id) LEFT JOIN article_aliases m ON m.alias = asked.id`;
}

/** The ids that quotes have now. */
export function currentQuotes(ids: string[], values: Values): string {
  return `SELECT coalesce(m.quote, asked.id) FROM unnest(${values.ids(ids)}) AS asked (id) LEFT JOIN quote_aliases m ON m.alias = asked.id`;
}

/** The ids asked for as they are in `quote_speakers`: as they are now, `null` as nobody. */
export function askedSpeakers(speakers: (string | null)[], values: Values): string {
  const ids = speakers.filter((id) => id !== null);
  const named = currentSpeakers(ids, values);
  return speakers.length === ids.length ? named : `${named} UNION SELECT '${NOBODY}'`;
}

/** A statement of a page of a list and its values. */
export interface PageStatement {
  text: string;
  values: unknown[];
  sort: Sort;
}

/**
 * One statement for a page and the total of its list, so that both are of one moment.
 *
 * @param page selects the page's rows with the columns of `sort` and `item`, in order, one more than shown
 * @param total an expression
 * @returns a statement for rows with `total` on each; a single row with `item` null when the page is empty
 */
export function pageStatement(page: string, total: string, sort: Sort, values: Values): PageStatement {
  const text = `SELECT t.total, p.* FROM (SELECT (${total})::int AS total) AS t LEFT JOIN LATERAL (${page}) AS p ON true ORDER BY ${orderBy(sort)}`;
  return { text, values: values.all, sort };
}

/** Whether the tallies can tell a total: the bounds are whole days. */
export function areWholeDays(...bounds: (string | null)[]): boolean {
  return bounds.every((bound) => bound === null || !bound.includes("T"));
}

/** The sum of tallies: how many rows a list holds between two days, or in all (day "*"). */
export function tallied(values: Values, list: string, from: string | null, to: string | null, facets: string): string {
  const days =
    from === null && to === null ? "day = '*'" : `day >= ${values.add(from ?? "0")}${to === null ? "" : ` AND day <= ${values.add(to)}`}`;
  return `SELECT coalesce(sum(n), 0) FROM tallies WHERE list = '${list}' AND ${days} AND ${facets}`;
}
