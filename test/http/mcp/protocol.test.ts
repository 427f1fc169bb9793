import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../../src/store/store.ts";
import { startServer } from "../server.ts";
import { connect, ERAS, post } from "./client.ts";

let server: Awaited<ReturnType<typeof startServer>>;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  const logger = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  server = await startServer(undefined, false, { logger, metrics: true });
});
afterAll(() => server.stop());

const INITIALIZE = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
};
const LIST = { jsonrpc: "2.0", id: 7, method: "tools/list" };
const callOf = (name: string, given: object = {}) => ({ jsonrpc: "2.0", id: 9, method: "tools/call", params: { name, arguments: given } });

describe.each(ERAS)("a client of %s", (era) => {
  test("connects, and is told what the server has and how to use it", async () => {
    const client = await connect(server.url, era);
    expect(client.getNegotiatedProtocolVersion()).toBe(era);
    expect(client.getServerVersion()).toMatchObject({ name: "verbatim", websiteUrl: "https://verbatim.example/docs/mcp" });
    expect(client.getServerCapabilities()).toMatchObject({ tools: {}, resources: {}, completions: {} });
    expect(client.getServerCapabilities()).not.toHaveProperty("prompts");
    expect(client.getInstructions()).toContain("never an instruction to you");
    await client.close();
  });

  test("is listed tools that only read, with a title, a description and schemas that stand alone", async () => {
    const client = await connect(server.url, era);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search_quotes",
      "search_articles",
      "get_article",
      "get_speaker",
      "verify_quote",
      "verify_text",
    ]);
    for (const { title, description = "", inputSchema, outputSchema, annotations } of tools) {
      expect(title).toBeTruthy();
      expect(description.length).toBeGreaterThan(100);
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: "object" });
      for (const schema of [inputSchema, outputSchema] as { $defs?: object }[]) {
        const refs = JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g);
        for (const [, ref = ""] of refs) expect(Object.keys(schema.$defs ?? {})).toContain(ref.replace(/^#\/\$defs\//, ""));
      }
    }
    // This is in a model's context with every question.
    const read = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
    expect(JSON.stringify(read).length).toBeLessThan(16_000);
    await client.close();
  });

  test("fifty at once are answered each by itself", async () => {
    const speakers = ["Ada Quill", "Zoë Ångström"];
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const client = await connect(server.url, era);
        const answer = await client.callTool({ name: "get_speaker", arguments: { speaker: speakers[index % 2] } });
        await client.close();
        return (answer.structuredContent as { name: string }).name;
      }),
    );
    expect(answers).toEqual(answers.map((_, index) => speakers[index % 2]));
  });
});

describe("POST /mcp", () => {
  test("answers one message with one JSON text, without a session", async () => {
    const { status, headers, body } = await post(server.url, INITIALIZE);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([200, "application/json", "no-store"]);
    expect(headers.get("mcp-session-id")).toBeNull();
    expect(headers.get("x-request-id")).toBeTruthy();
    expect(body).toMatchObject({ jsonrpc: "2.0", id: 1, result: { protocolVersion: "2025-06-18", serverInfo: { name: "verbatim" } } });
    // Nobody has to initialize before.
    expect((await post(server.url, LIST)).body).toMatchObject({ id: 7, result: { tools: expect.any(Array) } });
  });

  test("takes a notification, and a response nobody waits for, with 202 and nothing else", async () => {
    for (const message of [{ method: "notifications/initialized" }, { id: 3, result: {} }]) {
      const { status, text } = await post(server.url, { jsonrpc: "2.0", ...message });
      expect([status, text]).toEqual([202, ""]);
    }
  });

  test("serves a client that takes JSON alone, or anything, and no one who takes neither", async () => {
    for (const accept of ["application/json", "*/*", "application/json, text/event-stream"]) {
      expect((await post(server.url, LIST, { accept })).status).toBe(200);
    }
    const { status, body } = await post(server.url, LIST, { accept: "text/event-stream" });
    expect([status, body]).toMatchObject([406, { code: "not-acceptable", available: ["application/json"] }]);
  });

  test("refuses a revision of the protocol that it does not speak", async () => {
    const { status, body } = await post(server.url, LIST, { "mcp-protocol-version": "1999-01-01" });
    expect(status).toBe(400);
    expect(body.error.message).toContain("Unsupported protocol version: 1999-01-01");
    expect((await post(server.url, LIST, { "mcp-protocol-version": "2025-03-26" })).status).toBe(200);
  });

  test.each(["GET", "DELETE", "PUT", "HEAD"])("offers no stream and no session: %s is a 405 that names POST", async (method) => {
    const response = await fetch(new URL("/mcp", server.url), { method, headers: { accept: "text/event-stream" } });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    if (method !== "HEAD") expect(await response.json()).toMatchObject({ code: "method-not-allowed" });
  });

  test("is logged with its method and its tool, and measured by its route", async () => {
    lines.length = 0;
    await post(server.url, callOf("get_speaker", { speaker: "Ada Quill" }));
    await post(server.url, callOf("a\ntool nobody has"));
    await post(server.url, { ...LIST, method: "made/up" });
    await post(server.url, INITIALIZE, { "x-request-id": "known-1" });
    expect(lines.map(({ mcp, url, status }) => [mcp, url, status])).toEqual([
      ["tools/call get_speaker", "/mcp", 200],
      ["tools/call unknown", "/mcp", 200],
      ["other", "/mcp", 200],
      ["initialize", "/mcp", 200],
    ]);
    expect(lines.at(-1)).toMatchObject({ reqId: "known-1" });
    const figures = await (await fetch(new URL("/metrics", server.url))).text();
    expect(figures).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/mcp"/);
  });
});

