import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { quoteId } from "../../src/article/model/ids.ts";
import type { Article } from "../../src/article/model/schema.ts";
import { buildServer } from "../../src/http/server.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { hostileArticle, sampleArticles } from "../pages/articles.ts";

const PUBLIC_URL = "https://verbatim.example";
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const REMOVED = quoteId("harbour", "taken back", 0);

let folder: string;
let store: FilesStore;
let app: FastifyInstance;
const [harbour, bakery] = sampleArticles();
if (harbour === undefined || bakery === undefined) throw new Error("expected two articles");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-reader-"));
  mkdirSync(join(folder, "articles"));
  const [quote] = harbour.quotes;
  const old = quoteId("harbour", "before", 0);
  const articles = [
    {
      ...harbour,
      aliases: ["old-ferry"],
      removedQuotes: [REMOVED],
      quotes: harbour.quotes.map((each) => (each === quote ? { ...each, aliases: [old] } : each)),
    },
    bakery,
    hostileArticle(),
    talkative(),
  ];
  for (const article of articles) writeFileSync(join(folder, "articles", `${article.slug}.json`), JSON.stringify(article));
  store = await FilesStore.open({ folder, watch: false, onProblem: (problem) => expect.unreachable(JSON.stringify(problem)) });
  app = await buildServer({ store, publicUrl: PUBLIC_URL });
});

afterAll(async () => {
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** An article in which one person says more than a page holds. */
function talkative(): Article {
  const keys = Array.from({ length: 45 }, (_, place) => `q${place}`);
  return buildArticle({
    headline: "Council Meets Until Morning",
    quotes: Object.fromEntries(keys.map((key) => [key, { by: ["Iris Talk"] }])),
    sections: [
      { paragraphs: keys.map((key) => ["“", segment(key, `Point ${key}.`), "” ", mention(key, "Iris Talk"), " ", cue(key, "said"), "."]) },
    ],
  });
}

const browse = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { accept: BROWSER, ...headers } });

const PAGES = [
  "/",
  "/articles",
  "/articles?q=ferry",
  "/speakers",
  "/search",
  "/search?q=ferry",
  "/search?q=ferry&show=quotes",
  `/articles/${harbour.slug}`,
  `/articles/${harbour.slug}?view=quotes`,
  "/speakers/tomas-reyes",
  `/quotes/${harbour.quotes[0]?.id}`,
  "/articles/hostile",
];

