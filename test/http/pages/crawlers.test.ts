import { parseXml } from "@rgrove/parse-xml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SitemapParts } from "../../../src/http/answers/sitemap-parts.ts";
import { sampleArticles } from "../../fixtures.ts";
import { MemoryArchive } from "../../store/memory-archive.ts";
import { startServer } from "../server.ts";

const PUBLIC_URL = "https://verbatim.example/news";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(sampleArticles(), false, { publicUrl: PUBLIC_URL });
});
afterAll(() => server.stop());

const get = async (path: string) => {
  const answer = await fetch(server.url + path);
  return { status: answer.status, type: answer.headers.get("content-type"), etag: answer.headers.get("etag"), text: await answer.text() };
};
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => String(url));

describe("the sitemap", () => {
  test("is an index of parts, each below its own place, well-formed and answered", async () => {
    const index = await get("/sitemap.xml");
    expect([index.status, index.type]).toEqual([200, "application/xml; charset=utf-8"]);
    expect(index.etag).not.toBeNull();
    const parts = locations(index.text);
    expect(parts).toEqual(["pages", "articles-1", "quotes-1", "speakers-1"].map((part) => `${PUBLIC_URL}/sitemap-${part}.xml`));
    for (const url of parts) {
      const part = await get(url.slice(PUBLIC_URL.length));
      expect([part.status, part.type]).toEqual([200, "application/xml; charset=utf-8"]);
      expect(parseXml(part.text).root?.name).toBe("urlset");
      expect(locations(part.text)).not.toEqual([]);
    }
  });

  test("names every article, quote and speaker once, by the address its page calls canonical, with its last change", async () => {
    for (const kind of ["articles", "quotes", "speakers"]) {
      const { text } = await get(`/sitemap-${kind}-1.xml`);
      const urls = locations(text);
      const { total } = JSON.parse((await get(`/v1/${kind}?limit=0`)).text);
      expect(new Set(urls).size).toBe(total);
      expect(urls).toHaveLength(total);
      for (const url of urls) {
        const page = await (await fetch(server.url + url.slice(PUBLIC_URL.length), { headers: { accept: "text/html" } })).text();
        expect(page).toContain(`<link rel="canonical" href="${url}">`);
      }
      expect(text.match(/<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/lastmod>/g)).toHaveLength(total);
    }
    expect((await get("/sitemap-articles-1.xml")).text).toContain(
      "/articles/b%C3%A4ckerei-%C3%B6ffnet</loc><lastmod>2026-01-02T03:04:05Z<",
    );
  });

  test("names pages that are there", async () => {
    for (const url of locations((await get("/sitemap-pages.xml")).text)) {
      const answer = await fetch(server.url + url.slice(PUBLIC_URL.length), { headers: { accept: "text/html" } });
      expect([url, answer.status]).toEqual([url, 200]);
    }
  });

  test.each(["articles-2", "articles-0", "articles-01", "people-1", "x"])("has no part %s", async (part) => {
    const { status, text } = await get(`/sitemap-${part}.xml`);
    expect(status).toBe(404);
    expect(JSON.parse(text).detail).toContain("/news/sitemap.xml lists its parts.");
  });

  test("of an empty archive has the pages that are always there", async () => {
    const empty = await startServer([]);
    expect(locations(await (await fetch(`${empty.url}/sitemap.xml`)).text())).toEqual(["https://verbatim.example/sitemap-pages.xml"]);
    await empty.stop();
  });
});

