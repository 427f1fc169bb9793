import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { creditsAround } from "../../src/representations/credits.ts";

const ferry = resolve(import.meta.dirname, "../../data/articles/skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge.json");

test("a byline below a standfirst stands in front of the text, assistance and editing behind it", () => {
  const { before, after } = creditsAround(JSON.parse(readFileSync(ferry, "utf8")) as Article);
  expect(before.map(({ role }) => role)).toEqual(["author"]);
  expect(after.map(({ role }) => role)).toEqual(["contributor", "editor"]);
});
