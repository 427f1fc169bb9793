import type { SearchScope } from "../../article/words/search-hit.ts";
import type { Pattern, Sought } from "../../article/words/sought.ts";
import type { Filters } from "../store.ts";
import { allOf, type Condition, condition } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { onArticles, onQuotes, quoting, withIds } from "./filters.ts";
import { matchingAll, matchingSought } from "./matching.ts";
import { ARTICLE_OF_QUOTE, PLACE_OF_QUOTE } from "./quote-places.ts";

/** What articles are looked for by; see `SearchQuery`. */
export type Search = Omit<Filters, "words"> & {
  in: SearchScope;
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
 * Fills the table `hits` with the ids of the articles that have what is sought where it is looked for and pass the filters.
 *
 * Where phrases stand is for FTS5 to say, exactly: columns hold words in the order of the text, a break between what no
 * phrase may match across. A phrase may begin in a quote and end in its narration, so `body` has both; `narration` has the
 * runs outside quotes once more, and `quote_words` a row for each quote, since one quote must have it all.
 *
 * @returns how many there are
 */
export function findHits(database: IndexDatabase, search: Search): number {
  database.run("DELETE FROM hits");
  if (search.words.exact.all.length === 0) return 0;
  const filters = [...onArticles(database, search), ...withIds(database, search)];
  const { changes } = search.in === "quotes" ? hitsInQuotes(database, search, filters) : hitsInText(database, search, filters);
  return Number(changes);
}

function hitsInText(database: IndexDatabase, search: Search, filters: Condition[]) {
  const match = search.in === "all" ? inText(matchingSought(search.words)) : `narration : (${matchingSought(search.words)})`;
  const where = [...filters, ...quoting(database, search, false)];
  const { sql, values } = allOf([condition("article_words MATCH ?", match), ...where]);
  const articles = where.length === 0 ? "" : "CROSS JOIN articles ON articles.id = article_words.rowid";
  return database.run(`INSERT INTO hits SELECT article_words.rowid FROM article_words ${articles} WHERE ${sql}`, ...values);
}

function hitsInQuotes(database: IndexDatabase, search: Search, filters: Condition[]) {
  const saying = onQuotes(database, search);
  const { sql, values } = allOf([condition("quote_words MATCH ?", matchingSought(search.words)), ...saying, ...filters]);
  const articles = filters.length === 0 ? "" : `CROSS JOIN articles ON articles.id = ${ARTICLE_OF_QUOTE}`;
  const quotes =
    saying.length === 0 ? "" : `CROSS JOIN quotes ON quotes.article = ${ARTICLE_OF_QUOTE} AND quotes.place = ${PLACE_OF_QUOTE}`;
  return database.run(
    `INSERT OR IGNORE INTO hits SELECT ${ARTICLE_OF_QUOTE} FROM quote_words ${articles} ${quotes} WHERE ${sql}`,
    ...values,
  );
}
