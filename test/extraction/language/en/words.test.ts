import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const FOLDER = new URL("../../../../src/extraction/language/en/words/", import.meta.url);

describe.each(readdirSync(FOLDER))("%s", (file) => {
  const lines = readFileSync(new URL(file, FOLDER), "utf8").split("\n");

  test("has one entry a line, sorted, each once, and ends with a line feed", () => {
    expect(lines.pop()).toBe("");
    expect(lines).toEqual([...new Set(lines)].sort());
    for (const line of lines) expect(line).toMatch(/^\S+(?: \S+)*$/);
  });
});
