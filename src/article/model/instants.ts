/** A time as an `Instant`: in UTC, to the second. */
export function toInstant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** The later of two instants. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** A day as the first or last instant of it in UTC; an instant as it is. Both forms then compare as strings. */
export function instantOf(moment: string, edge: "start" | "end" = "start"): string {
  if (moment.includes("T")) return moment;
  return edge === "start" ? `${moment}T00:00:00Z` : `${moment}T23:59:59Z`;
}

/** The last day of a month in the calendar ("2020-02" gives "2020-02-29"): that before the first of the next. */
export function lastDayOf(month: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}
