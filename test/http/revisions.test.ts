import request from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "../../src/article/model/text.ts";
import { corrections, former, ids, texts } from "./corrected.ts";
import { startServer } from "./server.ts";

const [first, second, present] = texts;
const ARTICLE = `/v1/articles/${present.slug}`;
const IMMUTABLE = "public, max-age=31536000, immutable";
const at = (path: string, revision: string) => `${ARTICLE}${path}${path.includes("?") ? "&" : "?"}revision=${revision}`;

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof request>;
beforeAll(async () => {
  server = await startServer([present], false, { past: corrections() });
  api = request(server.url);
});
afterAll(() => server.stop());

describe("the revisions of an article", () => {
  test("are listed newest first, the present one included, with when each was served", async () => {
    const { body } = await api.get(`${ARTICLE}/revisions`).expect(200);
    expect(body.article).toMatchObject({ slug: present.slug, url: ARTICLE });
    expect(body.total).toBe(3);
    expect(
      body.items.map(({ revision, current, served, quoteCount, url }: Record<string, unknown>) => [
        revision,
        current,
        served,
        quoteCount,
        url,
      ]),
    ).toEqual([
      [present.revision, true, [{ from: "2026-03-04T10:00:00Z", until: null }], 1, ARTICLE],
      [second.revision, false, [{ from: "2026-03-02T09:30:00Z", until: "2026-03-04T10:00:00Z" }], 2, at("", second.revision)],
      [first.revision, false, [{ from: "2026-03-01T08:00:00Z", until: "2026-03-02T09:30:00Z" }], 2, at("", first.revision)],
    ]);
    for (const { url, revision } of body.items) expect((await api.get(url).expect(200)).body.revision).toBe(revision);
  });

  test("come in pages and by fields, and an old slug redirects", async () => {
    const page = await api.get(`${ARTICLE}/revisions?limit=2&fields=revision`).expect(200);
    expect(page.body.items).toEqual([{ revision: present.revision }, { revision: second.revision }]);
    const next = await api.get(`${ARTICLE}/revisions?limit=2&cursor=${page.body.nextCursor}`).expect(200);
    expect(next.body.items.map(({ revision }: { revision: string }) => revision)).toEqual([first.revision]);
    await api.get("/v1/articles/weir-old/revisions?limit=1").expect(308).expect("location", `${ARTICLE}/revisions?limit=1`);
    await api.get("/v1/articles/nope/revisions").expect(404);
  });
});

