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

/** Speakers of a quote as a column holds them: each as its id, a tab, its type, and a space around it; neither holds white space. */
export function packedSpeakers(speakers: { id: string; type: string }[]): string {
  return ` ${speakers.map(({ id, type }) => `${id}\t${type}`).join(" ")} `;
}

/** Rows of `quotes` with a speaker who is one of these and of one of these types; `null` admits any. */
export function saidBy(speakers: string[] | null, types: readonly string[] | null): Condition {
  const beginnings = speakers?.map((id) => ` ${id}\t`) ?? [""];
  const ends = types?.map((type) => `${speakers === null ? "\t" : ""}${type} `) ?? [""];
  const wanted = beginnings.flatMap((beginning) => ends.map((end) => beginning + end));
  if (wanted.length === 1) return condition("instr(quotes.speakers, ?) > 0", wanted[0] as string);
  return condition("EXISTS (SELECT 1 FROM json_each(?) AS wanted WHERE instr(quotes.speakers, wanted.value) > 0)", JSON.stringify(wanted));
}
