import { createHash } from "node:crypto";
import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SpeakerRegistry } from "../../src/article/corrections/speaker-registry.ts";
import { textOf } from "../../src/article/model/text.ts";
import { parseArticle } from "../../src/article/rules/check-article.ts";
import { buildServer } from "../../src/http/server.ts";
import { buildArticle } from "../article-builder.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer();
  api = supertest(server.url);
});
afterAll(() => server.stop());

const [harbour] = sampleArticles();
if (harbour === undefined) throw new Error("expected an article");
const SLUG = harbour.slug;
const [loss] = harbour.quotes;
const quoteId = loss?.id ?? "";

describe("articles", () => {
  test("lists articles newest first with total and no text", async () => {
    const { body } = await api.get("/v1/articles").expect(200).expect("content-type", "application/json");
    expect(body.total).toBe(3);
    expect(body.nextCursor).toBeNull();
    expect(body.items[0]).toMatchObject({ slug: SLUG, quoteCount: 4, headline: { text: "Harbour ‘A loss’ for Brackwater" } });
    expect(body.items[0]).not.toHaveProperty("sections");
  });

  test("follows cursors to the end, by nextCursor and by Link", async () => {
    const slugs: string[] = [];
    let next: string | undefined = "/v1/articles?limit=1&sort=updated";
    while (next !== undefined) {
      const response: supertest.Response = await api.get(next).expect(200);
      slugs.push(...response.body.items.map((item: { slug: string }) => item.slug));
      const link: string | undefined = response.headers.link;
      next = link === undefined ? undefined : /^<([^>]+)>; rel="next"/.exec(link)?.[1];
      expect(next === undefined).toBe(response.body.nextCursor === null);
      if (next !== undefined) expect(new URL(next, server.url).searchParams.get("cursor")).toBe(response.body.nextCursor);
    }
    // Two were imported at one moment and have not changed since.
    expect(slugs).toEqual(["bäckerei-öffnet", SLUG, "council-minutes"]);
  });

  test("serves the article, whole and by fields in schema order", async () => {
    const { body } = await api.get(`/v1/articles/${SLUG}`).expect(200);
    expect(body).toMatchObject({
      url: `/v1/articles/${SLUG}`,
      page: `/articles/${SLUG}`,
      sections: harbour.sections,
      source: harbour.source,
    });
    expect(parseArticle(body)).toEqual({ article: harbour, faults: [] });
    const some = await api.get(`/v1/articles/${SLUG}?fields=quotes,headline`).expect(200);
    expect(Object.keys(some.body)).toEqual(["headline", "quotes"]);
    for (const fields of ["quotes,%20headline", "quotes,+headline", "%20quotes%20,%20headline%20"]) {
      expect((await api.get(`/v1/articles/${SLUG}?fields=${fields}&format=json`).expect(200)).text).toBe(some.text);
    }
    expect(some.headers).not.toHaveProperty("link");
    // Fields are of the JSON, so a browser that follows a link to some gets them.
    const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    expect((await api.get(`/v1/articles/${SLUG}?fields=quotes,headline`).set("accept", browser).expect(200)).text).toBe(some.text);
    const { body: other } = await api.get(`/v1/articles/${SLUG}?fields=quotes`).set("accept", "text/markdown").expect(400);
    expect(other.detail).toContain('this would be "markdown"');
    await api.get(`/v1/articles/${SLUG}?fields=quotes`).set("accept", "image/png").expect(406);
    const named = await api.get(`/v1/articles/${SLUG}?fields=quotes&format=json`).set("accept", "text/markdown").expect(200);
    expect(named.headers).not.toHaveProperty("link");
  });

  test("serves an article whose slug is not ASCII", async () => {
    const { body } = await api.get(`/v1/articles/${encodeURIComponent("bäckerei-öffnet")}`).expect(200);
    expect(body.language).toBe("de-AT");
  });

  test("serves the text as exactly the bytes of the revision, and as JSON on request", async () => {
    const plain = await api.get(`/v1/articles/${SLUG}/text`).expect(200).expect("content-type", "text/plain; charset=utf-8");
    expect(plain.text).toBe(textOf(harbour));
    expect(createHash("sha256").update(plain.text).digest("hex")).toBe(harbour.revision);
    expect(plain.headers.vary).toBe("Accept, Accept-Encoding");
    for (const ask of [
      api.get(`/v1/articles/${SLUG}/text?format=json`),
      api.get(`/v1/articles/${SLUG}/text`).set("accept", "application/json; charset=utf-8"),
    ]) {
      const { body } = await ask.expect(200).expect("content-type", "application/json");
      expect(body).toEqual({ revision: harbour.revision, text: plain.text, length: [...plain.text].length });
    }
    const other = await api.get(`/v1/articles/${SLUG}/text`).set("accept", "image/png").expect(406);
    expect(other.body).toMatchObject({ code: "not-acceptable", available: ["text/plain", "application/json"] });
  });

  test("serves sections, one section, paragraphs, one paragraph, quotes and speakers of an article", async () => {
    const revision = { article: { slug: SLUG, revision: harbour.revision, headline: harbour.headline, url: `/v1/articles/${SLUG}` } };
    const sections = await api.get(`/v1/articles/${SLUG}/sections`).expect(200);
    expect(sections.body).toMatchObject({ ...revision, total: 2, items: harbour.sections });
    const section = await api.get(`/v1/articles/${SLUG}/sections/what-comes-next`).expect(200);
    expect(section.body).toMatchObject({ ...revision, id: "what-comes-next", heading: { text: "What comes next" } });
    expect(section.body.quotes).toHaveLength(2);
    const paragraphs = await api.get(`/v1/articles/${SLUG}/paragraphs?limit=3`).expect(200);
    expect(paragraphs.body.items.map(({ id, section }: { id: string; section: string }) => [id, section])).toEqual([
      ["p1", "lead"],
      ["p2", "lead"],
      ["p3", "what-comes-next"],
    ]);
    const rest = await api.get(paragraphs.headers.link?.slice(1).split(">")[0] ?? "").expect(200);
    expect(rest.body.items.map(({ id }: { id: string }) => id)).toEqual(["p4"]);
    const paragraph = await api.get(`/v1/articles/${SLUG}/paragraphs/p1`).expect(200);
    expect(paragraph.body).toMatchObject({ ...revision, id: "p1", section: "lead", quotes: [{ id: quoteId }] });
    const quotes = await api.get(`/v1/articles/${SLUG}/quotes?kind=direct&speaker=ada-quill`).expect(200);
    expect(quotes.body).toMatchObject({ ...revision, total: 2 });
    const speakers = await api.get(`/v1/articles/${SLUG}/speakers`).expect(200);
    expect(speakers.body).toMatchObject({ ...revision, total: 2, items: harbour.speakers });
  });
});

