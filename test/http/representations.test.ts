import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
const SLUG = harbour?.slug ?? "";
const QUOTE = harbour?.quotes[0]?.id ?? "";
const ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** A request whose answer's body is not decoded. */
const bytes = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers }).then(async (response) => ({ response, body: Buffer.from(await response.arrayBuffer()) }));

describe("negotiation", () => {
  test.each([
    ["", "application/json"],
    ["*/*", "application/json"],
    ["application/*", "application/json"],
    ["text/plain", "text/plain; charset=utf-8"],
    ["text/markdown", "text/markdown; charset=utf-8; variant=CommonMark"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"],
    ["application/ld+json", "application/ld+json"],
    ['application/ld+json; profile="http://schema.org"', "application/ld+json"],
    ["application/json;charset=utf-8", "application/json"],
    ["text/markdown;q=0.5, text/plain;q=0.9", "text/plain; charset=utf-8"],
    ["image/png, text/html;q=0.1", "text/html; charset=utf-8"],
    ["application/json;q=0, */*;q=0.1", "text/plain; charset=utf-8"],
  ])("an article for Accept: %s is %s", async (accept, contentType) => {
    const { headers } = await api.get(`/v1/articles/${SLUG}`).set("accept", accept).expect(200);
    expect(headers["content-type"]).toBe(contentType);
    expect(headers.vary).toBe("Accept, Accept-Encoding");
  });

  test("a quote's profile chooses the Web Annotation", async () => {
    const annotation = await api.get(`/v1/quotes/${QUOTE}`).set("accept", ANNOTATION).expect(200);
    expect(annotation.headers["content-type"]).toBe(ANNOTATION);
    const plain = await api.get(`/v1/quotes/${QUOTE}`).set("accept", "application/ld+json").expect(200);
    expect(plain.headers["content-type"]).toBe("application/ld+json");
  });

  test("?format= wins over Accept, and says where this representation is and which others there are", async () => {
    const { headers } = await api.get(`/v1/articles/${SLUG}?format=markdown`).set("accept", "text/html").expect(200);
    expect(headers["content-type"]).toContain("text/markdown");
    expect(headers["content-location"]).toBe(`/v1/articles/${SLUG}?format=markdown`);
    expect(headers["content-disposition"]).toBe(`inline; filename="${SLUG}.md"; filename*=UTF-8''${SLUG}.md`);
    expect(headers.link).toContain(`</v1/articles/${SLUG}?format=jsonld>; rel="alternate"; type="application/ld+json"`);
    expect(headers.link).not.toContain('format=markdown>; rel="alternate"');
  });

  test("a format that does not exist is a 406 that lists those that do", async () => {
    const { body } = await api.get(`/v1/quotes/${QUOTE}`).set("accept", "image/png").expect(406);
    expect(body.available).toEqual(["application/json", "text/plain", "text/markdown", "text/html", "application/ld+json", ANNOTATION]);
    await api.get(`/v1/articles/${SLUG}`).set("accept", "application/json;q=0").expect(406);
  });
});

describe("every format", () => {
  test.each([
    [`/v1/articles/${SLUG}`, ["json", "text", "markdown", "html", "jsonld", "ninjs"]],
    [`/v1/quotes/${QUOTE}`, ["json", "text", "markdown", "html", "jsonld", "annotation"]],
    [`/v1/articles/${SLUG}/text`, ["text", "json"]],
    ["/v1/feeds/articles.atom", [null]],
    ["/v1/feeds/articles.json", [null]],
    ["/v1/feeds/speakers/ada-quill.atom", [null]],
    ["/v1/feeds/speakers/ada-quill.json", [null]],
  ])("of %s answers GET, HEAD and a conditional request", async (path, formats) => {
    const tags = new Set<string>();
    for (const format of formats) {
      const url = format === null ? path : `${path}?format=${format}`;
      const get = await bytes(url, { "accept-encoding": "identity" });
      expect(get.response.status).toBe(200);
      expect(get.body.toString()).toContain("all of us");
      const etag = get.response.headers.get("etag") ?? "";
      tags.add(etag);
      const head = await fetch(`${server.url}${url}`, { method: "HEAD", headers: { "accept-encoding": "identity" } });
      expect([head.status, head.headers.get("etag"), head.headers.get("content-length")]).toEqual([200, etag, String(get.body.length)]);
      const same = await bytes(url, { "accept-encoding": "identity", "if-none-match": etag });
      expect([same.response.status, same.body.length]).toEqual([304, 0]);
    }
    expect(tags.size).toBe(formats.length);
  });

  test("carries the rights", async () => {
    for (const format of ["json", "text", "markdown", "html", "jsonld", "ninjs"]) {
      expect((await bytes(`/v1/articles/${SLUG}?format=${format}`)).body.toString()).toContain("CC0 1.0");
    }
    for (const format of ["json", "text", "markdown", "html", "jsonld", "annotation"]) {
      expect((await bytes(`/v1/quotes/${QUOTE}?format=${format}`)).body.toString()).toContain("CC0 1.0");
    }
  });
});

describe("codings", () => {
  const decode = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };

  test("each have their own strong ETag and decode to the same bytes", async () => {
    const path = `/v1/articles/${SLUG}`;
    const { request } = await import("node:http");
    const get = (coding: string, condition?: string) =>
      new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
        const headers = { "accept-encoding": coding, ...(condition === undefined ? {} : { "if-none-match": condition }) };
        request(`${server.url}${path}`, { headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
        })
          .on("error", reject)
          .end();
      });
    const plain = await get("identity");
    const tags = new Set([plain.headers.etag]);
    for (const coding of ["gzip", "zstd", "br"] as const) {
      let coded = await get(coding);
      for (let tries = 0; coded.headers["content-encoding"] !== coding && tries < 200; tries += 1) {
        expect(coded.body.equals(plain.body)).toBe(true);
        coded = await get(coding);
      }
      expect(coded.headers["content-encoding"]).toBe(coding);
      expect(coded.body.length).toBeLessThan(plain.body.length);
      expect(decode[coding](coded.body).equals(plain.body)).toBe(true);
      tags.add(coded.headers.etag);
      expect((await get(coding, String(coded.headers.etag))).status).toBe(304);
      expect((await get(coding, String(plain.headers.etag))).status).toBe(200);
    }
    expect(tags.size).toBe(4);
    expect((await get("gzip, deflate, br, zstd")).headers["content-encoding"]).toBe("br");
    expect((await get("gzip;q=1, br;q=0.1")).headers["content-encoding"]).toBe("gzip");
    expect((await get("br;q=0, gzip;q=0")).headers["content-encoding"]).toBeUndefined();
    expect((await get("nonsense")).headers["content-encoding"]).toBeUndefined();
    // Whoever sends "*" may know gzip alone.
    for (const any of ["*", "*;q=0.5", "identity;q=0, *", "br;q=0, *"]) expect((await get(any)).headers["content-encoding"]).toBe("gzip");
    for (const any of ["gzip;q=0, *", "*;q=0"]) expect((await get(any)).headers["content-encoding"]).toBeUndefined();
    expect((await get("br, *;q=0.1")).headers["content-encoding"]).toBe("br");
  });
});

