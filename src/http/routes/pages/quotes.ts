import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem } from "../../../article/model/items.ts";
import type { Article } from "../../../article/model/schema.ts";
import { quotePage } from "../../../pages/quotes/quote-page.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { answerFound, quoteNotFound, quoteRemoved } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";

/** The page of a quote. */
export async function quotePageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/quotes/{id}",
      query: z.object({}),
      async answer({ params: { id = "" } }) {
        const found = await store.quote(id);
        const missing = found.state === "removed" ? quoteRemoved(id) : quoteNotFound(id);
        return answerFound(
          found,
          missing,
          (present) => `/quotes/${present}`,
          async (json) => {
            const item = JSON.parse(json) as QuoteItem;
            const article = await store.article(item.article.slug);
            // The article may have been withdrawn between the two look-ups.
            if (article.state !== "found") throw missing;
            return pageAnswer(quotePage(item, JSON.parse(article.json) as Article, site));
          },
        );
      },
    }),
  ]);
}