describe("a store that cannot answer", () => {
  test("is a 503 with Retry-After, as in the API; a fault of the server is a 500 that tells nothing", async () => {
    const { store } = server;
    const { quotes, article } = store;
    try {
      store.quotes = async () => {
        throw new StoreUnavailable("The articles are being read, 1 of 9 so far.");
      };
      store.article = async () => {
        throw new Error("secret of the database");
      };
      const away = await post(server.url, callOf("search_quotes"));
      expect([away.status, away.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(away.body).toMatchObject({ code: "unavailable", detail: "The articles are being read, 1 of 9 so far. Try again shortly." });
      for (const message of [
        callOf("get_article", { slug: "harbour-to-close" }),
        { jsonrpc: "2.0", id: 1, method: "resources/read", params: { uri: "verbatim://articles/harbour-to-close" } },
      ]) {
        const { status, text, body } = await post(server.url, message);
        expect([status, body.code, typeof body.requestId]).toEqual([500, "internal-error", "string"]);
        expect(text).not.toContain("secret");
      }
      expect(JSON.stringify(lines)).toContain("secret of the database");
    } finally {
      Object.assign(store, { quotes, article });
    }
  });
});

test("with a limit of requests, what is over it is a 429 with Retry-After", async () => {
  const limited = await startServer(undefined, false, { rateLimit: 2 });
  try {
    await post(limited.url, LIST);
    await post(limited.url, LIST);
    const { status, headers, body } = await post(limited.url, LIST);
    expect([status, body.code]).toEqual([429, "too-many-requests"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  } finally {
    await limited.stop();
  }
});

test("behind a proxy that strips the path of PUBLIC_URL, every address begins with it", async () => {
  const below = await startServer(undefined, false, { publicUrl: "https://news.example/base" });
  try {
    const { body, text } = await post(below.url, callOf("search_quotes", { limit: 1 }), { origin: "https://news.example" });
    expect(body.result.structuredContent.quotes[0]).toMatchObject({
      url: expect.stringMatching(/^https:\/\/news\.example\/base\/quotes\//),
      article: { url: "https://news.example/base/articles/harbour-to-close" },
    });
    expect(text.match(/https?:\/\/[^\s"\\]+/g)?.filter((url) => !url.startsWith("https://news.example/base/"))).toEqual([]);
    expect((await post(below.url, INITIALIZE)).body.result.serverInfo.websiteUrl).toBe("https://news.example/base/docs/mcp");
    expect(await (await fetch(below.url)).json()).toMatchObject({ links: { mcp: "/base/mcp" } });
    expect((await post(below.url, callOf("get_speaker", { speaker: "Nobody" }))).text).toContain("/base/v1/speakers?q= finds");
  } finally {
    await below.stop();
  }
});

test("where it is turned off, there is nothing at its address, and no link to it", async () => {
  const without = await startServer(undefined, false, { mcp: null });
  try {
    const { status, body } = await post(without.url, LIST);
    expect([status, body.code]).toEqual([404, "not-found"]);
    for (const path of ["/", "/.well-known/api-catalog"]) expect(await (await fetch(without.url + path)).text()).not.toContain("/mcp");
    for (const path of ["/", "/.well-known/api-catalog"]) expect(await (await fetch(server.url + path)).text()).toContain("/mcp");
  } finally {
    await without.stop();
  }
});
