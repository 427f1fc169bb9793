import { expect, test } from "vitest";
import { nextTry, PATIENCE, waitAfter } from "../../src/webhooks/backoff.ts";

test("waits longer after each failure, up to two hours", () => {
  const seconds = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1, null, 0) / 1000);
  expect(seconds).toEqual([5, 30, 120, 600, 1800, 3600, 7200, 7200, 7200]);
});

test("adds up to a fifth by chance", () => {
  expect(waitAfter(1, null, 0.5)).toBe(5500);
  expect(waitAfter(1, null, 0.999)).toBeLessThan(6000);
});

test("waits as long as the receiver asks, within bounds", () => {
  expect(waitAfter(1, 60_000, 0)).toBe(60_000);
  expect(waitAfter(3, 1000, 0)).toBe(120_000);
  expect(waitAfter(1, 1e12, 0)).toBe(7_200_000);
});

test("gives up after a day, and not before", () => {
  let now = 0;
  let failures = 1;
  for (let next = nextTry(0, now, failures, null, 0); next !== null; next = nextTry(0, now, ++failures, null, 0)) now = next;
  expect(now).toBeLessThanOrEqual(PATIENCE);
  expect(now).toBeGreaterThan(PATIENCE - 2 * 3600 * 1000);
  expect(failures).toBe(18);
});
