import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ArticleSummary, QuoteItem, SpeakerProfile, SpeakerSummary } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import type { Words } from "../../article/words/query.ts";
import { articlePage } from "../../pages/article-page.ts";
import { articlesPage, speakersPage } from "../../pages/lists.ts";
import { quotePage } from "../../pages/quote-page.ts";
import { speakerPage } from "../../pages/speaker-page.ts";
import { SORTS } from "../../store/sorts.ts";
import { listPage, nextOf, pageAnswer } from "../answers/page-answers.ts";
import { pageRequest } from "../answers/paging.ts";
import { answerFound, articleNotFound, lookUp, quoteNotFound, quoteRemoved, speakerNotFound } from "../lookup.ts";
import { page, type RouteOptions, registerPages } from "../register.ts";
import { wordsOf } from "../requests/filters.ts";
import { paging } from "../requests/parameters.ts";

// Unlike an API call, a page takes unknown parameters: links that people share gather them ("utm_source").
const words = z
  .string()
  .max(200)
  .optional()
  .catch((context) => String(context.input).slice(0, 200));
const { cursor } = paging;

/** Pages for people: lists of articles and speakers, one article, one speaker, one quote. */
export async function pageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/articles",
      query: z.object({ q: words, cursor }),
      async answer({ query }) {
        const request = pageRequest("/articles", query, SORTS.published);
        const found = await store.articles({ words: filterOf(query.q), limit: request.limit, after: request.after });
        return pageAnswer(articlesPage(listPage<ArticleSummary>(found, nextOf(found, request)), query.q ?? "", site));
      },
    }),
    page({
      path: "/articles/{slug}",
      query: z.object({ view: z.enum(["article", "quotes"]).catch("article") }),
      async answer({ params: { slug = "" }, query }) {
        const found = await lookUp(slug, (one) => store.article(one));
        const missing = articleNotFound(slug, "/articles");
        return answerFound(
          found,
          missing,
          (present) => `/articles/${present}`,
          (json) => pageAnswer(articlePage(JSON.parse(json) as Article, query.view, site)),
        );
      },
    }),
    page({
      path: "/speakers",
      query: z.object({ q: words, cursor }),
      async answer({ query }) {
        const request = pageRequest("/speakers", query, SORTS.quotes);
        const found = await store.speakers({ words: filterOf(query.q), sort: "quotes", limit: 2 * request.limit, after: request.after });
        return pageAnswer(speakersPage(listPage<SpeakerSummary>(found, nextOf(found, request)), query.q ?? "", site));
      },
    }),
    page({
      path: "/speakers/{id}",
      query: z.object({ cursor }),
      async answer({ params: { id = "" }, query }) {
        const found = await lookUp(id, (one) => store.speaker(one));
        const missing = speakerNotFound(id, "/speakers");
        return answerFound(
          found,
          missing,
          (present) => `/speakers/${present}`,
          async (json) => {
            const speaker = JSON.parse(json) as SpeakerProfile;
            const request = pageRequest(`/speakers/${encodeURIComponent(speaker.id)}`, query, SORTS.quoted);
            const said = await store.quotes({ speakers: [speaker.id], limit: request.limit, after: request.after });
            return pageAnswer(speakerPage(speaker, listPage<QuoteItem>(said, nextOf(said, request)), site));
          },
        );
      },
    }),
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

/** Words to look for; words without a letter or digit filter nothing. */
function filterOf(q: string | undefined): Words | undefined {
  const words = wordsOf(q);
  return words?.all.length === 0 ? undefined : words;
}
