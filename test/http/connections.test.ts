import { connect, type Socket } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connectionLimit, openFilesLimit } from "../../src/http/connections.ts";
import { startServer } from "./server.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A server that takes one connection, and what it logs of those it refuses. */
async function start() {
  const lines: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => lines.push(line) });
  const server = await startServer(undefined, false, { logger, metrics: true });
  server.app.server.maxConnections = 1;
  cleanups.push(server.stop);
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    cleanups.push(() => socket.destroy());
    socket.on("error", () => {});
    await new Promise((done) => socket.once("connect", done));
    return socket;
  };
  return { ...server, lines, open };
}
const ended = (socket: Socket) => new Promise((done) => socket.once("close", done));
const heard = (socket: Socket) => new Promise((done) => socket.once("data", (data) => done(String(data).split("\r\n")[0])));

describe("the limit of connections", () => {
  test("leaves files for all else, most of them where there are few", () => {
    expect([1, 3, 64, 256, 1024, 1_048_576].map(connectionLimit)).toEqual([1, 1, 16, 128, 896, 1_048_448]);
  });

  test("is read from the process", () => {
    expect(openFilesLimit()).toBeGreaterThan(16);
  });

  test("is set when the server is built", async () => {
    const { app, stop } = await startServer();
    cleanups.push(stop);
    expect(app.server.maxConnections).toBe(connectionLimit(openFilesLimit() as number));
  });
});

describe("a connection over the limit", () => {
  test("is closed, logged without a stack and counted; the one before it is answered", async () => {
    const { app, lines, open } = await start();
    const first = await open();
    await ended(await open());
    await ended(await open());
    first.write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await heard(first)).toBe("HTTP/1.1 200 OK");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: 40,
      msg: "connection refused",
      reason: expect.stringContaining("ulimit -n"),
    });
    expect((await app.inject("/metrics")).body).toContain("\nconnections_refused_total 2\n");
  });

  test("closes those that wait for a next request, so that the next one finds room", async () => {
    const { open } = await start();
    const idle = await open();
    idle.write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await heard(idle)).toBe("HTTP/1.1 200 OK");
    const closed = ended(idle);
    await ended(await open());
    await closed;
    const status = await vi.waitFor(async () => {
      const next = await open();
      next.write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
      return heard(next);
    });
    expect(status).toBe("HTTP/1.1 200 OK");
  });
});

test("a connection on which nothing was asked does not hold up the end of the server", async () => {
  const { app, open } = await start();
  const socket = await open();
  const closed = ended(socket);
  await app.close();
  await closed;
});
