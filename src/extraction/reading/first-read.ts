/** What the first of several values is read as, those that cannot be read passed over; `null` when none can. */
export function firstRead<T>(candidates: (string | null)[], read: (value: string) => T | null | undefined): T | null {
  for (const candidate of candidates) {
    const value = candidate === null ? null : read(candidate);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}
