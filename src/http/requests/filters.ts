import { QuoteItem } from "../../article/model/items.ts";
import { parseQuery } from "../../article/words/query.ts";
import { listOf } from "../answers/paging.ts";
import { fieldsOf } from "./fields.ts";
import { kind, listing, publishedFrom, publishedTo, q } from "./parameters.ts";

/** A page of quotes, and the parameters of every list of them. */
export const QuoteList = listOf("QuoteList", QuoteItem, {});
export const quoteFilters = { kind, q, publishedFrom, publishedTo, fields: fieldsOf(QuoteItem), ...listing };

/** The phrases of a query's words; `undefined` without words, an empty list for words that hold no letter or digit. */
export function phrasesOf(q: string | undefined): string[][] | undefined {
  return q === undefined ? undefined : parseQuery(q);
}
