import type { Article, Quote, Speaker } from "../model/schema.ts";
import { displayText } from "../model/text.ts";

/**
 * Rebuilds an article after its quotes changed: sorts the quotes, sets display texts and the quote ids of paragraphs, drops
 * speakers who are not quoted, updates the quotes of echoes, and records the ids of removed quotes.
 *
 * @param article the article before the change
 * @param quotes its quotes now, in any order
 * @param speakers all speakers the quotes may name; the first of each id counts
 */
export function rebuild(article: Article, quotes: Quote[], speakers: Speaker[]): Article {
  const ordered = quotes
    .map((quote) => ({ ...quote, text: displayText(quote.segments) }))
    .sort((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0));
  const quotesOf = new Map<string, string[]>();
  for (const quote of ordered) {
    for (const id of new Set(quote.segments.map((segment) => segment.paragraph))) quotesOf.set(id, [...(quotesOf.get(id) ?? []), quote.id]);
  }
  const quoted = new Set(ordered.flatMap((quote) => quote.attribution.speakers.map((speaker) => speaker.id)));
  const kept = new Map<string, Speaker>();
  for (const speaker of speakers) if (quoted.has(speaker.id) && !kept.has(speaker.id)) kept.set(speaker.id, speaker);
  const present = new Map(ordered.flatMap((quote) => [quote.id, ...quote.aliases].map((id) => [id, quote.id])));
  const removed = new Set([...article.removedQuotes, ...article.quotes.map((quote) => quote.id)]);
  return {
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, quotes: quotesOf.get(paragraph.id) ?? [] })),
    })),
    quotes: ordered,
    removedQuotes: [...removed].filter((id) => !present.has(id)).sort(),
    speakers: [...kept.values()],
    echoes: article.echoes.map((echo) => {
      if (echo.quoteId === null) return echo;
      const quoteId = present.get(echo.quoteId);
      return quoteId === undefined ? { ...echo, quoteId: null, match: null } : { ...echo, quoteId };
    }),
  };
}
