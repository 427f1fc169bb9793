import type { Client } from "./client.ts";
import type { AnswerOf, Get, GetPath, RequestOptions } from "./operations.ts";

interface List {
  items: unknown[];
  nextCursor: string | null;
}

/** The paths that answer with one page of a list. */
export type ListPath = { [P in GetPath]: AnswerOf<Get<P>> extends List ? P : never }[GetPath];

type Item<P extends ListPath> = AnswerOf<Get<P>> extends { items: (infer T)[] } ? T : never;
type ListOptions<P extends ListPath> =
  object extends RequestOptions<Get<P>> ? [options?: RequestOptions<Get<P>>] : [options: RequestOptions<Get<P>>];

/**
 * Gets the pages of a list one by one, from the first (or the one that `query.cursor` names) to the last. The next page
 * is requested when the loop asks for it; `query.limit` sets the size of a page. Of `/v1/changes` the last page is the one
 * without changes; its `nextCursor` is where to go on later.
 *
 * @throws what `client.get` throws
 */
export async function* pages<P extends ListPath>(
  client: Client,
  path: P,
  ...[options]: ListOptions<P>
): AsyncGenerator<AnswerOf<Get<P>>, void, void> {
  // The code is the same for all lists; only the types of their pages differ.
  const get = client.get as unknown as (path: P, options: object) => Promise<List>;
  const request = (options ?? {}) as { query?: object };
  let query = request.query;
  for (;;) {
    const page = await get(path, query === undefined ? request : { ...request, query });
    yield page as Awaited<AnswerOf<Get<P>>>;
    // The cursor of changes never ends: it stays when there are no more of them yet.
    if (page.nextCursor === null || page.nextCursor === (query as { cursor?: string } | undefined)?.cursor) return;
    query = { ...query, cursor: page.nextCursor };
  }
}

/**
 * Gets the items of a list one by one, requesting page after page.
 *
 * @throws what `client.get` throws
 */
export async function* items<P extends ListPath>(client: Client, path: P, ...options: ListOptions<P>): AsyncGenerator<Item<P>, void, void> {
  for await (const page of pages(client, path, ...options)) yield* (page as unknown as { items: Item<P>[] }).items;
}
