import { connect } from "node:net";
import { pino } from "pino";
import { parseList } from "structured-headers";
import supertest from "supertest";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ServerOptions } from "../../src/http/server.ts";
import { startServer } from "./server.ts";

let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});

async function start(options: Partial<ServerOptions>) {
  const server = await startServer(undefined, false, options);
  stop = server.stop;
  return { ...server, api: supertest(server.url) };
}

/** What the server sends on a connection until it closes it; `sent` goes out piece by piece. */
function converse(url: string, ...sent: string[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      for (const piece of sent) socket.write(piece);
    });
    let heard = "";
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("close", () => done(heard));
    socket.on("error", () => done(heard));
  });
}

describe("a limit of requests", () => {
  test("is in every answer, and the request over it is a 429 with Retry-After", async () => {
    const { api } = await start({ rateLimit: 4 });
    const policy = '"requests";q=4;w=60';
    const first = await api.get("/v1/articles/harbour-to-close").expect(200).expect("ratelimit-policy", policy);
    expect(first.headers.ratelimit).toMatch(/^"requests";r=3;t=\d+$/);
    for (const [name, keys] of [
      ["ratelimit", ["r", "t"]],
      ["ratelimit-policy", ["q", "w"]],
    ] as const) {
      const [item] = parseList(first.headers[name] as string);
      expect([item?.[0], [...(item?.[1].keys() ?? [])]]).toEqual(["requests", keys]);
    }
    const current = await api
      .get("/v1/articles/harbour-to-close")
      .set("if-none-match", first.headers.etag as string)
      .expect(304);
    expect(current.headers.ratelimit).toMatch(/^"requests";r=2;/);
    expect((await api.get("/v1/articles/nope").expect(404)).headers.ratelimit).toMatch(/^"requests";r=1;/);
    const list = await api.get("/v1/quotes?format=ndjson").expect(200).expect("ratelimit-policy", policy);
    expect(list.headers.ratelimit).toMatch(/^"requests";r=0;/);
    const refused = await api.get("/v1/articles").expect(429).expect("content-type", "application/problem+json");
    expect(refused.body).toMatchObject({ code: "too-many-requests", status: 429 });
    expect(refused.headers.ratelimit).toMatch(/^"requests";r=0;t=\d+$/);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("does not count requests for the health of the server", async () => {
    const { api } = await start({ rateLimit: 1 });
    for (let times = 0; times < 4; times += 1) await api.get("/health/ready").expect(200);
    await api.get("/v1/articles").expect(200);
    await api.get("/v1/articles").expect(429);
    await api.get("/health/live").expect(200);
  });

  test("does not count, or log, what the guide asks the server itself", async () => {
    const lines: string[] = [];
    const logger = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
    const { api } = await start({ rateLimit: 2, logger });
    const guide = await api.get("/docs/getting-started").expect(200);
    expect(guide.headers.ratelimit).toMatch(/^"requests";r=1;/);
    expect(guide.text).toContain("HTTP/1.1 304 Not Modified");
    await api.get("/v1/articles").set("x-forwarded-for", "own").expect(200);
    await api.get("/v1/articles").expect(429);
    const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "answered");
    expect(answered.map(({ url }) => url)).toEqual(["/docs/getting-started", "/v1/articles", "/v1/articles"]);
  });

  test("counts each client behind a trusted proxy, and ignores X-Forwarded-For otherwise", async () => {
    const trusting = await start({ rateLimit: 1, trustProxy: true });
    await trusting.api.get("/v1/articles").set("x-forwarded-for", "192.0.2.1").expect(200);
    await trusting.api.get("/v1/articles").set("x-forwarded-for", "192.0.2.2").expect(200);
    await trusting.api.get("/v1/articles").set("x-forwarded-for", "192.0.2.1").expect(429);
    await trusting.stop();
    const { api } = await start({ rateLimit: 1 });
    await api.get("/v1/articles").set("x-forwarded-for", "192.0.2.1").expect(200);
    await api.get("/v1/articles").set("x-forwarded-for", "192.0.2.2").expect(429);
  });

  test("is off by default", async () => {
    const { api } = await start({});
    const { headers } = await api.get("/v1/articles").expect(200);
    expect(headers).not.toHaveProperty("ratelimit");
  });
});

test("a late event loop is a 503 with Retry-After, except for /health/live; it is counted, and logged without a stack", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
  const { api, app } = await start({ maxEventLoopDelay: 1, metrics: true, logger });
  const busy = setInterval(() => {
    const until = performance.now() + 40;
    while (performance.now() < until);
  }, 45);
  const refused = await vi.waitFor(() => api.get("/v1/articles").expect(503), { timeout: 20_000 });
  const live = await api.get("/health/live");
  clearInterval(busy);
  expect(refused.body).toMatchObject({ code: "unavailable" });
  expect(refused.headers["retry-after"]).toBe("1");
  expect(live.status).toBe(200);
  const told = lines.find((line) => line.includes("The server is busy")) ?? "";
  expect(JSON.parse(told)).toMatchObject({ level: 30, msg: "refused" });
  expect(told).not.toContain("stack");
  const { body: metrics } = await vi.waitFor(async () => {
    const answer = await app.inject("/metrics");
    expect(answer.statusCode).toBe(200);
    return answer;
  }, 20_000);
  expect(metrics).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/v1\/articles"[^}]*status_code="503"[^}]*\} [1-9]/);
});

test("an event loop that stood still for less than its limit is no reason to refuse", async () => {
  const { api } = await start({ maxEventLoopDelay: 20_000 });
  const standStill = (milliseconds: number) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
  };
  for (let round = 0; round < 3; round += 1) {
    // Longer than between two looks at it, so that there is one without a measurement.
    standStill(1_300);
    for (let count = 0; count < 4; count += 1) await api.get("/v1/articles?limit=1").expect(200);
  }
});

