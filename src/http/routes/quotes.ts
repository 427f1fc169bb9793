import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { QuoteItem } from "../../article/model/items.ts";
import { addressedQuoteItem } from "../../representations/addressed.ts";
import { type MediaType, quoteFormats, quoteList } from "../../representations/table.ts";
import { SORTS } from "../../store/sorts.ts";
import { renderAs, withSchemas } from "../answers/formats.ts";
import { answerList } from "../answers/paging.ts";
import { answerFound, presentArticle, quoteNotFound, quoteRemoved } from "../lookup.ts";
import { articleNamed, speakersFiltered } from "../named.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { phrasesOf, QuoteList, quoteFilters } from "../requests/filters.ts";
import { articleSlug, inPath, speakers } from "../requests/parameters.ts";

/** Operations on the quotes of all articles. */
export async function quoteRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site, cache } = given;
  const renderQuote = async (json: string, format: MediaType): Promise<string> => {
    const quote = JSON.parse(json) as QuoteItem;
    if (format.name === "json") return JSON.stringify(addressedQuoteItem(quote, site));
    const article = await presentArticle(store, quote.article.slug);
    // It may have been withdrawn since the quote was read.
    if (article === null) throw quoteNotFound(quote.id);
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
      query: z.strictObject({
        speaker: speakers,
        article: articleSlug.optional().meta({ description: "Slug of the article they are in.", examples: [EXAMPLE.slug] }),
        ...quoteFilters,
      }),
      answers: "One page of quotes.",
      formats: withSchemas(quoteList.formats, QuoteList),
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found", "speaker-not-found"],
      pages: true,
      async answer({ query, format }) {
        const { kind, publishedFrom, publishedTo } = query;
        const article = query.article && (await articleNamed(store, query.article));
        const speakers = await speakersFiltered(store, query.speaker);
        const filters = { phrases: phrasesOf(query.q), speakers, kind, article, publishedFrom, publishedTo };
        const list = { path: "/v1/quotes", query, sort: SORTS.quoted, fileName: "quotes" };
        return answerList(quoteList, format, list, (limit, after) => store.quotes({ ...filters, limit, after }), given);
      },
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
      formats: withSchemas(quoteFormats, QuoteItem),
      problems: ["invalid-parameter", "quote-not-found", "quote-removed"],
      redirects: true,
      async answer({ params, format }) {
        const found = await store.quote(params.id);
        const missing = found.state === "removed" ? quoteRemoved(params.id) : quoteNotFound(params.id);
        return answerFound(
          found,
          missing,
          (id) => `/v1/quotes/${id}`,
          async (json) => {
            return { body: await renderQuote(json, format), fileName: `quote-${params.id}` };
          },
        );
      },
    }),
  ]);
}
