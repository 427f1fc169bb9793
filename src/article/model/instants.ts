/** A time as an `Instant`: in UTC, to the second. */
export function toInstant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** A day as the first or last instant of it in UTC; an instant as it is. Both forms then compare as strings. */
export function instantOf(moment: string, edge: "start" | "end" = "start"): string {
  if (moment.includes("T")) return moment;
  return edge === "start" ? `${moment}T00:00:00Z` : `${moment}T23:59:59Z`;
}
