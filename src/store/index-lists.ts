import { NOBODY } from "./entry.ts";
import { type IndexDatabase, page, Where } from "./index-database.ts";
import type { ArticlesQuery, Page, QuotesQuery, SpeakersQuery } from "./store.ts";

export function listArticles(database: IndexDatabase, query: ArticlesQuery): Page {
  const where = new Where();
  const sort = query.sort === "updated" ? "sort_updated" : "sort_published";
  where.published(query.publishedFrom, query.publishedTo);
  if (query.language !== null) where.language(query.language);
  if (query.speaker !== null) where.add("slug IN (SELECT slug FROM appearances WHERE speaker = ?)", speakerIdOf(database, query.speaker));
  if (query.phrases !== null) where.words("article_words", query.phrases);
  const total = database.count(`SELECT count(*) AS n FROM articles ${where.sql}`, ...where.values);
  if (query.after !== null) where.after([`${sort} DESC`, "slug"], query.after);
  const rows = database.all(
    `SELECT summary, ${sort} AS sort, slug FROM articles ${where.sql} ORDER BY ${sort} DESC, slug LIMIT ?`,
    ...where.values,
    query.limit + 1,
  );
  return page(rows, query.limit, total, "summary", ["sort", "slug"]);
}

export function listQuotes(database: IndexDatabase, query: QuotesQuery): Page {
  const where = new Where();
  where.published(query.publishedFrom, query.publishedTo);
  if (query.kind !== null) where.add("kind = ?", query.kind);
  if (query.article !== null) where.add("slug = ?", slugOf(database, query.article));
  if (query.phrases !== null) where.words("quote_words", query.phrases);
  if (query.speakers !== null) where.speakers(speakerIdsOf(database, query.speakers));
  const total = database.count(`SELECT count(*) AS n FROM quotes ${where.sql}`, ...where.values);
  if (query.after !== null) where.after(["sort_published DESC", "slug", "place"], query.after);
  const rows = database.all(
    `SELECT item, sort_published, slug, place FROM quotes ${where.sql} ORDER BY sort_published DESC, slug, place LIMIT ?`,
    ...where.values,
    query.limit + 1,
  );
  return page(rows, query.limit, total, "item", ["sort_published", "slug", "place"]);
}

export function listSpeakers(database: IndexDatabase, query: SpeakersQuery): Page {
  const where = new Where();
  if (query.type !== null) where.add("type = ?", query.type);
  if (query.phrases !== null) where.words("speaker_words", query.phrases);
  const total = database.count(`SELECT count(*) AS n FROM speakers ${where.sql}`, ...where.values);
  const order = query.sort === "quotes" ? ["quotes DESC", "speaker"] : ["folded", "speaker"];
  if (query.after !== null) where.after(order, query.after);
  const rows = database.all(
    `SELECT summary, folded, quotes, speaker FROM speakers ${where.sql} ORDER BY ${order.join(", ")} LIMIT ?`,
    ...where.values,
    query.limit + 1,
  );
  return page(rows, query.limit, total, "summary", query.sort === "quotes" ? ["quotes", "speaker"] : ["folded", "speaker"]);
}

/** The id of a speaker who may be asked for by a merged one. */
function speakerIdOf(database: IndexDatabase, id: string): string {
  return (database.get("SELECT speaker FROM speaker_aliases WHERE alias = ?", id)?.speaker as string | undefined) ?? id;
}

/** Ids as `quote_speakers` holds them; `null` is nobody. */
export function speakerIdsOf(database: IndexDatabase, ids: (string | null)[]): string[] {
  return ids.map((id) => (id === null ? NOBODY : speakerIdOf(database, id)));
}

/** The slug of an article that may be asked for by an old one. */
export function slugOf(database: IndexDatabase, slug: string): string {
  return (database.get("SELECT slug FROM article_aliases WHERE alias = ?", slug)?.slug as string | undefined) ?? slug;
}
