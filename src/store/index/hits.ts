import type { SearchScope } from "../../article/words/search-hit.ts";
import type { Filters } from "../store.ts";
import { allOf, type Condition, condition, matchAll } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { onArticles, onQuotes, quoting, withIds } from "./filters.ts";
import { ARTICLE_OF_QUOTE, PLACE_OF_QUOTE } from "./quote-places.ts";

/** What articles are looked for by; see `SearchQuery`. */
export type Sought = Omit<Filters, "phrases"> & {
  in: SearchScope;
  /** For each phrase, the phrases any of which answers it. */
  phrases: string[][][];
};

/** Columns of `article_words` that hold the whole text, in reading order. */
const TEXT = "{headline body}";

/** An FTS5 query for `article_words`: the text holds all phrases, each inside one block. */
export function inText(phrases: string[][][]): string {
  return `${TEXT} : (${matchAll(phrases)})`;
}

/** An FTS5 query for `article_words`: the headline holds all phrases. */
export function inHeadline(phrases: string[][][]): string {
  return `headline : (${matchAll(phrases)})`;
}

/**
 * Fills the table `hits` with the ids of the articles that hold all phrases where they are looked for and pass the filters.
 *
 * Where phrases stand is for FTS5 to say, exactly: columns hold words in the order of the text, a break between what no
 * phrase may match across. A phrase may begin in a quote and end in its narration, so `body` has both; `narration` has the
 * runs outside quotes once more, and `quote_words` a row for each quote, since all phrases must be in one.
 *
 * @returns how many there are
 */
export function findHits(database: IndexDatabase, sought: Sought): number {
  database.run("DELETE FROM hits");
  if (sought.phrases.length === 0) return 0;
  const filters = [...onArticles(database, sought), ...withIds(database, sought)];
  const { changes } = sought.in === "quotes" ? hitsInQuotes(database, sought, filters) : hitsInText(database, sought, filters);
  return Number(changes);
}

function hitsInText(database: IndexDatabase, sought: Sought, filters: Condition[]) {
  const match = sought.in === "all" ? inText(sought.phrases) : `narration : (${matchAll(sought.phrases)})`;
  const where = [...filters, ...quoting(database, sought, false)];
  const { sql, values } = allOf([condition("article_words MATCH ?", match), ...where]);
  const articles = where.length === 0 ? "" : "CROSS JOIN articles ON articles.id = article_words.rowid";
  return database.run(`INSERT INTO hits SELECT article_words.rowid FROM article_words ${articles} WHERE ${sql}`, ...values);
}

function hitsInQuotes(database: IndexDatabase, sought: Sought, filters: Condition[]) {
  const saying = onQuotes(database, sought);
  const { sql, values } = allOf([condition("quote_words MATCH ?", matchAll(sought.phrases)), ...saying, ...filters]);
  const articles = filters.length === 0 ? "" : `CROSS JOIN articles ON articles.id = ${ARTICLE_OF_QUOTE}`;
  const quotes =
    saying.length === 0 ? "" : `CROSS JOIN quotes ON quotes.article = ${ARTICLE_OF_QUOTE} AND quotes.place = ${PLACE_OF_QUOTE}`;
  return database.run(
    `INSERT OR IGNORE INTO hits SELECT ${ARTICLE_OF_QUOTE} FROM quote_words ${articles} ${quotes} WHERE ${sql}`,
    ...values,
  );
}
