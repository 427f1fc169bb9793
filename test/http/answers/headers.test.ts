import { request } from "node:http";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer();
  api = supertest(server.url);
});
afterAll(() => server.stop());

const ANSWERS: [status: number, path: string, method?: string, headers?: Record<string, string>, body?: string][] = [
  [200, "/v1/articles"],
  [200, "/v1/articles", "HEAD"],
  [200, "/v1/quotes?format=ndjson"],
  [200, "/v1/quotes?format=csv"],
  [200, "/v1/feeds/articles.atom"],
  [200, "/health/ready"],
  [200, "/openapi.yaml"],
  [204, "/v1/articles", "OPTIONS"],
  [304, "/v1/articles", "GET", { "if-none-match": "*" }],
  [308, "/v1/articles/harbour-old"],
  [308, "/v1/articles/"],
  [400, "/v1/articles?limit=x"],
  [400, "/v1/articles/%"],
  [404, "/v1/articles/nope"],
  [404, "/nope"],
  [405, "/v1/articles", "DELETE"],
  [406, "/v1/articles", "GET", { accept: "image/png" }],
  [410, "/v1/quotes/zzzz0000"],
  [412, "/v1/articles", "GET", { "if-match": '"x"' }],
  [413, "/v1/extractions", "POST", { "content-type": "text/plain" }, "x".repeat(5 * 1024 * 1024 + 1)],
  [414, `/v1/articles?q=${"a".repeat(9000)}`],
  [415, "/v1/extractions", "POST", { "content-type": "image/png" }, "x"],
  [422, "/v1/extractions", "POST", { "content-type": "text/plain" }, " "],
  [431, "/v1/articles", "GET", { "x-large": "x".repeat(20_000) }],
];

function ask(path: string, method = "GET", headers: Record<string, string> = {}, body?: string) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((done, fail) => {
    const { hostname, port } = new URL(server.url);
    const outgoing = request({ hostname, port, path, method, headers }, (incoming) => {
      incoming.resume().on("end", () => done({ status: incoming.statusCode ?? 0, headers: incoming.headers }));
    });
    outgoing.on("error", fail).end(body);
  });
}

test.each(ANSWERS)("%i of %s %s is public, runs nothing and is what it says", async (status, path, method, headers, body) => {
  const answer = await ask(path, method, headers, body);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "cross-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers).not.toHaveProperty("server");
  expect(answer.headers).not.toHaveProperty("x-powered-by");
  if (status !== 431) expect(answer.headers).toHaveProperty("x-request-id");
  if (status >= 400 && method !== "HEAD")
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json", "cache-control": "no-store" });
});

describe("a page of another origin", () => {
  const origin = "https://front-end.example";

  test("may ask for everything: the preflight allows the methods there are and any header", async () => {
    for (const [path, method] of [
      ["/v1/articles", "GET"],
      ["/v1/extractions", "POST"],
    ] as const) {
      const { headers } = await api
        .options(path)
        .set({
          origin,
          "access-control-request-method": method,
          "access-control-request-headers": "content-type,if-none-match,x-request-id",
        })
        .expect(204);
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["access-control-allow-methods"]).toContain(method);
      expect(headers["access-control-allow-headers"]).toBe("*, Authorization");
      expect(Number(headers["access-control-max-age"])).toBeGreaterThan(0);
    }
  });

  test.each(["/v1/nope", "/nope", "/v1/nope/", "/v1/articles/%", "/v1/articles/x/y/z", `/v1/articles?q=${"a".repeat(9000)}`])(
    "may read the problem of %.30s, whatever header it sends: the preflight succeeds",
    async (path) => {
      for (const method of ["GET", "DELETE"]) {
        const { headers } = await api
          .options(path)
          .set({ origin, "access-control-request-method": method, "access-control-request-headers": "x-request-id" })
          .expect(204);
        expect(headers).toMatchObject({
          "access-control-allow-origin": "*",
          "access-control-allow-methods": "*",
          "access-control-allow-headers": "*, Authorization",
        });
        expect(headers).not.toHaveProperty("allow");
      }
      // What is no preflight gets the problem itself.
      const { status } = await api.options(path).redirects(0);
      expect(status).toBeGreaterThan(300);
    },
  );

  test("may read that a method is not allowed; OPTIONS names those that are", async () => {
    const { headers } = await api.options("/v1/articles").set({ origin, "access-control-request-method": "DELETE" }).expect(204);
    expect(headers).toMatchObject({ allow: "GET, HEAD, POST, OPTIONS", "access-control-allow-methods": "*" });
    const plain = await api.options("/v1/articles").expect(204);
    expect(plain.headers).toMatchObject({ allow: "GET, HEAD, POST, OPTIONS", "access-control-allow-methods": "GET, HEAD, POST, OPTIONS" });
  });

  test("may read the headers the document describes, and is never sent credentials", async () => {
    const { headers } = await api.get("/v1/articles").set("origin", origin).expect(200);
    const exposed = (headers["access-control-expose-headers"] ?? "").toLowerCase().split(", ");
    const readable = [
      "etag",
      "link",
      "content-location",
      "content-disposition",
      "location",
      "retry-after",
      "ratelimit",
      "ratelimit-policy",
      "x-request-id",
      "x-total-count",
      "allow",
    ];
    expect(exposed).toEqual(expect.arrayContaining(readable));
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
    expect(headers).not.toHaveProperty("set-cookie");
  });
});
