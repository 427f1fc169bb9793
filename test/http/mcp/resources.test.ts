import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleMarkdown } from "../../../src/representations/markdown.ts";
import { manyArticles } from "../../store/many-articles.ts";
import { startServer } from "../server.ts";
import { connect, ERAS, post } from "./client.ts";

const COUNT = 230;

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(manyArticles(COUNT));
});
afterAll(() => server.stop());

/** One page as the server gives it; the client of the SDK follows the cursors by itself. */
const page = async (cursor?: string) => {
  const { body } = await post(server.url, {
    jsonrpc: "2.0",
    id: 1,
    method: "resources/list",
    params: cursor === undefined ? {} : { cursor },
  });
  return body.result as {
    resources: { uri: string; name: string; title: string; description: string; mimeType: string }[];
    nextCursor?: string;
  };
};

test("every article is listed once, in pages of a hundred, in the order of the list of articles", async () => {
  const names: string[] = [];
  const sizes: number[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const { resources, nextCursor } = await page(cursor);
    names.push(...resources.map(({ name }) => name));
    sizes.push(resources.length);
    cursor = nextCursor;
    more = nextCursor !== undefined;
  }
  expect(sizes).toEqual([100, 100, 30]);
  expect(new Set(names).size).toBe(COUNT);
  const { items } = (await (await fetch(`${server.url}/v1/articles?limit=100`)).json()) as { items: { slug: string }[] };
  expect(names.slice(0, 100)).toEqual(items.map(({ slug }) => slug));
});

test("a resource says what it is and whose it is", async () => {
  const { resources } = await page();
  expect(resources[0]).toMatchObject({ mimeType: "text/markdown", title: expect.stringContaining(" argues over its ") });
  expect(resources[0]?.description).toMatch(/\d+ words\. Rights: not stated$/);
});

test("a cursor of another list, or none of ours, is refused", async () => {
  const { nextCursor: ofQuotes } = (await (await fetch(`${server.url}/v1/quotes?limit=1`)).json()) as { nextCursor: string };
  for (const cursor of [ofQuotes, "made-up"]) {
    const { body } = await post(server.url, { jsonrpc: "2.0", id: 1, method: "resources/list", params: { cursor } });
    expect(body.error).toMatchObject({ code: -32602, message: expect.stringContaining("Start again without it.") });
  }
});

describe.each(ERAS)("a client of %s", (era) => {
  test("reads an article as Markdown, by its old slug too, and finds the template", async () => {
    const client = await connect(server.url, era);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([{ uriTemplate: "verbatim://articles/{slug}", mimeType: "text/markdown" }]);
    const article = manyArticles(COUNT)[11];
    if (article === undefined) throw new Error("expected an article");
    for (const slug of [article.slug, "old-11"]) {
      const uri = `verbatim://articles/${encodeURIComponent(slug)}`;
      const { contents } = await client.readResource({ uri });
      expect(contents).toEqual([{ uri, mimeType: "text/markdown", text: articleMarkdown(article) }]);
    }
    await client.close();
  });

  test("has slugs completed", async () => {
    const client = await connect(server.url, era);
    const complete = async (value: string) => {
      const ref = { type: "ref/resource" as const, uri: "verbatim://articles/{slug}" };
      return (await client.complete({ ref, argument: { name: "slug", value } })).completion;
    };
    const { values, hasMore } = await complete("river-wall-in-el");
    expect(values.length).toBeGreaterThan(1);
    expect(values.filter((slug) => !slug.startsWith("river-wall-in-el"))).toEqual([]);
    expect(hasMore).toBe(false);
    expect(await complete("zeppelin")).toMatchObject({ values: [] });
    expect((await complete("")).values).toHaveLength(100);
    await client.close();
  });
});
