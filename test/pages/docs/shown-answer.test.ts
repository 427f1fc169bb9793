import { expect, test } from "vitest";
import { shownAnswer } from "../../../src/pages/docs/shown-answer.ts";

const json = (value: unknown) => shownAnswer({ status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(value) });

test("what fits stands on one line", () => {
  expect(json({ text: "Ada", start: 0, end: 3 })).toBe('{ "text": "Ada", "start": 0, "end": 3 }');
  expect(json({ errors: [], total: 0, rights: {} })).toBe(`{ "errors": [], "total": 0, "rights": {} }`);
});

test("lists show their first item and how many more there are, long strings their beginning", () => {
  expect(json({ items: [1, 2, 3] })).toBe('{ "items": [ 1, … 2 more ] }');
  expect(json({ text: "The boat sails every morning. ".repeat(9) })).toBe(
    '{ "text": "The boat sails every morning. The boat sails every…" }',
  );
});

test("no answer is longer than a screen", () => {
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`field${at}`, at]));
  const lines = json(many).split("\n");
  expect(lines.length).toBeLessThan(40);
  expect(lines.at(-1)).toBe("…");
  const text = shownAnswer({ status: 200, headers: { "content-type": "text/plain" }, body: "A paragraph.\n\n".repeat(100) });
  expect(text.split("\n").length).toBeLessThan(10);
});

test("an answer without a body has its status and its fields", () => {
  expect(shownAnswer({ status: 304, headers: { etag: '"x"', date: "now" }, body: "" })).toBe('HTTP/1.1 304 Not Modified\netag: "x"');
});
