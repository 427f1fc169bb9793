import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../server.ts";
import { post } from "./client.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const PING = { jsonrpc: "2.0", id: 1, method: "ping" };
const call = (name: unknown, given?: unknown) =>
  post(server.url, { jsonrpc: "2.0", id: 9, method: "tools/call", params: { name, arguments: given } });

describe("a body that is not one message of JSON-RPC", () => {
  test.each([
    ["{", -32700, "The body is not JSON"],
    ["", -32700, "It is empty"],
    [Buffer.from([0x22, 0xff, 0x22]), -32700, "It is not UTF-8"],
    [[PING, PING], -32600, "Batches are not supported"],
    [[], -32600, "Batches are not supported"],
    ["null", -32600, "not a message of JSON-RPC 2.0"],
    ["1", -32600, "not a message of JSON-RPC 2.0"],
    [{}, -32600, "not a message of JSON-RPC 2.0"],
    [{ ...PING, jsonrpc: "1.0" }, -32600, "not a message of JSON-RPC 2.0"],
    [{ ...PING, method: 5 }, -32600, "not a message of JSON-RPC 2.0"],
    [{ ...PING, params: [1] }, -32600, "not a message of JSON-RPC 2.0"],
  ])("%j is refused and told what to send", async (body, code, message) => {
    const { status, headers, body: answer } = await post(server.url, body as object);
    expect([status, headers.get("content-type")]).toEqual([400, "application/json"]);
    expect(answer).toMatchObject({ jsonrpc: "2.0", error: { code, message: expect.stringContaining(message) } });
    expect(headers.get("x-request-id")).toBeTruthy();
  });

  test.each([
    ["initialize", undefined, '"params": expected object, but it is missing'],
    [
      "initialize",
      { protocolVersion: 1, capabilities: {} },
      '"params.protocolVersion": expected string, received number; "params.clientInfo"',
    ],
    ["tools/call", {}, '"params.name": expected string, but it is missing'],
    ["tools/list", { cursor: 4 }, '"params.cursor": expected string, received number'],
    ["resources/read", undefined, '"params": expected object'],
    ["completion/complete", {}, '"params.ref"'],
  ])("that is a request %s with the parameters %j is told which are wrong, in words", async (method, params, message) => {
    const { status, body } = await post(server.url, { jsonrpc: "2.0", id: 7, method, params });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 7, error: { code: -32602, message: expect.stringContaining(message) } });
    expect(body.error.message).not.toMatch(/[[{\n]/);
  });

  test("is answered under its own id where it has one", async () => {
    expect((await post(server.url, { ...PING, jsonrpc: "1.0", id: "mine" })).body.id).toBe("mine");
    expect((await post(server.url, "{")).body.id).toBeNull();
  });

  test("of another media type, coding or size is the problem that the API has for it", async () => {
    expect((await post(server.url, PING, { "content-type": "text/plain" })).body).toMatchObject({
      status: 415,
      code: "unsupported-media-type",
    });
    expect((await post(server.url, PING, { "content-encoding": "gzip" })).body).toMatchObject({
      status: 415,
      code: "unsupported-media-type",
    });
    const huge = { ...PING, params: { filler: "x".repeat(2 * 1024 * 1024) } };
    expect((await post(server.url, huge)).body).toMatchObject({
      status: 413,
      code: "payload-too-large",
      detail: expect.stringContaining("2 MiB"),
    });
    expect((await post(server.url, PING, { "content-type": "application/json; charset=utf-8" })).status).toBe(200);
  });

  test("of many levels neither ends the server nor holds it", async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const { status } = await post(
      server.url,
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_article","arguments":{"slug":${deep}}}}`,
    );
    expect(status).toBeLessThan(500);
    expect((await post(server.url, PING)).status).toBe(200);
  });
});

describe("a method or a tool that there is not", () => {
  test("is an error of the protocol", async () => {
    for (const method of ["no/such", "prompts/list", "logging/setLevel", "resources/subscribe", "sampling/createMessage", "__proto__"]) {
      const { body } = await post(server.url, { ...PING, method, params: {} });
      expect([method, body.error.code]).toEqual([method, -32601]);
    }
    for (const name of ["no_such_tool", "__proto__", "constructor", "toString"]) {
      const { status, body } = await call(name, {});
      expect([status, body.error]).toMatchObject([200, { code: -32602, message: expect.stringContaining("Use search_quotes, ") }]);
    }
    for (const name of [undefined, 5, null]) expect((await call(name, {})).body.error.code).toBe(-32602);
  });
});

