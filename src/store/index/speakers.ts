import { MAX_APPEARANCES, refOf } from "../../article/model/items.ts";
import { SORTS } from "../sorts.ts";
import type { Page, SpeakersQuery } from "../store.ts";
import { allOf, type Condition, condition, holding, pageOf, rowsBehind } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";

/** Lists speakers; see `SpeakersQuery`. */
export function listSpeakers(database: IndexDatabase, { phrases, type, sort, after, limit }: SpeakersQuery): Page {
  const filters: Condition[] = [];
  if (type !== null) filters.push(condition("type = ?", type));
  if (phrases !== null) filters.push(holding("id", "speaker_words", phrases));
  const { sql, values } = allOf(filters);
  const total = database.count(`SELECT count(*) AS n FROM speakers WHERE ${sql}`, ...values);
  const rows = rowsBehind(database, "SELECT summary, folded, quotes, speaker FROM speakers", filters, SORTS[sort], after, limit + 1);
  return pageOf(rows, limit, total, SORTS[sort], (shown) => shown.map(({ summary }) => summary as string));
}

/** JSON of a speaker as lists have it; `null` when there is none. */
export function readSummary(database: IndexDatabase, id: string): string | null {
  return (database.get("SELECT summary FROM speakers WHERE speaker = ?", id)?.summary as string | undefined) ?? null;
}

/** JSON of the profile of a speaker; `null` when there is none. */
export function readSpeaker(database: IndexDatabase, id: string): string | null {
  const own = readSummary(database, id);
  if (own === null) return null;
  const appearances = database
    .all(
      `SELECT documents.summary, descriptions, quotes FROM appearances CROSS JOIN documents ON documents.id = appearances.id
       WHERE speaker = ? ORDER BY sort_published DESC, slug LIMIT ${MAX_APPEARANCES}`,
      id,
    )
    .map(({ summary, descriptions, quotes }) => ({
      article: refOf(JSON.parse(summary as string)),
      quoteCount: quotes,
      descriptions: JSON.parse(descriptions as string),
    }));
  return JSON.stringify({ ...JSON.parse(own), appearances });
}
