import type { Dimension } from "../../article/model/dimensions.ts";
import type { Counts, Statistics, StatisticsGroup } from "../../article/model/statistics.ts";
import { type CsvOptions, csvHeader, csvRow } from "./csv.ts";

/**
 * Statistics as CSV (RFC 4180, UTF-8): a column for each dimension, two for speakers, then the counts; a row for each group,
 * or one of the totals where nothing is grouped. What is `null` is an empty cell.
 */
export function statisticsCsv({ by, totals, groups }: Statistics, { bom = false }: Pick<CsvOptions, "bom"> = {}): string {
  const counts = ["quoteCount", "wordCount", "speakerCount", "articleCount"] satisfies (keyof Counts)[];
  const rows = by.length === 0 ? [totals] : groups;
  const written = rows.map((row) => csvRow([...by.flatMap((dimension) => cellsOf(row, dimension)), ...counts.map((count) => row[count])]));
  return [csvHeader([...by.flatMap(columnsOf), ...counts], bom), ...written].join("");
}

function columnsOf(dimension: Dimension): string[] {
  return dimension === "speaker" ? ["speakerId", "speakerName"] : [dimension];
}

function cellsOf(group: Partial<StatisticsGroup>, dimension: Dimension): (string | number | null)[] {
  if (dimension === "speaker") return [group.speaker?.id ?? null, group.speaker?.name ?? null];
  return [group[dimension] ?? null];
}
