import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOwn } from "../../src/http/own-requests.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(sampleArticles().slice(0, 1));
});
afterAll(() => server.stop());

/** Sends a body of many megabytes to its end, as most clients do before they look at an answer. @returns what came of it */
function upload(path: string, type: string, megabytes: number, hasLength: boolean): Promise<string> {
  return new Promise((resolve) => {
    const length = megabytes * 1024 * 1024;
    const headers = { "content-type": type, ...(hasLength ? { "content-length": length } : {}) };
    const sending = request(`${server.url}${path}`, { method: "POST", agent: false, headers });
    let outcome = "no answer";
    sending.on("response", async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      outcome = `${response.statusCode} ${JSON.parse(text).code}`;
    });
    sending.on("error", (error) => {
      outcome += ` ${error.message}`;
    });
    sending.on("close", () => resolve(outcome));
    const chunk = Buffer.alloc(64 * 1024, "a");
    const send = (left: number) => {
      if (left <= 0) return void sending.end();
      if (sending.write(chunk)) send(left - chunk.length);
      else sending.once("drain", () => send(left - chunk.length));
    };
    send(length);
  });
}

describe.each([
  ["with its length", true],
  ["in chunks", false],
])("a body that nobody reads, %s", (_, hasLength) => {
  test.each([
    ["/v1/extractions", "text/plain", "413 payload-too-large"],
    ["/check", "application/x-www-form-urlencoded", "413 payload-too-large"],
    ["/v1/extractions", "image/png", "415 unsupported-media-type"],
    ["/v1/quotes", "text/plain", "405 method-not-allowed"],
    ["/v1/nothing", "text/plain", "404 not-found"],
    ["/v1/articles", "text/plain", "403 writing-disabled"],
  ])("leaves the answer of %s whole: %s, %s", async (path, type, expected) => {
    for (const megabytes of [8, 24]) expect(await upload(path, type, megabytes, hasLength)).toBe(expected);
  });
});

test("is not waited for: the answer comes at once", async () => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write("POST /v1/extractions HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 90000000\r\n\r\nIt begins");
  let answer = "";
  socket.setEncoding("utf8").on("data", (text) => {
    answer += text;
  });
  await expect.poll(() => answer, { timeout: 2_000 }).toMatch(/^HTTP\/1\.1 413 .*connection: close.*\r\n\r\n\{.*\}$/is);
  socket.destroy();
  await once(socket, "close");
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
});

test("a client that leaves in the middle of a request is not a fault of the server", async () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const limited = await startServer(sampleArticles().slice(0, 1), false, { logger, rateLimit: 100_000 });
  const port = Number(new URL(limited.url).port);
  const leave = async (path: string) => {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    await once(socket, "connect");
    const type = "Content-Type: application/x-www-form-urlencoded";
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\n${type}\r\nContent-Length: 900\r\n\r\ntext=It+begins`);
    if (Math.random() < 0.5) await setImmediate();
    socket.resetAndDestroy();
  };
  for (let count = 0; count < 60; count += 1) await Promise.all(Array.from({ length: 10 }, () => leave("/check")));
  await expect.poll(async () => (await fetch(`${limited.url}/health/live`)).status, { timeout: 20_000 }).toBe(200);
  expect(lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  const open = () => new Promise<number>((resolve) => limited.app.server.getConnections((_, count) => resolve(count)));
  // That of the request for its health.
  await expect.poll(open, { timeout: 20_000 }).toBeLessThanOrEqual(1);
  await limited.stop();
});

test("a request without its connection, which Node takes away where the body did not come to its end, is nobody's own", () => {
  expect(isOwn({ socket: null } as unknown as FastifyRequest)).toBe(false);
});
