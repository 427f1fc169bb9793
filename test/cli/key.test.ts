import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditCommand } from "../../src/cli/audit.ts";
import { keyCommand } from "../../src/cli/key.ts";
import { noteBegun } from "../../src/office/audit.ts";
import { keyShown } from "../../src/office/keys.ts";
import { openOffice } from "../../src/office/office.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "verbatim-keys-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function run(command: typeof keyCommand | typeof auditCommand, ...args: string[]) {
  const said = { stdout: "", stderr: "" };
  const to = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) });
  const place = { dataDir, databaseUrl: null, databaseWait: 0 };
  const code = await command(args, place, { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...said };
}

test("a key is shown once, alone on stdout, and opens the archive", async () => {
  const { code, stdout, stderr } = await run(keyCommand, "add", "news desk", "--scope", "write");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^vbk_[\w-]{43}\n$/);
  expect(stderr).toContain('the key of "news desk" (scope write)');
  const office = await openOffice({ folder: dataDir });
  expect(await keyShown(office, stdout.trim())).toMatchObject({ name: "news desk", scope: "write" });
  await office.close();
  const secret = stdout.trim().slice(4);
  for (const file of readdirSync(join(dataDir, "private")))
    expect(readFileSync(join(dataDir, "private", file), "latin1")).not.toContain(secret);
  expect((await run(keyCommand, "list")).stdout).toMatch(/^news desk\twrite\tadded \d{4}-\d\d-\d\d\n$/);
});

test("a removed key opens nothing", async () => {
  const { stdout } = await run(keyCommand, "add", "desk", "--scope=edit");
  expect(await run(keyCommand, "remove", "desk")).toEqual({ code: 0, stdout: "", stderr: 'Removed the key "desk".\n' });
  expect((await run(keyCommand, "remove", "desk")).code).toBe(1);
  const office = await openOffice({ folder: dataDir });
  expect(await keyShown(office, stdout.trim())).toBeNull();
  await office.close();
  expect((await run(keyCommand, "list")).stderr).toContain("There are no keys");
});

test("two keys never have one name", async () => {
  await run(keyCommand, "add", "desk", "--scope", "edit");
  const { code, stdout, stderr } = await run(keyCommand, "add", "desk", "--scope", "write");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("Take another name");
});

test.each([
  [[], "Say add, list or remove."],
  [["show"], "Use add, list or remove."],
  [["add"], "verbatim key add NAME"],
  [["add", "desk"], "--scope write or --scope edit"],
  [["add", "desk", "--scope", "admin"], "--scope write or --scope edit"],
  [["add", "news", "desk", "--scope", "write"], "Put a name with spaces in quotes"],
  [["add", "tab\there", "--scope", "write"], "is not a name for a key"],
  [["list", "desk"], "takes no name"],
  [["remove"], "verbatim key remove NAME"],
  [["remove", "desk", "--scope", "edit"], "--scope is for key add"],
])("a wrong command line is refused: %j", async (args, message) => {
  const { code, stdout, stderr } = await run(keyCommand, ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

test("a folder that is not there is not made", async () => {
  const { code, stderr } = await run(keyCommand, "list", "--data", join(dataDir, "nowhere"));
  expect(code).toBe(1);
  expect(stderr).toContain("nowhere is not a folder");
});

test("the audit shows what was done, and a write that was cut short as that", async () => {
  expect((await run(auditCommand)).stderr).toBe("Nothing was written over HTTP.\n");
  const office = await openOffice({ folder: dataDir });
  const begun = { who: "desk", action: "replaceArticle", subject: "kiln-stays", requestId: "r-1" };
  const end = await noteBegun(office, { ...begun, at: "2026-05-01T08:00:00.000Z" });
  await end({ subject: "kiln-stays", revisionBefore: "a".repeat(64), revisionAfter: "b".repeat(64), outcome: "updated" });
  await noteBegun(office, { ...begun, subject: "mill", at: "2026-05-01T09:00:00.000Z", requestId: "r-2" });
  await office.close();
  expect((await run(auditCommand)).stdout.split("\n")).toEqual([
    `2026-05-01T08:00:00.000Z\tdesk\treplaceArticle\tkiln-stays\t${"a".repeat(12)} > ${"b".repeat(12)}\tupdated\tr-1`,
    "2026-05-01T09:00:00.000Z\tdesk\treplaceArticle\tmill\t- > -\tcut short\tr-2",
    "",
  ]);
  expect((await run(auditCommand, "--last", "1")).stdout).toContain("r-2");
  expect((await run(auditCommand, "kiln-stays", "--json")).stdout).toBe(
    `${JSON.stringify({ at: "2026-05-01T08:00:00.000Z", who: "desk", action: "replaceArticle", subject: "kiln-stays", requestId: "r-1", revisionBefore: "a".repeat(64), revisionAfter: "b".repeat(64), outcome: "updated" })}\n`,
  );
  expect((await run(auditCommand, "--last", "none")).code).toBe(2);
});
