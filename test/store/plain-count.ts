import type { Dimension } from "../../src/article/model/dimensions.ts";
import { pronounsOf } from "../../src/article/model/pronouns.ts";
import type { Article, Quote } from "../../src/article/model/schema.ts";
import { fold } from "../../src/article/words/fold.ts";
import type { Filters } from "../../src/store/store.ts";

/** A quote with its article and one of its speakers, `null` where it has none. */
interface Said {
  article: Article;
  quote: Quote;
  speaker: Article["speakers"][number] | null;
}

export type Counted = { values: (string | null)[]; quoteCount: number; wordCount: number; speakerCount: number; articleCount: number };

/** Counts quotes one by one, in the plainest way there is: what both stores must give. */
export function plainCount(articles: Article[], by: Dimension[], filters: Partial<Filters>): Counted[] {
  const said = articles.filter((article) => passes(article, filters)).flatMap((article) => saidIn(article, filters));
  const groups = Map.groupBy(said, (one) => JSON.stringify(by.map((dimension) => dimensionOf(one, dimension))));
  return [...groups].map(([values, of]) => ({ values: JSON.parse(values), ...countsOf(of) }));
}

/** Counts articles one by one: how many have each value of a dimension, themselves or in a quote that passes. */
export function plainArticleCount(articles: Article[], dimension: Dimension, filters: Partial<Filters>): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  const isOfQuotes = ["speaker", "speakerType", "kind", "basis", "confidence", "pronoun"].includes(dimension);
  for (const article of articles) {
    const said = saidIn(article, filters);
    if (!passes(article, filters) || (said.length === 0 && asksForQuotes(filters))) continue;
    const own = isOfQuotes ? said.map((one) => dimensionOf(one, dimension)) : [articleValue(article, dimension)];
    for (const value of new Set(own)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function countsOf(said: Said[]): Omit<Counted, "values"> {
  const quotes = new Map(said.map(({ quote }) => [quote.id, quote]));
  const words = [...quotes.values()].flatMap(({ segments }) => segments.flatMap(({ text }) => fold(text).split(" ").filter(Boolean)));
  return {
    quoteCount: quotes.size,
    wordCount: words.length,
    speakerCount: new Set(said.flatMap(({ speaker }) => speaker?.id ?? [])).size,
    articleCount: new Set(said.map(({ article }) => article.slug)).size,
  };
}

function saidIn(article: Article, { speakers, speakerTypes, kinds, bases, confidences }: Partial<Filters>): Said[] {
  return article.quotes.flatMap((quote) => {
    const ids = quote.attribution.speakers.map(({ id }) => id);
    const by = ids.length === 0 ? [null] : article.speakers.filter(({ id }) => ids.includes(id));
    const asked = by.filter((speaker) => oneOf(speakers, speaker?.id ?? null) && oneOf(speakerTypes, speaker?.type));
    const { basis, confidence } = quote.attribution;
    const isFound = oneOf(kinds, quote.kind) && oneOf(bases, basis) && oneOf(confidences, confidence);
    return isFound ? asked.map((speaker) => ({ article, quote, speaker })) : [];
  });
}

function passes(article: Article, filters: Partial<Filters>): boolean {
  const { publishedFrom, publishedTo, languages, publishers, articles } = filters;
  const day = article.publishedAt?.slice(0, 10) ?? null;
  return (
    (!publishedFrom || (day !== null && day >= publishedFrom)) &&
    (!publishedTo || (day !== null && day <= publishedTo)) &&
    oneOf(articles, article.slug) &&
    oneOf(publishers, fold(article.publisher ?? "") || null) &&
    (!languages || languages.some((range) => `${article.language?.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`)))
  );
}

function asksForQuotes({ speakers, speakerTypes, kinds, bases, confidences }: Partial<Filters>): boolean {
  return [speakers, speakerTypes, kinds, bases, confidences].some((asked) => asked !== undefined && asked !== null);
}

function oneOf<T>(asked: T[] | null | undefined, value: T | null | undefined): boolean {
  return !asked || asked.includes(value as T);
}

function dimensionOf({ article, quote, speaker }: Said, dimension: Dimension): string | null {
  if (dimension === "speaker") return speaker?.id ?? null;
  if (dimension === "speakerType") return speaker?.type ?? null;
  if (dimension === "pronoun") return speaker === null ? null : (pronounsOf(article).get(speaker.id) ?? null);
  if (dimension === "kind") return quote.kind;
  if (dimension === "basis") return quote.attribution.basis;
  if (dimension === "confidence") return quote.attribution.confidence;
  return articleValue(article, dimension);
}

function articleValue(article: Article, dimension: Dimension): string | null {
  if (dimension === "year") return article.publishedAt?.slice(0, 4) ?? null;
  if (dimension === "month") return article.publishedAt?.slice(0, 7) ?? null;
  if (dimension === "language") return article.language?.toLowerCase() ?? null;
  return fold(article.publisher ?? "") || null;
}
