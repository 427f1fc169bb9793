import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "../../../src/http/answers/paging.ts";
import { HttpProblem } from "../../../src/http/problem.ts";

const shape = ["string", "string", "number"] as const;

test("a cursor gives back the key it was made of", () => {
  const word = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  fc.assert(
    fc.property(word, word, fc.nat(), (sort, slug, place) => {
      const cursor = encodeCursor([sort, slug, place], "list");
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor, "list", shape)).toEqual([sort, slug, place]);
    }),
  );
});

test("whatever else is sent as a cursor is refused with a problem", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => Buffer.from(json).toString("base64url")),
      ),
      (cursor) => {
        expect(() => decodeCursor(cursor, "list", shape)).toThrow(HttpProblem);
      },
    ),
  );
  expect(() => decodeCursor(encodeCursor(["a", "b", 1], "another list"), "list", shape)).toThrow(/another list/);
});
