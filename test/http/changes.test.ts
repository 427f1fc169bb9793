import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "../../src/article/model/history.ts";
import { shortArticle, tombstoneOf } from "../history.ts";
import { corrections, former, texts } from "./corrected.ts";
import { startServer } from "./server.ts";

const [first, , present] = texts;
const oil = shortArticle("öl-preis", "Kit Moss", "It will fall,", "2026-02-01T00:00:00Z");
const REASON = "The interview was not authorised.";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof request>;
beforeAll(async () => {
  server = await startServer([oil, { ...first, slug: "weir-old", aliases: [] }], false, { publicUrl: "https://news.example/archive" });
  await server.change({ of: "article", machine: present, raw: null, renamedFrom: "weir-old", former: former[1] ?? null });
  await server.change({ of: "withdrawal", tombstone: tombstoneOf(oil, "2026-03-05T10:00:00Z", REASON) });
  api = request(server.url);
});
afterAll(() => server.stop());

async function seqs(): Promise<number[]> {
  return (await api.get("/v1/changes").expect(200)).body.items.map(({ seq }: Change) => seq);
}

test("changes come oldest first, each with the address of its article", async () => {
  const { body, headers } = await api.get("/v1/changes").expect(200);
  const told = ({ change, slug, previousSlug, revision, reason }: Change) => [change, slug, previousSlug, revision, reason];
  expect(body.items.map(told)).toEqual([
    ["added", oil.slug, null, oil.revision, null],
    ["added", "weir-old", null, first.revision, null],
    ["renamed", present.slug, "weir-old", present.revision, null],
    ["withdrawn", oil.slug, null, null, REASON],
  ]);
  for (const { slug, url } of body.items) expect(url).toBe(`/archive/v1/articles/${encodeURIComponent(slug)}`);
  expect(body.nextCursor).toEqual(expect.any(String));
  expect(headers["cache-control"]).toBe("public, no-cache");
  expect(headers.link).toContain(`</archive/v1/changes?cursor=${body.nextCursor}>; rel="next"`);
});

test("the cursor never ends: it stays where the next change will be", async () => {
  const seen: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    const { body } = await api.get("/v1/changes").query({ limit: 2, cursor }).expect(200);
    seen.push(...body.items.map(({ seq }: Change) => seq));
    if (page === 2) expect(body).toEqual({ items: [], nextCursor: cursor });
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(await seqs());
  const answer = await api.get("/v1/changes").query({ cursor }).set("accept-encoding", "identity").expect(200);
  await api
    .get("/v1/changes")
    .query({ cursor })
    .set({ "accept-encoding": "identity", "if-none-match": answer.headers.etag ?? "" })
    .expect(304)
    .expect("cache-control", "public, no-cache");
  await api.head("/v1/changes").query({ cursor, limit: 0 }).expect(200);
});

test("NDJSON is all of them, with the cursor in the Link; with a limit it comes in pages", async () => {
  const lines = (text: string) => text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).seq]));
  const whole = await api
    .get("/v1/changes?format=ndjson")
    .expect(200)
    .expect("content-type", /x-ndjson/);
  const all = await seqs();
  expect(lines(whole.text)).toEqual(all);
  const [, next = ""] = /<\/archive([^>]+)>; rel="next"/.exec(whole.headers.link ?? "") ?? [];
  const rest = await api.get(next).expect(200);
  expect(rest.text).toBe("");
  const page = await api.get("/v1/changes?format=ndjson&limit=3").expect(200);
  expect(lines(page.text)).toEqual(all.slice(0, 3));
  const [, more = ""] = /<\/archive([^>]+)>; rel="next"/.exec(page.headers.link ?? "") ?? [];
  expect(lines((await api.get(more).expect(200)).text)).toEqual(all.slice(3));
});

test("an archive without changes has a cursor too", async () => {
  const empty = await startServer([]);
  const { body } = await request(empty.url).get("/v1/changes").expect(200);
  expect(body.items).toEqual([]);
  expect((await request(empty.url).get("/v1/changes").query({ cursor: body.nextCursor }).expect(200)).body).toEqual(body);
  await empty.stop();
});

test("a cursor of changes that were numbered anew is refused: nothing is passed over in silence", async () => {
  const { body } = await api.get("/v1/changes?limit=3").expect(200);
  const anew = await startServer([present], false, { past: corrections() });
  const refused = await request(anew.url).get("/v1/changes").query({ cursor: body.nextCursor }).expect(400);
  expect(refused.body).toMatchObject({ code: "invalid-cursor", detail: expect.stringContaining("Start again without the cursor") });
  await anew.stop();
  const { body: other } = await api.get("/v1/articles?limit=0").expect(200);
  expect(other.nextCursor).toBeNull();
  await api.get("/v1/changes?cursor=abc").expect(400);
  await api.get("/v1/changes?since=1").expect(400);
});

test("an answer that is kept is made anew after a change", async () => {
  const { body } = await api.get("/v1/changes").expect(200);
  await server.change({ of: "restoration", slug: oil.slug });
  const next = await api.get("/v1/changes").query({ cursor: body.nextCursor }).expect(200);
  expect(next.body.items).toMatchObject([{ change: "added", slug: oil.slug, reason: null }]);
  await api.get(next.body.items[0].url.replace("/archive", "")).expect(200);
});
