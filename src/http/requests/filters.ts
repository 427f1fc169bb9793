import { QuoteItem } from "../../article/model/items.ts";
import { parseQuery, type Words } from "../../article/words/query.ts";
import { QueryRefused } from "../../article/words/query-tokens.ts";
import { listOf } from "../answers/paging.ts";
import { kind, listing, publishedFrom, publishedTo, q } from "./parameters.ts";
import { invalidParameters, shown } from "./validator.ts";

/** A page of quotes, and the parameters of every list of them. */
export const QuoteList = listOf("QuoteList", QuoteItem, {});
export const quoteFilters = { kind, q, publishedFrom, publishedTo, ...listing };

/**
 * What a query asks for; `undefined` without one, nothing to find for one that holds no letter or digit.
 * @throws HttpProblem `invalid-parameter` for what is not in the query language
 */
export function wordsOf(q: string | undefined): Words | undefined {
  if (q === undefined) return undefined;
  try {
    return parseQuery(q);
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error;
    throw invalidParameters([{ in: "query", name: "q", value: shown(q), message: error.message }]);
  }
}
