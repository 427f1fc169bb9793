import { z } from "zod";
import { directed, QUOTE_SORTS } from "../../../store/sorts.ts";
import { nextCursorOf, pageRequest } from "../../answers/paging.ts";
import { quoteOrder } from "../../answers/quote-list.ts";
import { filtersOf } from "../../requests/filters.ts";
import { paging } from "../../requests/parameters.ts";
import { pageText, QuoteFound, quotesFound } from "../items.ts";
import { tool } from "../tool.ts";
import { toolFilters } from "./filters.ts";

// An answer has all of a quote: what its schema requires, and its text names.
const { sort, order } = quoteOrder;

const DESCRIPTION =
  "Finds quotes in the archive by words, speaker, kind, article or date, those of the newest article first: what somebody said, who spoke about something, everything said in one article. A speaker is given by id, name or alias; a name nobody has comes back with near ones. To check whether given words were said, use verify_quote.";

const Output = z.object({
  quotes: z.array(QuoteFound),
  total: z.int().meta({ description: "Quotes found in all." }),
  nextCursor: z.string().nullable().meta({ description: "Give it as `cursor`, with the same arguments, for those that follow." }),
});

export const searchQuotes = tool({
  name: "search_quotes",
  title: "Search quotes",
  description: DESCRIPTION,
  input: z.strictObject({ ...toolFilters, sort, order, ...paging }),
  output: Output,
  async answer(query, served) {
    const { store } = served;
    const { sort = "published", order = null } = query;
    const request = pageRequest("/v1/quotes", query, directed(QUOTE_SORTS[sort], order));
    const page = await store.quotes({ ...(await filtersOf(store, query)), sort, order, ...request });
    const nextCursor = nextCursorOf(page, request);
    const { quotes, text } = await quotesFound(page.items, served);
    return { data: { quotes, total: page.total, nextCursor }, text: pageText("quotes", quotes.length, page.total, text, nextCursor) };
  },
});
