const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const MONTH_FIRST = /^(?:[a-z]+\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const DAY_FIRST = /^(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
/** With the month as a word: of "03/04/2020 10:30 GMT" nobody knows the day. */
const WITH_ZONE = /[a-z]{3,9}.{0,20}\b\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:GMT|UTC|Z|[+-]\d{4})$/i;

/**
 * A date as the content model writes it: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SSZ` when the source gives a time with its
 * zone. A time without a zone is no instant, so only its day is kept. "03/04/2020" means two days: no day is read.
 *
 * @returns `null` for what names no single day.
 */
export function toMoment(words: string): string | null {
  const value = words.trim().replace(/\s+/g, " ").slice(0, 80);
  const iso = ISO.exec(value);
  if (iso !== null) return fromIso(iso);
  if (WITH_ZONE.test(value)) return instant(value);
  const monthFirst = MONTH_FIRST.exec(value);
  if (monthFirst !== null) return day(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = DAY_FIRST.exec(value);
  return dayFirst === null ? null : day(dayFirst[3], dayFirst[2], dayFirst[1]);
}

function fromIso(match: RegExpExecArray): string | null {
  const [, year, month, date, hour, minute, second, zone] = match;
  const written = day(year, MONTHS[Number(month) - 1], date);
  if (written === null || hour === undefined || zone === undefined) return written;
  const offset = /^[a-z]/i.test(zone) ? "Z" : zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return instant(`${written}T${hour}:${minute}:${second ?? "00"}${offset}`);
}

function instant(value: string): string | null {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return null;
  const written = time.toISOString();
  return /^\d{4}-/.test(written) ? `${written.slice(0, 19)}Z` : null;
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const index = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase());
  if (index < 0 || year === undefined || date === undefined) return null;
  const time = new Date(Date.UTC(Number(year), index, Number(date)));
  // 31 April is no day: the calendar would roll it over.
  return time.getUTCMonth() === index && time.getUTCDate() === Number(date) ? time.toISOString().slice(0, 10) : null;
}
