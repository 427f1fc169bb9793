import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SearchHit, SearchScope } from "../../article/words/search-hit.ts";
import { addressedHit } from "../../representations/addressed.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { directed, SORTS } from "../../store/sorts.ts";
import type { Page } from "../../store/store.ts";
import { facetCounts, facets, facetsMember } from "../answers/facets.ts";
import { listOf, pageRequest, renderPage } from "../answers/paging.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { flag, order, paging } from "../requests/parameters.ts";

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
          description: filters.q.description ?? "",
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
        facets,
        fields: fieldsOf(SearchHit),
        ...paging,
      }),
      answers: "One page of hits.",
      formats: [{ ...JSON_TYPE, schema: listOf("SearchResults", SearchHit, facetCounts) }],
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      pages: true,
      async answer({ query }) {
        const { sort = "relevance", order = null, in: scope, fuzzy } = query;
        const request = pageRequest("/v1/search", query, sort === "relevance" ? SORTS.relevance : directed(SORTS.published, order));
        const filters = await filtersOf(store, query);
        const { words, ...asked } = filters;
        const { limit, after } = request;
        const found =
          words === null || words.all.length === 0
            ? NOTHING
            : await store.search({ ...asked, words, in: scope, fuzzy, sort, order, limit, after });
        const counted = await facetsMember(store, query.facets, { ...filters, of: "articles", in: scope, fuzzy });
        return renderPage(found, request, (hit: SearchHit) => addressedHit(hit, site), counted);
      },
    }),
  ]);
}

/** The result for words without a letter or a digit. */
const NOTHING: Page = { items: [], total: 0, next: null };
