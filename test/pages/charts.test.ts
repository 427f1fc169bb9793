import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { barTable, type ColumnChart, columnChart, columnTable } from "../../src/pages/charts.ts";

const SITE = { publicUrl: "https://verbatim.example/base" };

const CHART: ColumnChart = {
  id: "when",
  summary: "What Ada Lind said by month, May 2024 to July 2024.",
  noun: "quote",
  series: [{ label: "Direct" }, { label: "Reported" }],
  columns: [
    { label: "May 2024", tick: "May", counts: [3, 1], href: "/speakers/ada-lind?publishedFrom=2024-05-01&publishedTo=2024-05-31" },
    { label: "June 2024", tick: null, counts: [0, 0], href: "/speakers/ada-lind?publishedFrom=2024-06-01&publishedTo=2024-06-30" },
    { label: "July 2024", tick: "Jul", counts: [0, 1], href: "/speakers/ada-lind?x=<>", isCurrent: true },
  ],
};

const page = (markup: string) => parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;

describe("a column chart", () => {
  const document = page(columnChart(CHART, SITE));
  const links = [...document.querySelectorAll(".columns a")];

  test("has a link for each column that is not empty, which says what is counted", () => {
    expect(document.querySelector(".columns")?.getAttribute("aria-label")).toBe(CHART.summary);
    expect(links.map((link) => link.querySelector("title")?.textContent)).toEqual([
      "May 2024: 4 quotes, 3 direct, 1 reported",
      "July 2024: 1 quote, 1 reported",
    ]);
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/base/speakers/ada-lind?publishedFrom=2024-05-01&publishedTo=2024-05-31",
      "/base/speakers/ada-lind?x=<>",
    ]);
    expect(links.map((link) => link.getAttribute("aria-current"))).toEqual([null, "true"]);
  });

  test("stacks the series from the bottom, each with a pattern of its own", () => {
    const [direct, reported] = [...(links[0]?.querySelectorAll(".part") ?? [])];
    expect(direct?.getAttribute("fill")).toBe("url(#when-0)");
    expect(reported?.getAttribute("fill")).toBe("url(#when-1)");
    expect([direct?.getAttribute("y"), direct?.getAttribute("height")]).toEqual(["25%", "75%"]);
    expect([reported?.getAttribute("y"), reported?.getAttribute("height")]).toEqual(["0%", "25%"]);
    for (const id of ["when-0", "when-1"]) expect(document.querySelector(`pattern#${id}`)).not.toBeNull();
    expect(document.querySelector("#when-0 path")).toBeNull();
    expect(document.querySelector("#when-1 path")).not.toBeNull();
    expect([...document.querySelectorAll(".legend li")].map((item) => item.textContent)).toEqual(["Direct", "Reported"]);
  });

  test("has no inline style, which pages do not admit", () => {
    expect(document.querySelectorAll("[style], style").length).toBe(0);
  });

  test("has a scale that ends at a round number", () => {
    const scale = (count: number) =>
      [
        ...page(columnChart({ ...CHART, columns: [{ label: "x", tick: null, counts: [count, 0], href: "/" }] }, SITE)).querySelectorAll(
          ".grid text",
        ),
      ].map(({ textContent }) => textContent);
    expect(scale(1)).toEqual(["1"]);
    expect(scale(3)).toEqual(["2", "4"]);
    expect(scale(17)).toEqual(["10", "20"]);
    expect(scale(1234)).toEqual(["1,000", "2,000"]);
    expect(scale(99_000)).toEqual(["50,000", "100,000"]);
  });

  test("stands in a table too, without its empty columns", () => {
    const table = page(columnTable(CHART, "Month", SITE));
    const rows = [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ["Month", "Direct", "Reported", "Together"],
      ["May 2024", "3", "1", "4"],
      ["July 2024", "0", "1", "1"],
    ]);
    expect(table.querySelector("caption")?.textContent).toBe(CHART.summary);
    expect(table.querySelector("tbody a")?.getAttribute("href")).toBe(links[0]?.getAttribute("href"));
  });
});

describe("a table with bars", () => {
  const head = { caption: "Quotes by publisher", of: "Publisher", counted: "Quotes" };
  const rows = (bars: Parameters<typeof barTable>[1], whole: number) =>
    [...page(barTable(head, bars, whole, SITE)).querySelectorAll("tbody tr")].map((row) => ({
      cells: [...row.querySelectorAll("th, td:not(.bar)")].map(({ textContent }) => textContent),
      width: row.querySelector("rect")?.getAttribute("width"),
      href: row.querySelector("a")?.getAttribute("href") ?? null,
    }));

  test("has counts, shares of the whole, and bars as long as the largest count has them", () => {
    const bars = [
      { label: "<The Quay>", count: 800, href: "/statistics?publisher=q" },
      { label: "No publisher known", count: 2, href: null, isOwnWord: true },
    ];
    expect(rows(bars, 1000)).toEqual([
      { cells: ["<The Quay>", "800", "80%"], width: "100%", href: "/base/statistics?publisher=q" },
      { cells: ["No publisher known", "2", "< 1%"], width: "0.25%", href: null },
    ]);
  });

  test("counts nothing without dividing by it", () => {
    expect(rows([{ label: "x", count: 0, href: null }], 0)).toEqual([{ cells: ["x", "0", ""], width: "0%", href: null }]);
  });
});
