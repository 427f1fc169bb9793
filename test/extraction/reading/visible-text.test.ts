import { expect, test } from "vitest";
import { visibleText } from "../../../src/extraction/reading/visible-text.ts";

test.each([
  ["Ada Qu\u00adill", "Ada Quill"],
  ["\u200b“The harbour is open,” said Lars\u200b Holt.", "“The harbour is open,” said Lars Holt."],
  ["Ada\u2060 Quill\ufeff", "Ada Quill"],
  ["\u200eLars Holt\u200f", "Lars Holt"],
  ["Lars\u200d Holt", "Lars Holt"],
  ["Two\tlines\nin one\u2028here", "Two lines in one here"],
])("leaves out what shows nothing: %j", (written, shown) => {
  expect(visibleText(written)).toBe(shown);
});

test.each(["👩\u200d🚒 said so", "می\u200cخواهم", "שלום \u200fABC", "Ada\u00a0Quill", "क\u094d\u200dष", "naïve – “yes”"])(
  "keeps what shapes the text: %j",
  (text) => {
    expect(visibleText(text)).toBe(text);
  },
);
