import { describe, expect, test } from "vitest";
import type { Quote } from "../../../src/article/model/schema.ts";
import { echoMatcher } from "../../../src/extraction/quotes/echoes.ts";

const quote = (id: string, kind: Quote["kind"], ...segments: string[]) =>
  ({ id, kind, segments: segments.map((text) => ({ text })) }) as unknown as Quote;

describe("an echo", () => {
  const match = echoMatcher([
    quote("first", "direct", "The tolls are fair,", "and they’ll stay as they are."),
    quote("second", "mixed", "a harbour for all of the people of the coast"),
    quote("third", "indirect", "the bridge is closed"),
  ]);

  test("is exact when one segment holds its words in a row, whatever the case, marks and dashes", () => {
    expect(match("TOLLS ARE ‘FAIR’")).toEqual({ quoteId: "first", match: "exact" });
    expect(match("they'll stay")).toEqual({ quoteId: "first", match: "exact" });
  });

  test("is altered when most of its words stand in order in one segment", () => {
    expect(match("a harbour for all the people")).toEqual({ quoteId: "second", match: "altered" });
  });

  test.each(["fair and they’ll", "people of all", "bridge is closed", "harbour tolls", "stay fair", "🎉"])(
    "is of no quote when it says %j",
    (words) => {
      expect(match(words)).toEqual({ quoteId: null, match: null });
    },
  );
});
