import type { IndexDatabase } from "./index-database.ts";

/**
 * Ids of the index's articles rise with the day they count from (`publishedAt ?? importedAt`), so that a full-text table,
 * which gives its rows by id, gives the newest first without a look at anything else.
 */
const IDS_PER_DAY = 2 ** 20;
const DAY = 86_400_000;
/** Days from the first day a date can have, 0000-01-01, to 1970-01-01: ids are never negative. */
const EPOCH_DAY = 719_528;

/** A free id for an article of this instant; a day has room for a million articles. */
export function freeArticleId(database: IndexDatabase, instant: string): number {
  const first = (Math.floor(Date.parse(instant) / DAY) + EPOCH_DAY) * IDS_PER_DAY;
  const last = database.get("SELECT max(id) AS last FROM articles WHERE id BETWEEN ? AND ?", first, first + IDS_PER_DAY - 1)?.last;
  return typeof last === "number" ? last + 1 : first;
}

/** The day an article counts from, as a number that rises by one a day. */
export function dayOf(id: number): number {
  return Math.floor(id / IDS_PER_DAY);
}
