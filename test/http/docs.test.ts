import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShipped } from "../contract/server.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

const PUBLIC_URL = "https://verbatim.example";
const run = promisify(execFile);

let server: Awaited<ReturnType<typeof serveShipped>>;
let app: FastifyInstance;
let api: string;

beforeAll(async () => {
  server = await serveShipped({ publicUrl: PUBLIC_URL });
  app = server.app;
  api = server.url;
});
afterAll(() => server.stop());

describe("the API reference", () => {
  test("may run its own scripts only and talk to this server only", async () => {
    const answer = await app.inject("/docs");
    expect(answer.statusCode).toBe(200);
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    const { document } = parseHTML(answer.body);
    for (const script of document.querySelectorAll("script")) {
      expect(script.textContent).toBe("");
      expect(script.getAttribute("src")).toMatch(/^\//);
    }
  });

  test("is sent compressed, the smallest coding made beside the first request, and once", async () => {
    const get = (encoding: string, headers = {}) =>
      app.inject({ url: "/docs/reference/js/scalar.js", headers: { "accept-encoding": encoding, ...headers } });
    const plain = await get("identity");
    expect(plain.rawPayload.length).toBeGreaterThan(1_000_000);
    const gzip = await get("gzip");
    expect(gunzipSync(gzip.rawPayload).equals(plain.rawPayload)).toBe(true);
    let brotli = await get("br");
    for (let wait = 0; brotli.headers["content-encoding"] !== "br" && wait < 250; wait += 1) {
      await new Promise((resume) => setTimeout(resume, 200));
      brotli = await get("br");
    }
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(brotli.rawPayload.length).toBeLessThan(gzip.rawPayload.length);
    expect((await get("br", { "if-none-match": String(brotli.headers.etag) })).statusCode).toBe(304);
  }, 90_000);
});

describe("the guide", () => {
  test("has commands that work as they stand against the shipped articles", async () => {
    const { document } = parseHTML((await app.inject("/docs/getting-started")).body);
    const commands = [...document.querySelectorAll("pre[aria-label^=Command]")].map(({ textContent }) => textContent);
    expect(commands).toHaveLength(8);
    const answers: string[] = [];
    for (const command of commands) {
      const { stdout } = await run("bash", ["-ec", command.replaceAll(PUBLIC_URL, api)], { encoding: "utf8" });
      expect(stdout).not.toBe("");
      answers.push(stdout);
    }
    for (const place of [0, 1, 2, 3, 4, 5]) expect(answers[place], commands[place]).not.toContain('"code":');
    expect(answers[2]).toContain('"speakers":[{"id":"zamir-kabulov"');
    expect(JSON.parse(answers[5] ?? "").total).toBeGreaterThan(0);
    expect(answers[6]).toMatch(/^HTTP\/1\.1 304/);
    expect(answers[7]).toContain('"code":"invalid-parameter"');
  });
});

describe("the answers in the guide", () => {
  const shownOf = async (base: string) => {
    const { document } = parseHTML(await (await fetch(`${base}/docs/getting-started`)).text());
    return [...document.querySelectorAll("pre.answer")].map(({ textContent }) => textContent);
  };

  test("are those of this server, to every command", async () => {
    const shown = await shownOf(api);
    expect(shown).toHaveLength(8);
    const { total } = (await app.inject("/v1/speakers/zamir-kabulov/quotes?limit=0")).json();
    expect(total).toBeGreaterThan(1);
    expect(shown[1]).toContain("Russia Seeks ‘Good Relations’");
    expect(shown[2]).toMatch(/"kind": "\w+",\n +"text": "/);
    expect(shown[3]).toMatch(/^Russia Seeks .+\n/);
    const { etag } = (await app.inject("/v1/articles/russia-seeks-good-relations-with-taliban-as-us-troops-exit")).headers;
    expect(shown[6]).toBe(
      `HTTP/1.1 304 Not Modified\netag: ${etag}\ncache-control: public, max-age=60, stale-while-revalidate=600\nvary: Accept, Accept-Encoding`,
    );
    expect(shown[7]).toContain('"code": "invalid-parameter"');
  });

  test("that an empty archive has not are left out", async () => {
    const empty = await startServer([]);
    const shown = await shownOf(empty.url);
    expect(shown[0]).toContain('"total": 0');
    expect(shown.join()).not.toContain("-not-found");
    await empty.stop();
  });

  test("follow the archive when it changes", async () => {
    const changing = await startServer([], true);
    expect((await shownOf(changing.url))[0]).toContain('"total": 0');
    const [article] = sampleArticles();
    const changed = new Promise<void>((resolve) => {
      changing.store.onChange(resolve);
    });
    changing.write(`articles/${article?.slug}.json`, article);
    await changed;
    expect((await shownOf(changing.url))[0]).toContain(article?.headline.text.slice(0, 20));
    await changing.stop();
  });
});

describe("problems", () => {
  test("are listed with their codes, each linked to its page; what is code in their words is code", async () => {
    const answer = await app.inject({ url: "/problems", headers: { accept: "text/html" } });
    const { document } = parseHTML(answer.body);
    const codes = [...document.querySelectorAll("dt code")].map(({ textContent }) => textContent);
    expect(codes).toHaveLength(new Set(codes).size);
    expect(codes).toEqual(expect.arrayContaining(["invalid-parameter", "quote-removed", "unavailable"]));
    expect(document.querySelector("main")?.textContent).not.toContain("`");
    for (const code of codes) {
      const page = parseHTML((await app.inject({ url: `/problems/${code}`, headers: { accept: "text/html" } })).body).document;
      expect(page.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(`${PUBLIC_URL}/problems/${code}`);
      expect(page.querySelector("main")?.textContent).not.toContain("`");
      expect([...page.querySelectorAll("main code")].map(({ textContent }) => textContent)).toContain(code);
    }
  });
});

describe("the guide of another archive", () => {
  test("has commands that work there, and is there before anything is", async () => {
    const other = await startServer(sampleArticles().filter(({ slug }) => slug.startsWith("b")));
    try {
      const { document } = parseHTML(await (await fetch(`${other.url}/docs/getting-started`)).text());
      const commands = [...document.querySelectorAll("pre[aria-label^=Command]")].map(({ textContent }) => textContent);
      expect(commands.join()).not.toContain("zamir-kabulov");
      for (const [place, command] of commands.entries()) {
        const { stdout } = await run("bash", ["-ec", command.replaceAll(/https?:\/\/[^/"]+(?=\/v1)/g, other.url)], { encoding: "utf8" });
        expect(stdout, command).not.toMatch(place < 7 ? /"code":/ : /^$/);
        if (place === 5) expect(JSON.parse(stdout).total).toBeGreaterThan(0);
      }
    } finally {
      await other.stop();
    }
    const empty = await startServer([]);
    expect((await fetch(`${empty.url}/docs/getting-started`)).status).toBe(200);
    await empty.stop();
  });
});

describe("the project's documents", () => {
  test("are linked from the guide, and every link in them is answered", async () => {
    const linksOf = async (url: string) => {
      const answer = await app.inject({ url, headers: { accept: "text/html" } });
      expect(answer.statusCode, url).toBe(200);
      const { document } = parseHTML(answer.body);
      return [...document.querySelectorAll("main a")].map((link) => link.getAttribute("href") ?? "");
    };
    const seen = new Set((await linksOf("/docs/getting-started")).filter((href) => href.startsWith("/docs/")));
    expect([...seen]).toEqual(expect.arrayContaining(["/docs/api", "/docs/architecture", "/docs/decisions", "/docs/operations"]));
    for (const url of seen) for (const href of await linksOf(url)) if (href.startsWith("/")) seen.add(href);
    expect(seen.size).toBeGreaterThan(15);
  });

  test("are reached from the reference", async () => {
    const { document } = parseHTML((await app.inject("/docs")).body);
    expect(document.querySelector('nav a[href="/docs/getting-started#documents"]')).not.toBeNull();
  });
});
