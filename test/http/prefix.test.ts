import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { sampleArticles } from "../fixtures.ts";
import { type Address, addressesIn, fetchRaw, PREFIX, startStrippingProxy } from "./prefix.ts";
import { startServer } from "./server.ts";

const BROWSER = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

let proxy: Awaited<ReturnType<typeof startStrippingProxy>>;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  proxy = await startStrippingProxy();
  server = await startServer([...sampleArticles(), ...shipped()], false, { publicUrl: proxy.publicUrl });
  proxy.passTo(server.url);
});
afterAll(async () => {
  await server?.stop();
  proxy?.stop();
});

/** The articles that the commands of the guide ask for. */
function shipped(): Article[] {
  const folder = resolve(import.meta.dirname, "../../data/articles");
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(resolve(folder, name), "utf8")) as Article);
}

const ask = (path: string, headers?: Record<string, string>, method?: string) => fetchRaw(proxy.publicUrl + path, headers, method);

/** Where addresses that nothing links to begin: pages of lists, old ids, formats by name, answers to wrong requests. */
const SEEDS = [
  "/",
  "/articles?q=harbour",
  "/search?q=harbour&show=quotes",
  "/search?q=nothing-has-these-words&speaker=ada-quill",
  "/articles/harbour-old",
  "/docs/reference/",
  "/robots.txt",
  "/llms.txt",
  "/sitemap.xml",
  "/favicon.ico",
  "/v1/articles?limit=1",
  "/v1/articles?limit=1&format=csv",
  "/v1/articles/harbour-old/quotes?limit=1",
  "/v1/articles/harbour-to-close/sections?limit=1",
  "/v1/articles/harbour-to-close/paragraphs?limit=1",
  "/v1/articles/harbour-to-close/speakers?limit=1",
  "/v1/quotes?limit=1",
  "/v1/quotes?format=ndjson",
  "/v1/speakers?limit=1",
  "/v1/speakers/ada-quill/quotes?limit=1",
  "/v1/search?q=the&limit=1",
  "/v1/feeds/articles.json",
  "/v1/feeds/quotes.atom?q=harbour",
  "/v1/feeds/speakers/ada-quill.atom",
  "/v1/feeds/speakers/ada-quill.json",
];
const WRONG = [
  "/nope",
  "/v1/nope",
  "/v1/articles/nope",
  "/v1/quotes?limit=0x",
  "/v1/quotes?kind=shouted",
  "/articles/nope",
  "/quotes/nope",
  "/speakers/nope",
  "/search?q=harbour+OR",
];

/** Fills in the templates of the entry point. */
function expand(address: string): string {
  return address
    .replace("/speakers/{id}", "/speakers/ada-quill")
    .replace("/quotes/{id}", "/quotes")
    .replace("{slug}", "harbour-to-close")
    .replace("{code}", "not-found")
    .replace(/\{\?q\}/, "?q=harbour")
    .replace(/\{\?quote,[\w,]*\}/, "?quote=loss");
}

/** Lists and statistics lead on to every combination of filters, orders and views: it is enough to follow one at a time. */
function isCombined({ searchParams }: URL): boolean {
  const chosen = new Set([...searchParams.keys()].filter((name) => !["format", "cursor", "limit", "publishedTo", "url"].includes(name)));
  return chosen.size > 1;
}

/** Every path is followed; of addresses with a query that differ only in what is named, sought or the page of a list, so many. */
const MOST_OF_A_KIND = 5;
const NAMED = ["article", "cursor", "publishedFrom", "publishedTo", "publisher", "q", "quote", "speaker", "url"];

function kindOf({ href, pathname, search, searchParams }: URL): string {
  if (search === "") return href;
  const query = [...searchParams].map(([name, value]) => (NAMED.includes(name) ? name : `${name}=${value}`)).sort();
  return `${pathname.replace(/(articles|quotes|speakers)\/[^/.]+/, "$1/*")}?${query.join("&")}`;
}

/** An address with its parameters in one order: links name those of one page in several. */
function sorted(url: string): string {
  const { href, searchParams } = new URL(url);
  searchParams.sort();
  return `${href.split("?")[0]}?${searchParams}`;
}

/** What an explorer resolves against the server it names, and the addresses of the document's examples. */
const isForeign = (address: string) => !address.startsWith("/") && !address.startsWith(proxy.host);
/** Addresses that answer POST only. */
const POSTED = ["/find", "/v1/extractions", "/mcp"];