describe("a former revision", () => {
  test("is answered whole, never changes, and links to the versions beside it", async () => {
    const { body, headers } = await api.get(at("", second.revision)).expect(200);
    expect(body).toMatchObject({ revision: second.revision, slug: present.slug, modifiedAt: "2026-03-02T09:30:00Z" });
    expect(body.url).toBe(at("", second.revision));
    expect(body.page).toBe(`/articles/${present.slug}?revision=${second.revision}`);
    expect(body.quotes.map(({ id }: { id: string }) => id)).toEqual([ids.cost, ids.promise]);
    expect(headers["cache-control"]).toBe(IMMUTABLE);
    expect(headers.link).toContain(`<${ARTICLE}>; rel="latest-version"`);
    expect(headers.link).toContain(`<${at("", first.revision)}>; rel="predecessor-version"`);
    expect(headers.link).toContain(`<${ARTICLE}/revisions>; rel="version-history"`);
    expect((await api.get(at("", first.revision)).expect(200)).headers.link).not.toContain("predecessor-version");
  });

  test("has its text, its parts and its quotes as they were", async () => {
    expect((await api.get(at("/text", first.revision)).expect(200).expect("cache-control", IMMUTABLE)).text).toBe(textOf(first));
    const sections = await api.get(at("/sections", second.revision)).expect(200).expect("cache-control", IMMUTABLE);
    expect(sections.body.items[1]).toMatchObject({ id: "what-it-is-for", url: at("/sections/what-it-is-for", second.revision) });
    expect(sections.body.article.url).toBe(at("", second.revision));
    const section = await api.get(sections.body.items[1].url).expect(200).expect("cache-control", IMMUTABLE);
    expect(section.body.quotes[0]).toMatchObject({ id: ids.promise, url: `/v1/quotes/${ids.promise}` });
    const paragraph = await api.get(at("/paragraphs/p1", first.revision)).expect(200).expect("cache-control", IMMUTABLE);
    expect(paragraph.body.text).toContain("forty thousand");
    expect((await api.get(at("/paragraphs?limit=1", first.revision)).expect(200)).headers.link).toMatch(
      /revision=.*rel="next".*latest-version/,
    );
    const speakers = await api.get(at("/speakers", first.revision)).expect(200);
    expect(speakers.body.items.map(({ name }: { name: string }) => name)).toEqual(["Runa Feld", "Tove Brandt"]);
    for (const format of ["markdown", "html", "jsonld", "ninjs"]) {
      const { text } = await api
        .get(at(`?format=${format}`, first.revision))
        .expect(200)
        .expect("cache-control", IMMUTABLE);
      expect(text).toContain("forty thousand");
    }
    expect((await api.get(at("?fields=quotes", second.revision)).expect(200)).body.quotes).toHaveLength(2);
    await api.get(at("/sections/what-follows", second.revision)).expect(404);
  });

  test("filters, sorts and pages its quotes as those of today are, and gives them in every format", async () => {
    const quotes = async (query: string) => {
      const { body } = await api
        .get(at(`/quotes${query}`, second.revision))
        .expect(200)
        .expect("cache-control", IMMUTABLE);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await quotes("")).toEqual([ids.cost, ids.promise]);
    expect(await quotes("?q=boat")).toEqual([ids.promise]);
    expect(await quotes("?speaker=Tove%20Brandt")).toEqual([ids.promise]);
    expect(await quotes("?speaker=runa-feld")).toEqual([ids.cost]);
    expect(await quotes("?kind=indirect")).toEqual([]);
    expect(await quotes("?sort=length")).toEqual([ids.promise, ids.cost]);
    await api.get(at("/quotes?speaker=nobody", second.revision)).expect(404);
    const page = await api.get(at("/quotes?limit=1", second.revision)).expect(200);
    expect(page.body).toMatchObject({ total: 2, article: { revision: second.revision, url: at("", second.revision) } });
    const [, next = ""] = /<([^>]+)>; rel="next"/.exec(page.headers.link ?? "") ?? [];
    expect((await api.get(next).expect(200)).body.items[0]).toMatchObject({ id: ids.promise, article: { url: at("", second.revision) } });
    const csv = await api.get(at("/quotes?format=csv", second.revision)).expect(200).expect("cache-control", IMMUTABLE);
    expect(csv.text.trim().split("\r\n")).toHaveLength(3);
    expect((await api.get(at("/quotes?format=ndjson", second.revision)).expect(200)).text.trim().split("\n")).toHaveLength(2);
  });

  test("answers HEAD, 304 and If-Match as every answer does", async () => {
    const { etag } = (
      await api.head(at("", first.revision)).set("accept-encoding", "identity").expect(200).expect("cache-control", IMMUTABLE)
    ).headers;
    const unchanged = await api
      .get(at("", first.revision))
      .set("accept-encoding", "identity")
      .set("if-none-match", etag ?? "")
      .expect(304);
    expect(unchanged.headers["cache-control"]).toBe(IMMUTABLE);
    await api.get(at("", first.revision)).set("if-match", '"other"').expect(412);
  });

  test("that the article does not have is a problem that leads to those it has", async () => {
    const { body } = await api.get(at("/text", "0".repeat(64))).expect(404);
    expect(body).toMatchObject({ code: "revision-not-found" });
    expect(body.detail).toContain(`${ARTICLE}/revisions`);
    expect((await api.get(at("", "latest")).expect(400)).body.errors[0].name).toBe("revision");
  });

  test("is found under an old slug", async () => {
    await api.get(`/v1/articles/weir-old/text?revision=${first.revision}`).expect(308).expect("location", at("/text", first.revision));
  });
});

test("the present revision by its name is the present article, which may change", async () => {
  const { body, headers } = await api.get(at("", present.revision)).expect(200);
  expect(body).toEqual((await api.get(ARTICLE).expect(200)).body);
  expect(headers["cache-control"]).not.toContain("immutable");
  expect(headers.link).not.toContain("latest-version");
});

test("a text that came back is served now, and was before", async () => {
  const back = await startServer([present], false, {
    past: corrections([
      { revision: second.revision, served: [{ from: "2026-03-02T00:00:00Z", until: "2026-03-03T00:00:00Z" }], article: second },
      { revision: present.revision, served: [{ from: "2026-03-01T00:00:00Z", until: "2026-03-02T00:00:00Z" }], article: present },
    ]),
  });
  const { body } = await request(back.url).get(`${ARTICLE}/revisions`).expect(200);
  expect(body.items.map(({ revision, served }: Record<string, unknown>) => [revision, served])).toEqual([
    [
      present.revision,
      [
        { from: "2026-03-01T00:00:00Z", until: "2026-03-02T00:00:00Z" },
        { from: "2026-03-03T00:00:00Z", until: null },
      ],
    ],
    [second.revision, [{ from: "2026-03-02T00:00:00Z", until: "2026-03-03T00:00:00Z" }]],
  ]);
  await back.stop();
});

