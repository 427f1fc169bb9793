import { z } from "zod";
import { QuoteItem } from "../../article/model/items.ts";
import type { Article, QuoteKind } from "../../article/model/schema.ts";
import { parseQuery } from "../../article/words/query.ts";
import type { Site } from "../../representations/links.ts";
import { quoteFormats, quoteListFormats } from "../../representations/table.ts";
import type { ListQuery, QuotesQuery, Store } from "../../store/store.ts";
import { renderAs, withSchemas } from "../answers/formats.ts";
import type { Format } from "../answers/negotiation.ts";
import { answerList, listOf } from "../answers/paging.ts";
import { quoteNotFound, quoteRemoved } from "../not-found.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { type Operation, operation } from "../operation.ts";
import { articleSlug, inPath, kind, paging, publishedFrom, publishedTo, q, speakers } from "../requests/parameters.ts";

export const QuoteList = listOf("QuoteList", QuoteItem, {});

export const quoteFilters = { kind, q, publishedFrom, publishedTo, ...paging };

/** Types of the sort columns of a list of quotes. */
export const QUOTE_KEY = ["string", "string", "number"] as const;

/** A list request's filters as the store takes them. */
export function quotesQuery(
  query: {
    q?: string | undefined;
    speaker?: string[] | undefined;
    kind?: QuoteKind | undefined;
    article?: string | undefined;
    publishedFrom?: string | undefined;
    publishedTo?: string | undefined;
  },
  { limit, after }: ListQuery,
): QuotesQuery {
  return {
    phrases: query.q === undefined ? null : parseQuery(query.q),
    speakers: query.speaker?.map((id) => (id === "none" ? null : id)) ?? null,
    kind: query.kind ?? null,
    article: query.article ?? null,
    publishedFrom: query.publishedFrom ?? null,
    publishedTo: query.publishedTo ?? null,
    limit,
    after,
  };
}

/** Operations on the quotes of all articles. */
export function quoteOperations(store: Store, site: Site): Operation[] {
  const renderQuote = async (json: string, format: Format): Promise<string> => {
    if (format.name === "json") return json;
    const quote = JSON.parse(json) as QuoteItem;
    const article = await store.article(quote.article.slug);
    // It may have gone since the quote was read.
    if (article.state !== "found") throw quoteNotFound(quote.id);
    return renderAs(quoteFormats, format, { quote, article: JSON.parse(article.json) as Article }, site);
  };
  return [
    operation({
      path: "/v1/quotes",
      id: "listQuotes",
      tag: "Quotes",
      summary: "List quotes",
      description:
        "Quotes of all articles, those of the newest article first, within an article in the order of the text. Use it to collect what was said, by speaker, kind, words or date; NDJSON and CSV give a whole selection at once.",
      params: z.object({}),
      query: z.strictObject({
        speaker: speakers,
        article: articleSlug.optional().meta({ description: "Slug of the article they stand in.", examples: [EXAMPLE.slug] }),
        ...quoteFilters,
      }),
      answers: "One page of quotes.",
      formats: withSchemas(quoteListFormats, QuoteList),
      problems: ["invalid-parameter", "invalid-cursor"],
      pages: true,
      answer: ({ query, format }) =>
        answerList(quoteListFormats, format, { path: "/v1/quotes", query, key: QUOTE_KEY, fileName: "quotes" }, (limit, after) =>
          store.quotes(quotesQuery(query, { limit, after })),
        ),
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
        if (found.state === "found") return { body: await renderQuote(found.json, format), fileName: `quote-${params.id}` };
        if (found.state === "moved") return { redirect: `/v1/quotes/${encodeURIComponent(found.to)}` };
        if (found.state === "removed") throw quoteRemoved(params.id);
        throw quoteNotFound(params.id);
      },
    }),
  ];
}
