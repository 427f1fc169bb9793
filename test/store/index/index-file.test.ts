import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { indexedFormer } from "../../../src/store/index/history/former.ts";
import { WORD_TABLES } from "../../../src/store/index/schema.ts";
import { rowsOf } from "../../../src/store/rows.ts";
import { formerOf } from "../../history.ts";
import { manyArticles } from "../many-articles.ts";

test("a finished file has one list of words a table, however often it was written to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const path = join(folder, "index.sqlite");
  await ArticleIndex.make(path, (index) => {
    // Each transaction leaves a list of its own.
    for (const article of manyArticles(3)) {
      index.transaction(() => {
        index.put(rowsOf(article));
        index.past.setFormer(article.slug, [indexedFormer(formerOf(article, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"))], [], "read");
      });
    }
  });
  const database = new DatabaseSync(path, { readOnly: true });
  for (const table of WORD_TABLES) {
    expect(database.prepare(`SELECT count(DISTINCT segid) AS lists FROM ${table}_idx`).get()?.lists).toBe(1);
  }
  database.close();
  rmSync(folder, { recursive: true });
});

/** Makes and opens the index of a file again and again, under versions of its own so that processes replace each other's. */
const MAKER = `
  import { openDatabase, startFile } from ${JSON.stringify(import.meta.resolve("../../../src/store/index/index-file.ts"))};
  const [path, version] = process.argv.slice(1);
  for (let round = 0; round < 40; round += 1) {
    openDatabase(path, version)?.close();
    startFile(path).install(round % 3 === 0 ? version : "shared");
    openDatabase(path, "shared")?.close();
  }
`;

test("processes that make, replace and open one file at once do not get in each other's way", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const path = join(folder, "index.sqlite");
  const make = (version: string) =>
    promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", MAKER, path, version]);
  await Promise.all(["one", "two", "three"].map(make));
  await ArticleIndex.make(path, () => {});
  const index = ArticleIndex.open(path);
  expect(index?.size).toBe(0);
  index?.close();
  rmSync(folder, { recursive: true });
});

test("the lock of an index whose file was damaged is made anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const path = join(folder, "index.sqlite");
  writeFileSync(`${path}.lock`, "not a database, but a file that has some length");
  await ArticleIndex.make(path, () => {});
  const index = ArticleIndex.open(path);
  expect(index?.size).toBe(0);
  index?.close();
  rmSync(folder, { recursive: true });
});
