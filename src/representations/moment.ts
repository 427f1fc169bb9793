/**
 * A moment of an article (a day or an instant, UTC) as an RFC 3339 date-time, for formats that know no bare day: a day
 * becomes its first second.
 */
export function dateTime(moment: string): string {
  return moment.includes("T") ? moment : `${moment}T00:00:00Z`;
}