describe("a slow client", () => {
  const fast = { headers: 100, request: 200, check: 50 };

  test("that does not finish its header fields is sent a 408 problem and disconnected", async () => {
    const { url } = await start({ timeouts: fast });
    const heard = await converse(url, "GET /v1/articles HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    expect(heard).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(heard).toContain('"code":"request-timeout"');
    expect(heard).toContain("application/problem+json");
  });

  test("that does not finish its body is sent a 408 problem and disconnected", async () => {
    const { url, api } = await start({ timeouts: fast });
    const head = "POST /v1/extractions HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n";
    const heard = await converse(url, head, "Kiln stays");
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    await api.get("/v1/articles").expect(200);
  });

  test("that sends no further request is disconnected", async () => {
    const { url } = await start({ timeouts: { keepAlive: 100 } });
    const heard = await converse(url, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("that does not read the answer is disconnected", async () => {
    const { url, app } = await start({ timeouts: { idle: 200 } });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.pause();
    for (let times = 0; times < 20; times += 1) socket.write("GET /docs/reference/js/scalar.js HTTP/1.1\r\nHost: x\r\n\r\n");
    const connections = () => new Promise<number>((done) => app.server.getConnections((_, count) => done(count)));
    await vi.waitFor(async () => expect(await connections()).toBe(1), { timeout: 30_000 });
    await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 20_000 });
    socket.destroy();
  });
});

describe("an address", () => {
  test("over 8 KB is a 414 problem", async () => {
    const { api } = await start({});
    const { body } = await api.get(`/v1/articles?q=${"a".repeat(9000)}`).expect(414);
    expect(body).toMatchObject({ code: "uri-too-long", status: 414 });
  });

  test("or header fields over what the server takes have no content in the answer to HEAD", async () => {
    const { url } = await start({});
    const long = `/v1/articles?q=${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`;
    expect(await converse(url, `GET ${long}`)).toMatch(/^HTTP\/1\.1 4[\s\S]+\r\n\r\n\{/);
    expect(await converse(url, `HEAD ${long}`)).toMatch(/^HTTP\/1\.1 4[\s\S]+content-length: \d\d+\r\n[\s\S]*\r\n\r\n$/);
  });

  test("of the greatest length is answered with header fields clients can read", async () => {
    const { url } = await start({});
    const speakers = Array.from({ length: 19 }, (_, index) => `speaker=${"'".repeat(380)}Ada+Quill${"-".repeat(index % 3)}`).join("&");
    const raw = await converse(
      url,
      `GET /v1/quotes?speaker=ada-quill&${speakers}&limit=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(raw).toMatch(/^HTTP\/1\.1 200 /);
    expect(raw.indexOf("\r\n\r\n")).toBeLessThan(4096);
    expect(JSON.parse(raw.slice(raw.indexOf("\r\n\r\n") + 4)).nextCursor).toBeTypeOf("string");
  });
});

describe("a request of HTTP/1.1", () => {
  test("that names no host, or two, is a 400 problem; one of HTTP/1.0 needs none", async () => {
    const { url } = await start({});
    for (const hosts of ["", "Host: a\r\nHost: b\r\n"]) {
      const heard = await converse(url, `GET /v1/articles HTTP/1.1\r\nConnection: close\r\n${hosts}\r\n`);
      expect(heard).toMatch(/^HTTP\/1\.1 400 /);
      expect(heard).toContain('"code":"malformed-request"');
    }
    expect(await converse(url, "GET /v1/articles HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("with an unknown expectation is answered like any other", async () => {
    const { url } = await start({});
    const heard = await converse(url, "GET /v1/articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: tea\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("stopping", () => {
  const SLOW = `Kiln stays open\n\n${"“We never meant to close it,” said Orla Brice, the manager. ".repeat(300)}`;

  test("finishes requests that are being answered and closes idle connections", async () => {
    const { url, app, store } = await start({});
    const idle = converse(url, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    const reached = new Promise((done) => app.server.on("request", ({ url: path }) => path === "/v1/extractions" && done(null)));
    const slow = supertest(url)
      .post("/v1/extractions")
      .set("content-type", "text/plain")
      .send(SLOW)
      .then((answer) => answer);
    await reached;
    await app.close();
    expect((await slow).status).toBe(200);
    expect((await slow).body.headline.text).toBe("Kiln stays open");
    expect(await idle).toMatch(/^HTTP\/1\.1 200 /);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    await store.close();
    stop = null;
  });
});

describe("the access line", () => {
  test("has the request's id, the trace id of a traceparent, method, address, status and time, and nothing else of the client", async () => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({ level: "info", base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const { api } = await start({ logger });
    const trace = "0af7651916cd43dd8448eb211c80319c";
    await api
      .get("/v1/articles?limit=1")
      .set("x-request-id", "mine-1")
      .set("traceparent", `00-${trace}-b7ad6b7169203331-01`)
      .set("authorization", "Bearer secret");
    await api.get("/v1/articles/nope").set("traceparent", "nonsense");
    await vi.waitFor(() => expect(lines.filter(({ msg }) => msg === "answered")).toHaveLength(2));
    const [known, unknown] = lines.filter(({ msg }) => msg === "answered");
    expect(known).toMatchObject({
      reqId: "mine-1",
      traceId: trace,
      method: "GET",
      url: "/v1/articles?limit=1",
      status: 200,
      ms: expect.any(Number),
    });
    expect(unknown).toMatchObject({ status: 404, url: "/v1/articles/nope" });
    expect(unknown).not.toHaveProperty("traceId");
    expect(JSON.stringify(lines)).not.toContain("secret");
  });
});
