import { MAX_APPEARANCES, refOf } from "../../article/model/items.ts";
import { soughtInNames } from "../../article/words/sought.ts";
import { compareBytes, described } from "../rows.ts";
import { directed, SORTS } from "../sorts.ts";
import type { Described, DescriptionsQuery, Filters, Letter, LettersQuery, Page, SpeakersQuery } from "../store.ts";
import { allOf, areFew, type Condition, condition, oneOf, pageOf, rowsBehind } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { onArticles, onQuotes } from "./filters.ts";
import { holding } from "./matching.ts";
import { speakerIdsOf } from "./names.ts";

/** What a row of `speakers` is chosen by. */
type SpeakerFilters = Filters & Pick<SpeakersQuery, "startsWith">;

/** Lists speakers; see `SpeakersQuery`. */
export function listSpeakers(database: IndexDatabase, query: SpeakersQuery): Page {
  const sort = directed(SORTS[query.sort], query.order);
  const { after, limit } = query;
  const own = onSpeakers(database, query);
  const many = [...own, ...quoted(database, query, false)];
  const { sql, values } = allOf([...own, ...quotedToCount(database, query)]);
  const total = database.count(`SELECT count(*) AS n FROM speakers WHERE ${sql}`, ...values);
  const isFew = areFew(total, database.count("SELECT count(*) AS n FROM speakers"));
  const rows = rowsBehind(
    database,
    "SELECT summary, folded, quotes, articles, speaker FROM speakers",
    isFew ? [...own, ...quoted(database, query, true)] : many,
    sort,
    after,
    limit + 1,
    (name) => `${isFew ? "+" : ""}speakers.${name}`,
  );
  return pageOf(rows, limit, total, sort, (shown) => shown.map(({ summary }) => summary as string));
}

/** Counts speakers by first letter and type; see `Store`. */
export function listLetters(database: IndexDatabase, query: LettersQuery): Letter[] {
  const { sql, values } = allOf([...onSpeakers(database, { ...query, startsWith: null }), ...quotedToCount(database, query)]);
  const rows = database.all(
    `SELECT substr(folded, 1, 1) AS letter, type, count(*) AS n FROM speakers WHERE ${sql} GROUP BY letter, type ORDER BY letter, type`,
    ...values,
  );
  return rows.map(({ letter, type, n }) => ({ letter, type, speakerCount: n }) as Letter);
}

/** What must be true of a row of `speakers`, whatever was said. */
function onSpeakers(database: IndexDatabase, query: SpeakerFilters): Condition[] {
  const { speakerTypes, words, speakers, ids, startsWith } = query;
  const own: Condition[] = [];
  // No code point is behind this one.
  if (startsWith !== null) own.push(condition("speakers.folded >= ? AND speakers.folded < ?", startsWith, `${startsWith}\u{10ffff}`));
  if (speakerTypes !== null) own.push(oneOf("speakers.type", speakerTypes));
  if (words !== null) own.push(holding("speakers.id", "speaker_words", soughtInNames(words)));
  for (const asked of [speakers, ids]) if (asked !== null) own.push(oneOf("speakers.speaker", speakerIdsOf(database, asked)));
  return own;
}

/** As `quoted`, for a count of all: what few articles have is counted faster from their side, and what all have hardly slower. */
function quotedToCount(database: IndexDatabase, query: LettersQuery): Condition[] {
  return quoted(database, query, onArticles(database, query).length > 0);
}

/** Ids of the speakers that a list may have, whatever they said; `null` where it may have all. */
export function admittedSpeakers(database: IndexDatabase, query: SpeakerFilters): string[] | null {
  const own = onSpeakers(database, query);
  if (own.length === 0) return null;
  const { sql, values } = allOf(own);
  return database.all(`SELECT speaker FROM speakers WHERE ${sql}`, ...values).map(({ speaker }) => speaker as string);
}

/** How many speakers of a list have each type, those of most first. */
export function countTypes(database: IndexDatabase, query: SpeakerFilters): { type: string; n: number }[] {
  const { sql, values } = allOf([...onSpeakers(database, query), ...quotedToCount(database, query)]);
  const rows = database.all(`SELECT type, count(*) AS n FROM speakers WHERE ${sql} GROUP BY type ORDER BY n DESC, type`, ...values);
  return rows as unknown as { type: string; n: number }[];
}

/** Rows of `speakers` who said a quote that the filters admit. @param few as in `quoting` */
function quoted(database: IndexDatabase, query: Filters, few: boolean): Condition[] {
  const articles = onArticles(database, query);
  const quotes = onQuotes(database, { ...query, speakers: null, speakerTypes: null });
  if (articles.length + quotes.length === 0) return [];
  const { sql, values } = allOf([...articles, ...quotes]);
  const said = quotes.length === 0 ? "" : `JOIN quotes ON quotes.article = appearances.id AND ${OWN_QUOTE}`;
  if (few) {
    const from = articles.length === 0 ? "appearances" : "articles JOIN appearances ON appearances.id = articles.id";
    return [condition(`speakers.speaker IN (SELECT appearances.speaker FROM ${from} ${said} WHERE ${sql})`, ...values)];
  }
  const from = articles.length === 0 ? "appearances" : "appearances CROSS JOIN articles ON articles.id = appearances.id";
  const own = "appearances.speaker = speakers.speaker";
  return [condition(`EXISTS (SELECT 1 FROM ${from} ${said && `CROSS ${said}`} WHERE ${own} AND ${sql})`, ...values)];
}

/** See `packedSpeakers`. */
const OWN_QUOTE = "instr(quotes.speakers, ' ' || appearances.speaker || char(9)) > 0";

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

/** What articles call speakers; see `DescriptionsQuery`. */
export function listDescriptions(database: IndexDatabase, { speakers, articles }: DescriptionsQuery): Described[] {
  const own = "SELECT slug, descriptions FROM appearances WHERE speaker = ?";
  const newest = `SELECT * FROM (${own} ORDER BY sort_published DESC, slug LIMIT ${MAX_APPEARANCES}) WHERE descriptions <> '[]' LIMIT 1`;
  const named = `${own} AND slug IN (SELECT value FROM json_each(?)) AND descriptions <> '[]' ORDER BY slug`;
  return [...new Set(speakers)].sort(compareBytes).flatMap((speaker) => {
    const rows = articles === null ? database.all(newest, speaker) : database.all(named, speaker, JSON.stringify(articles));
    return rows.map((row) => described(speaker, row.slug as string, JSON.parse(row.descriptions as string)));
  });
}
