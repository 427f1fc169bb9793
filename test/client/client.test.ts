import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Client,
  codePointSpan,
  createClient,
  etagCache,
  items,
  pages,
  type Schemas,
  utf16Span,
  VerbatimError,
} from "../../client/src/index.ts";
import { textOf } from "../../src/article/model/text.ts";
import { startServer } from "../http/server.ts";
import { sampleArticles } from "../pages/articles.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let client: Client;
const [harbour, bakery] = sampleArticles();
if (harbour === undefined || bakery === undefined) throw new Error("expected two articles");

beforeAll(async () => {
  server = await startServer([harbour, bakery]);
  client = createClient({ baseUrl: server.url });
});
afterAll(() => server.stop());

describe("get", () => {
  test("gives an article with the type of its schema", async () => {
    const article = await client.get("/v1/articles/{slug}", { path: { slug: harbour.slug } });
    expectTypeOf(article).toEqualTypeOf<Schemas["Article"]>();
    expect(article).toMatchObject({ slug: harbour.slug, sections: harbour.sections, url: `/v1/articles/${harbour.slug}` });
  });

  test("sends queries, repeated parameters included", async () => {
    const { items: quotes, total } = await client.get("/v1/quotes", { query: { speaker: ["ada-lind", "tomas-reyes"], limit: 1 } });
    expect(total).toBe(5);
    expectTypeOf(quotes).toEqualTypeOf<Schemas["QuoteItem"][]>();
    expect(quotes).toHaveLength(1);
  });

  test("gives some fields when only they are asked for", async () => {
    const some = await client.get("/v1/articles/{slug}", { path: { slug: harbour.slug }, query: { fields: ["headline", "wordCount"] } });
    expectTypeOf(some).toEqualTypeOf<Partial<Schemas["Article"]>>();
    expect(some).toEqual({ headline: harbour.headline, wordCount: harbour.wordCount });
    const listed = await client.get("/v1/quotes", { query: { fields: ["id", "page"], limit: 1 } });
    expectTypeOf(listed.items).toEqualTypeOf<Partial<Schemas["QuoteItem"]>[]>();
    expect(listed).toMatchObject({ items: [{ id: expect.any(String), page: expect.stringMatching(/^\/quotes\//) }], total: 7 });
    expect(Object.keys(listed.items[0] ?? {})).toEqual(["id", "page"]);
  });

  test("gives the media type that is asked for", async () => {
    const text = await client.get("/v1/articles/{slug}/text", { path: { slug: harbour.slug }, accept: "text/plain" });
    expectTypeOf(text).toEqualTypeOf<string>();
    expect(text).toBe(textOf(harbour));
    const json = await client.get("/v1/articles/{slug}/text", { path: { slug: harbour.slug } });
    expect(json.text).toBe(text);
    expect(await client.get("/openapi.yaml")).toMatch(/^openapi: 3\.1/);
  });

  test("encodes what stands in paths", async () => {
    const failed = client.get("/v1/articles/{slug}", { path: { slug: "../quotes?limit=1#x" } });
    await expect(failed).rejects.toMatchObject({ code: "article-not-found" });
  });

  test("is checked against the document before it runs", () => {
    const wrong = () => [
      // @ts-expect-error There is no such path.
      client.get("/v1/nothing"),
      // @ts-expect-error The slug is missing.
      client.get("/v1/articles/{slug}"),
      // @ts-expect-error There is no such kind.
      client.get("/v1/quotes", { query: { kind: "shouted" } }),
      // @ts-expect-error An article's list of quotes is no plain text.
      client.get("/v1/quotes", { accept: "text/html" }),
      // @ts-expect-error Representations are chosen with `accept`.
      client.get("/v1/quotes", { query: { format: "csv" } }),
      // @ts-expect-error One article is no list.
      items(client, "/v1/articles/{slug}", { path: { slug: "x" } }),
    ];
    expect(wrong).toBeTypeOf("function");
  });
});

test("post sends a raw text and gives the article extracted from it", async () => {
  const body = "Harbour Opens\n\n“It is ours,” said Ada Lind, the mayor of the town.";
  const extracted = await client.post("/v1/extractions", { body, contentType: "text/plain" });
  expect(JSON.stringify(extracted)).toContain("Ada Lind");
});

describe("errors", () => {
  test("are problems with a code to tell them apart", async () => {
    const error = await client.get("/v1/quotes", { query: { limit: 1000 } }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(VerbatimError);
    const { status, code, problem, message } = error as VerbatimError;
    expect({ status, code }).toEqual({ status: 400, code: "invalid-parameter" });
    expect(problem?.errors?.[0]?.name).toBe("limit");
    expect(message).toContain("limit");
  });

  test("without problem details say what came instead", async () => {
    const proxy = createClient({
      baseUrl: "http://proxy.example",
      fetch: async () => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "retry-after": "2" } }),
    });
    await expect(proxy.get("/v1/quotes")).rejects.toMatchObject({ status: 502, code: null, problem: null, retryAfter: 2000 });
  });

  test("of an aborted request are the platform's own", async () => {
    await expect(client.get("/v1/quotes", { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("lists", () => {
  test("are walked to their end, each item once", async () => {
    const ids: string[] = [];
    for await (const quote of items(client, "/v1/quotes", { query: { limit: 2 } })) ids.push(quote.id);
    expect(ids).toEqual([...harbour.quotes, ...bakery.quotes].map(({ id }) => id));
  });

  test("ask for no page that nobody reads", async () => {
    let asked = 0;
    const counting = createClient({
      baseUrl: server.url,
      fetch: (request) => {
        asked += 1;
        return fetch(request);
      },
    });
    for await (const page of pages(counting, "/v1/articles/{slug}/quotes", { path: { slug: harbour.slug }, query: { limit: 1 } })) {
      expect(page.items).toHaveLength(1);
      break;
    }
    expect(asked).toBe(1);
  });

  test("stop when they are aborted", async () => {
    const abort = new AbortController();
    const walk = async () => {
      for await (const _ of pages(client, "/v1/quotes", { query: { limit: 1 }, signal: abort.signal })) abort.abort();
    };
    await expect(walk()).rejects.toMatchObject({ name: "AbortError" });
  });
});

test("the pages of changes end where there are no more yet, and go on from there", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  for await (const page of pages(client, "/v1/changes", { query: { limit: 1 } })) {
    seen.push(...page.items.map(({ slug }) => slug));
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual([bakery.slug, harbour.slug].toSorted());
  const later = [];
  for await (const change of items(client, "/v1/changes", { query: { cursor: cursor ?? "" } })) later.push(change);
  expect(later).toEqual([]);
});

describe("the cache", () => {
  test("asks whether an answer is current and does not fetch it again", async () => {
    const statuses: number[] = [];
    const watched = async (request: Request) => {
      const response = await fetch(request);
      statuses.push(response.status);
      return response;
    };
    const cached = createClient({ baseUrl: server.url, fetch: etagCache({ fetch: watched, maxEntries: 2 }) });
    const get = (slug: string) => cached.get("/v1/articles/{slug}", { path: { slug } });
    expect(await get(harbour.slug)).toEqual(await get(harbour.slug));
    expect(statuses).toEqual([200, 304]);
    await get(bakery.slug);
    await cached.get("/v1/speakers");
    await get(harbour.slug);
    expect(statuses).toEqual([200, 304, 200, 200, 200]);
  });
});

test("spans become indices of a string and back, emoji before them or not", () => {
  const text = "🚲🚲 “𝔐ost welcome,” said é.";
  const span = { start: 4, end: 17 };
  const { start, end } = utf16Span(text, span);
  expect(text.slice(start, end)).toBe("𝔐ost welcome,");
  expect(codePointSpan(text, { start, end })).toEqual(span);
});
