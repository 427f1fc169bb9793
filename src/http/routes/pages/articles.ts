import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { revisionsOf } from "../../../article/model/revisions.ts";
import type { Article } from "../../../article/model/schema.ts";
import { addresses } from "../../../pages/addresses.ts";
import { articlePage } from "../../../pages/articles/article-page.ts";
import { articlesPage } from "../../../pages/articles/articles-page.ts";
import { revisionsPage } from "../../../pages/articles/revisions-page.ts";
import { lookUp } from "../../../store/look-up.ts";
import type { Store } from "../../../store/store.ts";
import type { Answer } from "../../answers/answer.ts";
import { PAGE_HEADERS } from "../../answers/headers.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { answerFound, articleNotFound, formerRevision } from "../../lookup.ts";
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
      query: z.object({
        view: z.enum(["article", "quotes"]).catch("article"),
        confidence: filters.confidence.catch(undefined),
        revision: z.string().optional(),
      }),
      answer: ({ params: { slug = "" }, query }) =>
        answerPage(store, slug, "", async (article) => {
          const shown = { view: query.view, confidences: query.confidence ?? null };
          const { slug, revision } = article;
          if (query.revision !== undefined && query.revision !== revision) {
            const { former } = await formerRevision(store, slug, query.revision, "");
            const page = articlePage(former.article, site, { ...shown, former: { slug, served: former.served } });
            const link = `<${addresses.article(slug)}>; rel="latest-version"`;
            return { body: page, headers: { ...PAGE_HEADERS, link } };
          }
          const [present, before] = revisionsOf(article, await store.revisions(slug));
          const corrected = before === undefined ? null : (present?.served.at(-1)?.from ?? null);
          return pageAnswer(articlePage(article, site, { ...shown, corrected }));
        }),
    }),
    page({
      path: "/articles/{slug}/revisions",
      query: z.object({}),
      answer: ({ params: { slug = "" } }) =>
        answerPage(store, slug, "/revisions", async (article) =>
          pageAnswer(revisionsPage(article, revisionsOf(article, await store.revisions(article.slug)), site)),
        ),
    }),
  ]);
}

/** Answers with a page of an article, or redirects from an old slug. @param rest what follows the article's address */
async function answerPage(store: Store, slug: string, rest: string, render: (article: Article) => Promise<Answer>): Promise<Answer> {
  const found = await lookUp(slug, (one) => store.article(one));
  const addressOf = (present: string) => `/articles/${present}${rest}`;
  return answerFound(found, articleNotFound(slug, "/articles"), addressOf, (json) => render(JSON.parse(json) as Article));
}
