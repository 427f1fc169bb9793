import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AddressedQuote, AddressedSpeaker, addresses } from "../../article/model/addressed.ts";
import { plainSlug } from "../../article/model/ids.ts";
import { ArticleRef, QuoteItem, refOf } from "../../article/model/items.ts";
import { type Article, Paragraph, Section, SectionId, type Speaker } from "../../article/model/schema.ts";
import {
  type ArticlePlace,
  addressedParagraph,
  addressedQuote,
  addressedRef,
  addressedSection,
  addressedSpeaker,
} from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { JSON_TYPE, quoteList } from "../../representations/table.ts";
import { withSchemas } from "../answers/formats.ts";
import { answerFormerQuotes } from "../answers/former-quotes.ts";
import { listOf, PLACE, pageRequest, renderPage, sliceOf } from "../answers/paging.ts";
import { answerQuotes, quoteOrder } from "../answers/quote-list.ts";
import { answerArticle } from "../lookup.ts";
import { operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { filters, filtersOf } from "../requests/filters.ts";
import { inPath, listing, paging, revision } from "../requests/parameters.ts";

const article = z.object({ slug: inPath.article });
const inArticle = { article: ArticleRef };

const SectionItem = Section.extend(addresses).meta({ id: "SectionItem", description: "One section with its paragraphs." });
const SectionDetail = z
  .object({
    ...inArticle,
    ...SectionItem.shape,
    quotes: z.array(AddressedQuote).meta({ description: "The quotes with a segment in this section." }),
  })
  .meta({ id: "SectionDetail", description: "One section with its paragraphs and quotes." });

const paragraphShape = {
  ...Paragraph.shape,
  section: SectionId.meta({ description: "Section it is in." }),
  quotes: z.array(AddressedQuote).meta({ description: "The quotes with a segment in this paragraph." }),
  ...addresses,
};
const ParagraphItem = z.object(paragraphShape).meta({ id: "ParagraphItem", description: "One paragraph with its quotes." });
const ParagraphDetail = z
  .object({ ...inArticle, ...paragraphShape })
  .meta({ id: "ParagraphDetail", description: "One paragraph of an article." });

/** Filters of quotes that say nothing of their article. */
const { q, speaker, speakerType, kind, basis, confidence, id } = filters;
const ofQuotes = { q, speaker, speakerType, kind, basis, confidence, id };

/** Operations on the parts of one article: sections, paragraphs, quotes, speakers. */
export async function articlePartRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site } = given;
  registerOperations(app, given, [
    operation({
      path: "/v1/articles/{slug}/sections",
      id: "listSections",
      tag: "Articles",
      summary: "List the sections of an article",
      description:
        "All sections in reading order, each with its paragraphs. The first, `lead`, has no heading. Use it for a table of contents, or to read a long article in parts.",
      params: article,
      query: z.strictObject({ fields: fieldsOf(SectionItem), ...paging, revision }),
      answers: "One page of sections.",
      formats: [{ ...JSON_TYPE, schema: listOf("SectionList", SectionItem, inArticle) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found", "revision-not-found", "article-withdrawn"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        answerArticle(store, { slug: params.slug, rest: "/sections", revision: query.revision }, (article, place) => {
          const request = pageRequest(path(place.slug, "/sections"), query, PLACE, article.revision);
          return renderPage(
            sliceOf(article.sections, request),
            request,
            (section: Section) => addressedSection(section, place, site),
            inArticleJson(article, place, site),
          );
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/sections/{section}",
      id: "getSection",
      tag: "Articles",
      summary: "Get one section",
      description: "A section with its heading, its paragraphs and the quotes in it. Use it to show or to cite one part of an article.",
      params: article.extend({ section: inPath.section }),
      query: z.strictObject({ revision }),
      answers: "The section.",
      formats: [{ ...JSON_TYPE, schema: SectionDetail }],
      problems: ["invalid-parameter", "article-not-found", "revision-not-found", "article-withdrawn", "section-not-found"],
      redirects: true,
      linked: true,
      answer: ({ params, query }) =>
        answerArticle(
          store,
          { slug: params.slug, rest: `/sections/${encodeURIComponent(params.section)}`, revision: query.revision },
          (article, place) => {
            const asked = params.section;
            const section = article.sections.find(({ id }) => id === asked) ?? article.sections.find(({ id }) => id === plainSlug(asked));
            if (section === undefined) {
              const ids = article.sections.map(({ id }) => `"${id}"`).join(", ");
              throw new HttpProblem(
                "section-not-found",
                `The article "${article.slug}" has no section "${params.section}". It has ${ids}.`,
              );
            }
            const ids = new Set(section.paragraphs.flatMap((paragraph) => paragraph.quotes));
            const quotes = article.quotes.filter(({ id }) => ids.has(id)).map((quote) => addressedQuote(quote, site));
            return { body: JSON.stringify({ ...inArticleOf(article, place, site), ...addressedSection(section, place, site), quotes }) };
          },
        ),
    }),
    operation({
      path: "/v1/articles/{slug}/paragraphs",
      id: "listParagraphs",
      tag: "Articles",
      summary: "List the paragraphs of an article",
      description:
        "All paragraphs in reading order, each with its section, its span and its quotes. Use it to lay an article out with its quotes marked.",
      params: article,
      query: z.strictObject({ fields: fieldsOf(ParagraphItem), ...paging, revision }),
      answers: "One page of paragraphs.",
      formats: [{ ...JSON_TYPE, schema: listOf("ParagraphList", ParagraphItem, inArticle) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found", "revision-not-found", "article-withdrawn"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        answerArticle(store, { slug: params.slug, rest: "/paragraphs", revision: query.revision }, (article, place) => {
          const request = pageRequest(path(place.slug, "/paragraphs"), query, PLACE, article.revision);
          return renderPage(
            sliceOf(paragraphItems(article, place, site), request),
            request,
            (item: object) => item,
            inArticleJson(article, place, site),
          );
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
      query: z.strictObject({ revision }),
      answers: "The paragraph.",
      formats: [{ ...JSON_TYPE, schema: ParagraphDetail }],
      problems: ["invalid-parameter", "article-not-found", "revision-not-found", "article-withdrawn", "paragraph-not-found"],
      redirects: true,
      linked: true,
      answer: ({ params, query }) =>
        answerArticle(
          store,
          { slug: params.slug, rest: `/paragraphs/${encodeURIComponent(params.paragraph)}`, revision: query.revision },
          (article, place) => {
            const items = paragraphItems(article, place, site);
            const paragraph = items.find(({ id }) => id === params.paragraph);
            if (paragraph === undefined) {
              const detail = `The article "${article.slug}" has no paragraph "${params.paragraph}". It has p1 to p${items.length}.`;
              throw new HttpProblem("paragraph-not-found", detail);
            }
            return { body: JSON.stringify({ ...inArticleOf(article, place, site), ...paragraph }) };
          },
        ),
    }),
    operation({
      path: "/v1/articles/{slug}/quotes",
      id: "listArticleQuotes",
      tag: "Articles",
      summary: "List the quotes of an article",
      description:
        "All quotes in the order of the text, each with its segments, speaker, mention and cue. Use it to see who says what in one article; `/v1/quotes` looks through all of them.",
      params: article,
      query: z.strictObject({ ...ofQuotes, ...quoteOrder, ...listing, revision }),
      answers: "One page of quotes.",
      formats: withSchemas(quoteList.formats, listOf("ArticleQuoteList", QuoteItem, inArticle)),
      problems: [
        "invalid-parameter",
        "invalid-cursor",
        "article-not-found",
        "revision-not-found",
        "article-withdrawn",
        "speaker-not-found",
      ],
      redirects: true,
      pages: true,
      answer: ({ params, query, format }) =>
        answerArticle(store, { slug: params.slug, rest: "/quotes", revision: query.revision }, async (article, place) => {
          const list = { path: path(place.slug, "/quotes"), query, fileName: `${article.slug}-quotes` };
          if (place.former !== null)
            return answerFormerQuotes({ ...given, article, place }, format, list, inArticleJson(article, place, site));
          const asked = { ...(await filtersOf(store, query)), articles: [article.slug] };
          return answerQuotes(given, format, asked, list, inArticleJson(article, place, site));
        }),
    }),
    operation({
      path: "/v1/articles/{slug}/speakers",
      id: "listArticleSpeakers",
      tag: "Articles",
      summary: "List the speakers of an article",
      description:
        "Everybody who is quoted in the article, with the words that describe and name them there. Use it for a list of who speaks; `/v1/speakers/{id}` describes them across articles.",
      params: article,
      query: z.strictObject({ speakerType, fields: fieldsOf(AddressedSpeaker), ...paging, revision }),
      answers: "One page of speakers.",
      formats: [{ ...JSON_TYPE, schema: listOf("ArticleSpeakerList", AddressedSpeaker, inArticle) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found", "revision-not-found", "article-withdrawn"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        answerArticle(store, { slug: params.slug, rest: "/speakers", revision: query.revision }, (article, place) => {
          const request = pageRequest(path(place.slug, "/speakers"), query, PLACE, article.revision);
          const types = query.speakerType;
          const speakers = types === undefined ? article.speakers : article.speakers.filter(({ type }) => types.includes(type));
          return renderPage(
            sliceOf(speakers, request),
            request,
            (speaker: Speaker) => addressedSpeaker(speaker, site),
            inArticleJson(article, place, site),
          );
        }),
    }),
  ]);
}

function path(slug: string, rest: string): string {
  return `/v1/articles/${encodeURIComponent(slug)}${rest}`;
}

function inArticleOf(article: Article, place: ArticlePlace, site: Site) {
  return { article: addressedRef(refOf(article), site, place) };
}

/** What every list of an article's parts begins with, as JSON members. */
function inArticleJson(article: Article, place: ArticlePlace, site: Site): string {
  return `${JSON.stringify(inArticleOf(article, place, site)).slice(1, -1)},`;
}

function paragraphItems(article: Article, place: ArticlePlace, site: Site): z.infer<typeof ParagraphItem>[] {
  const quotes = new Map(article.quotes.map((quote) => [quote.id, addressedQuote(quote, site)]));
  return article.sections.flatMap((section) =>
    section.paragraphs.map((paragraph) => {
      const embedded = paragraph.quotes.flatMap((id) => quotes.get(id) ?? []);
      return addressedParagraph({ ...paragraph, quotes: embedded, section: section.id }, place, site);
    }),
  );
}
