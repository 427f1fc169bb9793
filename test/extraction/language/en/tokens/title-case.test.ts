import { expect, test } from "vitest";
import { isCapitalised, isHeading } from "../../../../../src/extraction/language/en/tokens/title-case.ts";

test.each([
  ["Council Votes to Close Northern Ferry", true],
  ["The council votes to close the northern ferry", false],
  ["Ann Lee", false],
  ["Council Votes to Close Northern Ferry ".repeat(6), false],
])("takes %j for a heading: %s", (block, expected) => {
  expect(isHeading(block)).toBe(expected);
});

test.each([
  ["Council Votes To Close Northern Ferry", "NNTNNN", true],
  ["Council Votes To Close Northern Ferry.", "NNTNNN.", false],
  ["Ann Lee met Tom Reed on the ferry", "NNvNNIDn", false],
])("takes %j for a sentence whose capitals tell nothing: %s", (text, classes, expected) => {
  expect(isCapitalised(text, classes)).toBe(expected);
});
