import { toMoment } from "./moment.ts";

const LABEL =
  /^(?:(?<published>(?:first |originally )?(?:published|posted|issued|date))|(?<updated>(?:last )?(?:updated|modified|revised)))(?: (?:on|at))?\s*[:–—-]?\s*/iu;
const DATE =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?<date>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4})(?:[\s,|–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*\(?[A-Z]{0,4}\)?)?\.?$/iu;

/**
 * Reads a block that is a date and nothing else, with or without "Published" or "Updated".
 *
 * @returns what the date is of, and the moment; `null` when the block is something else.
 */
export function readDateLine(text: string): { field: "publishedAt" | "updatedAt"; moment: string } | null {
  if (text.length > 90) return null;
  const label = LABEL.exec(text);
  const date = DATE.exec(text.slice(label?.[0].length ?? 0))?.groups?.date;
  const moment = date === undefined ? null : toMoment(date);
  return moment === null ? null : { field: label?.groups?.updated === undefined ? "publishedAt" : "updatedAt", moment };
}
