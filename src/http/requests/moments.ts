import { z } from "zod";
import { toInstant } from "../../article/model/instants.ts";

/** A day of the Gregorian calendar: no 31st of a short month, a 29th of February in leap years only. */
const LEAP = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`;
const ANY_YEAR = String.raw`\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`;
/**
 * A time as RFC 3339 (section 5.6) writes it, and as programs do: JavaScript's `toISOString`, Python's `isoformat` and `str`. A space may
 * stand for the plus sign that an address has not encoded.
 */
const OFFSET = String.raw`(?:[Zz]|[+\- ](?:[01]\d|2[0-3])(?::?[0-5]\d)?)`;
const TIME = String.raw`[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?${OFFSET}?`;
const MOMENT = new RegExp(`^(?:${LEAP}|${ANY_YEAR})(?:${TIME})?$`);
/** A day of any calendar, alone or with a time of any day. */
const DAY_ALIKE = /^\d{4}-\d\d-\d\d(?![^Tt ])/;
const CALENDAR_DAY = new RegExp(`^(?:${LEAP}|${ANY_YEAR})(?!\\d)`);

/**
 * A day or an instant as a bound of a range. A day stays a day; an instant becomes UTC to the second, as articles have it: the first
 * second that is not before it, or the last one that is not after it. Without an offset it is in UTC.
 */
export function moment(edge: "from" | "to") {
  return z
    .string()
    .regex(MOMENT, { error: ({ input }) => refusalOf(String(input)) })
    .transform((value) => (value.length === 10 ? value : toSecond(value, edge)));
}

function refusalOf(given: string): string {
  if (DAY_ALIKE.test(given) && !CALENDAR_DAY.test(given)) return "is not a calendar date: there is no such day";
  return "must be a day (2020-03-06) or an instant (2020-03-06T09:30:00Z, 2020-03-06T11:30:00.250+02:00)";
}

/** An offset can lead out of the years of four digits, and instants of other lengths compare wrongly as strings. */
const FIRST = Date.parse("0000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59Z");
const PARTS = /^(.{10}).(\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:([+\- ])(\d\d):?(\d\d)?|Z)?$/;

function toSecond(instant: string, edge: "from" | "to"): string {
  const [, day, minute, second = "00", fraction = "", sign = "+", hours = "00", minutes = "00"] = PARTS.exec(instant.toUpperCase()) ?? [];
  // The second is added, since it may be a leap second, which `Date.parse` refuses.
  const time = Date.parse(`${day}T${minute}:00${sign === " " ? "+" : sign}${hours}:${minutes}`) + Number(second) * 1000;
  const bound = /[1-9]/.test(fraction) && edge === "from" ? time + 1000 : time;
  return toInstant(new Date(Math.min(Math.max(bound, FIRST), LAST)));
}
