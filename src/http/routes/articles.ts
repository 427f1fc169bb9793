import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AddressedArticle } from "../../article/model/addressed.ts";
import { ArticleSummary } from "../../article/model/items.ts";
import { Revision } from "../../article/model/schema.ts";
import { codePointLength, textOf } from "../../article/model/text.ts";
import { addressedArticle } from "../../representations/addressed.ts";
import { picked } from "../../representations/lists/fields.ts";
import { articleFormats, articleList, JSON_TYPE, TEXT_TYPE } from "../../representations/table.ts";
import { directed, SORTS } from "../../store/sorts.ts";
import { facetCounts, facets, facetsMember } from "../answers/facets.ts";
import { renderAs, withSchemas } from "../answers/formats.ts";
import { answerList, listOf } from "../answers/paging.ts";
import { answerArticle } from "../lookup.ts";
import { operation } from "../operation.ts";
import type { HttpProblem } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { inPath, listing, order, revision } from "../requests/parameters.ts";
import { invalidParameters } from "../requests/validator.ts";

const article = z.object({ slug: inPath.article });

const ArticleText = z
  .object({
    revision: Revision.meta({ description: "Revision the spans belong to." }),
    text: z.string().meta({ description: "The whole text: blocks in order, joined by a blank line." }),
    length: z.int().min(1).meta({ description: "Length in Unicode code points." }),
  })
  .meta({ id: "ArticleText", description: "The full text of an article." });

/** Operations on whole articles: lists, one article, its text. */
export async function articleRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site } = given;
  registerOperations(app, given, [
    operation({
      path: "/v1/articles",
      id: "listArticles",
      tag: "Articles",
      summary: "List articles",
      description:
        "Articles without their text, newest first. Filters of speakers and quotes keep the articles that have one quote which passes all of them. Use it to browse, or to find articles by words, speaker, publisher, language or date.",
      params: z.object({}),
      query: z.strictObject({
        ...filters,
        sort: z
          .enum(["published", "updated", "length"])
          .optional()
          .meta({
            description:
              "`published` (the default): by `publishedAt`, articles without one by their import; `updated`: by `modifiedAt`; `length`: by the number of words.",
            examples: ["updated"],
          }),
        order,
        facets,
        fields: fieldsOf(ArticleSummary),
        ...listing,
      }),
      answers: "One page of articles.",
      formats: withSchemas(articleList.formats, listOf("ArticleList", ArticleSummary, facetCounts)),
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      pages: true,
      async answer({ query, format }) {
        const { sort = "published", order = null } = query;
        const filters = await filtersOf(store, query);
        const asked = { ...filters, sort, order };
        const counted = await facetsMember(store, format.name === "json" ? query.facets : undefined, { ...filters, of: "articles" });
        const list = { path: "/v1/articles", query, sort: directed(SORTS[sort], order), fileName: "articles" };
        return answerList(articleList, format, list, (page) => store.articles({ ...asked, ...page }), given, counted);
      },
    }),
    operation({
      path: "/v1/articles/{slug}",
      id: "getArticle",
      tag: "Articles",
      summary: "Get an article",
      description:
        "The whole article as data: headline, sections, paragraphs, quotes, speakers, credits and rights. `fields` picks parts of it. Use it to show an article, or to get everything about one in a single request; other formats are for reading (Markdown, HTML), search engines (JSON-LD) and newsroom systems (ninjs).",
      params: article,
      query: z.strictObject({ fields: fieldsOf(AddressedArticle), revision }),
      answers: "The article, or the fields that were asked for.",
      formats: withSchemas(articleFormats, AddressedArticle),
      firstFormatWith: "fields",
      problems: ["invalid-parameter", "article-not-found", "revision-not-found", "article-withdrawn"],
      redirects: true,
      async answer({ params, query, format }) {
        // `operation` adds `format` to the query.
        const { fields, format: named = format.name } = query as { fields?: string[]; format?: string };
        if (fields !== undefined && named !== "json") throw fieldsRefused(named, fields.join(","));
        return answerArticle(store, { slug: params.slug, rest: "", revision: query.revision }, (article, place) => {
          const fileName = article.slug;
          if (format.name !== "json") return { body: renderAs(articleFormats, format, article, site), fileName };
          const addressed = addressedArticle(article, site, place);
          if (fields === undefined) return { body: JSON.stringify(addressed), fileName };
          return { body: JSON.stringify(picked(addressed, new Set(fields))) };
        });
      },
    }),
    operation({
      path: "/v1/articles/{slug}/text",
      id: "getArticleText",
      tag: "Articles",
      summary: "Get the full text",
      description:
        "The text that all spans refer to: as `text/plain` exactly these bytes, as JSON with its revision and its length in code points. Use it to show spans in context.",
      params: article,
      query: z.strictObject({ revision }),
      answers: "The text.",
      formats: [
        { ...TEXT_TYPE, schema: z.string() },
        { ...JSON_TYPE, schema: ArticleText },
      ],
      problems: ["invalid-parameter", "article-not-found", "revision-not-found", "article-withdrawn", "not-acceptable"],
      redirects: true,
      answer: ({ params, query, format }) =>
        answerArticle(store, { slug: params.slug, rest: "/text", revision: query.revision }, (article) => {
          const text = textOf(article);
          const fileName = article.slug;
          if (format.name === "text") return { body: text, fileName };
          return { body: JSON.stringify({ revision: article.revision, text, length: codePointLength(text) }), fileName };
        }),
    }),
  ]);
}

/** The problem that another format than JSON was asked for by name, which has no fields to pick. */
function fieldsRefused(format: string, value: string): HttpProblem {
  const message = `Only "json" has fields, and this would be "${format}". Ask for JSON, or leave fields out.`;
  return invalidParameters([{ in: "query", name: "fields", value, message }]);
}
