import fc from "fast-check";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withoutTrailingSlash } from "../../../src/http/requests/trailing-slash.ts";
import { startServer } from "../server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe("a slash at the end of an address", () => {
  test.each([
    ["/v1/articles/", "/v1/articles"],
    ["/v1/articles///", "/v1/articles"],
    ["/v1/quotes/?kind=direct&utm_source=x", "/v1/quotes?kind=direct&utm_source=x"],
    ["/v1/articles/harbour-to-close/", "/v1/articles/harbour-to-close"],
    ["/articles/b%C3%A4ckerei-%C3%B6ffnet/?view=quotes", "/articles/b%C3%A4ckerei-%C3%B6ffnet?view=quotes"],
    ["/docs/", "/docs"],
    ["/openapi.json/", "/openapi.json"],
    ["/health/live/", "/health/live"],
    ["/v1/feeds/articles.atom/?x", "/v1/feeds/articles.atom?x"],
  ])("redirects: %s to %s", async (path, location) => {
    for (const method of ["GET", "HEAD", "POST", "DELETE"] as const) {
      const answer = await server.app.inject({ method, url: path });
      expect([answer.statusCode, answer.headers.location]).toEqual([308, location]);
    }
  });

  test.each([
    "/",
    "/?a=/",
    "/v1/articles?q=a/",
    "//evil.example/",
    "//evil.example//",
    "/\\evil.example/",
    "///",
    "//",
    "/docs/reference/",
  ])("is left alone: %s", async (path) => {
    const { headers } = await server.app.inject(path);
    if (path !== "/docs/reference/") expect(headers.location).toBeUndefined();
    else expect(headers.location).toBe("/docs");
  });

  test("never leads to another host, whatever the address", () => {
    const part = fc.constantFrom("/", "//", "\\", "evil.example", "%2F", "%5C", ".", "..", "@", ":", "?", "#", "\t", "a");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const location = withoutTrailingSlash(`/${parts.join("")}`);
        if (location !== null) expect(new URL(location, "https://verbatim.example/").host).toBe("verbatim.example");
      }),
      { numRuns: 2000 },
    );
  });

  test("is followed with its body by a client that posts", async () => {
    const answer = await fetch(`${server.url}/v1/verify/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ quote: "Where shall the boats go?" }),
    });
    expect([answer.status, new URL(answer.url).pathname]).toEqual([200, "/v1/verify"]);
    await supertest(server.url).get("/nope/").redirects(1).expect(404);
  });
});
