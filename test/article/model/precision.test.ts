import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PRECISION } from "../../../src/article/model/precision.ts";
import { Confidence } from "../../../src/article/model/schema.ts";

test("the document on extraction states the same numbers, and every confidence has one", () => {
  const document = readFileSync(new URL("../../../docs/extraction.md", import.meta.url), "utf8").replace(/\s+/g, " ");
  expect(Object.keys(PRECISION)).toEqual(Confidence.options);
  const paragraph =
    /How often the mention was right.*?\./.exec(document.replaceAll(/(\d)\.(\d)/g, "$1_$2"))?.[0].replaceAll("_", ".") ?? "";
  for (const [confidence, percent] of Object.entries(PRECISION)) expect(paragraph).toContain(`\`${confidence}\` ${percent.toFixed(1)} %`);
});
