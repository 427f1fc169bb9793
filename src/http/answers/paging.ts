import { createHash } from "node:crypto";
import { z } from "zod";
import type { Site } from "../../representations/links.ts";
import { picked } from "../../representations/lists/fields.ts";
import type { Items } from "../../representations/lists/ndjson.ts";
import type { Listed, MediaType } from "../../representations/table.ts";
import type { Sort } from "../../store/sorts.ts";
import type { Asked, Key, ListQuery, Page, Store } from "../../store/store.ts";
import { presentArticle } from "../lookup.ts";
import { HttpProblem } from "../problem.ts";
import { DEFAULT_LIMIT } from "../requests/parameters.ts";
import type { Answer } from "./answer.ts";

/** The schema of a page of `items`; `extra` are fields the whole list has. */
export function listOf<T extends z.ZodType, E extends z.ZodRawShape>(id: string, item: T, extra: E) {
  return z
    .object({
      ...extra,
      items: z.array(item).meta({ description: "The items of this page, in the order of the list." }),
      total: z
        .int()
        .min(0)
        .meta({ description: "Number of items in the whole filtered list.", examples: [1] }),
      nextCursor: z.string().nullable().meta({ description: "Give it as `cursor` for the next page; `null` on the last." }),
    })
    .meta({ id, description: "One page of a list." });
}

/** What a list request asks for: how many, from where, and which list it is about. */
export interface PageRequest {
  limit: number;
  after: Key | null;
  /** Address of the list without `cursor`, to which the next page's cursor is added. */
  address: (cursor: string) => string;
  /** Hash of filter and sort; the order of alternatives is none of it. */
  list: string;
  /** The fields of the items that are wanted; `null` stands for all. */
  fields: ReadonlySet<string> | null;
}

/** Gives a page of one list. */
export type PageOf = (asked: Asked<ListQuery>) => Promise<Page>;

/** The order of a list that is held whole: by the place of each item. */
export const PLACE: Sort = [{ name: "place", type: "number", descends: false }];

/**
 * Reads `limit` and `cursor` of a list.
 *
 * @param path path of the list, with its path parameters filled in
 * @param query the validated query; what only says how a page is written is part of the next address, and not of the list
 * @param sort the order of the list, which says what its cursor must hold
 * @param revision what the places of the items belong to, when they are places in a text
 * @throws HttpProblem `invalid-cursor` when the cursor is malformed or was issued for another filter or sort
 */
export function pageRequest(path: string, query: Record<string, unknown>, sort: Sort, revision = ""): PageRequest {
  const { limit, cursor, format, bom, facets, fields, ...filter } = query;
  const filters = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = hash([path, revision, ...filters.map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value)].sort() : value])]);
  const address = (next: string) => addressOf(path, { ...filter, limit, format, bom, facets, fields, cursor: next });
  const after = typeof cursor === "string" ? decodeCursor(cursor, list, sort) : null;
  return { limit: typeof limit === "number" ? limit : DEFAULT_LIMIT, after, address, list, fields: fieldsOf(query) };
}

/** A path with the parameters that have a value, in their order. */
export function addressOf(path: string, query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) parameters.append(name, String(one));
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** Characters of the longest `Link`; a longer one would leave no room for the other header fields in many clients. */
const MAX_LINK = 8 * 1024;

/**
 * The cursor of the next page, and the headers of a page: the total, for HEAD and for formats that have no place for it, and a `Link`,
 * which is left out when the filters are too long for it.
 */
function headOf(page: Page, request: PageRequest): { next: string | null; headers: Record<string, string> } {
  const next = nextCursorOf(page, request);
  const link = next === null ? null : `<${request.address(next)}>; rel="next"`;
  return { next, headers: { ...totalHeader(page), ...(link === null || link.length > MAX_LINK ? {} : { link }) } };
}

/**
 * A page as JSON, and its headers.
 *
 * @param shown an item as answers have it
 * @param extra fields the page begins with, as JSON members
 */
export function renderPage<Item>(
  page: Page,
  request: PageRequest,
  shown: (item: Item) => object,
  extra = "",
): { body: string; headers: Record<string, string> } {
  const { next, headers } = headOf(page, request);
  const items = page.items.map((json) => JSON.stringify(picked(shown(JSON.parse(json) as Item), request.fields)));
  return { body: `{${extra}"items":[${items.join(",")}],"total":${page.total},"nextCursor":${JSON.stringify(next)}}`, headers };
}

