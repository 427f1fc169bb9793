/** Milliseconds of a Retry-After: seconds, or a date (RFC 9110, section 10.2.3). @returns `null` for none or another text */
export function waitAsked(field: string | null | undefined, now: number): number | null {
  if (field === undefined || field === null) return null;
  if (/^\d{1,9}$/.test(field)) return Number(field) * 1000;
  const date = Date.parse(field);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
