import { instantOf } from "../../article/model/instants.ts";
import { NOBODY } from "../rows.ts";
import { orderBy, type Sort } from "../sorts.ts";
import type { Key } from "../store.ts";
import { isStorable } from "./connection.ts";
import { isTold, queryOf } from "./vectors.ts";

/** An id that no row has: ids hold no white space. Stands for ids that PostgreSQL could not even be asked about. */
const NO_ID = " ";

/** A statement with its values. */
export interface Statement {
  text: string;
  values: unknown[];
}

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

  /** The slug of an article that may be asked for by a former one. */
  slug(asked: string): string {
    const slug = this.add(idOf(asked));
    return `coalesce((SELECT slug FROM article_aliases WHERE alias = ${slug}), ${slug})`;
  }

  /** Rows of ids as `quote_speakers` has them: merged speakers stand for whom they were merged into, `null` for nobody. */
  speakers(asked: (string | null)[]): string {
    const ids = asked.filter((id) => id !== null).map(idOf);
    const named = `SELECT DISTINCT coalesce(m.speaker, asked.id) FROM unnest(${this.add(ids, "text[]")}) AS asked (id)
      LEFT JOIN speaker_aliases m ON m.alias = asked.id`;
    return asked.includes(null) ? `${named} UNION SELECT '${NOBODY}'` : named;
  }
}

function idOf(id: string): string {
  return id !== "" && isStorable(id) ? id : NO_ID;
}

/** Conditions, all of which must hold. */
export class Conditions {
  readonly #all: string[] = [];
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  get sql(): string {
    return this.#all.length === 0 ? "true" : this.#all.join(" AND ");
  }

  add(condition: string): this {
    this.#all.push(condition);
    return this;
  }

  /** These, and more. */
  and(...conditions: string[]): Conditions {
    const all = new Conditions(this.values);
    for (const condition of [...this.#all, ...conditions]) all.add(condition);
    return all;
  }

  /** Bounds of a column of instants; see `PublishedRange`. */
  within(column: string, from: string | null, to: string | null): this {
    if (from !== null) this.add(`${column} >= ${this.values.add(instantOf(from, "start"))}`);
    if (to !== null) this.add(`${column} <= ${this.values.add(instantOf(to, "end"))}`);
    return this;
  }

  /** `en` finds `en` and `en-gb`. */
  language(language: string, column = "language"): this {
    const wanted = this.values.add(isStorable(language) ? language.toLowerCase() : NO_ID);
    return this.add(`(${column} = ${wanted} OR starts_with(${column}, ${wanted} || '-'))`);
  }

  /**
   * Rows that hold phrases, for each those any of which answers it: the column of words finds them by its index, and the text
   * tells where the words alone do not.
   *
   * @param text a column of folded words; `null` where the words are enough
   */
  holds(lexemes: string, text: string | null, phrases: string[][][]): this {
    if (phrases.length === 0) return this.add("false");
    this.add(`${lexemes} @@ ${this.values.add(queryOf(phrases), "tsquery")}`);
    return text === null
      ? this
      : this.containing(
          text,
          phrases.filter((any) => !any.every(isTold)),
        );
  }

  /** Rows whose text of folded words contains phrases, for each those any of which answers it. */
  containing(text: string, phrases: string[][][]): this {
    for (const any of phrases) {
      const patterns = any.map((phrase) => `%${containedText(phrase).replace(/[\\%_]/g, "\\$&")}%`);
      this.add(`${text} || ' ' LIKE ANY (${this.values.add(patterns, "text[]")})`);
    }
    return this;
  }

  /** Rows behind a key; all of them without one. */
  after(sort: Sort, key: Key | null): this {
    if (key === null) return this;
    const bounds = sort.map(({ name, type, descends }, index) => {
      const value = type === "number" ? this.values.add(key[index], "bigint") : this.values.add(key[index]);
      return {
        equal: `${name} = ${value}`,
        behind: `${name} ${descends ? "<" : ">"} ${value}`,
        from: `${name} ${descends ? "<=" : ">="} ${value}`,
      };
    });
    const [first] = bounds;
    const alternatives = bounds.map(({ behind }, index) => [...bounds.slice(0, index).map(({ equal }) => equal), behind].join(" AND "));
    // The first column's bound alone tells the index where to begin.
    if (first !== undefined) this.add(first.from);
    return this.add(`(${alternatives.map((one) => `(${one})`).join(" OR ")})`);
  }
}

/** What folded words with a space behind contain when they hold a phrase. */
export function containedText(phrase: string[]): string {
  return ` ${phrase.join(" ")} `;
}

/**
 * One statement for a page and the total of its list, so that both are of one moment.
 *
 * @param page selects the page's rows with the columns of `sort` and `item`, in order, one more than shown
 * @param total an expression
 * @returns rows with `total` on each; a single row with `item` null when the page is empty
 */
export function pageOf(page: string, total: string, sort: Sort): string {
  return `SELECT t.total, p.* FROM (SELECT (${total})::int AS total) AS t LEFT JOIN LATERAL (${page}) AS p ON true ORDER BY ${orderBy(sort)}`;
}

/** Whether the tallies can tell a total: the bounds are whole days. */
export function areWholeDays(...bounds: (string | null)[]): boolean {
  return bounds.every((bound) => bound === null || !bound.includes("T"));
}

/** The sum of tallies: what a list holds between two days, or in all (day "*"). */
export function tallied(values: Values, list: string, from: string | null, to: string | null, facets = "true"): string {
  const days =
    from === null && to === null ? "day = '*'" : `day >= ${values.add(from ?? "0")}${to === null ? "" : ` AND day <= ${values.add(to)}`}`;
  return `SELECT coalesce(sum(n), 0) FROM tallies WHERE list = '${list}' AND ${days} AND ${facets}`;
}
