import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { IndexDatabase } from "../../../src/store/index/database.ts";

/** SQLite ends a transaction itself where the disk is full; here a statement stands for it. */
function endedBySqlite(): { sqlite: DatabaseSync; database: IndexDatabase } {
  const sqlite = new DatabaseSync(":memory:");
  return { sqlite, database: new IndexDatabase(sqlite) };
}
const fail = (sqlite: DatabaseSync) => () => {
  sqlite.exec("ROLLBACK");
  throw new Error("database or disk is full");
};

test("the error that ended a transaction is not hidden by taking it back", () => {
  const { sqlite, database } = endedBySqlite();
  database.begin();
  expect(fail(sqlite)).toThrow("full");
  expect(() => database.rollback()).not.toThrow();
  expect(() => database.read(fail(sqlite))).toThrow("database or disk is full");
  database.begin();
  expect(() => database.part(fail(sqlite))).toThrow("database or disk is full");
  expect(database.read(() => database.get("SELECT 1 AS one")?.one)).toBe(1);
});
