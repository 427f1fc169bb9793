import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "../../../src/http/server.ts";
import type { Store } from "../../../src/store/store.ts";
import { startServer } from "../server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let endless: FastifyInstance;
let endlessUrl: string;
let reads = 0;
/** Whether each read asked for the total. */
let counted: (boolean | undefined)[] = [];
let fails = false;

beforeAll(async () => {
  server = await startServer();
  const { items } = await server.store.quotes({ limit: 100 });
  const quote = JSON.parse(items[0] ?? "");
  // Of words that no coding makes much shorter, and other ones each time: what is compressed fills the client's buffers too.
  const long = () => JSON.stringify({ ...quote, text: randomBytes(6000).toString("base64") });
  const store: Store = Object.assign(Object.create(server.store), {
    async quotes(asked: Parameters<Store["quotes"]>[0]) {
      reads += 1;
      counted.push(asked.counted);
      if (fails && reads > 3) throw new Error("the disk is gone");
      return { items: Array.from({ length: 40 }, long), total: 1e9, next: ["2026", "a", 1] };
    },
    article: (slug: string) => server.store.article(slug),
    onChange: () => () => {},
  });
  endless = await buildServer({ store, publicUrl: "https://verbatim.example" });
  endlessUrl = await endless.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await endless.close();
  await server.stop();
});

/** The whole answer, not decoded; `null` for the body of one that breaks off. */
function get(url: string, coding: string, method = "GET") {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer | null }>((done, fail) => {
    request(url, { method, headers: { "accept-encoding": coding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => done({ headers: response.headers, body: Buffer.concat(chunks) }));
      response.on("error", () => done({ headers: response.headers, body: null }));
    })
      .on("error", fail)
      .end();
  });
}

const decode = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };

describe("a whole list", () => {
  test.each(["ndjson", "csv", "csv&bom=true"])("is compressed as the client asks, and is the same list then: %s", async (format) => {
    const url = `${server.url}/v1/quotes?format=${format}`;
    const plain = await get(url, "identity");
    expect(plain.headers).not.toHaveProperty("content-encoding");
    for (const coding of ["gzip", "br", "zstd"] as const) {
      const { headers, body } = await get(url, coding);
      expect(headers).toMatchObject({ "content-encoding": coding, vary: "Accept, Accept-Encoding", "x-total-count": "7" });
      expect(headers).not.toHaveProperty("etag");
      expect(decode[coding](body ?? "").equals(plain.body ?? Buffer.of())).toBe(true);
      expect((await get(url, coding, "HEAD")).headers).toMatchObject({ "content-encoding": coding, "x-total-count": "7" });
    }
    expect((await get(url, "*")).headers).toHaveProperty("content-encoding", "gzip");
  });

  test("as CSV has the type of each speaker, the source and the addresses of each quote", async () => {
    const { body } = await get(`${server.url}/v1/quotes?format=csv`, "identity");
    const [names, first] = (body ?? "").toString().split("\r\n");
    expect(names).toContain("speakerNames,speakerTypes,");
    expect(names).toContain("sourceUrl,url,page,");
    expect(first).toMatch(/https:\/\/verbatim\.example\/v1\/quotes\/\w+,https:\/\/verbatim\.example\/quotes\/\w+,/);
    expect(first).toContain(",person,");
  });

  test.each(["identity", "gzip", "br", "zstd"])("is not read on for a client that is gone or does not read: %s", async (coding) => {
    for (const leaves of [true, false]) {
      reads = 0;
      const asked = request(`${endlessUrl}/v1/quotes?format=ndjson`, { headers: { "accept-encoding": coding } });
      const response = await new Promise<import("node:http").IncomingMessage>((done) => asked.on("response", done).end());
      if (leaves) {
        await new Promise((done) => response.once("data", done));
        response.destroy();
      }
      let before = -1;
      for (let tries = 0; reads !== before && tries < 100; tries += 1) {
        before = reads;
        await setTimeout(100);
      }
      expect(reads).toBe(before);
      expect(reads).toBeGreaterThan(0);
      asked.destroy();
    }
  });

  test.each(["identity", "gzip"])("breaks off when it cannot be read to its end: %s", async (coding) => {
    reads = 0;
    counted = [];
    fails = true;
    expect((await get(`${endlessUrl}/v1/quotes?format=ndjson`, coding)).body).toBeNull();
    fails = false;
    // The total is in the headers: it is counted once.
    expect(counted).toEqual([undefined, false, false, false]);
  });
});