describe("the history of a quote", () => {
  test("is told with the quote: when it stood in the article, and how", async () => {
    const { body } = await api.get(`/v1/quotes/${ids.cost}`).expect(200);
    expect(body.revisions.map(({ revision, from, until, match }: Record<string, unknown>) => [revision, from, until, match])).toEqual([
      [present.revision, "2026-03-04T10:00:00Z", null, "same"],
      [second.revision, "2026-03-02T09:30:00Z", "2026-03-04T10:00:00Z", "same"],
      [first.revision, "2026-03-01T08:00:00Z", "2026-03-02T09:30:00Z", "altered"],
    ]);
    expect(body.revisions[2].text).toContain("forty thousand");
    expect((await api.get("/v1/quotes").expect(200)).body.items[0]).not.toHaveProperty("revisions");
  });

  test("names the last text that had it, where it went", async () => {
    const { body } = await api.get(`/v1/quotes/${ids.promise}`).expect(410);
    expect(body).toMatchObject({
      code: "quote-removed",
      lastRevision: { revision: second.revision, url: at("", second.revision), until: "2026-03-04T10:00:00Z" },
    });
    expect(body.detail).toContain(at("", second.revision));
    const page = await api.get(`/quotes/${ids.promise}`).set("accept", "text/html").expect(410);
    expect(page.text).toContain(`/articles/${present.slug}?revision&#61;${second.revision}`);
    expect(page.text).toContain("<del>No boat will wait longer than an hour,</del>");
  });
});

describe("a quote that stood in a former revision only", () => {
  const check = async (quote: string, more: Record<string, string> = {}) =>
    (
      await api
        .get("/v1/verify")
        .query({ quote, ...more })
        .expect(200)
    ).body;

  test("is found there, with when that was served and the address of that text", async () => {
    const body = await check("It will cost forty thousand crowns", { speaker: "Runa Feld" });
    const revision = { revision: first.revision, served: former[1]?.served };
    expect(body).toMatchObject({ words: "exact", speaker: "match", revision });
    expect(body.matches[0]).toMatchObject({ words: "exact", revision });
    expect(body.matches[0].passages[0].article).toMatchObject({ revision: first.revision, url: at("", first.revision) });
    // What the present text has is told as well.
    expect(body.matches[1]).toMatchObject({ words: "altered", revision: null, passages: [{ article: { url: ARTICLE } }] });
    expect(body.searched.compared).toBeGreaterThan(1);
  });

  test("is found where the present text has nothing of it", async () => {
    const body = await check("No boat will wait longer than an hour");
    expect(body).toMatchObject({ words: "exact", revision: { revision: second.revision }, speakers: [{ name: "Tove Brandt" }] });
    expect((await check("No boat will wait longer than a week")).revision).toMatchObject({ revision: second.revision });
  });

  test("is not looked for where the present text has the very words, and stays unfound where none had them", async () => {
    const body = await check("It will cost fourteen thousand crowns");
    expect(body).toMatchObject({ words: "exact", revision: null, matches: [{ revision: null }], searched: { compared: 1 } });
    expect(await check("The bells of the old town hall rang all night")).toMatchObject({ words: "none", revision: null, matches: [] });
  });

  test("is told so in a text, on the page of a check and by its report", async () => {
    const text = "“No boat will wait longer than an hour,” promised Tove Brandt.";
    const { body } = await api.post("/v1/verifications").set("content-type", "text/plain").send(text).expect(200);
    expect(body.quotes[0]).toMatchObject({ words: "exact", revision: { revision: second.revision }, speaker: "match" });
    const query = { quote: "No boat will wait longer than an hour" };
    const page = await api.get("/check").query(query).set("accept", "text/html").expect(200);
    expect(page.text).toContain("In an earlier version only");
    expect(page.text).toContain(`/articles/${present.slug}?revision&#61;${second.revision}#`);
    const report = await api
      .get("/check")
      .query({ ...query, format: "text" })
      .expect(200);
    expect(report.text).toContain("exact words in an earlier version");
    expect(report.text).toContain("these words stood in it until 2026-03-04");
  });

  test("is left out with its article, and where the text that is checked is that revision itself", async () => {
    const body = textOf(second);
    const answer = await api.post("/v1/verifications").set("content-type", "text/plain").send(body).expect(200);
    const promise = answer.body.quotes.find(({ text }: { text: string }) => text.startsWith("No boat"));
    expect(promise.revision?.revision).not.toBe(second.revision);
  });
});

describe("pages of history", () => {
  const page = (path: string) => api.get(path).set("accept", "text/html");
  const PAGE = `/articles/${present.slug}`;

  test("an article that was corrected says so, and leads to its versions", async () => {
    expect((await page(PAGE).expect(200)).text).toContain("Corrected <time");
    const { text } = await page(`${PAGE}/revisions`).expect(200);
    expect(text).toContain("forty");
    await page("/articles/weir-old/revisions").expect(308).expect("location", `${PAGE}/revisions`);
    await page("/articles/nope/revisions").expect(404);
  });

  test("an earlier version has a page, which leads to the present one", async () => {
    const { text, headers } = await page(`${PAGE}?revision=${first.revision}`).expect(200);
    expect(text).toContain("This is an earlier version of this article.");
    expect(headers.link).toBe(`<${PAGE}>; rel="latest-version"`);
    expect((await page(`${PAGE}?revision=${present.revision}`).expect(200)).text).not.toContain("earlier version of this article");
    await page(`/articles/weir-old?revision=${first.revision}`).expect(308).expect("location", `${PAGE}?revision=${first.revision}`);
    expect((await page(`${PAGE}?revision=${"0".repeat(64)}`).expect(404)).text).toContain(`${PAGE}/revisions`);
  });
});
