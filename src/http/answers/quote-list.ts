import { z } from "zod";
import type { Facet } from "../../article/model/dimensions.ts";
import { QuoteItem } from "../../article/model/items.ts";
import type { Site } from "../../representations/links.ts";
import { type MediaType, quoteList } from "../../representations/table.ts";
import { directed, QUOTE_SORTS } from "../../store/sorts.ts";
import type { Filters, Order, QuotesQuery, Store } from "../../store/store.ts";
import { fieldsOf } from "../requests/fields.ts";
import { order } from "../requests/parameters.ts";
import type { Answer } from "./answer.ts";
import { facetCounts, facetsMember } from "./facets.ts";
import { answerList, listOf } from "./paging.ts";

/** A page of quotes. */
export const QuoteList = listOf("QuoteList", QuoteItem, facetCounts);

/** How every list of quotes is sorted, and what it has of each quote. */
export const quoteOrder = {
  sort: z
    .enum(["published", "length"])
    .optional()
    .meta({
      param: { id: "QuoteSort" },
      description:
        "`published` (the default): by the date of the article, within an article in the order of its text; `length`: by the number of words.",
      examples: ["length"],
    }),
  order,
  fields: fieldsOf(QuoteItem),
};

/**
 * Answers a request for a list of quotes.
 *
 * @param list path with its parameters filled in and the facet it has a value of, validated query, name for downloads
 * @param extra fields the JSON page begins with
 */
export async function answerQuotes(
  { store, site }: { store: Store; site: Site },
  format: MediaType,
  filters: Filters,
  list: {
    path: string;
    inPath?: Facet;
    query: Record<string, unknown> & { sort?: QuotesQuery["sort"] | undefined; order?: Order | undefined; facets?: Facet[] | undefined };
    fileName: string;
  },
  extra = "",
): Promise<Answer> {
  const { sort = "published", order = null, facets } = list.query;
  const counted = await facetsMember(store, format.name === "json" ? facets : undefined, { ...filters, of: "quotes" }, list.inPath);
  return answerList(
    quoteList,
    format,
    { ...list, sort: directed(QUOTE_SORTS[sort], order) },
    (asked) => store.quotes({ ...filters, sort, order, ...asked }),
    { store, site },
    counted + extra,
  );
}
