import { afterEach, expect, test, vi } from "vitest";
import { readArticles } from "../../../../src/store/files/update/read-articles.ts";
import { WorkerFailure, Workers } from "../../../../src/workers/workers.ts";
import { dataFolder } from "../../../fixtures.ts";
import { manyArticles } from "../../many-articles.ts";

afterEach(() => vi.restoreAllMocks());

test("articles come in the order of their slugs, those of a batch that crashed or took too long too", async () => {
  const { folder, remove } = dataFolder(manyArticles(600));
  const slugs = manyArticles(600)
    .map(({ slug }) => slug)
    .reverse();
  slugs.splice(300, 0, "nowhere");
  vi.spyOn(Workers.prototype, "run")
    .mockRejectedValueOnce(new WorkerFailure("crashed", "out of memory"))
    .mockRejectedValueOnce(new WorkerFailure("over-time", "It took longer than 20 seconds."));
  const units = slugs.map((slug) => ({ slug, isWithdrawn: false, formerStamp: null }));
  const read: [string, boolean][] = [];
  for await (const { slug, found } of readArticles(folder, units, { speakers: [] })) read.push([slug, found?.rows?.slug === slug]);
  expect(read).toEqual(slugs.map((slug) => [slug, slug !== "nowhere"]));
  remove();
});
