import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Article } from "../../../article/model/schema.ts";
import { articlePage } from "../../../pages/articles/article-page.ts";
import { articlesPage } from "../../../pages/articles/articles-page.ts";
import { lookUp } from "../../../store/look-up.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { answerFound, articleNotFound } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { filters } from "../../requests/filters.ts";
import { anyValues } from "../../requests/page-query.ts";
import { order, paging } from "../../requests/parameters.ts";
import { answerListPage, readListing, similarHits } from "./listing.ts";

const listQuery = z.object({
  ...filters,
  sort: z.enum(["published", "updated", "length"]).optional(),
  order,
  cursor: paging.cursor,
});

/** Pages of articles: the list, and one. */
export async function articlePageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/articles",
      query: anyValues(listQuery),
      answer: ({ query: given }) =>
        answerListPage(listQuery, "/articles", given, site, async (asked) => {
          const { listing, filters } = await readListing(store, "/articles", "articles", asked);
          const similar = listing.listed.page.total === 0 ? await similarHits(store, filters, asked) : null;
          return pageAnswer(articlesPage(listing, { similar, other: null }, site));
        }),
    }),
    page({
      path: "/articles/{slug}",
      query: z.object({ view: z.enum(["article", "quotes"]).catch("article"), confidence: filters.confidence.catch(undefined) }),
      async answer({ params: { slug = "" }, query }) {
        const found = await lookUp(slug, (one) => store.article(one));
        const missing = articleNotFound(slug, "/articles");
        return answerFound(
          found,
          missing,
          (present) => `/articles/${present}`,
          (json) => pageAnswer(articlePage(JSON.parse(json) as Article, query.view, site, query.confidence ?? null)),
        );
      },
    }),
  ]);
}
