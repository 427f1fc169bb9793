import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem } from "../../../article/model/items.ts";
import { quoteRevisions, revisionsOf } from "../../../article/model/revisions.ts";
import { quotePage } from "../../../pages/quotes/quote-page.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { answerQuote, presentArticle, quoteNotFound } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";

/** The page of a quote. */
export async function quotePageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/quotes/{id}",
      query: z.object({}),
      answer: ({ params: { id = "" } }) =>
        answerQuote(
          { store, site },
          id,
          (present) => `/quotes/${present}`,
          async (json) => {
            const item = JSON.parse(json) as QuoteItem;
            const article = await presentArticle(store, item.article.slug);
            // The article may have been withdrawn between the two look-ups.
            if (article === null) throw quoteNotFound(id);
            const revisions = quoteRevisions(item, revisionsOf(article, await store.revisions(article.slug)));
            return pageAnswer(quotePage(item, article, site, revisions));
          },
        ),
    }),
  ]);
}