describe("lists", () => {
  test("stream whole as NDJSON and CSV, without ETag and cursor", async () => {
    const { total, items } = (await api.get("/v1/quotes?limit=100").expect(200)).body;
    const ndjson = await bytes("/v1/quotes?format=ndjson");
    expect(ndjson.response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(ndjson.response.headers.get("etag")).toBeNull();
    const lines = ndjson.body.toString().trimEnd().split("\n");
    expect(lines).toHaveLength(total);
    expect(lines.map((line) => JSON.parse(line))).toEqual(items);
    const csv = await bytes("/v1/speakers?sort=quotes", { accept: "text/csv" });
    expect(csv.body.toString()).toMatch(/^id,name,type,/);
    expect(csv.response.headers.get("content-disposition")).toContain('attachment; filename="speakers.csv"');
    expect((await bytes(`/v1/articles/${SLUG}/quotes?format=csv&kind=indirect`)).body.toString().trimEnd().split("\r\n")).toHaveLength(2);
    const head = await fetch(`${server.url}/v1/quotes?format=csv`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
    expect(head.headers.get("content-length")).toBeNull();
  });

  test("come in pages as NDJSON where limit asks for a page", async () => {
    const first = await bytes("/v1/quotes?format=ndjson&limit=2");
    expect(first.body.toString().trimEnd().split("\n")).toHaveLength(2);
    const next = /<([^>]+)>; rel="next"/.exec(first.response.headers.get("link") ?? "")?.[1] ?? "";
    const second = await bytes(next, { accept: "application/x-ndjson" });
    expect(second.body.toString()).not.toContain(JSON.parse(first.body.toString().split("\n")[0] ?? "").id);
  });
});

describe("feeds", () => {
  test("have absolute addresses under the public URL, and were updated when their newest entry was", async () => {
    const atom = (await bytes("/v1/feeds/speakers/ada-quill.atom")).body.toString();
    expect(atom).toContain('href="https://verbatim.example/v1/feeds/speakers/ada-quill.atom"');
    expect(atom).not.toContain("127.0.0.1");
    const json = (await bytes("/v1/feeds/articles.json")).body.toString();
    expect(JSON.parse(json)).toMatchObject({ version: "https://jsonfeed.org/version/1.1", items: [{}, {}, {}] });
    await api.get("/v1/feeds/speakers/nobody.atom").expect(404);
    await api.get("/v1/feeds/speakers/ada-quill.rss").expect(404);
  });

  interface JsonFeed {
    title: string;
    home_page_url: string;
    feed_url: string;
    items: { id: string; language?: string; date_modified: string }[];
  }
  const feed = async (path: string): Promise<JsonFeed> => JSON.parse((await bytes(path)).body.toString());
  const idsOf = ({ items }: JsonFeed) => items.map(({ id }) => decodeURIComponent(id.split("/").at(-1) ?? ""));

  test("of articles hold those that pass the filters, as the list of articles has them", async () => {
    for (const query of ["speaker=ada-quill&kind=mixed", "language=de", "publishedFrom=2024-05-02", "q=said -boats", "id=harbour-old"]) {
      const { items } = (await api.get(`/v1/articles?${query}`).expect(200)).body;
      expect(idsOf(await feed(`/v1/feeds/articles.json?${query}`))).toEqual(items.map(({ slug }: { slug: string }) => slug));
    }
    expect(idsOf(await feed("/v1/feeds/articles.json?q=…"))).toEqual([]);
  });

  test("of articles look where a search looks, newest first", async () => {
    for (const query of ["q=boats&in=quotes", "q=boats&in=narration", "q=harbuor&fuzzy=true"]) {
      const { items } = (await api.get(`/v1/search?${query}&sort=published`).expect(200)).body;
      const found = items.map(({ article }: { article: { slug: string } }) => article.slug);
      expect(idsOf(await feed(`/v1/feeds/articles.json?${query}`))).toEqual(found);
    }
    expect(idsOf(await feed("/v1/feeds/articles.json?q=harbuor"))).toEqual([]);
  });

  test("of quotes hold those that pass the filters, as the list of quotes has them", async () => {
    for (const query of ["", "q=boats", "kind=direct&kind=mixed", "speaker=none", "language=de", "article=harbour-old"]) {
      const { items } = (await api.get(`/v1/quotes?${query}`).expect(200)).body;
      expect(idsOf(await feed(`/v1/feeds/quotes.json?${query}`))).toEqual(items.map(({ id }: { id: string }) => id));
    }
    expect((await feed("/v1/feeds/quotes.json?language=de")).items[0]?.language).toBe("de-AT");
  });

  test("say what they are filtered by, and lead to the page of the same list", async () => {
    const site = "https://verbatim.example";
    expect(await feed("/v1/feeds/articles.json")).toMatchObject({ title: "Verbatim – Articles", home_page_url: `${site}/` });
    expect(await feed("/v1/feeds/articles.json?kind=mixed&speaker=ada-quill")).toMatchObject({
      title: "Verbatim – Articles: ada-quill, mixed",
      home_page_url: `${site}/articles?speaker=ada-quill&kind=mixed`,
      feed_url: `${site}/v1/feeds/articles.json?speaker=ada-quill&kind=mixed`,
    });
    expect(await feed("/v1/feeds/articles.json?q=boats&in=quotes")).toMatchObject({ home_page_url: `${site}/search?q=boats&in=quotes` });
    const quotes = (await bytes("/v1/feeds/quotes.atom?q=boats%20%26%20bridges")).body.toString();
    expect(quotes).toContain("<title>Verbatim – Quotes: boats &amp; bridges</title>");
    expect(quotes).toContain(`href="${site}/search?show=quotes&amp;q=boats+%26+bridges"`);
  });

  test("refuse a misspelt filter, a name nobody has and a query that is none, as lists do", async () => {
    for (const name of ["articles.atom", "articles.json", "quotes.atom", "quotes.json"]) {
      expect((await api.get(`/v1/feeds/${name}?speakr=ada-quill`).expect(400)).body.detail).toContain('Did you mean "speaker"?');
      expect((await api.get(`/v1/feeds/${name}?speaker=nobody`).expect(404)).body.code).toBe("speaker-not-found");
      await api.get(`/v1/feeds/${name}?q=-boats`).expect(400);
      await api.get(`/v1/feeds/${name}?utm_source=reader`).expect(200);
    }
  });
});