describe("the parts of a sitemap", () => {
  const walk = async (count: number, size: number) => {
    const store = new MemoryArchive(Array.from({ length: count }, (_, at) => String(at).padStart(4, "0")));
    const parts = new SitemapParts(store, size);
    const found: string[][] = [];
    for (const name of (await parts.names()).filter((one) => one.startsWith("quotes-"))) {
      const part = await parts.part(name);
      const ids: string[] = [];
      for await (const batch of part?.batches ?? []) ids.push(...batch.map(({ id }) => id));
      found.push(ids);
    }
    return { found, store };
  };

  test.each([
    [0, 5, []],
    [1, 5, [1]],
    [5, 5, [5]],
    [6, 5, [5, 1]],
    [1200, 1100, [1100, 100]],
    [1000, 500, [500, 500]],
  ])("%i ids in parts of %i are all there, each once", async (count, size, lengths) => {
    const { found, store } = await walk(count, size);
    expect(found.map(({ length }) => length)).toEqual(lengths);
    expect(found.flat()).toEqual(store.ids);
  });

  test("are found once, and again after a change", async () => {
    const store = new MemoryArchive(["a"]);
    const parts = new SitemapParts(store, 1);
    expect(await parts.names()).toEqual(["articles-1", "quotes-1", "speakers-1"]);
    const { asked } = store;
    await parts.names();
    expect(store.asked).toBe(asked);
    store.ids.push("b");
    store.announce();
    expect(await parts.names()).toContain("quotes-2");
  });

  test("are found when the store is there again", async () => {
    const store = new MemoryArchive(["a"]);
    store.isAway = true;
    const parts = new SitemapParts(store);
    await expect(parts.names()).rejects.toThrow("away");
    store.isAway = false;
    expect(await parts.names()).toContain("articles-1");
  });
});

test("robots.txt names the sitemap and keeps crawlers from what has no end", async () => {
  const { type, text } = await get("/robots.txt");
  expect(type).toBe("text/plain; charset=utf-8");
  expect(text).toContain(`\nSitemap: ${PUBLIC_URL}/sitemap.xml\n`);
  const closed = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, path]) => String(path));
  expect(closed).toEqual(expect.arrayContaining(["/news/search", "/news/check", "/news/v1/verifications", "/news/*format=csv"]));
  const isClosed = (path: string) => closed.some((rule) => new RegExp(`^${rule.replaceAll("*", ".*")}`).test(path));
  const open = [
    "/",
    "/articles/x",
    "/quotes/x",
    "/quotes/x/card.png",
    "/speakers/x",
    "/v1/articles/x/text",
    "/v1/feeds/articles.atom",
    "/sitemap.xml",
  ];
  expect(open.filter((path) => isClosed(`/news${path}`))).toEqual([]);
  expect(["/search?q=x", "/v1/quotes?format=csv", "/v1/articles?limit=1&format=ndjson"].every((path) => isClosed(`/news${path}`))).toBe(
    true,
  );
});

test("llms.txt has the form of llmstxt.org, and every link in it is answered", async () => {
  const { type, text } = await get("/llms.txt");
  expect(type).toBe("text/plain; charset=utf-8");
  expect(text).toMatch(/^# Verbatim\n\n> \S.*\n\n\S/);
  expect(text.match(/^## .+$/gm)).toEqual(["## Ask", "## API", "## Documents", "## Optional"]);
  const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\)(?:: .+)?$/gm)].map(([, url]) => String(url));
  expect(links.length).toBe(text.match(/^- /gm)?.length);
  for (const url of links) {
    expect(url.startsWith(`${PUBLIC_URL}/`)).toBe(true);
    const { status } = await fetch(server.url + url.slice(PUBLIC_URL.length));
    // Messages alone are sent to the protocol.
    expect([url, status]).toEqual([url, url === `${PUBLIC_URL}/mcp` ? 405 : 200]);
  }
});

test("llms.txt is silent on the Model Context Protocol where it is not served", async () => {
  const without = await startServer(sampleArticles(), false, { mcp: null });
  expect(await (await fetch(`${without.url}/llms.txt`)).text()).not.toContain("MCP server");
  await without.stop();
});

test("the icons of a page and of the manifest are there, small, and of the types that are said", async () => {
  const page = (await get("/docs/getting-started")).text;
  const links = [...page.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/g)].map(([, path]) => String(path));
  expect(links).toHaveLength(4);
  const manifest = JSON.parse((await get("/site.webmanifest")).text);
  expect(manifest).toMatchObject({ name: "Verbatim", start_url: "/news/", scope: "/news/" });
  const types = new Set<string | null>();
  for (const path of [...links, ...manifest.icons.map(({ src }: { src: string }) => src)]) {
    const answer = await fetch(server.url + path.replace(/^\/news/, ""));
    expect([path, answer.status]).toEqual([path, 200]);
    expect((await answer.bytes()).length).toBeLessThan(4096);
    types.add(answer.headers.get("content-type"));
  }
  expect([...types].sort()).toEqual(["application/manifest+json", "image/png", "image/svg+xml", "image/x-icon"]);
});
