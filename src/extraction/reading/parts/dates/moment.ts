import { DAY, MONTH, monthOf, OF, WEEKDAY } from "./calendar.ts";

/** There were no newspapers before; content systems write the year 0001 for a date that was never set. */
const FIRST_YEAR = 1600;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const WEEKDAY_BEFORE = `^(?:${WEEKDAY}\\.?,?\\s+)?`;
const MONTH_FIRST = new RegExp(`${WEEKDAY_BEFORE}(${MONTH})\\.?[\\s-]+(${DAY}),?[\\s-]+(\\d{4})(?!\\d)`, "iu");
const DAY_FIRST = new RegExp(
  `${WEEKDAY_BEFORE}(?:(?:the|den|le)\\s+)?(${DAY})${OF}[\\s-]+(${MONTH})\\.?,?${OF}[\\s-]+(\\d{4})(?!\\d)`,
  "iu",
);
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/;
const IN_NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
/** With the month as a word: of "03/04/2020 10:30 GMT" nobody knows the day. */
const WITH_ZONE = /[a-z]{3,9}.{0,20}\b\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:GMT|UTC|Z|[+-]\d{4})$/i;
/** RFC 822, section 5: the zones of North America have names, and a year may have two digits (read as in RFC 5322, section 4.3). */
const RFC_822 =
  /^(?:[a-z]{3},?\s)?(\d{1,2}\s[a-z]{3})\s(\d{4}|\d\d)\s(\d\d:\d\d(?::\d\d)?)\s(UT|GMT|Z|[ECMP][SD]T|[+-]\d{4})(?:\s\([^()]*\))?$/i;

/**
 * A date as the content model writes it: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SSZ` when the source gives a time with its
 * zone. A time without a zone is not an instant, so only its day is kept. "03/04/2020" means two days: no day is read.
 *
 * @returns `null` for what names no single day.
 */
export function toMoment(words: string): string | null {
  const value = words.trim().replace(/\s+/g, " ").slice(0, 80);
  const iso = ISO.exec(value);
  if (iso !== null) return fromIso(iso);
  const [, written, year = "", time, zone] = RFC_822.exec(value) ?? [];
  if (written !== undefined) return instant(`${written} ${fullYear(year)} ${time} ${zone}`);
  if (WITH_ZONE.test(value)) return instant(value);
  const monthFirst = MONTH_FIRST.exec(value);
  if (monthFirst !== null) return day(monthFirst[3], monthOf(monthFirst[1] ?? ""), monthFirst[2]);
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst !== null) return day(dayFirst[3], monthOf(dayFirst[2] ?? ""), dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst !== null) return day(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  return inNumbers(IN_NUMBERS.exec(value));
}

/** "20.11.2019" and "11/20/2019": read only where the other order is not a calendar date. */
function inNumbers(match: RegExpExecArray | null): string | null {
  if (match === null) return null;
  const [, first, , second, year] = match;
  const british = day(year, Number(second), first);
  const american = day(year, Number(first), second);
  return british !== null && american !== null && british !== american ? null : (british ?? american);
}

function fromIso(match: RegExpExecArray): string | null {
  const [, year, month, date, hour, minute, second, zone] = match;
  const written = day(year, Number(month), date);
  if (written === null || hour === undefined || zone === undefined) return written;
  const offset = /^[a-z]/i.test(zone) ? "Z" : zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return instant(`${written}T${hour}:${minute}:${second ?? "00"}${offset}`);
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 50 ? 20 : 19}${year}`;
}

function instant(value: string): string | null {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return null;
  const written = time.toISOString();
  return /^\d{4}-/.test(written) && time.getUTCFullYear() >= FIRST_YEAR ? `${written.slice(0, 19)}Z` : null;
}

function day(year: string | undefined, month: number, date: string | undefined): string | null {
  if (month < 1 || month > 12 || date === undefined || Number(year) < FIRST_YEAR) return null;
  const of = Number.parseInt(date, 10);
  const time = new Date(Date.UTC(Number(year), month - 1, of));
  // 31 April is not a day: the calendar would roll it over.
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === of ? time.toISOString().slice(0, 10) : null;
}
