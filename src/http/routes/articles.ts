import { z } from "zod";
import { ArticleSummary, QuoteItem } from "../../article/model/items.ts";
import { Article, Paragraph, Quote, Revision, Rights, Section, SectionId, Speaker } from "../../article/model/schema.ts";
import { codePointLength, textOf } from "../../article/model/text.ts";
import { parseQuery } from "../../article/words/query.ts";
import type { Site } from "../../representations/links.ts";
import { articleFormats, articleListFormats, quoteListFormats } from "../../representations/table.ts";
import type { ArticlesQuery, Key, ListQuery, Store } from "../../store/store.ts";
import { renderAs, withSchemas } from "../answers/formats.ts";
import { JSON_FORMAT, TEXT_FORMAT } from "../answers/negotiation.ts";
import { answerList, listOf, pageRequest, renderPage, sliceOf } from "../answers/paging.ts";
import { articleNotFound } from "../not-found.ts";
import { type Answer, type Operation, operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { inPath, kind, language, paging, publishedFrom, publishedTo, q, speakerId, speakers } from "../requests/parameters.ts";
import { QUOTE_KEY, quotesQuery } from "./quotes.ts";

const article = z.object({ slug: inPath.article });
const revision = Revision.meta({ description: "Revision the spans belong to." });
const inArticle = { article: Article.shape.slug.meta({ description: "Slug of the article." }), revision, rights: Rights };

const FIELDS = Object.keys(Article.shape) as (keyof Article)[];
const fieldList = new RegExp(`^(?:${FIELDS.join("|")})(?:,(?:${FIELDS.join("|")}))*$`);
const fields = z
  .string()
  .regex(fieldList, `must be a list of fields joined by commas; the fields are ${FIELDS.join(", ")}`)
  .optional()
  .meta({ description: "Top-level fields to answer with, joined by commas; the order is the schema's.", examples: ["headline,quotes"] });

const ArticleFields = Article.partial().meta({ id: "ArticleFields", description: "The fields of an article that `fields` asked for." });

const ArticleText = z
  .object({
    revision,
    text: z.string().meta({ description: "The whole text: blocks in order, joined by a blank line." }),
    length: z.int().min(1).meta({ description: "Length in Unicode code points." }),
  })
  .meta({ id: "ArticleText", description: "The full text of an article." });

const SectionDetail = z
  .object({ ...inArticle, ...Section.shape, quotes: z.array(Quote).meta({ description: "The quotes with a segment in this section." }) })
  .meta({ id: "SectionDetail", description: "One section with its paragraphs and quotes." });

const paragraphShape = { ...Paragraph.shape, section: SectionId.meta({ description: "Section it stands in." }), quotes: z.array(Quote) };
const ParagraphItem = z.object(paragraphShape).meta({ id: "ParagraphItem", description: "One paragraph with its quotes." });
const ParagraphDetail = z
  .object({ ...inArticle, ...paragraphShape })
  .meta({ id: "ParagraphDetail", description: "One paragraph of an article." });

/** A list request's filters as the store takes them. */
export function articlesQuery(
  query: {
    q?: string | undefined;
    speaker?: string | undefined;
    language?: string | undefined;
    publishedFrom?: string | undefined;
    publishedTo?: string | undefined;
    sort?: ArticlesQuery["sort"] | undefined;
  },
  { limit, after }: ListQuery,
): ArticlesQuery {
  return {
    phrases: query.q === undefined ? null : parseQuery(query.q),
    speaker: query.speaker ?? null,
    language: query.language ?? null,
    publishedFrom: query.publishedFrom ?? null,
    publishedTo: query.publishedTo ?? null,
    sort: query.sort ?? "published",
    limit,
    after,
  };
}

/** Operations on articles and their parts. */
export function articleOperations(store: Store, site: Site): Operation[] {
  /** Answers with what `render` makes of the article, redirects from old slugs. */
  const ofArticle = async (
    slug: string,
    rest: string,
    render: (article: Article, json: string) => Answer | Promise<Answer>,
  ): Promise<Answer> => {
    const found = await store.article(slug);
    if (found.state === "found") return render(JSON.parse(found.json) as Article, found.json);
    if (found.state === "moved") return { redirect: `/v1/articles/${encodeURIComponent(found.to)}${rest}` };
    throw articleNotFound(slug);
  };
  const path = (slug: string, rest = "") => `/v1/articles/${encodeURIComponent(slug)}${rest}`;

  return [
    operation({
      path: "/v1/articles",
      id: "listArticles",
      tag: "Articles",
      summary: "List articles",
      description: "Articles without their text, newest first. Use it to browse, or to find articles by words, speaker, language or date.",
      params: z.object({}),
      query: z.strictObject({
        q,
        speaker: speakerId.optional().meta({ description: "Id of a speaker the articles quote; `/v1/speakers` lists them." }),
        language,
        publishedFrom,
        publishedTo,
        sort: z
          .enum(["published", "updated"])
          .optional()
          .meta({
            description: "`published` (the default) or `updated`: newest first by that date; articles without one count from their import.",
            examples: ["updated"],
          }),
        ...paging,
      }),
      answers: "One page of articles.",
      formats: withSchemas(articleListFormats, listOf("ArticleList", ArticleSummary, {})),
      problems: ["invalid-parameter", "invalid-cursor"],
      pages: true,
      answer: ({ query, format }) =>
        answerList(
          articleListFormats,
          format,
          { path: "/v1/articles", query, key: ["string", "string"], fileName: "articles" },
          (limit, after) => store.articles(articlesQuery(query, { limit, after })),
        ),
    }),
    operation({
      path: "/v1/articles/{slug}",
      id: "getArticle",
      tag: "Articles",
      summary: "Get an article",
      description:
        "The whole article as data: headline, sections, paragraphs, quotes, speakers, credits and rights. `fields` picks parts of it. Use it to show an article, or to have all there is to know about one in a single request; other formats are for reading (Markdown, HTML), search engines (JSON-LD) and newsroom systems (ninjs).",
      params: article,
      query: z.strictObject({ fields }),
      answers: "The article, or the fields that were asked for.",
      formats: withSchemas(articleFormats, z.union([Article, ArticleFields])),
      problems: ["invalid-parameter", "article-not-found"],
      redirects: true,
      answer: ({ params, query, format }) =>
        ofArticle(params.slug, "", (article, json) => {
          const fileName = article.slug;
          if (format.name !== "json") return { body: renderAs(articleFormats, format, article, site), fileName };
          if (query.fields === undefined) return { body: json, fileName };
          const wanted = new Set(query.fields.split(","));
          return { body: JSON.stringify(Object.fromEntries(Object.entries(article).filter(([field]) => wanted.has(field)))) };
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/text",
      id: "getArticleText",
      tag: "Articles",
      summary: "Get the full text",
      description:
        "The text all spans count in: as `text/plain` exactly these bytes, as JSON with its revision and its length in code points. Use it to show spans in their place.",
      params: article,
      query: z.strictObject({}),
      answers: "The text.",
      formats: [
        { ...TEXT_FORMAT, schema: z.string() },
        { ...JSON_FORMAT, schema: ArticleText },
      ],
      problems: ["invalid-parameter", "article-not-found", "not-acceptable"],
      redirects: true,
      answer: ({ params, format }) =>
        ofArticle(params.slug, "/text", (article) => {
          const text = textOf(article);
          const fileName = article.slug;
          if (format.name === "text") return { body: text, fileName };
          return { body: JSON.stringify({ revision: article.revision, text, length: codePointLength(text) }), fileName };
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/sections",
      id: "listSections",
      tag: "Articles",
      summary: "List the sections of an article",
      description:
        "All sections in reading order, each with its paragraphs. The first, `lead`, has no heading. Use it for a table of contents, or to read a long article in parts.",
      params: article,
      query: z.strictObject(paging),
      answers: "One page of sections.",
      formats: [{ ...JSON_FORMAT, schema: listOf("SectionList", Section, inArticle) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        ofArticle(params.slug, "/sections", (article) => {
          const request = pageRequest(path(article.slug, "/sections"), query, ["number"], article.revision);
          return renderPage(sliceOf(article.sections, request), request, inArticleJson(article));
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/sections/{section}",
      id: "getSection",
      tag: "Articles",
      summary: "Get one section",
      description: "A section with its heading, its paragraphs and the quotes in it. Use it to show or to cite one part of an article.",
      params: article.extend({ section: inPath.section }),
      query: z.strictObject({}),
      answers: "The section.",
      formats: [{ ...JSON_FORMAT, schema: SectionDetail }],
      problems: ["invalid-parameter", "article-not-found", "section-not-found"],
      redirects: true,
      answer: ({ params }) =>
        ofArticle(params.slug, `/sections/${encodeURIComponent(params.section)}`, (article) => {
          const section = article.sections.find(({ id }) => id === params.section);
          if (section === undefined) {
            const ids = article.sections.map(({ id }) => `"${id}"`).join(", ");
            throw new HttpProblem("section-not-found", `The article "${article.slug}" has no section "${params.section}". It has ${ids}.`);
          }
          const ids = new Set(section.paragraphs.flatMap((paragraph) => paragraph.quotes));
          const quotes = article.quotes.filter(({ id }) => ids.has(id));
          return { body: JSON.stringify({ ...inArticleOf(article), ...section, quotes }) };
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/paragraphs",
      id: "listParagraphs",
      tag: "Articles",
      summary: "List the paragraphs of an article",
      description:
        "All paragraphs in reading order, each with its section, its span and its quotes. Use it to lay an article out with its quotes marked.",
      params: article,
      query: z.strictObject(paging),
      answers: "One page of paragraphs.",
      formats: [{ ...JSON_FORMAT, schema: listOf("ParagraphList", ParagraphItem, inArticle) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        ofArticle(params.slug, "/paragraphs", (article) => {
          const request = pageRequest(path(article.slug, "/paragraphs"), query, ["number"], article.revision);
          return renderPage(sliceOf(paragraphItems(article), request), request, inArticleJson(article));
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/paragraphs/{paragraph}",
      id: "getParagraph",
      tag: "Articles",
      summary: "Get one paragraph",
      description:
        "A paragraph with its section, its span and its quotes. Paragraph ids belong to a revision. Use it to cite one paragraph.",
      params: article.extend({ paragraph: inPath.paragraph }),
      query: z.strictObject({}),
      answers: "The paragraph.",
      formats: [{ ...JSON_FORMAT, schema: ParagraphDetail }],
      problems: ["invalid-parameter", "article-not-found", "paragraph-not-found"],
      redirects: true,
      answer: ({ params }) =>
        ofArticle(params.slug, `/paragraphs/${encodeURIComponent(params.paragraph)}`, (article) => {
          const items = paragraphItems(article);
          const paragraph = items.find(({ id }) => id === params.paragraph);
          if (paragraph === undefined) {
            const detail = `The article "${article.slug}" has no paragraph "${params.paragraph}". It has p1 to p${items.length}.`;
            throw new HttpProblem("paragraph-not-found", detail);
          }
          return { body: JSON.stringify({ ...inArticleOf(article), ...paragraph }) };
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/quotes",
      id: "listArticleQuotes",
      tag: "Articles",
      summary: "List the quotes of an article",
      description:
        "All quotes in the order of the text, each with its segments, speaker, mention and cue. Use it to see who says what in one article; `/v1/quotes` looks through all of them.",
      params: article,
      query: z.strictObject({ speaker: speakers, kind, ...paging }),
      answers: "One page of quotes.",
      formats: withSchemas(quoteListFormats, listOf("ArticleQuoteList", QuoteItem, inArticle)),
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query, format }) =>
        ofArticle(params.slug, "/quotes", (article) => {
          const list = { path: path(article.slug, "/quotes"), query, key: QUOTE_KEY, fileName: `${article.slug}-quotes` };
          const read = (limit: number, after: Key | null) =>
            store.quotes(quotesQuery({ ...query, article: article.slug }, { limit, after }));
          return answerList(quoteListFormats, format, list, read, inArticleJson(article));
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/speakers",
      id: "listArticleSpeakers",
      tag: "Articles",
      summary: "List the speakers of an article",
      description:
        "Everybody who is quoted in the article, with the words that describe and name them there. Use it for a list of who speaks; `/v1/speakers/{id}` knows them across articles.",
      params: article,
      query: z.strictObject(paging),
      answers: "One page of speakers.",
      formats: [{ ...JSON_FORMAT, schema: listOf("ArticleSpeakerList", Speaker, inArticle) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        ofArticle(params.slug, "/speakers", (article) => {
          const request = pageRequest(path(article.slug, "/speakers"), query, ["number"], article.revision);
          return renderPage(sliceOf(article.speakers, request), request, inArticleJson(article));
        }),
    }),
  ];
}

function inArticleOf({ slug, revision, rights }: Article) {
  return { article: slug, revision, rights };
}

/** The fields every list of an article's parts begins with, as JSON members. */
function inArticleJson(article: Article): string {
  return `${JSON.stringify(inArticleOf(article)).slice(1, -1)},`;
}

function paragraphItems(article: Article): z.infer<typeof ParagraphItem>[] {
  const quotes = new Map(article.quotes.map((quote) => [quote.id, quote]));
  return article.sections.flatMap((section) =>
    section.paragraphs.map((paragraph) => ({
      ...paragraph,
      quotes: paragraph.quotes.flatMap((id) => quotes.get(id) ?? []),
      section: section.id,
    })),
  );
}
