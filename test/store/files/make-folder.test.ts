import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../../src/store/files/make-folder.ts";

test("makes a folder and those above it, and says which one cannot be made instead of trying for ever", () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  makeFolder(join(folder, "a/b"));
  makeFolder(join(folder, "a/b"));
  expect(existsSync(join(folder, "a/b"))).toBe(true);
  writeFileSync(join(folder, "file"), "");
  expect(() => makeFolder(join(folder, "file/inside"))).toThrow(/file cannot be made \(EEXIST\)\. Name one/);
  rmSync(folder, { recursive: true });
});

test.skipIf(!existsSync("/proc/self"))("ends where nobody can make any", () => {
  expect(() => makeFolder("/proc/nope/articles")).toThrow("/proc/nope cannot be made");
});
