import { expect, test } from "vitest";
import { waitAsked } from "../../src/outgoing/retry-after.ts";

test("reads how long a server asks to wait", () => {
  const now = Date.parse("2026-03-01T10:00:00Z");
  expect(waitAsked("120", now)).toBe(120_000);
  expect(waitAsked("Sun, 01 Mar 2026 10:01:00 GMT", now)).toBe(60_000);
  expect(waitAsked("Sun, 01 Mar 2026 09:00:00 GMT", now)).toBe(0);
  expect([waitAsked("soon", now), waitAsked(undefined, now), waitAsked(null, now)]).toEqual([null, null, null]);
});
