import { lastDayOf } from "../article/model/instants.ts";
import type { StatisticsGroup } from "../article/model/statistics.ts";
import { type Column, slotWidth } from "./charts.ts";
import { monthOf } from "./dates.ts";

/** Quotes by month and kind as columns of time: by month, and longer spans by year, decade or century. */

/** Columns that fit beside each other on a phone. */
const MAX_COLUMNS = 60;
/** Percent of the room that a label below them takes on a phone. */
const TICK_WIDTH = 13;

/** Months of a column: the first of these is taken with which there are not too many. */
const STEPS = [
  { months: 1, name: "Month" },
  { months: 12, name: "Year" },
  { months: 120, name: "Decade" },
  { months: 1200, name: "Century" },
] as const;

const SHORT_MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** A range of days, both inclusive; `null` is open. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

export interface Periods {
  /** What each column is: "Month". */
  step: (typeof STEPS)[number]["name"];
  columns: Column[];
  /** Quotes of articles without a date, in all. */
  undated: number;
}

/**
 * Sorts quotes into columns of time, empty ones too.
 *
 * @param groups counts by `month` and `kind`
 * @param seriesOf the place of the series that a group belongs to
 * @param options.range the days that the page shows: the columns inside are marked, and shown alone when all of them would be coarser
 * @param options.linkTo the address of the quotes of some days
 */
export function periodsOf(
  groups: StatisticsGroup[],
  series: number,
  seriesOf: (group: StatisticsGroup) => number,
  { range, linkTo }: { range: DayRange; linkTo: (range: DayRange) => string },
): Periods {
  const dated = groups.flatMap((group) => (group.month ? { month: monthNumber(group.month), group } : []));
  const undated = groups.filter(({ month }) => month === null).reduce((sum, { quoteCount }) => sum + quoteCount, 0);
  if (dated.length === 0) return { step: "Month", columns: [], undated };
  const [first, last] = spanOf(
    dated.map(({ month }) => month),
    range,
  );
  const step = stepFor(first, last);
  const start = Math.floor(first / step.months);
  const counts = Array.from({ length: Math.floor(last / step.months) - start + 1 }, () => Array.from({ length: series }, () => 0));
  for (const { month, group } of dated) {
    if (month < first || month > last) continue;
    const column = counts[Math.floor(month / step.months) - start] as number[];
    const place = seriesOf(group);
    column[place] = (column[place] ?? 0) + group.quoteCount;
  }
  const columns = counts.map((own, place): Column => {
    const month = (start + place) * step.months;
    const days = { from: `${monthName(month)}-01`, to: lastDayOf(monthName(month + step.months - 1)) };
    const isCurrent = (range.from !== null || range.to !== null) && isInside(days, range);
    return { label: labelOf(month, step.name), tick: null, counts: own, href: linkTo(days), isCurrent };
  });
  // Marks tell some columns from others.
  if (columns.every(({ isCurrent }) => isCurrent)) for (const column of columns) column.isCurrent = false;
  ticked(columns, start * step.months, step.months);
  return { step: step.name, columns, undated };
}

/** The months of the range where they alone can be shown month by month, or in finer steps than all together; else all. */
function spanOf(months: number[], { from, to }: DayRange): [first: number, last: number] {
  const first = months.reduce((least, month) => Math.min(least, month));
  const last = months.reduce((most, month) => Math.max(most, month));
  const start = Math.max(first, from === null ? -Infinity : monthNumber(from));
  const end = Math.min(last, to === null ? Infinity : monthNumber(to));
  const hasAny = months.some((month) => month >= start && month <= end);
  return hasAny && stepFor(start, end).months < stepFor(first, last).months ? [start, end] : [first, last];
}

function stepFor(first: number, last: number): (typeof STEPS)[number] {
  const fits = ({ months }: { months: number }) => Math.floor(last / months) - Math.floor(first / months) < MAX_COLUMNS;
  return STEPS.find(fits) ?? (STEPS.at(-1) as (typeof STEPS)[number]);
}

/** Labels below the columns: Januaries as years, else the names of months; of more columns than fit every second, fifth, tenth ... */
function ticked(columns: Column[], start: number, months: number): void {
  const byYear = months > 1 || columns.length > MIN_MONTHS_BY_YEAR;
  const size = byYear ? Math.max(12, months) : 1;
  const width = (size / months) * slotWidth(columns.length);
  const [every = 1] = [1, 2, 5, 10, 20, 50].filter((one) => one * width >= TICK_WIDTH);
  for (const [place, column] of columns.entries()) {
    const month = start + place * months;
    if ((month / size) % every === 0) column.tick = byYear ? String(Math.floor(month / 12)) : SHORT_MONTH.format(dateOf(month));
  }
}

/** From so many months on the axis names years. */
const MIN_MONTHS_BY_YEAR = 14;

function labelOf(month: number, step: Periods["step"]): string {
  const year = Math.floor(month / 12);
  if (step === "Month") return monthOf(monthName(month));
  if (step === "Year") return String(year);
  return step === "Decade" ? `${year}s` : `${year} to ${year + 99}`;
}

function isInside(days: { from: string; to: string }, { from, to }: DayRange): boolean {
  return (from === null || days.to >= from.slice(0, 10)) && (to === null || days.from <= to.slice(0, 10));
}

/** Months since the year 0. @param moment begins with year and month: "2020-03" */
function monthNumber(moment: string): number {
  return 12 * Number(moment.slice(0, 4)) + Number(moment.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function dateOf(month: number): Date {
  return new Date(`${monthName(month)}-01T00:00:00Z`);
}
