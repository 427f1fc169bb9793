import { z } from "zod";
import { SORTS } from "../../../store/sorts.ts";
import { nextCursorOf, pageRequest } from "../../answers/paging.ts";
import { articleNamed, speakersFiltered } from "../../named.ts";
import { phrasesOf } from "../../requests/filters.ts";
import { articleSlug, kind, paging, publishedFrom, publishedTo, q, speakers } from "../../requests/parameters.ts";
import { pageText, QuoteFound, quotesFound } from "../items.ts";
import { tool } from "../tool.ts";

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
  input: z.strictObject({ q, speaker: speakers, kind, article: articleSlug.optional(), publishedFrom, publishedTo, ...paging }),
  output: Output,
  async answer(query, served) {
    const { store } = served;
    const { kind, publishedFrom, publishedTo } = query;
    const request = pageRequest("/v1/quotes", query, SORTS.quoted);
    const article = query.article && (await articleNamed(store, query.article));
    const speakers = await speakersFiltered(store, query.speaker);
    const page = await store.quotes({ phrases: phrasesOf(query.q), speakers, kind, article, publishedFrom, publishedTo, ...request });
    const nextCursor = nextCursorOf(page, request);
    const { quotes, text } = await quotesFound(page.items, served);
    return { data: { quotes, total: page.total, nextCursor }, text: pageText("quotes", quotes.length, page.total, text, nextCursor) };
  },
});
