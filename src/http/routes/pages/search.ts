import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ArticleSummary } from "../../../article/model/items.ts";
import { FACETS } from "../../../pages/search/facet-column.ts";
import type { Alternatives } from "../../../pages/search/no-hits.ts";
import { searchPage, searchStart } from "../../../pages/search/search-page.ts";
import type { Site } from "../../../representations/links.ts";
import type { Store } from "../../../store/store.ts";
import type { WholeAnswer } from "../../answers/answer.ts";
import { countedFacets } from "../../answers/facets.ts";
import { listPage, pageAnswer } from "../../answers/page-answers.ts";
import { searching } from "../../answers/search-list.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { filters } from "../../requests/filters.ts";
import { anyValues } from "../../requests/page-query.ts";
import { order, paging } from "../../requests/parameters.ts";
import { answerListPage, countOf, readListing, similarHits } from "./listing.ts";

const query = z.object({
  show: z.enum(["articles", "quotes"]).optional(),
  ...filters,
  ...searching,
  sort: z.enum(["relevance", "published", "updated", "length"]).optional(),
  order,
  cursor: paging.cursor,
});

/** The page of the search: articles or quotes with some words, with filters, or both. */
export async function searchPageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/search",
      query: anyValues(query),
      answer: ({ query: given }) =>
        answerListPage(query, "/search", given, site, async (asked) => {
          const isAsked = Object.values(asked).some((value) => value !== undefined);
          if (!isAsked) return startPage(store, site);
          const articles = asked.q === undefined ? "articles" : "hits";
          const isQuotes = asked.show === "quotes";
          const { listing, filters } = await readListing(store, "/search", isQuotes ? "quotes" : articles, asked);
          const { total } = listing.listed.page;
          const others = await countOf(store, isQuotes ? articles : "quotes", filters, asked);
          const alternatives: Alternatives = {
            similar: total === 0 ? await similarHits(store, filters, asked) : null,
            other: { show: isQuotes ? undefined : "quotes", total: others },
          };
          const counts = isQuotes ? { articles: others, quotes: total } : { articles: total, quotes: others };
          return pageAnswer(searchPage(listing, counts, alternatives, site));
        }),
    }),
  ]);
}

/** Articles that the page shows before anything is asked for. */
const NEWEST = 5;

async function startPage(store: Store, site: Site): Promise<WholeAnswer> {
  const [newest, facets] = await Promise.all([store.articles({ limit: NEWEST }), countedFacets(store, FACETS, { of: "articles" })]);
  return pageAnswer(searchStart(listPage<ArticleSummary>(newest, null), facets, site));
}
