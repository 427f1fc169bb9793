import { describe, expect, test } from "vitest";
import type { StatisticsGroup } from "../../src/article/model/statistics.ts";
import { type DayRange, periodsOf } from "../../src/pages/periods.ts";

const ANY_TIME: DayRange = { from: null, to: null };

const group = (month: string | null, quoteCount = 1, kind: StatisticsGroup["kind"] = "direct"): StatisticsGroup => ({
  month,
  kind: kind ?? "direct",
  quoteCount,
  wordCount: 0,
  speakerCount: 1,
  articleCount: 1,
});
const periods = (groups: StatisticsGroup[], range = ANY_TIME) =>
  periodsOf(groups, 2, ({ kind }) => (kind === "indirect" ? 1 : 0), { range, linkTo: ({ from, to }) => `${from}/${to}` });

describe("quotes over time", () => {
  test("are shown by month, empty months too, each with the days it links to", () => {
    const { step, columns, undated } = periods([group("2024-01", 2), group("2024-03", 1, "indirect"), group("2024-01", 3, "indirect")]);
    expect(step).toBe("Month");
    expect(columns.map(({ label, counts, href }) => [label, counts, href])).toEqual([
      ["January 2024", [2, 3], "2024-01-01/2024-01-31"],
      ["February 2024", [0, 0], "2024-02-01/2024-02-29"],
      ["March 2024", [0, 1], "2024-03-01/2024-03-31"],
    ]);
    expect(undated).toBe(0);
  });

  test("count kinds of one series together", () => {
    expect(periods([group("2024-01", 2), group("2024-01", 5, "mixed")]).columns[0]?.counts).toEqual([7, 0]);
  });

  test("are shown by year, decade or century where there would be more than 60 columns", () => {
    const shown = (first: string, last: string) => {
      const { step, columns } = periods([group(first), group(last)]);
      return [step, columns.length, columns[0]?.label, columns.at(-1)?.href];
    };
    expect(shown("2015-01", "2019-12")).toEqual(["Month", 60, "January 2015", "2019-12-01/2019-12-31"]);
    expect(shown("2015-01", "2020-01")).toEqual(["Year", 6, "2015", "2020-01-01/2020-12-31"]);
    expect(shown("1899-01", "2020-01")).toEqual(["Decade", 14, "1890s", "2020-01-01/2029-12-31"]);
    expect(shown("0001-01", "9999-12")).toEqual(["Century", 100, "0 to 99", "9900-01-01/9999-12-31"]);
  });

  test("have undated ones counted apart, and no column where all are", () => {
    expect(periods([group(null, 4), group("2024-01"), group(null, 1, "indirect")])).toMatchObject({
      undated: 5,
      columns: [{ counts: [1, 0] }],
    });
    expect(periods([group(null, 4)])).toEqual({ step: "Month", columns: [], undated: 4 });
    expect(periods([])).toEqual({ step: "Month", columns: [], undated: 0 });
  });

  test("mark the days that the page shows", () => {
    const current = (from: string | null, to: string | null) =>
      periods([group("2024-01"), group("2024-03")], { from, to }).columns.map(({ isCurrent }) => isCurrent);
    expect(current(null, null)).toEqual([false, false, false]);
    expect(current("2024-02-01", "2024-02-29")).toEqual([false, true, false]);
    expect(current("2024-02-29T10:00:00Z", null)).toEqual([false, true, true]);
  });

  test("are shown by month within the year that the page shows, where all years are too many months", () => {
    const groups = [group("2010-01"), group("2019-03"), group("2019-11"), group("2020-01")];
    expect(periods(groups).step).toBe("Year");
    const { step, columns } = periods(groups, { from: "2019-01-01", to: "2019-12-31" });
    expect([step, columns.length, columns[0]?.label, columns.at(-1)?.label]).toEqual(["Month", 12, "January 2019", "December 2019"]);
    // Nothing falls into 2015: all years stay.
    expect(periods(groups, { from: "2015-01-01", to: "2015-12-31" }).columns.length).toBe(11);
  });

  test("are labelled as often as labels have room", () => {
    const ticks = (first: string, last: string) => periods([group(first), group(last)]).columns.flatMap(({ tick }) => tick ?? []);
    expect(ticks("2024-01", "2024-06")).toEqual(["Jan", "Feb", "Mar", "Apr", "May", "Jun"]);
    expect(ticks("2015-01", "2019-12")).toEqual(["2015", "2016", "2017", "2018", "2019"]);
    expect(ticks("2000-01", "2026-01")).toEqual(["2000", "2005", "2010", "2015", "2020", "2025"]);
    expect(ticks("1890-01", "2020-01")).toEqual(["1900", "1920", "1940", "1960", "1980", "2000", "2020"]);
    expect(ticks("2014-01", "2024-01").length).toBeLessThan(8);
  });
});
