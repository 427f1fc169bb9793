import { z } from "zod";
import { type ArticleSummary, QuoteItem } from "../../article/model/items.ts";
import { Article, QuoteKind, SpeakerRef } from "../../article/model/schema.ts";
import { articleUrl, externalUrl, quoteUrl } from "../../representations/links.ts";
import { quoteText } from "../../representations/quote-text.ts";
import { rightsLine } from "../../representations/rights.ts";
import type { Served } from "./tool.ts";

// What tools show of articles and quotes: enough to read, to cite and to ask on, without the places in the text that `/v1` gives.

/** The article that words are from: how to cite it. */
export const Cited = z
  .object({
    slug: z.string(),
    headline: z.string(),
    publishedAt: Article.shape.publishedAt,
    publisher: z.string().nullable(),
    url: z.string().meta({ description: "Page of the article." }),
    sourceUrl: z.string().nullable().meta({ description: "Where it was first published." }),
    rights: z.string().meta({ description: "Who holds the rights to the words." }),
  })
  .meta({ id: "Cited", description: "The article that words are from." });
export type Cited = z.infer<typeof Cited>;

export const QuoteShown = z
  .object({
    id: z.string(),
    kind: QuoteKind,
    text: z.string().meta({ description: "The words; ` … ` joins what the reporter's words part." }),
    speakers: z.array(SpeakerRef).meta({ description: "Who said it; none where the text names nobody." }),
    mention: z.string().nullable().meta({ description: "How the text names the speaker there." }),
    cue: z.string().nullable().meta({ description: 'How the text reports it: "said".' }),
    confidence: QuoteItem.shape.attribution.shape.confidence.meta({ description: "How sure it is that these are the speakers." }),
    url: z.string().meta({ description: "Page of the quote." }),
  })
  .meta({ id: "QuoteShown", description: "A quote and who said it." });
export type QuoteShown = z.infer<typeof QuoteShown>;

export const QuoteFound = z
  .object({ ...QuoteShown.shape, article: Cited })
  .meta({ id: "QuoteFound", description: "A quote and the article it is from." });
export type QuoteFound = z.infer<typeof QuoteFound>;

type CitedFields = Pick<Article, "slug" | "headline" | "publishedAt" | "publisher" | "sourceUrl" | "rights">;

/** How to cite an article. */
export function citedOf({ slug, headline, publishedAt, publisher, sourceUrl, rights }: CitedFields, { site }: Pick<Served, "site">): Cited {
  return {
    slug,
    headline: headline.text,
    publishedAt,
    publisher,
    url: articleUrl(site, slug),
    sourceUrl: externalUrl(sourceUrl),
    rights: rightsLine(rights),
  };
}

/** A quote without its places in the text. */
export function quoteShown({ id, kind, text, attribution }: Article["quotes"][number], { site }: Pick<Served, "site">): QuoteShown {
  const { speakers, mention, cue, confidence } = attribution;
  return { id, kind, text, speakers, mention: mention?.text ?? null, cue: cue?.text ?? null, confidence, url: quoteUrl(site, id) };
}

/** Quotes of a list, as data and as text. One whose article has been withdrawn since is left out. */
export async function quotesFound(items: string[], served: Served): Promise<{ quotes: QuoteFound[]; text: string }> {
  const quotes = items.map((json) => JSON.parse(json) as QuoteItem);
  const cited = await citedBySlug(
    quotes.map(({ article }) => article.slug),
    served,
  );
  const found = quotes.flatMap((quote) => {
    const article = cited.get(quote.article.slug);
    if (article === undefined) return [];
    return [{ shown: { ...quoteShown(quote, served), article }, text: [quoteText(quote, served.site), ...whereFound(article)].join("\n") }];
  });
  return { quotes: found.map(({ shown }) => shown), text: found.map(({ text }) => text).join("\n\n") };
}

/** How to cite the articles of slugs. */
async function citedBySlug(slugs: string[], served: Served): Promise<Map<string, Cited>> {
  return new Map([...(await summariesOf(slugs, served))].map(([slug, summary]) => [slug, citedOf(summary, served)]));
}

/** What the tools that check quotes add to an answer. */
export const matchedArticles = { articles: z.array(Cited).meta({ description: "The articles of the matches." }) };

/** How to cite the articles of matches, each once. */
export async function articlesMatched(matches: { passages: { article: { slug: string } }[] }[], served: Served): Promise<Cited[]> {
  const slugs = matches.flatMap(({ passages }) => passages.map(({ article }) => article.slug));
  return [...(await citedBySlug(slugs, served)).values()];
}

/** What lists say of the articles of slugs, by slug: items name their article, but not where it was first published. */
export async function summariesOf(slugs: string[], { store }: Served): Promise<Map<string, ArticleSummary>> {
  const ids = [...new Set(slugs)];
  if (ids.length === 0) return new Map();
  const { items } = await store.articles({ ids, limit: ids.length });
  return new Map(items.map((json) => JSON.parse(json) as ArticleSummary).map((summary) => [summary.slug, summary]));
}

/** What precedes and what follows the items of a page, for a model to read. */
export function pageText(name: string, shown: number, total: number, text: string, nextCursor: string | null): string {
  const head = total === 0 ? `No ${name} found.` : `${shown} of ${total} ${name}.`;
  const more = nextCursor === null ? [] : [`There are more: call again with the same arguments and cursor "${nextCursor}".`];
  return [head, ...(text === "" ? [] : [text]), ...more].join("\n\n");
}

/** An article in one paragraph: headline, outlet, day, addresses, rights. */
export function citedLine(cited: Cited): string {
  const { headline, publisher, publishedAt, url, rights } = cited;
  const known = [publisher, publishedAt].filter((part) => part !== null);
  return [[`“${headline}”`, ...known].join(", "), url, rights, ...whereFound(cited)].join("\n");
}

/** What other tools know the article by, and where it was first published. */
function whereFound({ slug, sourceUrl }: Cited): string[] {
  return [`Article: ${slug}`, ...(sourceUrl === null ? [] : [`First published: ${sourceUrl}`])];
}
