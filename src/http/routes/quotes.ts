import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { QuoteItem } from "../../article/model/items.ts";
import { QuoteRevision, quoteRevisions, revisionsOf } from "../../article/model/revisions.ts";
import { addressedQuoteItem } from "../../representations/addressed.ts";
import { type MediaType, quoteFormats, quoteList } from "../../representations/table.ts";
import { facets } from "../answers/facets.ts";
import { renderAs, withSchemas } from "../answers/formats.ts";
import { answerQuotes, QuoteList, quoteOrder } from "../answers/quote-list.ts";
import { answerQuote, presentArticle, quoteNotFound } from "../lookup.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { inPath, listing } from "../requests/parameters.ts";

const QuoteDetail = QuoteItem.extend({
  revisions: z.array(QuoteRevision).meta({ description: "When it stood in the article and how, the present text first." }),
}).meta({ id: "QuoteDetail", description: "A quote with its article, the text around it, and its history." });

/** Operations on the quotes of all articles. */
export async function quoteRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site, cache } = given;
  const renderQuote = async (json: string, format: MediaType): Promise<string> => {
    const quote = JSON.parse(json) as QuoteItem;
    const article = await presentArticle(store, quote.article.slug);
    // It may have been withdrawn since the quote was read.
    if (article === null) throw quoteNotFound(quote.id);
    if (format.name === "json") {
      const revisions = quoteRevisions(quote, revisionsOf(article, await store.revisions(article.slug)));
      return JSON.stringify({ ...addressedQuoteItem(quote, site), revisions });
    }
    return renderAs(quoteFormats, format, { quote, article }, site);
  };
  registerOperations(app, { cache, site }, [
    operation({
      path: "/v1/quotes",
      id: "listQuotes",
      tag: "Quotes",
      summary: "List quotes",
      description:
        "Quotes of all articles, those of the newest article first, within an article in the order of the text. Use it to collect what was said, by speaker, kind, words or date; NDJSON and CSV return a whole selection at once.",
      params: z.object({}),
      query: z.strictObject({ ...filters, ...quoteOrder, facets, ...listing }),
      answers: "One page of quotes.",
      formats: withSchemas(quoteList.formats, QuoteList),
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      pages: true,
      answer: async ({ query, format }) =>
        answerQuotes(given, format, await filtersOf(store, query), { path: "/v1/quotes", query, fileName: "quotes" }),
    }),
    operation({
      path: "/v1/quotes/{id}",
      id: "getQuote",
      tag: "Quotes",
      summary: "Get a quote",
      description:
        "One quote with its exact place, who said it, how the reporter says so, its article and the text around it. Use it to show or to cite a quote. Other representations are for reading, for schema.org (JSON-LD) and for annotation tools (W3C Web Annotation).",
      params: z.object({ id: inPath.quote }),
      query: z.strictObject({}),
      answers: "The quote.",
      formats: withSchemas(quoteFormats, QuoteDetail),
      problems: ["invalid-parameter", "quote-not-found", "article-withdrawn", "quote-removed"],
      redirects: true,
      answer: ({ params, format }) =>
        answerQuote(
          given,
          params.id,
          (id) => `/v1/quotes/${id}`,
          async (json) => ({ body: await renderQuote(json, format), fileName: `quote-${params.id}` }),
        ),
    }),
  ]);
}
