import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, nginxThere, startNginx, startRecorder } from "./nginx.ts";
import { startServer } from "./server.ts";

const SLUG = "harbour-to-close";
const ARTICLE = `/v1/articles/${SLUG}`;
/** Seconds an answer is fresh, here. */
const MAX_AGE = 1;

const skipped = nginxThere ? "" : " (skipped: nginx is not installed; apt-get install nginx-light)";

describe.skipIf(!nginxThere)(`behind nginx as a shared cache${skipped}`, () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  let proxy: Awaited<ReturnType<typeof startNginx>>;

  beforeAll(async () => {
    server = await startServer(undefined, true);
    recorder = await startRecorder(server.url, MAX_AGE);
    proxy = await startNginx(recorder.url);
  });
  afterAll(async () => {
    await proxy?.stop();
    recorder?.stop();
    await server?.stop();
  });

  const asks = (path: string, headers: Record<string, string> = {}) => ask(proxy.port, path, headers);
  const reached = (path: string) => recorder.passed.filter(({ url }) => url === path);
  const stale = () => new Promise((wait) => setTimeout(wait, (MAX_AGE + 1.2) * 1000));
  /** Asks again until nginx, which asks the origin in the background, gives the expected answer. */
  const until = async (cache: string, path: string, headers: Record<string, string> = {}) => {
    for (let tries = 0; tries < 60; tries += 1) {
      const answer = await asks(path, headers);
      if (answer.cache === cache) return answer;
      await new Promise((wait) => setTimeout(wait, 30));
    }
    throw new Error(`expected ${cache} for ${path}`);
  };

  test("an answer is asked for once and then served from the cache, byte for byte", async () => {
    const path = `${ARTICLE}/paragraphs`;
    const first = await asks(path);
    const second = await asks(path);
    expect([first.cache, second.cache]).toEqual(["MISS", "HIT"]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(reached(path)).toHaveLength(1);
  });

  test("each representation that Accept chooses has its own copy", async () => {
    const types = ["application/json", "text/plain", "text/html", "application/ld+json"];
    for (const accept of types) {
      const first = await asks(ARTICLE, { accept });
      expect([first.status, first.cache, first.headers["content-type"]]).toEqual([200, "MISS", expect.stringContaining(accept)]);
      expect((await asks(ARTICLE, { accept })).headers.etag).toBe(first.headers.etag);
    }
    const tags = await Promise.all(types.map(async (accept) => (await until("HIT", ARTICLE, { accept })).headers.etag));
    expect(new Set(tags).size).toBe(types.length);
  });

  test("each coding has its own copy, and none reaches a client that does not accept it", async () => {
    const path = `${ARTICLE}?format=json`;
    await ask(Number(new URL(server.url).port), path, { "accept-encoding": "br" });
    await new Promise((wait) => setTimeout(wait, 300));
    const br = await asks(path, { "accept-encoding": "br" });
    const gzip = await asks(path, { "accept-encoding": "gzip" });
    const plain = await asks(path);
    const refused = await asks(path, { "accept-encoding": "br;q=0, gzip;q=0" });
    expect([br, gzip, plain, refused].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", undefined, undefined]);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    expect((await until("HIT", path, { "accept-encoding": "br" })).body).toEqual(br.body);
    expect((await until("HIT", path)).body).toEqual(plain.body);
  });

  test("a client that holds the present version gets 304 from the cache", async () => {
    const path = `${ARTICLE}/sections`;
    const { headers } = await asks(path);
    const before = reached(path).length;
    const again = await asks(path, { "if-none-match": headers.etag ?? "" });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await asks(path, { "if-none-match": '"another"' })).status).toBe(200);
    expect(reached(path)).toHaveLength(before);
  });

  test("after max-age the last version is shown while the origin is asked, which answers 304", async () => {
    const path = `${ARTICLE}/quotes`;
    const first = await asks(path);
    await stale();
    const shown = await asks(path);
    expect([shown.status, shown.cache]).toEqual([200, "STALE"]);
    expect(shown.body).toEqual(first.body);
    expect((await until("HIT", path)).body).toEqual(first.body);
    const [, revalidation] = reached(path);
    expect([revalidation?.headers["if-none-match"], revalidation?.status]).toEqual([first.headers.etag, 304]);
  });

  test("a new version takes the place of the old one", async () => {
    const path = "/v1/articles/council-minutes";
    const old = await asks(path);
    const changed = new Promise((done) => server.store.onChange(() => done(null)));
    server.write("articles/council-minutes.json", { ...JSON.parse(old.body.toString()), publishedAt: "2025-01-01" });
    await changed;
    await stale();
    expect((await asks(path)).body).toEqual(old.body);
    const now = await until("HIT", path);
    expect(JSON.parse(now.body.toString()).publishedAt).toBe("2025-01-01");
    expect(now.headers.etag).not.toBe(old.headers.etag);
  });

  test("answers that must not be cached are not", async () => {
    for (const path of ["/health/ready", "/v1/articles/no-such-article"]) {
      await asks(path);
      expect((await asks(path)).cache).not.toBe("HIT");
      expect(reached(path)).toHaveLength(2);
    }
  });
});