test("words without a letter or a digit find nothing", async () => {
  for (const list of ["articles", "quotes", "speakers"]) {
    expect((await api.get(`/v1/${list}`).query({ q: " !… " }).expect(200)).body.total).toBe(0);
  }
});

test("limit=0 asks for the total alone, which HEAD has too", async () => {
  for (const path of [
    "/v1/articles",
    "/v1/quotes",
    "/v1/speakers",
    "/v1/search?q=harbour",
    "/v1/speakers/ada-quill/quotes",
    ...["sections", "paragraphs", "quotes", "speakers"].map((part) => `/v1/articles/${SLUG}/${part}`),
  ]) {
    const { body } = await api.get(path).expect(200);
    const counted = await api
      .get(`${path}${path.includes("?") ? "&" : "?"}limit=0`)
      .expect(200)
      .expect("x-total-count", String(body.total));
    expect(counted.body).toEqual({ ...body, items: [], nextCursor: null });
    expect(counted.headers).not.toHaveProperty("link", expect.stringContaining("next"));
    await api.head(path).expect(200).expect("x-total-count", String(body.total));
  }
  expect((await api.get("/v1/quotes?format=csv&limit=0").expect(200)).text).toMatch(/^id,[^\n]+\r\n$/);
});

test.each([
  "/v1/articles?language=en",
  "/v1/quotes?speaker=ada-quill&speaker=none",
  "/v1/speakers?sort=quotes",
  "/v1/speakers/ada-quill/quotes?kind=direct",
])("the next page of %s comes in the format of the first", async (list) => {
  for (const [format, type] of [
    ["csv", /^text\/csv/],
    ["ndjson", /^application\/x-ndjson/],
    ["json", /^application\/json/],
  ] as const) {
    const first = await api.get(`${list}&limit=1&format=${format}&bom=true`).expect(200).expect("content-type", type);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? "")?.[1] ?? "";
    const second = await api.get(next).expect(200).expect("content-type", type);
    if (format === "csv") expect(second.text.startsWith("\u{feff}id,") || second.text.startsWith("\u{feff}slug,")).toBe(true);
    expect(second.headers.etag).not.toBe(first.headers.etag);
    // The list is the same in every format: so is its cursor.
    const cursor = new URL(next, server.url).searchParams.get("cursor");
    await api.get(`${list}&cursor=${cursor}`).expect(200).expect("content-type", "application/json");
  }
});

