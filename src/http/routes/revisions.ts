import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { addresses } from "../../article/model/addressed.ts";
import { ServedPeriod } from "../../article/model/history.ts";
import { ArticleRef, ArticleSummary, refOf } from "../../article/model/items.ts";
import { revisionsOf, type ServedRevision } from "../../article/model/revisions.ts";
import { Revision } from "../../article/model/schema.ts";
import { addressedRef, addressesOf } from "../../representations/addressed.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { listOf, PLACE, pageRequest, renderPage, sliceOf } from "../answers/paging.ts";
import { answerArticle } from "../lookup.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { inPath, paging } from "../requests/parameters.ts";

const RevisionItem = z
  .strictObject({
    revision: Revision,
    current: z.boolean().meta({ description: "Whether it is the text that is served now." }),
    served: z.array(ServedPeriod).min(1).meta({ description: "When it was served, oldest first: several times where the text came back." }),
    headline: ArticleSummary.shape.headline,
    wordCount: ArticleSummary.shape.wordCount,
    quoteCount: ArticleSummary.shape.quoteCount,
    ...addresses,
  })
  .meta({ id: "RevisionItem", description: "One text of an article, and when it was served." });

/** The operation that lists the texts an article had. */
export async function revisionRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site } = given;
  registerOperations(app, given, [
    operation({
      path: "/v1/articles/{slug}/revisions",
      id: "listRevisions",
      tag: "Articles",
      summary: "List the revisions of an article",
      description:
        "Every text the article was served with, newest first, the present one included. The `url` of an earlier one answers with the article as it was, and so do its parts with `?revision=`; those answers never change. Use it to see what was corrected, or to cite the text you read.",
      params: z.object({ slug: inPath.article }),
      query: z.strictObject({ fields: fieldsOf(RevisionItem), ...paging }),
      answers: "One page of revisions.",
      formats: [{ ...JSON_TYPE, schema: listOf("RevisionList", RevisionItem, { article: ArticleRef }) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found", "article-withdrawn"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        answerArticle(store, { slug: params.slug, rest: "/revisions", revision: undefined }, async (article) => {
          const { slug } = article;
          const revisions = revisionsOf(article, await store.revisions(slug));
          // A cursor holds until another text comes: the places of all others change then.
          const request = pageRequest(`/v1/articles/${encodeURIComponent(slug)}/revisions`, query, PLACE, article.revision);
          const inArticle = JSON.stringify({ article: addressedRef(refOf(article), site) }).slice(1, -1);
          const items = revisions.map(itemOf);
          const shown = (item: ReturnType<typeof itemOf>) => {
            const former = item.current ? null : item.revision;
            return { ...item, ...addressesOf({ slug, former }, site) };
          };
          return renderPage(sliceOf(items, request), request, shown, `${inArticle},`);
        }),
    }),
  ]);
}

function itemOf({ article, served, current }: ServedRevision) {
  const { revision, headline, wordCount, quotes } = article;
  return { revision, current, served, headline, wordCount, quoteCount: quotes.length };
}
