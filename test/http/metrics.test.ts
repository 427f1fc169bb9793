import { afterEach, expect, test } from "vitest";
import { buildServer } from "../../src/http/server.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { PostgresStore } from "../../src/store/postgres/postgres-store.ts";
import { type Store, StoreUnavailable } from "../../src/store/store.ts";
import { dataFolder, sampleArticles } from "../fixtures.ts";
import { startPostgres } from "../store/postgres/server.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(store: Store) {
  const app = await buildServer({ store, publicUrl: "https://kiln.example", metrics: true });
  cleanups.push(
    () => store.close(),
    () => app.close(),
  );
  const scrape = async (): Promise<Record<string, number>> => {
    const { body } = await app.inject("/metrics");
    return Object.fromEntries([...body.matchAll(/^(verbatim_\w+) (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]));
  };
  return { app, scrape };
}

test("a folder: what is served, its problems, the index, the cache, the queue of extractions", async () => {
  const data = dataFolder(sampleArticles());
  cleanups.push(data.remove);
  data.write("articles/broken.json", "{");
  const store = await FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} });
  const { app, scrape } = await serve(store);
  const quotes = sampleArticles().reduce((sum, article) => sum + article.quotes.length, 0);
  const before = await scrape();
  expect(before).toMatchObject({
    verbatim_ready: 1,
    verbatim_articles: 3,
    verbatim_quotes: quotes,
    verbatim_speakers: (await store.speakers({ limit: 1 })).total,
    verbatim_problems: 1,
    verbatim_answer_cache_entries: 0,
    verbatim_answer_cache_hits_total: 0,
    verbatim_extractions_running: 0,
    verbatim_extractions_waiting: 0,
  });
  expect(before.verbatim_index_bytes).toBeGreaterThan(10_000);
  expect(Object.keys(before).filter((name) => name.startsWith("verbatim_pool"))).toEqual([]);

  for (let times = 0; times < 3; times += 1) await app.inject("/v1/articles");
  const post = () =>
    app.inject({
      method: "POST",
      url: "/v1/extractions",
      headers: { "content-type": "text/plain" },
      payload: "Kiln\n\nIt stays, said Orla Brice.",
    });
  // A request is made when its answer is asked for.
  const extractions = [post(), post(), post()].map((asked) => asked.then(({ statusCode }) => statusCode));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const busy = await scrape();
  expect(await Promise.all(extractions)).toEqual([200, 200, 200]);
  expect((busy.verbatim_extractions_running ?? 0) + (busy.verbatim_extractions_waiting ?? 0)).toBeGreaterThan(0);
  const after = await scrape();
  expect(after).toMatchObject({ verbatim_answer_cache_entries: 1, verbatim_answer_cache_hits_total: 2, verbatim_extractions_running: 0 });
  expect(after.verbatim_answer_cache_misses_total).toBeGreaterThanOrEqual(1);
  expect(after.verbatim_answer_cache_bytes).toBeGreaterThan(1000);
});

test("while nothing can be served: not ready, and no figure is made up", async () => {
  const data = dataFolder(sampleArticles());
  cleanups.push(data.remove);
  const loaded = await FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} });
  cleanups.push(() => loaded.close());
  const away = async () => {
    throw new StoreUnavailable("away");
  };
  const store: Store = Object.assign(Object.create(loaded), {
    health: async () => ({ ready: false, articles: 0, problems: [] }),
    quotes: away,
    speakers: away,
    measures: () => ({ indexBytes: null, pool: null }),
    onChange: () => () => {},
    close: async () => {},
  });
  const { scrape } = await serve(store);
  const figures = await scrape();
  expect(figures).toMatchObject({ verbatim_ready: 0, verbatim_articles: 0 });
  for (const name of ["verbatim_quotes", "verbatim_speakers", "verbatim_index_bytes"]) expect(Object.keys(figures)).not.toContain(name);
});

test("a database: its pool", async () => {
  const server = await startPostgres();
  cleanups.push(() => server.remove());
  const store = await PostgresStore.open({ url: await server.createDatabase(), readUrl: null, onProblem: () => {} });
  const { scrape } = await serve(store);
  const figures = await scrape();
  expect(figures).toMatchObject({ verbatim_ready: 1, verbatim_articles: 0, verbatim_pool_waiting_requests: 0 });
  expect(figures.verbatim_pool_connections).toBeGreaterThanOrEqual(1);
  expect(Object.keys(figures)).not.toContain("verbatim_index_bytes");
});