describe("quotes and speakers", () => {
  test("lists quotes with their article and context, by several speakers or none", async () => {
    const { body } = await api
      .get("/v1/quotes")
      .query({ speaker: ["ada-quill", "none"] })
      .expect(200);
    expect(body.total).toBe(4);
    expect(body.items[0]).toMatchObject({
      id: quoteId,
      article: { slug: SLUG, revision: harbour.revision },
      context: { after: expect.stringContaining("”") },
    });
    expect((await api.get("/v1/quotes?speaker=none").expect(200)).body.items[0].attribution.speakers).toEqual([]);
    expect((await api.get("/v1/quotes?q=boats").expect(200)).body.total).toBe(1);
  });

  test("serves one quote, one speaker and all the speaker said", async () => {
    expect((await api.get(`/v1/quotes/${quoteId}`).expect(200)).body.segments).toHaveLength(2);
    expect((await api.get("/v1/speakers/ada-quill").expect(200)).body).toMatchObject({ name: "Ada Quill", quoteCount: 3, articleCount: 2 });
    const said = await api.get("/v1/speakers/ada-quill/quotes").expect(200);
    expect(said.body.items.map((item: { article: { slug: string } }) => item.article.slug)).toEqual([SLUG, SLUG, "council-minutes"]);
    const named = await api.get(`/v1/speakers/${encodeURIComponent("zoë-ångström")}/quotes`).expect(200);
    expect(named.body.total).toBe(1);
    expect((await api.get("/v1/speakers?q=clerk").expect(200)).body.items[0].id).toBe("council-minutes~a-clerk");
    expect((await api.get("/v1/speakers/council-minutes~a-clerk").expect(200)).body.type).toBe("person");
  });
});

describe("a missing resource", () => {
  test.each([
    ["/v1/articles/nope", "article-not-found", "nope"],
    ["/v1/articles/nope/text", "article-not-found", "nope"],
    [`/v1/articles/${SLUG}/sections/nope`, "section-not-found", "nope"],
    [`/v1/articles/${SLUG}/paragraphs/p99`, "paragraph-not-found", "p99"],
    ["/v1/quotes/nope", "quote-not-found", "nope"],
    ["/v1/speakers/nope", "speaker-not-found", "nope"],
    ["/v1/speakers/nope/quotes", "speaker-not-found", "nope"],
    ["/problems/nope", "problem-not-found", "nope"],
    ["/nope", "not-found", "/nope"],
    ["/v1/articles/a%2Fb", "article-not-found", "a/b"],
    ["/v1/articles/%00", "article-not-found", ""],
    [`/v1/articles/${"x".repeat(5000)}`, "article-not-found", "xxx"],
  ])("%s answers 404 and names it", async (path, code, named) => {
    const { body } = await api.get(path).expect(404).expect("content-type", "application/problem+json");
    expect(body).toMatchObject({ type: `https://verbatim.example/problems/${code}`, status: 404, code });
    expect(body.detail).toContain(named);
    expect(body).not.toHaveProperty("stack");
    const page = await api.get(new URL(body.type).pathname).expect(200);
    expect(page.body).toMatchObject({ code, status: 404 });
  });

  test("old slugs redirect and keep path and query; removed quotes are gone", async () => {
    await api.get("/v1/articles/harbour-old?fields=slug").expect(308).expect("location", `/v1/articles/${SLUG}?fields=slug`);
    await api.get("/v1/articles/harbour-old/paragraphs/p1").expect(308).expect("location", `/v1/articles/${SLUG}/paragraphs/p1`);
    expect((await api.get("/v1/quotes/zzzz0000").expect(410)).body.code).toBe("quote-removed");
  });
});

