import { afterAll, beforeAll, expect, test } from "vitest";
import { assets } from "../../src/pages/assets.ts";
import { readDocuments } from "../../src/pages/docs/document-pages.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const PAGES = [
  "/search",
  "/check",
  "/statistics",
  "/find",
  "/articles",
  "/articles/:slug",
  "/articles/:slug/revisions",
  "/edit/:slug",
  "/speakers",
  "/speakers/:id",
  "/quotes/:id",
  "/oembed",
  "/quotes/:id/card.png",
  "/articles/:slug/card.png",
  "/speakers/:id/card.png",
  "/problems",
  "/sitemap.xml",
  "/sitemap-:part.xml",
  "/docs",
  "/docs/getting-started",
  ...readDocuments().map(({ path }) => path),
  // Scalar's own page, which redirects to /docs.
  "/docs/reference",
  "/docs/reference/",
];
/** Described by docs/mcp.md and by itself: its operations are messages, not addresses. */
const PROTOCOLS = ["/mcp"];
const FILES = [
  "/robots.txt",
  "/llms.txt",
  "/site.webmanifest",
  "/docs/reference/js/scalar.js",
  ...Object.values(assets).map(({ path }) => path),
];

/** The paths of all routes, as Fastify prints its tree. Each answers GET, if only with a 405. */
function registeredPaths(): string[] {
  const stack: string[] = [];
  const paths: string[] = [];
  for (const line of server.app.printRoutes({ commonPrefix: false, method: "GET" }).split("\n")) {
    const found = /^([│ ]*)[├└]── (\S*)(?: \((.+)\))?$/u.exec(line);
    if (found === null) continue;
    const depth = (found[1] ?? "").length / 4;
    stack.length = depth;
    stack.push(found[2] ?? "");
    if (found[3] !== undefined) paths.push(stack.join(""));
  }
  return paths;
}

function documentedPaths(): string[] {
  return Object.keys(server.app.swagger().paths ?? {}).map((path) => path.replaceAll(/\{(\w+)\}/g, ":$1"));
}

test("every route is an operation of the document, a page, a file or a protocol of its own", () => {
  expect(registeredPaths().toSorted()).toEqual([...documentedPaths(), ...PAGES, ...FILES, ...PROTOCOLS].toSorted());
});

test("pages and files are not in the document", () => {
  const others = [...PAGES, ...FILES, ...PROTOCOLS];
  expect(documentedPaths().filter((path) => others.includes(path))).toEqual([]);
});

test("every path of the document answers, whatever the method", async () => {
  for (const path of [...documentedPaths(), ...FILES, ...PROTOCOLS]) {
    const answer = await server.app.inject({ method: "OPTIONS", url: path });
    expect([path, answer.statusCode]).toEqual([path, 204]);
    const refused = await server.app.inject({ method: "PROPFIND" as never, url: path });
    expect([path, refused.statusCode, refused.headers.allow]).toEqual([path, 405, answer.headers.allow]);
  }
});

test("the page of Scalar's plugin redirects to ours", async () => {
  for (const url of ["/docs/reference", "/docs/reference/"]) {
    const { statusCode, headers } = await server.app.inject(url);
    expect([statusCode, headers.location]).toEqual([308, "/docs"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  }
});
