import type { ExportedItem, ExportOptions } from "./exported.ts";
import { ghostItems, ghostTables } from "./ghost.ts";
import { jsonFeed, jsonFeedItems } from "./json-feed.ts";
import { objectOf } from "./json-values.ts";
import { isNinjs, ninjsItem } from "./ninjs.ts";

/** An export in JSON. */
export interface JsonExport {
  /** As a message calls it. */
  what: string;
  /** It holds one article, not a list. */
  isOne?: boolean;
  /** Its items have no addresses of their own: they are below the one of the site. */
  isBelowSite?: boolean;
  items: (options: ExportOptions) => Iterable<ExportedItem>;
}

/** An export that a JSON value is; `null` for anything else. */
export function jsonExport(value: unknown): JsonExport | null {
  const tables = ghostTables(value);
  if (tables !== null) return { what: "a Ghost export", isBelowSite: true, items: (options) => ghostItems(tables, options) };
  const feed = jsonFeed(value);
  if (feed !== null) return { what: "a feed (JSON Feed)", items: () => jsonFeedItems(feed) };
  if (isNinjs(value)) return { what: "ninjs", isOne: true, items: () => [ninjsItem(objectOf(value) ?? {})] };
  const list = listOf(value);
  if (list === null || !list.some(isNinjs)) return null;
  return { what: "a list of ninjs", items: () => list.map((item) => (isNinjs(item) ? ninjsItem(objectOf(item) ?? {}) : NOT_NINJS)) };
}

const NOT_NINJS: ExportedItem = { title: "", refused: "It is not a news item in ninjs, as the others of the file are." };

/** A list, also one inside of an answer of an API. */
function listOf(value: unknown): unknown[] | null {
  const inside = Array.isArray(value) ? value : (objectOf(value)?.items ?? objectOf(value)?._items);
  return Array.isArray(inside) ? inside : null;
}