describe("bad parameters answer 400 and name parameter, value and what is allowed", () => {
  test.each<readonly [path: string, name: string, value: string, allowed: string]>([
    ["/v1/articles?limit=101", "limit", "101", "100"],
    ["/v1/articles?limit=-1", "limit", "-1", "0"],
    ["/v1/articles?limit=ten", "limit", "ten", "whole number"],
    ["/v1/articles?limit=", "limit", "", "whole number"],
    ["/v1/articles?limit=1&limit=2", "limit", "1, 2", "once"],
    ["/v1/articles?sort=foo", "sort", "foo", '"published", "updated", "length"'],
    ["/v1/articles?publishedFrom=yesterday", "publishedFrom", "yesterday", "yesterday"],
    ["/v1/articles?q=", "q", "", "Empty"],
    ["/v1/articles?publishedFrom=2026-13-40", "publishedFrom", "2026-13-40", "is not a calendar date"],
    ["/v1/articles?publishedFrom=2026-02-30", "publishedFrom", "2026-02-30", "is not a calendar date"],
    ["/v1/quotes?publishedTo=2026-09-14T25:30:00Z", "publishedTo", "2026-09-14T25:30:00Z", "must be a day"],
    ["/v1/articles?language=xx-", "language", "xx-", "BCP 47"],
    ["/v1/articles?colour=red", "colour", "red", "limit"],
    ["/v1/articles?__proto__=1", "__proto__", "1", "Unknown"],
    ["/v1/quotes?kind=loud", "kind", "loud", "indirect"],
    [`/v1/articles/${SLUG}?fields=headline,nope`, "fields", "headline,nope", "quotes"],
    [`/v1/articles/${SLUG}?fields=`, "fields", "", "quotes"],
    [`/v1/articles/${SLUG}?fields=headline%20slug`, "fields", "headline slug", "joined by commas"],
    ...["text", "markdown", "html", "jsonld", "ninjs"].map(
      (format) => [`/v1/articles/${SLUG}?fields=headline&format=${format}`, "fields", "headline", `this would be "${format}"`] as const,
    ),
    [`/v1/articles/${SLUG}/text?format=pdf`, "format", "pdf", "json"],
    ["/v1/quotes?speakers=x", "speakers", "x", 'Did you mean "speaker"?'],
    ["/v1/quotes?sort[]=length", "sort[]", "length", 'Did you mean "sort"?'],
    ["/v1/articles/x/text?fromat=json", "fromat", "json", "format"],
    ["/?fromat=html", "fromat", "html", 'Did you mean "format"?'],
  ])("%s", async (path, name, value, allowed) => {
    const { body } = await api.get(path).expect(400).expect("content-type", "application/problem+json");
    expect(body.code).toBe("invalid-parameter");
    expect(body.errors).toContainEqual(expect.objectContaining({ in: "query", name, value }));
    expect(body.detail).toContain(allowed);
  });

  test("a cursor that is malformed or belongs to another list is refused", async () => {
    const { body } = await api.get("/v1/articles?limit=1").expect(200);
    const cursor = body.nextCursor as string;
    await api.get(`/v1/articles?cursor=${cursor}`).expect(200);
    const [list] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [string];
    const forged = (...key: unknown[]) => Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
    for (const bad of ["x", "%00", `${cursor}x`, forged(), forged(1, 2), forged("a"), forged("a", { b: 1 }), forged("a", "\0")]) {
      expect((await api.get(`/v1/articles?cursor=${bad}`).expect(400)).body.code).toBe("invalid-cursor");
    }
    for (const path of ["/v1/articles?sort=updated", "/v1/articles?q=harbour", "/v1/quotes?"]) {
      expect((await api.get(`${path}&cursor=${cursor}`).expect(400)).body.code).toBe("invalid-cursor");
    }
  });

  test("a cursor into an article that has changed since is refused: its places are others now", async () => {
    const own = await startServer(sampleArticles(), true);
    const client = supertest(own.url);
    const { nextCursor } = (await client.get(`/v1/articles/${SLUG}/paragraphs?limit=1`)).body;
    await client.get(`/v1/articles/${SLUG}/paragraphs?cursor=${nextCursor}`).expect(200);
    const changed = new Promise<void>((resolve) => own.store.onChange(resolve));
    own.write(`articles/${SLUG}.json`, buildArticle({ slug: SLUG, headline: "Other words", sections: [{ paragraphs: ["One.", "Two."] }] }));
    await changed;
    expect((await client.get(`/v1/articles/${SLUG}/paragraphs?cursor=${nextCursor}`).expect(400)).body.code).toBe("invalid-cursor");
    await own.stop();
  });

  test("a path that cannot be decoded", async () => {
    expect((await api.get("/v1/articles/%E0%A4%A").expect(400)).body.code).toBe("malformed-request");
  });
});

