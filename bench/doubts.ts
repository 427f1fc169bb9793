import type { Article, SpeakerRef } from "../src/article/model/schema.ts";

/** A quote that is recorded for the wrong speaker, and who said it. */
export interface Doubted {
  quote: string;
  said: SpeakerRef;
}

/** Of how many articles one has a doubtful attribution. */
const EVERY = 8;

/**
 * Gives the first quote of some articles to another of their speakers, as a pronoun that was resolved wrongly would, with a
 * confidence below `high`.
 */
export function doubted(articles: Article[]): { articles: Article[]; doubts: Doubted[] } {
  const doubts: Doubted[] = [];
  const changed = articles.map((article, index) => {
    const quote = article.quotes.find(({ kind, attribution }) => kind === "direct" && attribution.speakers.length === 1);
    const [said] = quote?.attribution.speakers ?? [];
    // Everybody whom an article lists is quoted in it.
    const isQuotedElsewhere = article.quotes.some((one) => one !== quote && one.attribution.speakers.some(({ id }) => id === said?.id));
    const other = isQuotedElsewhere ? article.speakers.find(({ id }) => id !== said?.id) : undefined;
    if (index % EVERY !== 0 || quote === undefined || said === undefined || other === undefined) return article;
    doubts.push({ quote: quote.segments[0]?.text ?? "", said });
    const attribution = {
      ...quote.attribution,
      speakers: [{ id: other.id, name: other.name }],
      basis: "pronoun" as const,
      confidence: index % (2 * EVERY) === 0 ? ("medium" as const) : ("low" as const),
    };
    return { ...article, quotes: article.quotes.map((one) => (one === quote ? { ...quote, attribution } : one)) };
  });
  return { articles: changed, doubts };
}
