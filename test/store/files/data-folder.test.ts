import { expect, test } from "vitest";
import { slugOfFile } from "../../../src/store/files/data-folder.ts";

test.each([
  ["ferry.json", "ferry"],
  ["ferry.edits.json", "ferry"],
  ["ferry.txt", null],
  [".json", null],
  [".edits.json", null],
  [".123-ferry.json", null],
  [".123-ferry.edits.json", null],
])("the file %s belongs to the article %s", (name, slug) => {
  expect(slugOfFile(name)).toBe(slug);
});
