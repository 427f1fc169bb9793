import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SearchFacets, SearchHit, SearchScope } from "../../article/words/search-hit.ts";
import { addressedHit, addressedSpeaker } from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { directed, SORTS } from "../../store/sorts.ts";
import type { SearchPage } from "../../store/store.ts";
import { listOf, pageRequest, renderPage } from "../answers/paging.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { flag, order, paging } from "../requests/parameters.ts";

const facets = SearchFacets.nullable().meta({ description: "`null` unless `facets` is `true`." });

/** The full-text search. */
export async function searchRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerOperations(app, { cache, site }, [
    operation({
      path: "/v1/search",
      id: "search",
      tag: "Search",
      summary: "Search the full text",
      description:
        "Articles that contain what `q` asks for, each with excerpts in which the words found are marked by spans. Use it for what was written; `/v1/quotes?q=` lists quotes, `/v1/verify` checks one.",
      params: z.object({}),
      query: z.strictObject({
        ...filters,
        q: filters.q.unwrap().meta({
          examples: ['ferry "bridge or no bridge" -tunnel'],
        }),
        in: SearchScope.optional().meta({ param: { description: "Where to look; `all` without it.", example: "quotes" } }),
        sort: z
          .enum(["relevance", "published"])
          .optional()
          .meta({
            description:
              "`relevance` (the default): how often the words occur for the length of the text; words in the headline and new articles count more. `published`: by date.",
            examples: ["published"],
          }),
        order: order.meta({
          param: { id: "HitOrder" },
          description: "Direction of `published`; by relevance the best hits are always first.",
          examples: ["asc"],
        }),
        fuzzy: flag.meta({
          description:
            "Whether words outside of quotation marks also find words that differ in one letter, or in two from eight letters on.",
          examples: [true],
        }),
        facets: flag.meta({ description: "Whether to count the hits by speaker and by year." }),
        fields: fieldsOf(SearchHit),
        ...paging,
      }),
      answers: "One page of hits.",
      formats: [{ ...JSON_TYPE, schema: listOf("SearchResults", SearchHit, { facets }) }],
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      pages: true,
      async answer({ query }) {
        const { sort = "relevance", order = null, fuzzy, facets } = query;
        const request = pageRequest("/v1/search", query, sort === "relevance" ? SORTS.relevance : directed(SORTS.published, order));
        const { words, ...asked } = await filtersOf(store, query);
        const { limit, after } = request;
        const found =
          words === null || words.all.length === 0
            ? nothing(facets)
            : await store.search({ ...asked, words, in: query.in, fuzzy, sort, order, facets, limit, after });
        return renderPage(found, request, (hit: SearchHit) => addressedHit(hit, site), `"facets":${facetsOf(found, site)},`);
      },
    }),
  ]);
}

/** JSON of the facets with the addresses of their speakers; `null` unless they were asked for. */
function facetsOf({ facets }: SearchPage, site: Site): string {
  if (facets === null) return "null";
  const counted = JSON.parse(facets) as SearchFacets;
  return JSON.stringify({ ...counted, speakers: counted.speakers.map((speaker) => addressedSpeaker(speaker, site)) });
}

/** The result for words without a letter or a digit. */
function nothing(facets = false): SearchPage {
  return { items: [], total: 0, next: null, facets: facets ? JSON.stringify({ speakers: [], years: [] }) : null };
}
