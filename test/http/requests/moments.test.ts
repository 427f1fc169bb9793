import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moment } from "../../../src/http/requests/moments.ts";

const [from, to] = [moment("from"), moment("to")];

describe("a bound of a range", () => {
  test.each([
    ["2026-09-14", "2026-09-14", "2026-09-14"],
    ["2024-02-29", "2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29", "2000-02-29"],
    ["2026-09-14T09:30:00Z", "2026-09-14T09:30:00Z", "2026-09-14T09:30:00Z"],
    ["2026-09-14T00:00:00.000Z", "2026-09-14T00:00:00Z", "2026-09-14T00:00:00Z"],
    ["2026-09-14T00:00:00+00:00", "2026-09-14T00:00:00Z", "2026-09-14T00:00:00Z"],
    ["2026-09-14T00:00:00-00:00", "2026-09-14T00:00:00Z", "2026-09-14T00:00:00Z"],
    ["2026-09-14T00:00:00+02:00", "2026-09-13T22:00:00Z", "2026-09-13T22:00:00Z"],
    // "+" in an address that is not encoded arrives as a space.
    ["2026-09-14T00:00:00 02:00", "2026-09-13T22:00:00Z", "2026-09-13T22:00:00Z"],
    ["2026-12-31T23:30:00-05:30", "2027-01-01T05:00:00Z", "2027-01-01T05:00:00Z"],
    ["2026-09-14t09:30:00z", "2026-09-14T09:30:00Z", "2026-09-14T09:30:00Z"],
    ["2026-09-14T09:30:00.001Z", "2026-09-14T09:30:01Z", "2026-09-14T09:30:00Z"],
    ["2026-09-14T09:30:00.123456789+02:00", "2026-09-14T07:30:01Z", "2026-09-14T07:30:00Z"],
    ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", "2017-01-01T00:00:00Z"],
    ["0000-01-01T00:00:00+01:00", "0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
  ])("%s begins with %s and ends with %s", (given, first, last) => {
    expect([from.parse(given), to.parse(given)]).toEqual([first, last]);
  });

  test.each([
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "2026-02-30T00:00:00Z",
    "2026-9-4",
    "2026-09",
    "20260914",
    "2026-09-14T24:00:00Z",
    "2026-09-14T09:60:00Z",
    "2026-09-14T09:30Z",
    "2026-09-14T09:30:00",
    "2026-09-14T09:30:00.Z",
    "2026-09-14T09:30:00+2",
    "2026-09-14T09:30:00+25:00",
    "2026-09-14T09:30:00Z ",
    "yesterday",
    "",
  ])("%s is refused", (given) => {
    expect(from.safeParse(given).error?.issues[0]?.message).toMatch(/^must be a day/);
  });

  test("admits exactly the days that exist", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const written = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          const time = Date.parse(`${written}T00:00:00Z`);
          const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
          expect(from.safeParse(written).success).toBe(exists);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
