import type { AnswerOf, Client, Get, GetPath, RequestOptions } from "./client.ts";

interface List {
  items: unknown[];
  nextCursor: string | null;
}

/** The paths that answer with a page of a list. */
export type ListPath = { [P in GetPath]: AnswerOf<Get<P>> extends List ? P : never }[GetPath];

type Item<P extends ListPath> = AnswerOf<Get<P>> extends { items: (infer T)[] } ? T : never;
type ListOptions<P extends ListPath> =
  object extends RequestOptions<Get<P>> ? [options?: RequestOptions<Get<P>>] : [options: RequestOptions<Get<P>>];

/**
 * Every page of a list, from the first (or the one `query.cursor` names) to the last. Each is asked for when the one
 * before was used up; `query.limit` sets its size.
 */
export async function* pages<P extends ListPath>(
  client: Client,
  path: P,
  ...[options]: ListOptions<P>
): AsyncGenerator<AnswerOf<Get<P>>, void, void> {
  // Which list it is does not matter here; the types of all of them end in a page.
  const get = client.get as unknown as (path: P, options: object) => Promise<List>;
  const given = (options ?? {}) as { query?: object };
  let query = given.query;
  for (;;) {
    const page = await get(path, query === undefined ? given : { ...given, query });
    yield page as Awaited<AnswerOf<Get<P>>>;
    if (page.nextCursor === null) return;
    query = { ...query, cursor: page.nextCursor };
  }
}

/** Every item of a list, page after page. */
export async function* items<P extends ListPath>(client: Client, path: P, ...options: ListOptions<P>): AsyncGenerator<Item<P>, void, void> {
  for await (const page of pages(client, path, ...options)) yield* (page as unknown as { items: Item<P>[] }).items;
}
