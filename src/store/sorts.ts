import { compareBytes } from "./rows.ts";
import type { Key, Order, QuotesQuery } from "./store.ts";

/** One column of a sort: its name in every store's tables, and the type of its values in keys and cursors. */
export interface SortColumn {
  name: string;
  type: "string" | "number";
  descends: boolean;
}

/** The columns a list is sorted by. The last ones are unique, so that the order is total. */
export type Sort = readonly SortColumn[];

const NEWEST = column("sort_published", "string", true);
const LONGEST = column("word_count", "number", true);
const SLUG = column("slug", "string");
const SPEAKER = column("speaker", "string");

/** Every sort of every list in its own direction, and with it the key of a page and what a cursor holds. */
export const SORTS = {
  /** Articles, and hits of a search: newest first. */
  published: [NEWEST, SLUG],
  /** Articles: last changed first. */
  updated: [column("sort_updated", "string", true), SLUG],
  /** Articles: the longest first. */
  length: [LONGEST, SLUG],
  /** Hits of a search; see `ranking.ts`. */
  relevance: [column("tier", "number", true), NEWEST, SLUG],
  /** Quotes: newest article first, in the order of its text. */
  quoted: [NEWEST, SLUG, column("place", "number")],
  /** Quotes: the longest first. */
  quoteLength: [LONGEST, column("quote", "string")],
  /** Speakers, by folded name. */
  name: [column("folded", "string"), SPEAKER],
  /** Speakers: most quoted first. */
  quotes: [column("quotes", "number", true), SPEAKER],
  /** Speakers: quoted by most articles first. */
  articles: [column("articles", "number", true), SPEAKER],
} satisfies Record<string, Sort>;

/** The sort of a list of quotes by the name it is asked for. */
export const QUOTE_SORTS = { published: SORTS.quoted, length: SORTS.quoteLength } satisfies Record<QuotesQuery["sort"], Sort>;

/**
 * A sort in the direction that is asked for: as it is for `null` or its own one, else the other way round. The quotes of an
 * article stay in the order of its text.
 */
export function directed(sort: Sort, order: Order | null): Sort {
  const isOwn = order === null || (order === "desc") === sort[0]?.descends;
  return isOwn ? sort : sort.map((one) => (one.name === "place" ? one : { ...one, descends: !one.descends }));
}

/** A sort as SQL has it after ORDER BY. @param columnOf what a column is called in the statement */
export function orderBy(sort: Sort, columnOf = (name: string) => name): string {
  return sort.map(({ name, descends }) => (descends ? `${columnOf(name)} DESC` : columnOf(name))).join(", ");
}

/** The key of a row: the values of the columns it is sorted by. */
export function keyOf(row: object, sort: Sort): Key {
  return sort.map(({ name }) => (row as Record<string, string | number>)[name] as string | number);
}

/** Compares rows by a sort, as the databases do: strings by the bytes of UTF-8. */
export function comparing<Row extends object>(sort: Sort): (a: Row, b: Row) => number {
  return (a, b) => {
    const [of, than] = [keyOf(a, sort), keyOf(b, sort)];
    for (const [index, { type, descends }] of sort.entries()) {
      const [one = "", other = ""] = [of[index], than[index]];
      const order = type === "number" ? Number(one) - Number(other) : compareBytes(String(one), String(other));
      if (order !== 0) return descends ? -order : order;
    }
    return 0;
  };
}

function column(name: string, type: SortColumn["type"], descends = false): SortColumn {
  return { name, type, descends };
}
