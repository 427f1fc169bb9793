import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf } from "./checker.ts";
import { addressOf, operationOf } from "./document.ts";
import { type Answer, send } from "./request.ts";
import { serveShipped } from "./server.ts";

/** A proxy in front of the real server that spoils every answer on its way. */
let shipped: Awaited<ReturnType<typeof serveShipped>>;
let proxy: Server;
let url: string;
let spoil: (answer: Answer) => Answer = (answer) => answer;
beforeAll(async () => {
  shipped = await serveShipped();
  proxy = createServer(async (request, response) => {
    const headers = { accept: request.headers.accept ?? "*/*" };
    const {
      status,
      headers: sent,
      body,
    } = spoil(await send(shipped.url, request.url ?? "/", { method: request.method ?? "GET", headers }));
    response.writeHead(status, { ...sent, "content-length": body.length }).end(body);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  proxy.closeAllConnections();
  await new Promise((done) => proxy.close(done));
  await shipped.stop();
});

const json = (answer: Answer, change: (value: Record<string, unknown>) => void): Answer => {
  const value = JSON.parse(answer.body.toString()) as Record<string, unknown>;
  change(value);
  return { ...answer, body: Buffer.from(JSON.stringify(value)) };
};
const header = (name: string, value?: string) => (answer: Answer) => {
  const { [name]: _, ...rest } = answer.headers;
  return { ...answer, headers: value === undefined ? rest : { ...rest, [name]: value } };
};
const first = (value: Record<string, unknown>) => (value.items as Record<string, unknown>[])[0] ?? {};

const QUOTE = addressOf(operationOf("getQuote"));
const MISSING = "/v1/quotes/nosuchquote";
const faults: [fault: string, id: string, path: string, spoil: (answer: Answer) => Answer, found: string][] = [
  ["a required field is gone", "getQuote", QUOTE, (answer) => json(answer, (quote) => delete quote.segments), "segments"],
  [
    "a field deep inside is gone",
    "listQuotes",
    "/v1/quotes",
    (answer) => json(answer, (list) => delete first(list).attribution),
    "attribution",
  ],
  ["a field nobody documented", "getQuote", QUOTE, (answer) => json(answer, (quote) => Object.assign(quote, { secret: 1 })), "secret"],
  [
    "a field of another type",
    "listQuotes",
    "/v1/quotes",
    (answer) => json(answer, (list) => Object.assign(list, { total: "3" })),
    "/total",
  ],
  [
    "a value outside an enumeration",
    "getQuote",
    QUOTE,
    (answer) => json(answer, (quote) => Object.assign(quote, { kind: "loud" })),
    "/kind",
  ],
  ["null where a value is promised", "getQuote", QUOTE, (answer) => json(answer, (quote) => Object.assign(quote, { text: null })), "/text"],
  ["a body that ends early", "getQuote", QUOTE, (answer) => ({ ...answer, body: answer.body.subarray(0, -1) }), "is not application/json"],
  ["a body that is not UTF-8", "getQuote", QUOTE, (answer) => ({ ...answer, body: Buffer.from([0xff]) }), "not UTF-8"],
  ["another media type", "getQuote", QUOTE, header("content-type", "text/xml"), "text/xml"],
  ["a status nobody documented", "getQuote", QUOTE, (answer) => ({ ...answer, status: 201 }), "201 is not documented"],
  ["a failure of the server", "getQuote", MISSING, (answer) => ({ ...answer, status: 500 }), "the server failed"],
  ["no ETag", "getQuote", QUOTE, header("etag"), "ETag is missing"],
  ["no request id", "getQuote", QUOTE, header("x-request-id"), "X-Request-Id is missing"],
  ["no Vary", "getQuote", QUOTE, header("vary"), "Vary is missing"],
  [
    "a problem with another status",
    "getQuote",
    MISSING,
    (answer) => json(answer, (problem) => Object.assign(problem, { status: 400 })),
    "says 400",
  ],
  [
    "a problem of another operation",
    "getQuote",
    MISSING,
    (answer) => json(answer, (problem) => Object.assign(problem, { code: "article-not-found", type: "/problems/article-not-found" })),
    "article-not-found is not documented",
  ],
  [
    "an HTML error",
    "getQuote",
    MISSING,
    (answer) => ({ ...header("content-type", "text/html")(answer), body: Buffer.from("<h1>Not Found</h1>") }),
    "text/html",
  ],
  ["a problem that leaks", "getQuote", MISSING, (answer) => json(answer, (problem) => Object.assign(problem, { stack: "at" })), "stack"],
];

test.each(faults)("%s is found", async (_, id, path, fault, found) => {
  spoil = (answer) => answer;
  expect(faultsOf(operationOf(id), await send(url, path))).toEqual([]);
  spoil = fault;
  expect(faultsOf(operationOf(id), await send(url, path)).join("\n")).toContain(found);
});

test("405 without Allow is found", async () => {
  spoil = header("allow");
  expect(faultsOf(operationOf("getQuote"), await send(url, QUOTE, { method: "DELETE" }), "DELETE")).toEqual([
    "the header Allow is missing",
  ]);
});