/** The cursor of the page that follows; `null` when there is none. */
export function nextCursorOf({ next }: Pick<Page, "next">, { list }: Pick<PageRequest, "list">): string | null {
  return next === null ? null : encodeCursor(next, list);
}

/**
 * Answers a list request: the whole list in a format that streams, unless `limit` or `cursor` ask for a page; else a page.
 * A page in such a format holds the items only, and its `Link` names the next page.
 *
 * @param listed the formats and the items of such lists
 * @param list path with its parameters filled in, validated query, order, name for downloads
 * @param extra fields the JSON page begins with, as JSON members
 */
export async function answerList<Item>(
  listed: Listed<Item>,
  format: MediaType,
  list: { path: string; query: Record<string, unknown>; sort: Sort; fileName: string },
  read: PageOf,
  { site, store }: { site: Site; store: Pick<Store, "article"> },
  extra = "",
): Promise<Answer> {
  const { path, query, sort, fileName } = list;
  const written = listed.formats.find(({ name }) => name === format.name)?.write ?? null;
  const articleOf = (slug: string) => presentArticle(store, slug);
  const write = written && ((items: Items<Item>) => written(items, { site, articleOf, bom: query.bom === true, fields: fieldsOf(query) }));
  if (write !== null && query.limit === undefined && query.cursor === undefined) {
    const first = await read({ limit: BATCH });
    return { stream: write(itemsFrom<Item>(first, read)), fileName, headers: totalHeader(first) };
  }
  const request = pageRequest(path, query, sort);
  const page = await read({ limit: request.limit, after: request.after });
  if (write === null) return renderPage<Item>(page, request, (item) => listed.shown(item, site), extra);
  let text = "";
  for await (const part of write(page.items.map((item) => JSON.parse(item) as Item))) text += part;
  return { body: text, headers: headOf(page, request).headers, fileName };
}

function fieldsOf({ fields }: Record<string, unknown>): ReadonlySet<string> | null {
  return Array.isArray(fields) ? new Set(fields) : null;
}

/** Items read from the store at a time while a whole list is sent. */
const BATCH = 200;

/** The items of a whole list, read page by page as the client receives them. */
async function* itemsFrom<Item>(first: Page, read: PageOf): AsyncGenerator<Item> {
  let page = first;
  for (;;) {
    for (const item of page.items) yield JSON.parse(item) as Item;
    if (page.next === null) return;
    page = await read({ limit: BATCH, after: page.next, counted: false });
  }
}

function totalHeader({ total }: Page): Record<string, string> {
  return { "x-total-count": String(total) };
}

/** A page of a list that is held whole; its key is the index of the last item. */
export function sliceOf(items: unknown[], { limit, after }: PageRequest): Page {
  const page = slice(items, limit, after);
  return { ...page, items: page.items.map((item) => JSON.stringify(item)) };
}

/** A page of items as they are. @param after place of the last item before; see `PLACE` */
export function slice<Item>(items: Item[], limit: number, after: Key | null): Omit<Page, "items"> & { items: Item[] } {
  const from = after === null ? 0 : Number(after[0]) + 1;
  const to = from + limit;
  return {
    items: items.slice(from, to),
    total: items.length,
    next: from < to && to < items.length ? [to - 1] : null,
  };
}

/** A cursor: the list's hash and the key of the last item, as base64url of a JSON array. */
export function encodeCursor(key: Key, list: string): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
}

/** @throws HttpProblem `invalid-cursor` */
export function decodeCursor(cursor: string, list: string, sort: Sort): Key {
  const refuse = (detail: string) => new HttpProblem("invalid-cursor", `${detail} Start again without it.`);
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refuse("The cursor was not issued by this API.");
  }
  if (!Array.isArray(decoded) || decoded.length !== sort.length + 1) throw refuse("The cursor was not issued for this list.");
  const [issuedFor, ...key] = decoded;
  if (issuedFor !== list) throw refuse("The cursor belongs to another list, filter or sort order.");
  const sound = key.every((value, index) => {
    if (sort[index]?.type === "number") return Number.isSafeInteger(value) && value >= 0;
    return typeof value === "string" && value.isWellFormed() && !value.includes("\0");
  });
  if (!sound) throw refuse("The cursor was not issued for this list.");
  return key;
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 10);
}
