import { z } from "zod";
import { parseQuery } from "../../article/words/query.ts";
import { SearchFacets, SearchHit, SearchScope } from "../../article/words/search-hit.ts";
import type { Store } from "../../store/store.ts";
import { JSON_FORMAT } from "../answers/negotiation.ts";
import { listOf, pageRequest, renderPage } from "../answers/paging.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { type Operation, operation } from "../operation.ts";
import { articleSlug, flag, kind, language, paging, publishedFrom, publishedTo, q, speakers } from "../requests/parameters.ts";

const facets = SearchFacets.nullable().meta({ description: "`null` unless `facets=true` asks for them." });

/** The full-text search. */
export function searchOperations(store: Store): Operation[] {
  return [
    operation({
      path: "/v1/search",
      id: "search",
      tag: "Search",
      summary: "Search the full text",
      description:
        "Articles that hold all words and phrases, with the places that show why: pieces of the text with the words found as spans. Use it for what was written; `/v1/quotes?q=` lists quotes, `/v1/verify` checks one.",
      params: z.object({}),
      query: z.strictObject({
        q: q.unwrap().meta({
          description: "Words that must all occur; a phrase in double marks must occur as it is.",
          examples: ['ferry "bridge or no bridge"'],
        }),
        in: SearchScope.optional().meta({ param: { description: "Where to look; `all` without it.", example: "quotes" } }),
        speaker: speakers,
        kind,
        language,
        publishedFrom,
        publishedTo,
        article: articleSlug.optional().meta({ description: "Slug of the one article to search.", examples: [EXAMPLE.slug] }),
        sort: z
          .enum(["relevance", "newest"])
          .optional()
          .meta({
            description:
              "`relevance` (the default): how often the words occur in how long a text, more in the headline, less in old articles.",
            examples: ["newest"],
          }),
        fuzzy: flag.meta({
          description: "Whether single words also find words one slip away, two from eight letters on.",
          examples: [true],
        }),
        facets: flag.meta({ description: "Whether to count the hits by speaker and by year." }),
        ...paging,
      }),
      answers: "One page of hits.",
      formats: [{ ...JSON_FORMAT, schema: listOf("SearchResults", SearchHit, { facets }) }],
      problems: ["invalid-parameter", "invalid-cursor"],
      pages: true,
      async answer({ query }) {
        const sort = query.sort ?? "relevance";
        const request = pageRequest("/v1/search", query, sort === "relevance" ? ["number", "string", "string"] : ["string", "string"]);
        const phrases = parseQuery(query.q);
        const found =
          phrases.length === 0
            ? { items: [], total: 0, next: null, facets: query.facets ? JSON.stringify({ speakers: [], years: [] }) : null }
            : await store.search({
                phrases,
                in: query.in ?? "all",
                fuzzy: query.fuzzy ?? false,
                speakers: query.speaker?.map((id) => (id === "none" ? null : id)) ?? null,
                kind: query.kind ?? null,
                language: query.language ?? null,
                publishedFrom: query.publishedFrom ?? null,
                publishedTo: query.publishedTo ?? null,
                article: query.article ?? null,
                sort,
                facets: query.facets ?? false,
                limit: request.limit,
                after: request.after,
              });
        return renderPage(found, request, `"facets":${found.facets ?? "null"},`);
      },
    }),
  ];
}
