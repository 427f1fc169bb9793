import { describe, expect, test } from "vitest";
import { toMoment } from "../../../../../src/extraction/reading/parts/dates/moment.ts";

describe("a date", () => {
  test.each([
    ["2020-03-06", "2020-03-06"],
    ["2020-03-06T10:30:00+02:00", "2020-03-06T08:30:00Z"],
    ["2020-03-06T10:30:15.250Z", "2020-03-06T10:30:15Z"],
    ["2020-03-06 10:30 GMT", "2020-03-06T10:30:00Z"],
    ["Fri, 06 Mar 2020 10:30:00 -0500", "2020-03-06T15:30:00Z"],
    ["March 6, 2020", "2020-03-06"],
    ["Friday, 6th March 2020", "2020-03-06"],
    ["Sept. 14, 2020", "2020-09-14"],
    ["20.11.2019", "2019-11-20"],
    ["11/20/2019", "2019-11-20"],
    ["5/5/2019", "2019-05-05"],
    ["2019/11/20", "2019-11-20"],
    ["20-Nov-2019", "2019-11-20"],
    ["30. Juli 2018", "2018-07-30"],
    ["3 de marzo de 2024", "2024-03-03"],
    ["1er août 2024", "2024-08-01"],
    ["the 3rd of May 2024", "2024-05-03"],
  ])("%j is %j", (words, moment) => {
    expect(toMoment(words)).toBe(moment);
  });

  test("keeps only the day of a time without a zone", () => {
    expect(toMoment("2020-03-06T10:30:00")).toBe("2020-03-06");
  });

  test.each([
    "03/04/2020",
    "03.04.2020 10:30 GMT",
    "03/04/2020 10:30 +0200",
    "31 April 2020",
    "31/04/2020",
    "0001-01-01T00:00:00Z",
    "January 1, 0001",
    "Marble 3, 2024",
    "2020-13-01",
    "2020-02-30T10:00:00Z",
    "yesterday",
    "2020",
    "",
  ])("%j is none", (words) => {
    expect(toMoment(words)).toBeNull();
  });
});
