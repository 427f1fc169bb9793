import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addKey, listKeys } from "../../src/office/keys.ts";
import { type Office, openOffice } from "../../src/office/office.ts";
import { claim } from "../../src/office/requests.ts";
import { describeOffices } from "./offices.ts";

const NOW = new Date("2026-05-01T08:00:00Z");
const INSERT = "INSERT INTO office_keys (name, scope, sha256, added_at) VALUES ($1, $2, $2, $1)";

describeOffices("an office", (open) => {
  test("takes each parameter as often as the statement names it", async () => {
    const office = await open();
    await office.run(INSERT, "a", "edit");
    expect(await office.run("SELECT * FROM office_keys WHERE name = $1 OR sha256 = $1", "edit")).toEqual([
      { name: "a", scope: "edit", sha256: "edit", added_at: "a" },
    ]);
    await office.close();
  });

  test("runs statements together or none of them", async () => {
    const office = await open();
    await office.together([
      [INSERT, "a", "edit"],
      [INSERT, "b", "edit"],
    ]);
    await expect(
      office.together([
        [INSERT, "c", "edit"],
        [INSERT, "a", "edit"],
      ]),
    ).rejects.toThrow();
    expect((await listKeys(office)).map(({ name }) => name)).toEqual(["a", "b"]);
    await office.close();
  });

  test("runs statements together again and again, and leaves nothing behind", async () => {
    const office = await open();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => void warnings.push(warning);
    process.on("warning", onWarning);
    for (let count = 0; count < 12; count += 1) await office.together([["SELECT name FROM office_keys"]]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
    await office.close();
  });
});

describeOffices("requests under keys of their senders", (open) => {
  const later = new Date(NOW.getTime() + 1000);
  const request = (idempotencyKey: string, who = "desk") => ({ who, idempotencyKey, request: "same" });
  const many = (office: Office, count: number, answer: string) =>
    office.run(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
       INSERT INTO office_requests (who, idempotency_key, request, begun_at, handled_until, answer)
       SELECT 'desk', 'key ' || n, 'same', $1, $1, $2 FROM numbers`,
      NOW.toISOString(),
      answer,
    );
  const answered = async (office: Office, idempotencyKey: string, at: Date, answer: string, who?: string) => {
    const once = await claim(office, request(idempotencyKey, who), () => at);
    if (once.state === "new") await once.finish(answer);
    return once.state;
  };

  test.each([
    ["10,000 of a sender", 9_999, "{}"],
    ["100 long ones of a sender", 99, "x".repeat(70_000)],
  ])("are kept: %s", async (_, count, answer) => {
    const office = await open();
    const before = new Date(NOW.getTime() - 1000);
    await answered(office, "oldest", before, answer);
    await answered(office, "oldest", before, answer, "another");
    await many(office, count, answer);
    expect(await answered(office, "oldest", later, answer)).toBe("answered");
    await answered(office, "newest", later, answer);
    expect(await answered(office, "oldest", later, answer, "another")).toBe("answered");
    expect(await answered(office, "key 1", later, answer)).toBe("answered");
    expect(await answered(office, "newest", later, answer)).toBe("answered");
    expect(await answered(office, "oldest", later, answer)).toBe("new");
    await office.close();
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-office-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what was written is there for the next process, and for one that runs at the same time", async () => {
  const one = await openOffice({ folder });
  const other = await openOffice({ folder });
  await addKey(one, "desk", "write", NOW);
  expect(await listKeys(other)).toHaveLength(1);
  await Promise.all([one.close(), other.close()]);
  const again = await openOffice({ folder });
  expect(await listKeys(again)).toHaveLength(1);
  await again.close();
});

test("waits for another process that writes, without holding up this one", async () => {
  const office = await openOffice({ folder });
  const other = new DatabaseSync(join(folder, "private/office.sqlite"));
  other.exec("BEGIN IMMEDIATE");
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    if (turns === 5) other.exec("ROLLBACK");
  }, 5);
  await addKey(office, "desk", "write", NOW);
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(5);
  other.close();
  await office.close();
});

test("is empty and says why in a folder that cannot be written, and leaves nothing there", async () => {
  // A file stands where the folder would be made: nobody can write there, root included.
  writeFileSync(join(folder, "private"), "");
  const office = await openOffice({ folder });
  expect(office.unwritable).toMatch(/cannot be written \(EEXIST\)/);
  expect(office.unwritable).not.toContain(folder);
  expect(await listKeys(office)).toEqual([]);
  await office.close();
  expect(existsSync(join(folder, "private/office.sqlite"))).toBe(false);
});

test("says so where the file system is read-only", async () => {
  const exec = vi
    .spyOn(DatabaseSync.prototype, "exec")
    .mockImplementationOnce(() => {})
    .mockImplementationOnce(() => {
      throw Object.assign(new Error("attempt to write a readonly database"), { code: "ERR_SQLITE_ERROR", errcode: 8 });
    });
  const office = await openOffice({ folder });
  exec.mockRestore();
  expect(office.unwritable).toMatch(/cannot be written \(EROFS\)/);
  await office.close();
});

test.skipIf(process.getuid?.() === 0)("is empty in a read-only folder", async () => {
  chmodSync(folder, 0o555);
  const office = await openOffice({ folder });
  expect(office.unwritable).not.toBeNull();
  await office.close();
  chmodSync(folder, 0o755);
});