describe("behind a proxy that strips a path", () => {
  test("every address an answer holds stays below that path and is answered", async () => {
    const faults: string[] = [];
    const seen = new Set<string>();
    const queue = [...SEEDS, ...WRONG].map((path) => proxy.publicUrl + path);
    const known = new Set(queue.map(sorted));
    const kinds = new Map<string, number>();
    const take = ({ where, address }: Address, from: string) => {
      if (isForeign(address) || address.startsWith("#") || address === "") return;
      const to = new URL(expand(address), from);
      const { origin, pathname, search } = to;
      if (origin !== proxy.host) return;
      if (!pathname.startsWith(`${PREFIX}/`)) {
        // The server an OpenAPI document names ends without a slash.
        if (pathname !== PREFIX || (!from.includes("/openapi.") && !from.includes("getting-started")))
          faults.push(`${from}: ${where} ${address}`);
        return;
      }
      const url = origin + pathname + search;
      if (known.has(sorted(url)) || isCombined(to)) return;
      known.add(sorted(url));
      const followed = kinds.get(kindOf(to)) ?? 0;
      kinds.set(kindOf(to), followed + 1);
      if (followed < MOST_OF_A_KIND) queue.push(url);
    };
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      seen.add(url);
      const path = url.slice(proxy.publicUrl.length);
      // The format of an address counts for more than what the client accepts.
      for (const accept of url.includes("format=") ? ["*/*"] : ["*/*", BROWSER]) {
        const answer = await fetchRaw(url, { accept });
        for (const found of addressesIn(answer)) take(found, url);
        if (![200, 308].includes(answer.status) && !WRONG.includes(path) && !POSTED.includes(path)) faults.push(`${url}: ${answer.status}`);
      }
    }
    expect(faults).toEqual([]);
    // The crawl got everywhere: pages, parts, formats, feeds, documents, problems, assets.
    for (const part of [
      "/v1/articles/harbour-to-close/text",
      "cursor=",
      "format=annotation",
      ".atom",
      "/docs/operations",
      "/problems/",
      "/assets/",
      "/oembed?",
      "scalar.js",
    ])
      expect(
        [...seen].filter((url) => url.includes(part)),
        part,
      ).not.toEqual([]);
    expect(seen.size).toBeGreaterThan(500);
  }, 120_000);

  test.each([
    ["/v1/articles/harbour-old/quotes?limit=1", "/v1/articles/harbour-to-close/quotes?limit=1"],
    ["/articles/harbour-old?view=quotes", "/articles/harbour-to-close?view=quotes"],
    ["/docs/reference/", "/docs"],
    ["/v1/articles/?limit=1", "/v1/articles?limit=1"],
    ["/docs/", "/docs"],
  ])("%s redirects to the address below the path, cached or not", async (path, target) => {
    for (let time = 0; time < 2; time += 1) {
      const { status, headers } = await ask(path);
      expect([status, headers.location]).toEqual([308, PREFIX + target]);
    }
  });

  test("Link and Content-Location are the client's addresses, once, for GET and HEAD, cached or not", async () => {
    for (const method of ["GET", "HEAD", "GET"]) {
      const { headers } = await ask("/v1/quotes?limit=1", {}, method);
      const links = String(headers.link).split(", ");
      expect(links[0]).toMatch(/^<\/base\/v1\/quotes\?limit=1&cursor=[\w-]+>; rel="next"$/);
      expect(links[1]).toBe('</base/v1/quotes?limit=1&format=ndjson>; rel="alternate"; type="application/x-ndjson"');
      expect(headers["content-location"]).toBe("/base/v1/quotes?limit=1&format=json");
    }
    expect((await ask("/")).headers.link).toContain('</base/openapi.json>; rel="service-desc"');
  });

  test("the entry point's templates and what the document says about its server begin with it", async () => {
    const { links } = JSON.parse((await ask("/")).body) as { links: Record<string, string> };
    expect(links).toMatchObject({ article: "/base/v1/articles/{slug}", search: "/base/v1/search{?q}", problem: "/base/problems/{code}" });
    for (const address of Object.values(links)) expect(address).toMatch(/^\/base\//);
    const document = JSON.parse((await ask("/openapi.json")).body);
    expect(document.servers).toEqual([{ url: proxy.publicUrl }]);
    expect(document.externalDocs.url).toBe(`${proxy.publicUrl}/docs`);
    expect((await ask("/openapi.yaml")).body).toContain(`- url: ${proxy.publicUrl}\n`);
  });

  test("a problem's type and words are the client's addresses, on the API and on pages", async () => {
    const problem = JSON.parse((await ask("/v1/articles/nope")).body);
    expect(problem.type).toBe(`${proxy.publicUrl}/problems/article-not-found`);
    expect(problem.detail).toBe('There is no article "nope". /base/v1/articles lists all of them.');
    expect(JSON.parse((await ask("/nope")).body).detail).toBe('There is nothing at "/base/nope". See /base/ or /base/openapi.json.');
    const unknown = JSON.parse((await ask("/v1/quotes?speaker=nope")).body);
    expect(unknown.detail).toMatch(/ \/base\/v1\/speakers\?q= finds speakers by name\.$/);
    expect(JSON.parse((await ask("/problems/not-found")).body).explanation).toContain("`/base/openapi.json` describes");
    expect((await ask("/docs/getting-started")).body).toContain("<code>/base/v1/feeds/speakers/{id}.atom</code>");
    const page = (await ask("/articles/nope", { accept: BROWSER })).body;
    expect(page).toContain("/base/articles lists all of them.");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(JSON.parse((await ask("/v1/articles", {}, "DELETE")).body).type).toBe(`${proxy.publicUrl}/problems/method-not-allowed`);
  });

  test("a request that cannot be read is told the same type", async () => {
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((done) => {
      let text = "";
      const socket = connect(Number(port), "127.0.0.1", () => socket.write("not http\r\n\r\n"));
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.once("close", () => done(text));
    });
    expect(answer).toContain(`"type":"${proxy.publicUrl}/problems/malformed-request"`);
  });
});

describe("without PUBLIC_URL", () => {
  test("absolute addresses are where the server listens, and the document's server is relative to the document", async () => {
    const local = await startServer(undefined, false, { publicUrl: null });
    try {
      const get = async (path: string) => JSON.parse((await fetchRaw(local.url + path)).body);
      expect((await get("/v1/articles/nope")).type).toBe(`${local.url}/problems/article-not-found`);
      expect((await get("/v1/feeds/articles.json")).feed_url).toBe(`${local.url}/v1/feeds/articles.json`);
      expect((await get("/openapi.json")).servers).toEqual([{ url: "/" }]);
      expect((await get("/")).links.articles).toBe("/v1/articles");
    } finally {
      await local.stop();
    }
  });
});
