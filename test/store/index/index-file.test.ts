import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { WORD_TABLES } from "../../../src/store/index/schema.ts";
import { rowsOf } from "../../../src/store/rows.ts";
import { manyArticles } from "../many-articles.ts";

test("a finished file has one list of words a table, however often it was written to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const path = join(folder, "index.sqlite");
  await ArticleIndex.make(path, (index) => {
    // Each transaction leaves a list of its own.
    for (const article of manyArticles(3)) index.transaction(() => index.put(rowsOf(article)));
  });
  const database = new DatabaseSync(path, { readOnly: true });
  for (const table of WORD_TABLES) {
    expect(database.prepare(`SELECT count(DISTINCT segid) AS lists FROM ${table}_idx`).get()?.lists).toBe(1);
  }
  database.close();
  rmSync(folder, { recursive: true });
});