describe("arguments that a tool does not take", () => {
  test.each([
    ["search_quotes", { speeker: "Ada Quill" }, 'speeker: Unknown parameter. Did you mean "speaker"?'],
    ["search_quotes", { limit: 1000 }, 'limit: "1000" is too large; the largest value is 100.'],
    ["search_quotes", { limit: "many" }, "limit: "],
    ["search_quotes", { kind: "loud" }, 'Use "direct", "mixed", "indirect"'],
    ["search_quotes", { publishedFrom: "2024-02-31" }, "publishedFrom: "],
    ["search_quotes", { q: "" }, "q: "],
    ["search_quotes", { q: { deep: [1] } }, "q: "],
    ["search_quotes", { q: "x".repeat(201) }, "q: Too long; at most 200 characters are allowed."],
    ["search_quotes", { cursor: "made-up" }, "The cursor was not issued by this API. Start again without it."],
    ["search_quotes", { speaker: "Nobody Known" }, 'There is no speaker "Nobody Known".'],
    ["search_quotes", { speaker: "Ada Quil" }, "ada-quill"],
    ["search_quotes", { article: "no-such" }, 'There is no article "no-such".'],
    ["get_article", {}, "slug: Missing"],
    ["get_article", { slug: "no-such" }, 'There is no article "no-such".'],
    ["get_article", { slug: "council-minutes", parts: ["text", "pictures"] }, "parts: "],
    ["get_article", { slug: "council-minutes", length: 5 }, "length: "],
    ["get_article", { slug: "council-minutes", start: 99_999 }, "start: 99999 is beyond the end: the text has"],
    ["get_speaker", { speaker: "none" }, 'There is no speaker "none".'],
    ["get_speaker", { speaker: "…" }, "There is no speaker"],
    ["verify_quote", { quote: "…!?" }, "must hold a letter or a digit"],
    ["verify_quote", { quote: "x".repeat(2001) }, "at most 2000 characters"],
  ])("%s %j is an answer that says what to do", async (name, given, message) => {
    const { status, body } = await call(name, given);
    expect([status, body.result.isError]).toEqual([200, true]);
    expect(body.result.content).toEqual([{ type: "text", text: expect.stringContaining(message) }]);
    expect(body.result._meta.problem).toMatchObject({ code: expect.any(String), status: expect.any(Number) });
    expect(body.result).not.toHaveProperty("structuredContent");
  });

  test("is the problem that the API has, word by word", async () => {
    const { body } = await call("search_quotes", { speaker: "Nobody Known" });
    const problem = (await (await fetch(`${server.url}/v1/quotes?speaker=Nobody+Known`)).json()) as {
      title: string;
      code: string;
      detail: string;
      type: string;
    };
    expect(body.result._meta.problem).toMatchObject({ code: problem.code, detail: problem.detail, type: problem.type });
    expect(body.result.content[0].text).toBe(`${problem.title}. ${problem.detail}`);
  });

  test("is not what models send for what they leave out, nor numbers and truth as JSON has them", async () => {
    for (const given of [undefined, {}, { q: null, speaker: null, limit: 2 }, { limit: "2" }, { speaker: ["Ada Quill", "none"] }]) {
      const { body } = await call("search_quotes", given);
      expect([given, body.result.isError]).toEqual([given, undefined]);
    }
    for (const given of ["text", [1], 5]) expect((await call("search_quotes", given)).body.error.code).toBe(-32602);
  });
});

describe("addresses that no resource has", () => {
  test.each([
    "verbatim://articles/no-such",
    "verbatim://articles/",
    "verbatim://articles/%",
    "verbatim://speakers/ada-quill",
    "file:///etc/passwd",
    "",
    "x".repeat(5000),
  ])("%s", async (uri) => {
    const { body } = await post(server.url, { jsonrpc: "2.0", id: 1, method: "resources/read", params: { uri } });
    expect(body.error.message).toContain("There is no resource");
    expect(body.error.message.length).toBeLessThan(500);
  });

  test("nor of arguments that are not completed", async () => {
    const complete = (ref: object, name: string) =>
      post(server.url, { jsonrpc: "2.0", id: 1, method: "completion/complete", params: { ref, argument: { name, value: "a" } } });
    expect((await complete({ type: "ref/resource", uri: "verbatim://articles/{slug}" }, "id")).body.error.code).toBe(-32602);
    expect((await complete({ type: "ref/resource", uri: "file:///{path}" }, "slug")).body.error.code).toBe(-32602);
    expect((await complete({ type: "ref/prompt", name: "slug" }, "slug")).body.error.code).toBe(-32602);
  });
});
