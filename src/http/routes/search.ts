import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SearchHit } from "../../article/words/search-hit.ts";
import { hitList } from "../../representations/table.ts";
import { facetCounts, facets, facetsMember } from "../answers/facets.ts";
import { withSchemas } from "../answers/formats.ts";
import { answerList, listOf } from "../answers/paging.ts";
import { hitSort, hitsOf, searching, sortOfHits } from "../answers/search-list.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { listing, order } from "../requests/parameters.ts";

/** The full-text search. */
export async function searchRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store } = given;
  registerOperations(app, given, [
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
        ...searching,
        sort: hitSort,
        order: order.meta({
          param: { id: "HitOrder" },
          description: "Direction of `published`; by relevance the best hits are always first.",
          examples: ["asc"],
        }),
        facets,
        fields: fieldsOf(SearchHit),
        ...listing,
      }),
      answers: "One page of hits.",
      formats: withSchemas(hitList.formats, listOf("SearchResults", SearchHit, facetCounts)),
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      pages: true,
      async answer({ query, format }) {
        const filters = await filtersOf(store, query);
        const facets = format.name === "json" ? query.facets : undefined;
        const counted = await facetsMember(store, facets, { ...filters, of: "articles", in: query.in, fuzzy: query.fuzzy });
        const list = { path: "/v1/search", query, sort: sortOfHits(query), fileName: "search" };
        return answerList(hitList, format, list, hitsOf(store, filters, query), given, counted);
      },
    }),
  ]);
}
