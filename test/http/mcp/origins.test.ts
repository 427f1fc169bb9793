import { get, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../server.ts";
import { post } from "./client.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(undefined, false, { mcp: { origins: ["https://assistant.example", "moz-extension://abc"] } });
});
afterAll(() => server.stop());

const LIST = { jsonrpc: "2.0", id: 1, method: "tools/list" };

test.each([
  "https://verbatim.example",
  "http://localhost:6274",
  "http://127.0.0.1",
  "http://[::1]:3000",
  "https://assistant.example",
  "https://Assistant.example",
  "moz-extension://ABC",
])("pages of %s may call it and read the answer", async (origin) => {
  const { status, headers } = await post(server.url, LIST, { origin });
  expect([status, headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
});

test.each([
  "https://evil.example",
  "http://verbatim.example",
  "https://verbatim.example.evil.example",
  "https://localhost.evil.example",
  "https://assistant.example:8443",
  "null",
  "nonsense",
])("pages of %s may not, and are told why", async (origin) => {
  const { status, body, headers } = await post(server.url, LIST, { origin });
  expect([status, body.code, headers.get("access-control-allow-origin")]).toEqual([403, "origin-not-allowed", "*"]);
  expect(body.detail).toContain("MCP_ORIGINS");
});

test("an origin is refused whatever the method; a preflight passes, so that the refusal can be read", async () => {
  const ask = (method: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/mcp`, { method, headers: { origin: "https://evil.example", ...headers } });
  expect((await ask("GET")).status).toBe(403);
  expect((await ask("DELETE")).status).toBe(403);
  const preflight = await ask("OPTIONS", { "access-control-request-method": "POST", "access-control-request-headers": "mcp-method" });
  expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([204, "*, Authorization"]);
  const allowed = await fetch(`${server.url}/mcp`, {
    method: "OPTIONS",
    headers: { origin: "https://assistant.example", "access-control-request-method": "POST" },
  });
  expect([allowed.status, allowed.headers.get("access-control-allow-methods")]).toEqual([204, "POST, OPTIONS"]);
});

/** The status of a message sent with a `Host` of its own, which fetch does not allow. */
function statusWithHost(host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, fail) => {
    const headers = { host, "content-type": "application/json", accept: "*/*" };
    const sent = request({ hostname, port, path: "/mcp", method: "POST", headers, agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    sent.on("error", fail).end(JSON.stringify(LIST));
  });
}

test("over the loopback interface, the host is this machine or that of PUBLIC_URL: another one is a name that was bent to it", async () => {
  for (const host of ["localhost:3000", "127.0.0.1", "[::1]:3000", "verbatim.example"])
    expect([host, await statusWithHost(host)]).toEqual([host, 200]);
  for (const host of ["evil.example", "evil.example:3000", "verbatim.example.evil.example", "a b"]) {
    expect([host, await statusWithHost(host)]).toEqual([host, 403]);
  }
});

test("the rest of the API is read by every origin and by every host, as before", async () => {
  const response = await fetch(`${server.url}/v1/articles`, { headers: { origin: "https://evil.example" } });
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
  const { hostname, port } = new URL(server.url);
  const status = await new Promise((done) =>
    get({ hostname, port, path: "/v1/articles", headers: { host: "evil.example" }, agent: false }, (answer) =>
      done(answer.resume().statusCode),
    ),
  );
  expect(status).toBe(200);
});

test("* allows every origin", async () => {
  const open = await startServer(undefined, false, { mcp: { origins: ["*"] } });
  try {
    for (const origin of ["https://evil.example", "null"]) expect((await post(open.url, LIST, { origin })).status).toBe(200);
  } finally {
    await open.stop();
  }
});
