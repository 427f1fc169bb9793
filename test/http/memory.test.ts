import { once } from "node:events";
import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "./server.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(undefined, false, { cacheBytes: 2_000_000, metrics: true });
});
afterAll(() => server.stop());

/** Sends requests on one connection, all at once, and discards the answers. */
async function send(requests: string[]): Promise<void> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write(requests.join(""));
  socket.resume();
  await once(socket, "close");
}

const request = (target: string, ...fields: string[]) =>
  `${["GET", target, "HTTP/1.1"].join(" ")}\r\n${["Host: x", ...fields, "", ""].join("\r\n")}`;

/** A thousand requests of every kind, some of them never asked before. */
function thousand(round: number, etag: string): string[] {
  const article = "/v1/articles/harbour-to-close";
  return Array.from({ length: 1000 }, (_, index) => {
    const number = `${round}-${index}`;
    const fields = [`User-Agent: reader-${number}`, ...(index === 999 ? ["Connection: close"] : [])];
    if (index % 100 === 1) return request(`/v1/search?q=ferry%20${number}`, ...fields);
    if (index % 100 === 2) return request(`/v1/verify?quote=ferry%20${number}`, ...fields);
    if (index % 20 === 3)
      return request(`/v1/articles?publishedFrom=2024-01-01T00:00:00.${String(round * 1000 + index).padStart(6, "0")}Z`, ...fields);
    if (index % 20 === 4) return request(`/v1/articles/unknown-${number}`, ...fields);
    if (index % 20 === 5) return request("/v1/articles", `Accept: text/x-${number}`, ...fields);
    if (index % 5 === 1) return request(article, `Accept-Encoding: gzip, x-${number};q=0.1`, ...fields);
    if (index % 20 === 7) return request(article, `X-Request-Id: ${number}`, `If-None-Match: "${number}"`, ...fields);
    return index % 2 === 0 ? request(article, ...fields) : request(article, `If-None-Match: ${etag}`, ...fields);
  });
}

/** Bytes in use once everything that can go is gone. */
function used(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test("memory stays flat over 200,000 requests", { timeout: 300_000 }, async () => {
  const etag = (await fetch(`${server.url}/v1/articles/harbour-to-close`)).headers.get("etag") ?? "";
  const measured: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    await send(thousand(round, etag));
    if (round === 79 || round === 199) measured.push(used());
  }
  const [before = 0, after = 0] = measured;
  // 120,000 requests that left 9 bytes each would show.
  expect(after - before).toBeLessThan(1_000_000);
});
