import { type Condition, condition } from "./conditions.ts";

/** Rows of `quote_words` have one number for article and place: room for a million quotes in one article. */
const QUOTES_PER_ARTICLE = 2 ** 20;

/** The rowid in `quote_words` of the quote at a place (from 0) of an article. */
export function quoteRowid(article: number, place: number): number {
  return article * QUOTES_PER_ARTICLE + place;
}

/** In SQL: the article of a row of `quote_words`, and the quote's place in it. */
export const ARTICLE_OF_QUOTE = `quote_words.rowid / ${QUOTES_PER_ARTICLE}`;
export const PLACE_OF_QUOTE = `quote_words.rowid % ${QUOTES_PER_ARTICLE}`;

/** The same number, of a row of `quotes`. */
export const ROWID_OF_QUOTE = `(quotes.article * ${QUOTES_PER_ARTICLE} + quotes.place)`;

/** Ids of speakers as a column holds them: with a space around each, so that one can be found in it. */
export function spacedIds(ids: string[]): string {
  return ` ${ids.join(" ")} `;
}

/** Rows of `quotes` by one of these speakers. */
export function saidBy(speakers: string[]): Condition {
  const any = speakers.map(() => "instr(quotes.speakers, ?) > 0").join(" OR ");
  return condition(`(${any || "false"})`, ...speakers.map((id) => spacedIds([id])));
}
