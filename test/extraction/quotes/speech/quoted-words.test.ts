import { expect, test } from "vitest";
import { quotedWordsOf } from "../../../../src/extraction/quotes/speech/quoted-words.ts";

test.each([
  ["a slow boat", { count: 3, size: "3", form: "lower", stop: "w", spoken: false, verb: false, opening: "a" }],
  ["A River at Night", { size: "4-6", form: "title", stop: "w" }],
  ["DO NOT ENTER", { form: "caps" }],
  ["I’m staying with you,", { form: "upper", stop: ",", spoken: true, opening: "i'm" }],
  ["The boat is older than most of us.", { size: "7-12", form: "upper", stop: ".", verb: true }],
  ["It has run since 1931, in ice and in storms, and it was never late, not once.", { size: "13+" }],
])("describes %j", (text, expected) => {
  expect(quotedWordsOf(text, 0, text.length)).toMatchObject(expected);
});

test("describes only the words between the two indices", () => {
  expect(quotedWordsOf("the “old boat” sank", 5, 13)).toMatchObject({ count: 2, form: "lower", stop: "w" });
});
