import type { Statistics } from "../article/model/statistics.ts";
import { statisticsCsv } from "./lists/statistics-csv.ts";
import { CSV_TYPE, JSON_TYPE, type MediaType } from "./table.ts";

/** The formats of statistics. */
export const statisticsFormats: readonly (MediaType & { render: (statistics: Statistics, options: { bom?: boolean }) => string })[] = [
  { ...JSON_TYPE, render: (statistics) => JSON.stringify(statistics) },
  { ...CSV_TYPE, render: statisticsCsv },
];
