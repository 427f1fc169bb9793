import { NOBODY } from "../rows.ts";
import type { NamesQuery } from "../store.ts";
import type { IndexDatabase } from "./database.ts";

/** Ids hold no white space, so nobody has this one. */
const UNKNOWN = " ";

/** The id of a speaker who may be asked for by a merged one. */
function speakerIdOf(database: IndexDatabase, id: string): string {
  return (database.get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id)?.speaker as string | undefined) ?? (id || UNKNOWN);
}

/** Ids as rows of quotes hold them; `null` is nobody. */
export function speakerIdsOf(database: IndexDatabase, ids: (string | null)[]): string[] {
  return [...new Set(ids.map((id) => (id === null ? NOBODY : speakerIdOf(database, id))))];
}

/** Ids of speakers and those that were merged into them since: earlier revisions name them by the ids of their time. */
export function formerIdsOf(database: IndexDatabase, ids: string[]): string[] {
  return speakerIdsOf(database, ids).flatMap((id) => [
    id,
    ...database.all("SELECT alias FROM speaker_aliases WHERE speaker = ?", id).map(({ alias }) => alias as string),
  ]);
}

/** The slug of an article that may be asked for by an old one. */
export function slugOf(database: IndexDatabase, slug: string): string {
  return (database.get("SELECT slug FROM article_aliases WHERE alias = ?", slug)?.slug as string | undefined) ?? slug;
}

export function slugsOf(database: IndexDatabase, slugs: string[]): string[] {
  return [...new Set(slugs.map((slug) => slugOf(database, slug)))];
}

/** The ids of quotes that may be asked for by old ones. */
export function quoteIdsOf(database: IndexDatabase, ids: string[]): string[] {
  const present = (id: string) => database.get("SELECT quote FROM quote_aliases WHERE alias = ?", id)?.quote as string | null | undefined;
  return [...new Set(ids.map((id) => present(id) ?? id))];
}

/** Names of publishers or of credits; see `NamesQuery`. */
export function listNames(database: IndexDatabase, { of, words, limit }: NamesQuery): string[] {
  const rows = database.all(
    `SELECT name FROM (
       SELECT folded, name, sum(count(*)) OVER (PARTITION BY folded) AS articles,
         row_number() OVER (PARTITION BY folded ORDER BY count(*) DESC, name) AS spelling
       FROM names WHERE field = ? AND instr(' ' || folded, ?) > 0 GROUP BY folded, name)
     WHERE spelling = 1 ORDER BY articles DESC, folded LIMIT ?`,
    of,
    ` ${words}`,
    limit,
  );
  return rows.map(({ name }) => name as string);
}

/** Whether an article has a name; see `Store`. */
export function hasName(database: IndexDatabase, of: NamesQuery["of"], folded: string): boolean {
  return database.get("SELECT 1 FROM names WHERE field = ? AND folded = ? LIMIT 1", of, folded) !== undefined;
}

/** The languages that a range admits: `en` admits `en-gb` (RFC 4647, basic filtering). */
export function languagesIn(database: IndexDatabase, range: string): string[] {
  const asked = range.toLowerCase();
  const languages: string[] = [];
  // A full stop is the next character behind a hyphen. One look into the index for each language, however many articles have it.
  const first = "SELECT min(language) AS language FROM articles WHERE language";
  for (let next = database.get(`${first} BETWEEN ? AND ?`, asked, `${asked}.`)?.language; typeof next === "string"; ) {
    if (next === asked || next.startsWith(`${asked}-`)) languages.push(next);
    next = database.get(`${first} > ? AND language < ?`, next, `${asked}.`)?.language;
  }
  return languages;
}
