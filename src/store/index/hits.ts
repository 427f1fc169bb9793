import type { Pattern, Sought } from "../../article/words/sought.ts";
import type { SearchQuery } from "../store.ts";
import { allOf, type Condition, condition, oneOf, published } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { matchingAll, matchingSought } from "./matching.ts";
import { languagesIn, slugOf, speakerIdsOf } from "./names.ts";
import { ARTICLE_OF_QUOTE, PLACE_OF_QUOTE, saidBy } from "./quote-places.ts";

/** What articles are looked for by; see `SearchQuery`. */
export type Search = Pick<SearchQuery, "in" | "speakers" | "kind" | "language" | "article" | "publishedFrom" | "publishedTo"> & {
  words: Sought;
};

/** Columns of `article_words` that hold the whole text, in reading order. */
const TEXT = "{headline body}";

/** Makes an FTS5 query for `article_words` one for texts: each phrase inside one block. */
export function inText(match: string): string {
  return `${TEXT} : (${match})`;
}

/** An FTS5 query for `article_words`: the headline has one pattern of each list. */
export function inHeadline(all: Pattern[][]): string {
  return `headline : (${matchingAll(all)})`;
}

/**
 * Fills the table `hits` with the ids of the articles that have the patterns where they are looked for and pass the filters.
 *
 * Where phrases stand is for FTS5 to say, exactly: columns hold words in the order of the text, a break between what no
 * phrase may match across. A phrase may begin in a quote and end in its narration, so `body` has both; `narration` has the
 * runs outside quotes once more, and `quote_words` a row for each quote, since one quote must have them all.
 *
 * @returns how many there are
 */
export function findHits(database: IndexDatabase, search: Search): number {
  database.run("DELETE FROM hits");
  if (search.words.exact.all.length === 0) return 0;
  const filters = filtersOf(database, search);
  const { changes } = search.in === "quotes" ? hitsInQuotes(database, search, filters) : hitsInText(database, search, filters);
  return Number(changes);
}

function hitsInText(database: IndexDatabase, { in: scope, words, speakers, kind }: Search, filters: Condition[]) {
  const match = scope === "all" ? inText(matchingSought(words)) : `narration : (${matchingSought(words)})`;
  const saying: Condition[] = [];
  if (kind !== null) saying.push(condition("kind = ?", kind));
  if (speakers !== null) {
    const ids = speakerIdsOf(database, speakers);
    if (kind !== null) saying.push(saidBy(ids));
    const by = oneOf("speaker", ids);
    filters.push(condition(`articles.id IN (SELECT id FROM appearances WHERE ${by.sql})`, ...by.values));
  }
  if (saying.length > 0) {
    const { sql, values } = allOf(saying);
    filters.push(condition(`EXISTS (SELECT 1 FROM quotes WHERE quotes.article = articles.id AND ${sql})`, ...values));
  }
  const { sql, values } = allOf([condition("article_words MATCH ?", match), ...filters]);
  const articles = filters.length === 0 ? "" : "CROSS JOIN articles ON articles.id = article_words.rowid";
  return database.run(`INSERT INTO hits SELECT article_words.rowid FROM article_words ${articles} WHERE ${sql}`, ...values);
}

function hitsInQuotes(database: IndexDatabase, { words, speakers, kind }: Search, filters: Condition[]) {
  const saying: Condition[] = [];
  if (kind !== null) saying.push(condition("quotes.kind = ?", kind));
  if (speakers !== null) saying.push(saidBy(speakerIdsOf(database, speakers)));
  const { sql, values } = allOf([condition("quote_words MATCH ?", matchingSought(words)), ...saying, ...filters]);
  const articles = filters.length === 0 ? "" : `CROSS JOIN articles ON articles.id = ${ARTICLE_OF_QUOTE}`;
  const quotes =
    saying.length === 0 ? "" : `CROSS JOIN quotes ON quotes.article = ${ARTICLE_OF_QUOTE} AND quotes.place = ${PLACE_OF_QUOTE}`;
  return database.run(
    `INSERT OR IGNORE INTO hits SELECT ${ARTICLE_OF_QUOTE} FROM quote_words ${articles} ${quotes} WHERE ${sql}`,
    ...values,
  );
}

function filtersOf(database: IndexDatabase, { publishedFrom, publishedTo, language, article }: Search): Condition[] {
  const filters = published(publishedFrom, publishedTo);
  if (language !== null) filters.push(oneOf("articles.language", languagesIn(database, language)));
  if (article !== null) filters.push(condition("articles.slug = ?", slugOf(database, article)));
  return filters;
}
