import { describe, expect, test } from "vitest";
import { tokenize } from "../../../../src/extraction/language/en/tokens/tokenize.ts";
import { roleKey, tokenOf } from "../../../../src/extraction/speakers/roles/role-keys.ts";

const tokens = (text: string) => tokenize(text, { start: 0, end: text.length, block: 0 }, [], 0).tokens;

/** The role that the last word of a phrase names. */
function keyOf(phrase: string): string {
  const words = tokens(phrase);
  return roleKey(words, 0, words.length - 1);
}

describe("the key of a role", () => {
  test.each([
    ["the vice president", "vice president"],
    ["the Vice-President", "vice president"],
    ["the president-elect", "elect president"],
    ["the deputy Varde mayor", "deputy mayor"],
    ["the former mayor", "former mayor"],
    ["the ex-mayor", "former mayor"],
    ["the shadow chancellor", "shadow chancellor"],
    ["the prime minister", "prime minister"],
    ["the attorney general", "attorney general"],
    ["the spokeswoman", "spokesperson"],
    ["the Finnish envoy", "envoy"],
  ])("of %s is %s", (phrase, key) => expect(keyOf(phrase)).toBe(key));

  test.each([
    ["the president", "the vice president"],
    ["the mayor", "the deputy mayor"],
    ["the general", "the attorney general"],
    ["the minister", "the prime minister"],
    ["the coach", "the assistant coach"],
  ])("of %s is not that of %s", (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));
});

test("the noun of a role is not its possessor", () => {
  expect(tokenOf(tokens("the mayor's deputy mayor"), { first: 0, last: 5 }, "mayor")).toBe(4);
  expect(tokenOf(tokens("the mayor"), { first: 0, last: 2 }, "envoy")).toBe(-1);
});
