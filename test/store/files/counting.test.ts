import { readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { everyWord } from "../../../src/article/words/query.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { LARGE_FOLDER } from "../../../src/store/files/index-location.ts";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { rowsOf } from "../../../src/store/rows.ts";
import { type Store, StoreUnavailable } from "../../../src/store/store.ts";
import { dataFolder } from "../../fixtures.ts";
import { countedArticles } from "../counted-articles.ts";
import { until } from "./until.ts";

const [added, ...articles] = countedArticles(LARGE_FOLDER + 1).reverse();
let data: ReturnType<typeof dataFolder>;
let cacheDir: string;
let store: FilesStore;
beforeAll(async () => {
  data = dataFolder(articles);
  cacheDir = join(data.folder, "cache");
  await (await open()).close();
});
afterEach(() => store.close());
afterAll(() => data.remove());

async function open(): Promise<FilesStore> {
  store = await FilesStore.open({ folder: data.folder, cacheDir, watch: true, onProblem: () => {} });
  return store;
}
type Counter = { [Name in "statistics" | "facets"]: (...query: Parameters<Store[Name]>) => unknown };
const counts = (counter: Counter) =>
  Promise.all([
    counter.statistics({ by: ["speaker", "month"], limit: 1000 }),
    counter.statistics({ by: ["kind"], speakers: ["ines-marlow", null], words: everyWord("again"), limit: 10 }),
    counter.facets({ of: "quotes", facets: ["speaker", "publisher"], languages: ["en"] }),
    counter.facets({ of: "articles", facets: ["year"], words: everyWord("tram"), in: "quotes" }),
  ]);
const quoteCount = async () => (await store.statistics({ limit: 0 })).totals.quoteCount;

test("the articles of a large folder are counted as those of a small one are, while other questions are answered", async () => {
  const index = new ArticleIndex();
  index.transaction(() => {
    for (const article of articles) index.put(rowsOf(article));
  });
  await open();
  let isCounted = false;
  const counted = counts(store).finally(() => {
    isCounted = true;
  });
  await setImmediate();
  await store.articles({ limit: 1 });
  expect(isCounted).toBe(false);
  expect(await counted).toEqual(await counts(index));
  index.close();
});

test("a change of the folder is counted once it shows", async () => {
  await open();
  const before = await quoteCount();
  const changed = new Promise<void>((resolve) => store.onChange(resolve));
  data.write(`articles/${added?.slug}.json`, added);
  await changed;
  expect(await quoteCount()).toBe(before + (added?.quotes.length ?? Number.NaN));
  rmSync(join(data.folder, "articles", `${added?.slug}.json`));
});

test("the articles are counted on when the file of their index is deleted, and when it is damaged, once it is made anew", async () => {
  await open();
  const before = await counts(store);
  await store.close();
  await open();
  for (const name of readdirSync(cacheDir)) if (name.endsWith(".sqlite")) truncateSync(join(cacheDir, name), 0);
  await expect(quoteCount()).rejects.toThrow(StoreUnavailable);
  await until(
    () => store.health(),
    ({ ready }) => ready,
    30_000,
  );
  expect(await counts(store)).toEqual(before);
  rmSync(cacheDir, { recursive: true });
  await store.close();
  await open();
  rmSync(cacheDir, { recursive: true });
  expect(await counts(store)).toEqual(before);
}, 60_000);

test("who waits for a count when the store is closed is told", async () => {
  await open();
  const counted = counts(store);
  await Promise.all([store.close(), expect(counted).rejects.toThrow(StoreUnavailable)]);
});