describe("parameters that others add to links", () => {
  test.each([
    "/?fbclid=IwAR0",
    "/?x=1",
    "/v1/feeds/articles.atom?utm_source=reader",
    "/v1/feeds/speakers/ada-quill.json?_=1700000000",
    "/openapi.json?v=2",
    "/openapi.yaml?x=1",
    "/.well-known/api-catalog?x=1",
    "/health/live?x=1",
    "/health/ready?_=1",
    "/problems/not-found?ref=mail",
    "/docs?fbclid=1",
    "/robots.txt?v=3",
    `/articles/${SLUG}?utm_medium=social`,
    "/v1/speakers/ada-quill?gclid=1",
    "/v1/quotes?utm_source=x&_=1",
    `/v1/articles/${SLUG}?fbclid=1&fields=slug`,
  ])("are passed over: %s", async (path) => {
    await api.get(path).expect(200);
  });

  test("do not make another answer: the tag, the links and the cached answer are the same", async () => {
    const plain = await api.get(`/v1/articles/${SLUG}`).expect(200);
    const tagged = await api.get(`/v1/articles/${SLUG}?utm_source=x&_=1`).expect(200);
    for (const name of ["etag", "link", "content-location"]) expect(tagged.headers[name]).toBe(plain.headers[name]);
    await api
      .get(`/v1/articles/${SLUG}?_=2`)
      .set("if-none-match", plain.headers.etag as string)
      .expect(304);
  });

  test("stay in a redirect, also when the redirect was kept without them", async () => {
    await api.get("/articles/harbour-old").expect(308).expect("location", `/articles/${SLUG}`);
    await api.get("/articles/harbour-old?utm_source=x").expect(308).expect("location", `/articles/${SLUG}?utm_source=x`);
    await api.get("/articles/harbour-old").expect(308).expect("location", `/articles/${SLUG}`);
  });
});

test("instants are taken with fractions and offsets, as programs write them, and compared in UTC", async () => {
  const found = async (query: string) => (await api.get(`/v1/quotes?${query}`).expect(200)).body.total;
  const day = harbour.publishedAt?.slice(0, 10);
  const from = await found(`publishedFrom=${day}`);
  expect(from).toBeGreaterThan(0);
  for (const instant of [`${day}T00:00:00.000Z`, `${day}T00:00:00%2B00:00`, `${day}T00:00:00+00:00`, `${day}T02:00:00%2B02:00`]) {
    expect(await found(`publishedFrom=${instant}`)).toBe(from);
    expect((await api.get(`/v1/search?q=harbour&publishedFrom=${instant}`).expect(200)).body.total).toBeGreaterThan(0);
  }
});

test("an array is sent in the ways clients have: repeated, with brackets, with numbers", async () => {
  const total = async (query: string) => (await api.get(`/v1/quotes?${query}`).expect(200)).body.total;
  expect(await total("speaker=ada-quill")).toBe(3);
  for (const query of [
    "speaker=ada-quill&speaker=none",
    "speaker[]=ada-quill&speaker[]=none",
    "speaker%5B%5D=ada-quill&speaker=none",
    "speaker=none&speaker[0]=ada-quill",
    "speaker[0]=ada-quill&speaker[1]=none",
  ]) {
    expect(await total(query)).toBe(4);
  }
  expect(await total("speaker[]=ada-quill")).toBe(3);
});

test("what its address names is sent whatever Accept says", async () => {
  for (const accept of ["application/json", "application/xml", "text/xml", "application/rss+xml", "text/html", "text/plain", "image/png"]) {
    for (const [path, type] of [
      ["/v1/feeds/articles.json", /^application\/feed\+json/],
      ["/v1/feeds/articles.atom", /^application\/atom\+xml/],
      ["/v1/feeds/speakers/ada-quill.json", /^application\/feed\+json/],
      ["/.well-known/api-catalog", /^application\/linkset\+json/],
      ["/openapi.yaml", /^application\/yaml/],
      ["/openapi.json", /^application\/json/],
      ["/health/live", /^application\/json/],
    ] as const) {
      await api.get(path).set("accept", accept).expect(200).expect("content-type", type);
    }
  }
  await api.get("/v1/speakers/ada-quill").set("accept", "text/csv").expect(406);
});

