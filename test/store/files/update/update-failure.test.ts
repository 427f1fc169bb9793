import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { updateFailure } from "../../../../src/store/files/update/update-failure.ts";

const folder = mkdtempSync(join(tmpdir(), "verbatim-failure-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const index = join(folder, "cache", "index.sqlite");

/** What SQLite throws where there is no room left. */
function full(): unknown {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE t (x); PRAGMA max_page_count = 3");
  try {
    database.exec("INSERT INTO t VALUES (zeroblob(1000000))");
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
}
const failureOf = (code: string, path?: string) => Object.assign(new Error(`${code}: it failed, open '${path}'`), { code, path });

test.each([
  ["SQLite", full()],
  ["the file system", failureOf("ENOSPC", index)],
  ["a quota", failureOf("EDQUOT")],
])("a full disk, as %s has it, is told as one, with what is needed and what there is", (_, error) => {
  const { message, cause } = updateFailure(error, { folder, index });
  expect(message).toMatch(/^the disk is full: about \d+ MiB are needed, \d+ MiB are free$/);
  expect(cause).toMatchObject({ of: "index", cure: expect.stringContaining("CACHE_DIR") });
  expect(cause.detail).toContain(index);
});

test.each([
  ["an index that cannot be written", failureOf("EACCES", index), "index", "cannot be written (EACCES)"],
  ["a folder that cannot be read", failureOf("EMFILE", join(folder, "articles")), "folder", "cannot be read (EMFILE)"],
  ["a folder that is not there", new Error(`there is no data folder ${folder}.`), "folder", "there is no data folder DATA_DIR."],
])("%s is told without its path, which is for the log", (_, error, of, message) => {
  const failure = updateFailure(error, { folder, index });
  expect(failure.message).toBe(message);
  expect(failure.cause.of).toBe(of);
  expect(failure.cause.detail).toContain(folder);
  // A thread passes it on as it is.
  expect(structuredClone(failure)).toMatchObject({ message, cause: failure.cause });
});
