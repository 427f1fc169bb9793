import { closeSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { type StoreProblem, StoreUnavailable } from "../../../src/store/store.ts";
import { dataFolder } from "../../fixtures.ts";
import { manyArticles } from "../many-articles.ts";
import { phrases } from "../search-query.ts";
import { until } from "./until.ts";

const COUNT = 1000;
let data: ReturnType<typeof dataFolder>;
let cacheDir: string;
let sound: unknown;
beforeAll(async () => {
  data = dataFolder(manyArticles(COUNT));
  cacheDir = join(data.folder, "cache");
  const store = await FilesStore.open({ folder: data.folder, cacheDir, watch: false, onProblem: () => {} });
  sound = await all(store);
  await store.close();
});
afterAll(() => data.remove());

const PAGE = 16_384;
const file = () => join(cacheDir, readdirSync(cacheDir).find((name) => name.endsWith(".sqlite")) ?? "");

/** Overwrites the page of a file from each place that is given. */
function overwrite(places: (size: number) => number[]): void {
  const handle = openSync(file(), "r+");
  for (const place of places(statSync(file()).size)) writeSync(handle, Buffer.alloc(PAGE, "x"), 0, PAGE, place);
  closeSync(handle);
}
const pages = (size: number) => Array.from({ length: Math.floor(size / PAGE) - 1 }, (_, page) => (page + 1) * PAGE);

const all = (store: FilesStore) => Promise.all([store.articles({ limit: 100 }), store.search({ words: phrases(["tram"]), limit: 50 })]);

test.each<[string, () => void]>([
  ["is overwritten", () => overwrite(pages)],
  ["loses its first page and more", () => overwrite((size) => [0, ...pages(size)])],
  ["is cut short", () => truncateSync(file(), Math.floor(statSync(file()).size / 2))],
  ["is emptied", () => truncateSync(file(), 0)],
])("an index whose file %s is made anew without a restart", async (_, damage) => {
  const told: { problem: StoreProblem; error: Error | undefined }[] = [];
  const onProblem = (problem: StoreProblem, error?: Error) => told.push({ problem, error });
  const store = await FilesStore.open({ folder: data.folder, cacheDir, watch: false, onProblem });
  // Nothing has been asked: what SQLite has read before it would answer from memory.
  damage();
  await expect(all(store)).rejects.toThrow(StoreUnavailable);
  expect(await store.health()).toMatchObject({ ready: false });
  expect(
    await until(
      () => store.health(),
      ({ ready }) => ready,
    ),
  ).toEqual({ ready: true, articles: COUNT, problems: [] });
  expect(await all(store)).toEqual(sound);
  expect(told).toHaveLength(1);
  expect(told[0]?.problem).toMatchObject({ where: "index", message: expect.stringContaining("is damaged") });
  expect(JSON.stringify(told[0]?.problem)).not.toContain(data.folder);
  expect(told[0]?.error?.message).toContain(cacheDir);
  await store.close();
});

test("an index whose file is deleted is served on", async () => {
  const store = await FilesStore.open({ folder: data.folder, cacheDir, watch: false, onProblem: () => {} });
  rmSync(cacheDir, { recursive: true });
  expect(await all(store)).toEqual(sound);
  await store.close();
});