describe("conditional requests", () => {
  test("answer 304 to the present tag, in a list and to *, and 200 to another", async () => {
    const first = await api.get(`/v1/articles/${SLUG}`).expect(200);
    const etag = first.headers.etag as string;
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers["cache-control"]).toContain("stale-while-revalidate");
    expect(first.headers).not.toHaveProperty("last-modified");
    for (const condition of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
      const answer = await api.get(`/v1/articles/${SLUG}`).set("if-none-match", condition).expect(304);
      expect(answer.headers.etag).toBe(etag);
      expect(answer.text).toBe("");
      expect(answer.headers).not.toHaveProperty("content-type");
    }
    await api.get(`/v1/articles/${SLUG}`).set("if-none-match", '"other"').expect(200);
  });

  test("tags differ between representations and change with the content", async () => {
    const tag = async (path: string) => (await api.get(path).expect(200)).headers.etag;
    expect(await tag(`/v1/articles/${SLUG}/text`)).not.toBe(await tag(`/v1/articles/${SLUG}/text?format=json`));
    const own = await startServer(sampleArticles(), true);
    const client = supertest(own.url);
    const before = (await client.get(`/v1/articles/${SLUG}`)).headers.etag;
    const list = (await client.get("/v1/articles")).headers.etag;
    const changed = new Promise<void>((resolve) => own.store.onChange(resolve));
    own.write(`articles/${SLUG}.json`, { ...harbour, language: "en-GB" });
    await changed;
    const after = await client
      .get(`/v1/articles/${SLUG}`)
      .set("if-none-match", before as string)
      .expect(200);
    expect(after.body.language).toBe("en-GB");
    expect((await client.get("/v1/articles")).headers.etag).not.toBe(list);
    await own.stop();
  });

  test("answer 412 where If-Match names another answer, before If-None-Match is looked at", async () => {
    for (const path of [
      `/v1/articles/${SLUG}`,
      "/v1/quotes?limit=1",
      `/v1/articles/${SLUG}/text`,
      "/openapi.json",
      "/docs",
      "/health/live",
    ]) {
      const { headers } = await api.get(path).set("accept-encoding", "gzip").expect(200);
      const etag = headers.etag as string;
      for (const condition of ['"other"', `W/${etag}`, '"a", "b"', "x", ","]) {
        const { body } = await api.get(path).set("if-match", condition).expect(412).expect("content-type", "application/problem+json");
        expect(body).toMatchObject({ code: "precondition-failed", status: 412 });
        await api.head(path).set("if-match", condition).expect(412);
        await api.get(path).set("if-match", condition).set("if-none-match", etag).expect(412);
      }
      for (const condition of [etag, `"other", ${etag}`, "*", " * "]) {
        await api.get(path).set("if-match", condition).expect(200);
        await api.head(path).set("if-match", condition).expect(200);
        await api.get(path).set("if-match", condition).set("if-none-match", etag).set("accept-encoding", "gzip").expect(304);
      }
    }
  });

  test("take the tag of any coding for If-Match: the content is the same", async () => {
    const plain = (await api.get(`/v1/articles/${SLUG}`).set("accept-encoding", "identity")).headers.etag as string;
    for (const coding of ["gzip", "zstd", "br", "gzip, br"]) {
      await api.head(`/v1/articles/${SLUG}`).set("accept-encoding", coding).set("if-match", plain).expect(200);
    }
    const fresh = await startServer();
    const zstd = (await api.head(`/v1/articles/${SLUG}`).set("accept-encoding", "zstd")).headers.etag as string;
    // This server has made no coding yet.
    await supertest(fresh.url).get(`/v1/articles/${SLUG}`).set("accept-encoding", "identity").set("if-match", zstd).expect(200);
    await fresh.stop();
  });

  test("ask nothing of what is no success, and a stream has no tag", async () => {
    await api.get("/v1/articles/nope").set("if-match", '"x"').expect(404);
    await api.get("/v1/articles/harbour-old").set("if-match", '"x"').expect(308);
    await api.get("/v1/articles?limit=x").set("if-match", '"x"').expect(400);
    await api.get("/v1/quotes?format=csv").set("if-match", '"x"').expect(412);
    await api.get("/v1/quotes?format=csv").set("if-match", "*").expect(200);
    // There is no Last-Modified to compare with (RFC 9110, section 13.1.4).
    await api.get("/v1/articles").set("if-unmodified-since", "Mon, 01 Jan 2001 00:00:00 GMT").expect(200);
    await api.get("/v1/articles").set("if-modified-since", "Mon, 01 Jan 2091 00:00:00 GMT").expect(200);
  });

  test("never answer 304 to a problem", async () => {
    await api.get("/v1/articles/nope").set("if-none-match", "*").expect(404);
  });
});

