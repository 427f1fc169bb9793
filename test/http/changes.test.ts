import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "../../src/article/model/history.ts";
import { texts, withHistory } from "./corrected.ts";
import { startServer } from "./server.ts";

const [first, , present] = texts;
const added: Change = {
  ...{ seq: 1, at: "2026-03-01T08:00:00Z", change: "added", slug: "weir-old", revision: first.revision, previousSlug: null, reason: null },
};
const changes: Change[] = [
  added,
  // Numbers may be left out.
  { ...added, seq: 4, at: "2026-03-02T09:30:00Z", change: "renamed", slug: present.slug, previousSlug: "weir-old" },
  { ...added, seq: 5, at: "2026-03-04T10:00:00Z", change: "changed", slug: present.slug, revision: present.revision },
  { ...added, seq: 6, at: "2026-03-05T10:00:00Z", change: "withdrawn", slug: "öl-preis", revision: null, reason: "It was a mistake." },
];

const history = { changes: [...changes] };
let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof request>;
beforeAll(async () => {
  server = await startServer([present], false, {
    asStore: (store) => withHistory(store, history),
    publicUrl: "https://news.example/archive",
  });
  api = request(server.url);
});
afterAll(() => server.stop());

test("changes come oldest first, each with the address of its article", async () => {
  const { body, headers } = await api.get("/v1/changes").expect(200);
  expect(body.items).toEqual(changes.map((change) => ({ ...change, url: `/archive/v1/articles/${encodeURIComponent(change.slug)}` })));
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
  expect(seen).toEqual([1, 4, 5, 6]);
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
  expect(lines(whole.text)).toEqual([1, 4, 5, 6]);
  const [, next = ""] = /<\/archive([^>]+)>; rel="next"/.exec(whole.headers.link ?? "") ?? [];
  const rest = await api.get(next).expect(200);
  expect(rest.text).toBe("");
  const page = await api.get("/v1/changes?format=ndjson&limit=3").expect(200);
  expect(lines(page.text)).toEqual([1, 4, 5]);
  const [, more = ""] = /<\/archive([^>]+)>; rel="next"/.exec(page.headers.link ?? "") ?? [];
  expect(lines((await api.get(more).expect(200)).text)).toEqual([6]);
});

test("an archive without changes has a cursor too", async () => {
  const empty = await startServer([present], false, { asStore: (store) => withHistory(store, {}) });
  const { body } = await request(empty.url).get("/v1/changes").expect(200);
  expect(body.items).toEqual([]);
  expect((await request(empty.url).get("/v1/changes").query({ cursor: body.nextCursor }).expect(200)).body).toEqual(body);
  await empty.stop();
});

test("a cursor of changes that were numbered anew is refused: nothing is passed over in silence", async () => {
  const { body } = await api.get("/v1/changes?limit=3").expect(200);
  const anew = await startServer([present], false, { asStore: (store) => withHistory(store, { changes: changes.slice(0, 2) }) });
  const refused = await request(anew.url).get("/v1/changes").query({ cursor: body.nextCursor }).expect(400);
  expect(refused.body).toMatchObject({ code: "invalid-cursor", detail: expect.stringContaining("Start again without the cursor") });
  await anew.stop();
  const { body: other } = await api.get("/v1/articles?limit=0").expect(200);
  expect(other.nextCursor).toBeNull();
  await api.get("/v1/changes?cursor=abc").expect(400);
  await api.get("/v1/changes?since=1").expect(400);
});
