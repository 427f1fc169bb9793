import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { failedConnection } from "../../src/outgoing/failed-connection.ts";

/** What comes of a request to a server that answers each connection with a line. */
async function asked(client: typeof http | typeof https, protocol: string, line: string): Promise<unknown> {
  const server = createServer((socket) => void socket.on("error", () => {}).end(line));
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const request = client.get(`${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return (await once(request, "error").catch((error) => [error]))[0];
}

test("says where no HTTP is spoken, and that trying again does not help", async () => {
  const error = await asked(http, "http", "220 mail.example ESMTP\r\n");
  expect(failedConnection(error)).toEqual({ reason: "it does not speak HTTP there", passes: false });
});

test("says where no HTTPS is spoken", async () => {
  const error = await asked(https, "https", "HTTP/1.1 400 Bad Request\r\n\r\n");
  expect(failedConnection(error)).toEqual({ reason: "it does not speak HTTPS there", passes: false });
});

test("gives the code of what it does not know", () => {
  const reason = "the connection failed (EODD)";
  expect(failedConnection(Object.assign(new Error(), { code: "EODD" }))).toEqual({ reason, passes: true });
  expect(failedConnection(new Error("fetch failed", { cause: Object.assign(new Error(), { code: "EODD" }) }))).toEqual({
    reason,
    passes: true,
  });
});
