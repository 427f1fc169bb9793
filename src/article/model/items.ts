import { z } from "zod";
import { addresses, modifiedAt, type Unaddressed } from "./addressed.ts";
import { Article, Attribution, Quote, Rights, Slug, Span, SpeakerRef, SpeakerType } from "./schema.ts";
import { CodePointText, textOf } from "./text.ts";

/**
 * The items of lists: a quote with its article and context, a summary of an article, a speaker across articles.
 *
 * The schemas are those of answers, which give each item its addresses; the types are of items as they are made and kept.
 */

/** Code points of context on each side of a quote: enough to find the place again, too little to replace the article. */
export const CONTEXT_LENGTH = 32;

export const ArticleRef = z
  .strictObject({
    slug: Slug,
    headline: Span,
    publishedAt: Article.shape.publishedAt,
    publisher: Article.shape.publisher,
    importedAt: Article.shape.importedAt.meta({ description: "Lists use it for their order in place of a `publishedAt` that is null." }),
    revision: Article.shape.revision,
    rights: Rights,
    ...addresses,
  })
  .meta({ id: "ArticleRef", description: "The article that something is from." });
export type ArticleRef = Unaddressed<z.infer<typeof ArticleRef>>;

export const QuoteRef = z
  .strictObject({
    id: Quote.shape.id,
    kind: Quote.shape.kind,
    speakers: z.array(SpeakerRef).meta({ description: "Who said it." }),
    basis: Attribution.shape.basis,
    confidence: Attribution.shape.confidence,
    ...addresses,
  })
  .meta({ id: "QuoteRef", description: "The quote that a place in a text is in." });
export type QuoteRef = Unaddressed<z.infer<typeof QuoteRef>>;

export const Context = z
  .strictObject({
    before: z.string().meta({ description: "Up to 32 code points of the text before the first segment." }),
    after: z.string().meta({ description: "Up to 32 code points of the text after the last segment." }),
  })
  .meta({ id: "Context", description: "The text around a quote." });
export type Context = z.infer<typeof Context>;

export const QuoteItem = z
  .strictObject({ ...Quote.shape, article: ArticleRef, context: Context, ...addresses })
  .meta({ id: "QuoteItem", description: "A quote with its article and the text around it." });
export type QuoteItem = Unaddressed<z.infer<typeof QuoteItem>>;

export const ArticleSummary = z
  .strictObject({
    slug: Slug,
    revision: Article.shape.revision,
    language: Article.shape.language,
    publishedAt: Article.shape.publishedAt,
    updatedAt: Article.shape.updatedAt,
    importedAt: Article.shape.importedAt,
    modifiedAt,
    sourceUrl: Article.shape.sourceUrl,
    publisher: Article.shape.publisher,
    headline: Span,
    wordCount: Article.shape.wordCount,
    quoteCount: z.int().min(0).meta({ description: "Number of quotes." }),
    speakers: z.array(SpeakerRef).meta({ description: "Everyone whom it quotes." }),
    rights: Rights,
    ...addresses,
  })
  .meta({ id: "ArticleSummary", description: "An article without its text." });
export type ArticleSummary = Unaddressed<z.infer<typeof ArticleSummary>>;

export const SpeakerSummary = z
  .strictObject({
    id: SpeakerRef.shape.id,
    name: SpeakerRef.shape.name,
    type: SpeakerType,
    aliases: z.array(z.string().min(1)).meta({ description: "Other names the speaker goes by." }),
    sameAs: z.array(z.url({ protocol: /^https?$/ })).meta({ description: "Pages on other sites about this speaker." }),
    articleCount: z.int().min(0).meta({ description: "Number of articles that quote the speaker." }),
    quoteCount: z.int().min(0).meta({ description: "Number of quotes in all articles." }),
    ...addresses,
  })
  .meta({ id: "SpeakerSummary", description: "A speaker across all articles." });
export type SpeakerSummary = Unaddressed<z.infer<typeof SpeakerSummary>>;

/** The most articles a speaker's profile lists; `/v1/articles?speaker=` lists all. */
export const MAX_APPEARANCES = 100;

export const SpeakerProfile = z
  .strictObject({
    ...SpeakerSummary.shape,
    appearances: z
      .array(
        z
          .strictObject({
            article: ArticleRef,
            quoteCount: z.int().min(1).meta({ description: "Number of quotes in this article." }),
            descriptions: z.array(Span).meta({ description: "How this article describes the speaker." }),
          })
          .meta({ id: "Appearance", description: "An article that quotes the speaker." }),
      )
      .max(MAX_APPEARANCES)
      .meta({ description: "The newest articles that quote the speaker, newest first; `/v1/articles?speaker=` lists all of them." }),
  })
  .meta({ id: "SpeakerProfile", description: "A speaker across all articles, with the descriptions each article gives." });
export type SpeakerProfile = Unaddressed<z.infer<typeof SpeakerProfile>>;

/** The reference to an article in its quotes. */
export function refOf({ slug, headline, publishedAt, publisher, importedAt, revision, rights }: ArticleRef): ArticleRef {
  return { slug, headline, publishedAt, publisher, importedAt, revision, rights };
}

/** The reference to a quote at a place in its text. */
export function quoteRefOf({ id, kind, speakers, basis, confidence }: QuoteRef): QuoteRef {
  return { id, kind, speakers, basis, confidence };
}

/** Every quote of an article as a list item, in the order of the text. */
export function quoteItems(article: Article): QuoteItem[] {
  const text = new CodePointText(textOf(article));
  const ref = refOf(article);
  return article.quotes.map((quote) => ({
    ...quote,
    article: ref,
    context: contextOf(text, quote.segments[0]?.start ?? 0, quote.segments.at(-1)?.end ?? 0),
  }));
}

/** The text around the span from `start` to `end` (code points), at most `CONTEXT_LENGTH` code points on each side. */
export function contextOf(text: CodePointText, start: number, end: number): Context {
  return {
    before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    after: text.slice(end, end + CONTEXT_LENGTH),
  };
}

/** An article as an item of a list. */
export function summaryOf(article: Article): ArticleSummary {
  const { slug, revision, language, publishedAt, updatedAt, importedAt, sourceUrl, publisher, headline, wordCount, rights } = article;
  return {
    slug,
    revision,
    language,
    publishedAt,
    updatedAt,
    importedAt,
    modifiedAt: article.modifiedAt ?? importedAt,
    sourceUrl,
    publisher,
    headline,
    wordCount,
    quoteCount: article.quotes.length,
    speakers: article.speakers.map(({ id, name }) => ({ id, name })),
    rights,
  };
}
