import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ArticleSummary } from "../../../article/model/items.ts";
import type { Article } from "../../../article/model/schema.ts";
import { articlePage } from "../../../pages/articles/article-page.ts";
import { articlesPage } from "../../../pages/lists.ts";
import { lookUp } from "../../../store/look-up.ts";
import { SORTS } from "../../../store/sorts.ts";
import { listPage, nextOf, pageAnswer } from "../../answers/page-answers.ts";
import { pageRequest } from "../../answers/paging.ts";
import { answerFound, articleNotFound } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { filters } from "../../requests/filters.ts";
import { paging } from "../../requests/parameters.ts";
import { typedWords, wordsTyped } from "./typed-words.ts";

const { cursor } = paging;

/** Pages of articles: the list, and one. */
export async function articlePageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/articles",
      query: z.object({ q: typedWords, cursor }),
      async answer({ query }) {
        const request = pageRequest("/articles", query, SORTS.published);
        const found = await store.articles({ words: wordsTyped(query.q), limit: request.limit, after: request.after });
        return pageAnswer(articlesPage(listPage<ArticleSummary>(found, nextOf(found, request)), query.q ?? "", site));
      },
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
