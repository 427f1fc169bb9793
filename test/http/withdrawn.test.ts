import request from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleArticles } from "../fixtures.ts";
import { tombstoneOf } from "../history.ts";
import { corrections, former, ids, texts } from "./corrected.ts";
import { connect } from "./mcp/client.ts";
import { startServer } from "./server.ts";

const [, , present] = texts;
const SLUG = present.slug;
const REASON = "The interview was not authorised";
const AT = "2026-03-06T10:00:00Z";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof request>;
beforeAll(async () => {
  const tombstone = { ...tombstoneOf(present, AT, REASON), quotes: [ids.cost, ids.promise] };
  server = await startServer([...sampleArticles(), present], false, { past: [...corrections(), { of: "withdrawal", tombstone }] });
  api = request(server.url);
});
afterAll(() => server.stop());

describe("a withdrawn article answers 410 with a notice", () => {
  test.each([
    `/v1/articles/${SLUG}`,
    "/v1/articles/weir-old",
    `/v1/articles/${SLUG}?format=markdown`,
    `/v1/articles/${SLUG}?revision=${former[0]?.revision}`,
    `/v1/articles/${SLUG}/text`,
    `/v1/articles/${SLUG}/sections`,
    `/v1/articles/${SLUG}/sections/lead`,
    `/v1/articles/${SLUG}/paragraphs/p1`,
    `/v1/articles/${SLUG}/quotes`,
    `/v1/articles/${SLUG}/speakers`,
    `/v1/articles/${SLUG}/revisions`,
    `/v1/quotes/${ids.cost}`,
    `/v1/quotes/${ids.promise}`,
    `/v1/quotes?article=${SLUG}`,
    `/v1/verify?quote=It+will+cost&article=${SLUG}`,
    `/articles/${SLUG}/card.png`,
    `/quotes/${ids.cost}/card.png`,
    `/oembed?url=https%3A%2F%2Fverbatim.example%2Fquotes%2F${ids.cost}`,
  ])("%s", async (path) => {
    const { body } = await api.get(path).expect(410).expect("content-type", "application/problem+json").expect("cache-control", "no-store");
    expect(body).toMatchObject({ code: "article-withdrawn", status: 410, at: AT, reason: REASON });
    expect(body.detail).toBe(`The article "${SLUG}" was withdrawn on 2026-03-06: ${REASON}.`);
    await api.head(path).expect(410);
  });

  test.each([
    `/articles/${SLUG}`,
    "/articles/weir-old",
    `/articles/${SLUG}/revisions`,
    `/articles/${SLUG}?revision=${former[1]?.revision}`,
    `/quotes/${ids.cost}`,
  ])("%s is a page with the notice", async (path) => {
    const { text } = await api
      .get(path)
      .set("accept", "text/html")
      .expect(410)
      .expect("content-type", /text\/html/);
    expect(text).toContain("This article was withdrawn");
    expect(text).toContain(REASON);
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).not.toContain("crowns");
  });
});

test("nothing of it is listed, found, counted or verified", async () => {
  const total = async (path: string) => (await api.get(path).expect(200)).body.total;
  expect(await total("/v1/articles?limit=0")).toBe(sampleArticles().length);
  expect(await total("/v1/search?q=weir")).toBe(0);
  await api.get("/v1/speakers/runa-feld").expect(404);
  for (const path of ["/v1/feeds/articles.atom", "/v1/feeds/quotes.json", "/sitemap-articles-1.xml", "/"]) {
    expect((await api.get(path).expect(200)).text).not.toContain("weir");
  }
  for (const quote of ["It will cost fourteen thousand crowns", "It will cost forty thousand crowns"]) {
    expect((await api.get("/v1/verify").query({ quote }).expect(200)).body).toMatchObject({ words: "none", matches: [] });
  }
});

test("tools for assistants say so too", async () => {
  const client = await connect(server.url, "2025-11-25");
  const answer = await client.callTool({ name: "get_article", arguments: { slug: SLUG } });
  expect(answer.isError).toBe(true);
  expect(JSON.stringify(answer.content)).toContain(REASON);
  await expect(client.readResource({ uri: `verbatim://articles/${SLUG}` })).rejects.toThrow(REASON);
  await client.close();
});