describe("methods", () => {
  test("HEAD has the headers of GET and no body", async () => {
    const get = await api.get(`/v1/articles/${SLUG}`).set("accept-encoding", "gzip").expect(200);
    const head = await api.head(`/v1/articles/${SLUG}`).set("accept-encoding", "gzip").expect(200);
    for (const name of ["etag", "content-type", "content-length", "cache-control"]) expect(head.headers[name]).toBe(get.headers[name]);
    expect(head.text).toBeUndefined();
    await api.head("/v1/articles/nope").expect(404);
    await api
      .head(`/v1/articles/${SLUG}`)
      .set("if-none-match", get.headers.etag as string)
      .set("accept-encoding", "gzip")
      .expect(304);
  });

  test("others are 405 with Allow, whatever their body; OPTIONS lists the methods", async () => {
    for (const path of ["/", `/v1/articles/${SLUG}/text`, "/v1/quotes", "/openapi.json", "/docs", "/health/live"]) {
      for (const method of ["post", "put", "patch", "delete"] as const) {
        const { body } = await api[method](path)
          .set("content-type", "nonsense/x")
          .send("body")
          .expect(405)
          .expect("allow", "GET, HEAD, OPTIONS");
        expect(body.code).toBe("method-not-allowed");
      }
      await api.options(path).expect(204).expect("allow", "GET, HEAD, OPTIONS");
    }
    const status = await new Promise((resolve) => {
      rawRequest(`${server.url}/v1/quotes`, { method: "PROPFIND" }, (response) => {
        response.resume();
        resolve([response.statusCode, response.headers.allow]);
      }).end();
    });
    expect(status).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("broken requests", () => {
  const send = (bytes: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(bytes));
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.on("close", () => resolve(answer));
      socket.on("error", () => resolve(answer));
    });

  test("that are not HTTP are a 400 problem, headers too large a 431 problem", async () => {
    const broken = await send("NOT HTTP\r\n\r\n");
    expect(broken).toMatch(/^HTTP\/1\.1 400 /);
    expect(broken).toContain('"code":"malformed-request"');
    const large = await send(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 /);
    expect(large).toContain('"code":"headers-too-large"');
  });

  test("that ask for * are a 400 problem, except OPTIONS", async () => {
    const star = (method: string) => send(`${method} * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(await star("GET")).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"malformed-request"/);
    expect(await star("OPTIONS")).toMatch(/^HTTP\/1\.1 204 /);
  });
});

describe("the service", () => {
  test("says where everything is, that it lives and whether it is ready", async () => {
    const { body } = await api.get("/").expect(200);
    expect(body.links).toMatchObject({ articles: "/v1/articles", openapi: "/openapi.json", docs: "/docs" });
    const { paths } = (await api.get("/openapi.json").expect(200)).body as { paths: Record<string, object> };
    const whole = Object.keys(paths).filter((path) => path.startsWith("/v1/") && !path.includes("{"));
    const linked = Object.values<string>(body.links).map((link) => link.replace(/\{\?.*/, ""));
    expect(linked).toEqual(expect.arrayContaining(whole));
    await api.get("/health/live").expect(200, { status: "ok" }).expect("cache-control", "no-store");
    await api.get("/health/ready").expect(200, { status: "ok", articleCount: 3, problems: [] });
  });

  test("is found when only the host is known", async () => {
    const { body } = await api
      .get("/.well-known/api-catalog")
      .expect(200)
      .expect("content-type", /^application\/linkset\+json/)
      .buffer(true)
      .parse((response, done) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => done(null, JSON.parse(text)));
      });
    const { headers } = await api.head("/.well-known/api-catalog").expect(200);
    expect(headers.link).toMatch(/^<\/\.well-known\/api-catalog>; rel="api-catalog"/);
    for (const accept of ["application/json", "text/html"]) {
      const { link } = (await api.head("/").set("accept", accept).expect(200)).headers;
      for (const relation of ["api-catalog", "service-desc", "service-doc"]) expect(link).toContain(`rel="${relation}"`);
    }
    expect(body.linkset[0]["service-desc"][0].href).toBe("https://verbatim.example/openapi.json");
    // RFC 9727, section 4.1: the catalogue's items are the APIs.
    expect(body.linkset).toContainEqual({
      anchor: "https://verbatim.example/.well-known/api-catalog",
      item: [{ href: "https://verbatim.example/" }, { href: "https://verbatim.example/mcp" }],
    });
  });

  test("names the catalogue and the description in Link, for GET and HEAD, data and page", async () => {
    const catalogue = '</.well-known/api-catalog>; rel="api-catalog"';
    for (const accept of ["application/json", "text/html"]) {
      for (const answer of [await api.get("/").set("accept", accept), await api.head("/").set("accept", accept)]) {
        expect(answer.headers.link).toContain(catalogue);
        expect(answer.headers.link).toContain('</openapi.json>; rel="service-desc"');
      }
    }
    for (const answer of [await api.get("/.well-known/api-catalog"), await api.head("/.well-known/api-catalog")]) {
      expect(answer.headers.link).toContain(catalogue);
    }
  });

  test("counts requests at /metrics where that is asked for", async () => {
    await api.get("/metrics").expect(404);
    const app = await buildServer({ store: server.store, publicUrl: "https://verbatim.example", metrics: true });
    await app.inject("/v1/articles/nope");
    const { body } = await app.inject("/metrics");
    expect(body).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/v1\/articles\/:slug"[^}]*\} 1/);
    await app.close();
  });

  test("is degraded with a broken file and unavailable when nothing can be served", async () => {
    const degraded = await startServer(sampleArticles().slice(0, 1), true);
    const changed = new Promise<void>((resolve) => degraded.store.onChange(resolve));
    degraded.write("articles/broken.json", "{");
    await changed;
    const { body } = await supertest(degraded.url).get("/health/ready").expect(200);
    expect(body).toMatchObject({ status: "degraded", articleCount: 1, problems: [{ where: "articles/broken.json" }] });
    await degraded.stop();
  });

  test("is ok, and names it, where an editor's file names what nothing has", async () => {
    const stray = await startServer(sampleArticles().slice(0, 1));
    await stray.change({
      of: "registry",
      registry: SpeakerRegistry.parse({ speakers: [{ id: "nobody-known", name: "Nobody Known", aliases: ["N. Known"] }] }),
    });
    const { body } = await supertest(stray.url).get("/health/ready").expect(200);
    const message = 'no article quotes or names a speaker "nobody-known"';
    const cure = "Correct it, or remove it.";
    expect(body).toEqual({ status: "ok", articleCount: 1, problems: [{ where: "speakers.json", path: "speakers[0].id", message, cure }] });
    stray.write("articles/broken.json", "{");
    await stray.store.refresh({ slugs: new Set(["broken"]), registry: false, all: false });
    const broken = await supertest(stray.url).get("/health/ready").expect(200);
    expect([broken.body.status, broken.body.problems.map(({ where }: { where: string }) => where)]).toEqual([
      "degraded",
      ["articles/broken.json", "speakers.json"],
    ]);
    await stray.stop();
  });

  test("serves the reference without a request to another host", async () => {
    const page = await api.get("/docs").expect(200).expect("content-type", "text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const script = await api.get("/docs/reference/js/scalar.js").expect(200).expect("content-type", "text/javascript; charset=utf-8");
    expect(script.text.length).toBeGreaterThan(1_000_000);
  });

  test("names every request, and takes a client's own id only when it is harmless", async () => {
    await api.get("/health/live").set("x-request-id", "abc-123").expect("x-request-id", "abc-123");
    const { headers } = await api.get("/health/live").set("x-request-id", 'a b"c');
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});