describe("a page", () => {
  test.each(PAGES)("is HTML under a policy that lets nothing else in, and is not sent twice: %s", async (url) => {
    const answer = await browse(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self';/);
    expect(answer.headers["content-security-policy"]).not.toContain("unsafe");
    const again = await browse(url, { "if-none-match": String(answer.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
  });

  test("takes the parameters that shared links gather, and wrong views", async () => {
    expect((await browse(`/articles/${harbour.slug}?utm_source=x&fbclid=y&view=sideways`)).statusCode).toBe(200);
    expect((await browse("/articles?q=%21%3F")).statusCode).toBe(200);
    expect((await browse("/search?q=ferry&utm_source=x&page=2&q=")).statusCode).toBe(200);
  });

  test("says what is wrong with a query that it does not understand", async () => {
    for (const page of ["/articles", "/speakers", "/search"]) {
      const { statusCode, body } = await browse(`${page}?q=harbour+OR`);
      expect(statusCode).toBe(400);
      expect(body).toContain("At character 9: OR needs a word or a phrase on both sides.");
    }
  });

  test("refers to files that exist and may be kept for ever", async () => {
    const { body } = await browse("/");
    const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const answer = await app.inject(file);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["cache-control"]).toContain("immutable");
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});

describe("the entry point", () => {
  test.each([undefined, "*/*", "application/json"])("answers JSON to a client that accepts %s", async (accept) => {
    const answer = await app.inject({ url: "/", headers: accept === undefined ? {} : { accept } });
    expect(answer.json().name).toBe("Verbatim");
    expect(answer.headers.vary).toBe("Accept, Accept-Encoding");
  });

  test("shows a browser the JSON when it asks for it by name", async () => {
    expect((await browse("/?format=json")).json().name).toBe("Verbatim");
  });
});

test("a long list leads on to the rest, each quote once and newest first", async () => {
  let next: string | undefined = "/speakers/iris-talk";
  const seen: string[] = [];
  for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
    const { document } = parseHTML((await browse(next)).body);
    seen.push(...[...document.querySelectorAll("blockquote")].map(({ textContent }) => textContent));
    next = document.querySelector("a[rel=next]")?.getAttribute("href") ?? undefined;
  }
  expect(seen).toEqual(talkative().quotes.map(({ text }) => `“${text}”`));
});

test("a cursor of another list is refused", async () => {
  const { nextCursor } = (await app.inject("/v1/articles?limit=1")).json();
  expect((await browse(`/articles?cursor=${nextCursor}`)).statusCode).toBe(400);
});

describe("a missing resource", () => {
  test.each([
    ["/articles/no-such", 404, "Article not found"],
    ["/speakers/no-such", 404, "Speaker not found"],
    ["/quotes/no-such", 404, "Quote not found"],
    [`/quotes/${REMOVED}`, 410, "Quote removed"],
    ["/no/such/place", 404, "Not found"],
    ["/articles/%ff", 400, "Malformed request"],
    ["/articles?cursor=nonsense", 400, "Invalid cursor"],
  ])("is a page for browsers and a problem for everybody else: %s", async (url, status, title) => {
    const page = await browse(url);
    expect(page.statusCode).toBe(status);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toBeDefined();
    expect(page.body).toContain(`<h1>${title}</h1>`);
    const problem = await app.inject(url);
    expect(problem.statusCode).toBe(status);
    expect(problem.headers["content-type"]).toContain("application/problem+json");
    expect(problem.json()).toMatchObject({ status, title });
  });

  test("names what was asked for as text", async () => {
    const { body } = await browse(`/articles/${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(body).toContain("&#60;script&#62;");
    expect(body).not.toContain("<script>alert");
  });

  test("is said in the words of the API", async () => {
    const { detail } = (await app.inject(`/v1/quotes/${REMOVED}`)).json();
    expect((await app.inject(`/quotes/${REMOVED}`)).json().detail).toBe(detail);
    expect((await app.inject("/articles/no-such")).json().detail).toBe('There is no article "no-such". /articles lists all of them.');
  });

  test("is never a page under /v1", async () => {
    expect((await browse("/v1/articles/no-such")).headers["content-type"]).toContain("application/problem+json");
  });
});

test("old addresses lead to the present ones", async () => {
  expect(await browse("/articles/old-ferry?view=quotes")).toMatchObject({
    statusCode: 308,
    headers: { location: `/articles/${harbour.slug}?view=quotes` },
  });
  expect(await browse(`/quotes/${quoteId("harbour", "before", 0)}`)).toMatchObject({
    statusCode: 308,
    headers: { location: `/quotes/${harbour.quotes[0]?.id}` },
  });
});

describe("oEmbed", () => {
  const page = `${PUBLIC_URL}/quotes/${harbour.quotes[0]?.id}`;

  test("a quote's page leads to a card without script that names the speaker and the rights", async () => {
    const { body } = await browse(new URL(page).pathname);
    const [, address] = /type="application\/json\+oembed" href="([^"]+)"/.exec(body) ?? [];
    const answer = await app.inject(String(address).replaceAll("&#61;", "=").replaceAll("&#38;", "&"));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ version: "1.0", type: "rich", author_name: "Ada Lind", url: page });
    expect(answer.json().html).toContain("© 2025 The Invented Courier");
    expect(answer.json().html).not.toContain("<script");
  });

  test.each(["text/html", "text/xml", "application/xml;q=0.9"])("is JSON, whatever a program accepts: %s", async (accept) => {
    const answer = await app.inject({ url: `/oembed?url=${encodeURIComponent(page)}`, headers: { accept } });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/json"]);
  });

  test("keeps to the width there is", async () => {
    const answer = await app.inject(`/oembed?url=${encodeURIComponent(page)}&maxwidth=320&maxheight=100`);
    expect(answer.json()).toMatchObject({ width: 320, height: 100 });
  });

  test.each([
    "https://elsewhere.example/quotes/x",
    `${PUBLIC_URL}/articles/${harbour.slug}`,
    `${PUBLIC_URL}/quotes/%ff`,
    `${PUBLIC_URL}/quotes/none`,
  ])("knows only its own quotes: %s", async (url) => {
    expect((await app.inject(`/oembed?url=${encodeURIComponent(url)}`)).statusCode).toBe(404);
  });
});
