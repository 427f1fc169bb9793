import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "../../../src/http/answers/paging.ts";
import { HttpProblem } from "../../../src/http/problem.ts";
import { SORTS } from "../../../src/store/sorts.ts";

const sort = SORTS.quoted;

test("a cursor gives back the key it was made of", () => {
  const word = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  fc.assert(
    fc.property(word, word, fc.nat(), (published, slug, place) => {
      const cursor = encodeCursor([published, slug, place], "list");
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor, "list", sort)).toEqual([published, slug, place]);
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
        expect(() => decodeCursor(cursor, "list", sort)).toThrow(HttpProblem);
      },
    ),
  );
  expect(() => decodeCursor(encodeCursor(["a", "b", 1], "another list"), "list", sort)).toThrow(/another list/);
});
