import { NOBODY } from "../rows.ts";
import type { IndexDatabase } from "./database.ts";

/** Ids hold no white space, so nobody has this one. */
const UNKNOWN = " ";

/** The id of a speaker who may be asked for by a merged one. */
export function speakerIdOf(database: IndexDatabase, id: string): string {
  return (database.get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id)?.speaker as string | undefined) ?? (id || UNKNOWN);
}

/** Ids as rows of quotes hold them; `null` is nobody. */
export function speakerIdsOf(database: IndexDatabase, ids: (string | null)[]): string[] {
  return [...new Set(ids.map((id) => (id === null ? NOBODY : speakerIdOf(database, id))))];
}

/** The slug of an article that may be asked for by an old one. */
export function slugOf(database: IndexDatabase, slug: string): string {
  return (database.get("SELECT slug FROM article_aliases WHERE alias = ?", slug)?.slug as string | undefined) ?? slug;
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
