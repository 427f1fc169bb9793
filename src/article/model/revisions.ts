import { z } from "zod";
import { type FormerRevision, ServedPeriod } from "./history.ts";
import { type Article, Quote, Revision } from "./schema.ts";

// What the present article and its former revisions say together: which text was served when, and which quotes it had.

/** One text of an article and when it was served. */
export interface ServedRevision {
  /** As it is served, or was served last. */
  article: Article;
  /** In the order of time. */
  served: ServedPeriod[];
  /** Whether it is the present one. */
  current: boolean;
}

/**
 * All revisions of an article, newest first. The present one begins where the last of the others ended, else with the import.
 *
 * @param former of the article, the one served last first; it may hold the present text, where that came back
 */
export function revisionsOf(article: Article, former: FormerRevision[]): ServedRevision[] {
  const ends = former.flatMap(({ served }) => served.map(({ until }) => until)).sort();
  const before = former.find(({ revision }) => revision === article.revision)?.served ?? [];
  const present = { article, served: [...before, { from: ends.at(-1) ?? article.importedAt, until: null }], current: true };
  const others = former.filter(({ revision }) => revision !== article.revision);
  return [present, ...others.map(({ article, served }) => ({ article, served, current: false }))];
}

/** A time in which a quote stood in an article. */
export const QuoteRevision = z
  .strictObject({
    revision: Revision.meta({ description: "The article's revision: `?revision=` answers with it." }),
    ...ServedPeriod.shape,
    text: Quote.shape.text.meta({ description: "The quote as it stood there." }),
    match: z.enum(["same", "altered"]).meta({
      id: "QuoteRevisionMatch",
      description: "Whether its words are those of the present text, to the letter.",
    }),
  })
  .meta({ id: "QuoteRevision", description: "A time in which the quote stood in its article, and its words then." });
export type QuoteRevision = z.infer<typeof QuoteRevision>;

/** When a quote of the present text stood in its article, newest first. */
export function quoteRevisions(quote: Quote, revisions: ServedRevision[]): QuoteRevision[] {
  return revisions
    .flatMap(({ article, served }) => {
      const one = article.quotes.find((other) => isSameQuote(other, quote));
      if (one === undefined) return [];
      const match = one.text === quote.text ? ("same" as const) : ("altered" as const);
      return served.map(({ from, until }) => ({ revision: article.revision, from, until, text: one.text, match }));
    })
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}

/** The last text that had a quote: its name, its headline, the words, and when another took its place; `null` when none had it. @param former the one served last first */
export function lastWithQuote(
  id: string,
  former: FormerRevision[],
): { revision: string; headline: string; until: string; text: string } | null {
  for (const { revision, article, served } of former) {
    const quote = article.quotes.find((one) => one.id === id || one.aliases.includes(id));
    const until = served.at(-1)?.until;
    if (quote !== undefined && until !== undefined) return { revision, headline: article.headline.text, until, text: quote.text };
  }
  return null;
}

/** Whether two revisions of an article have the same quote: ids stay, and a replaced one becomes an alias. */
export function isSameQuote(a: Pick<Quote, "id" | "aliases">, b: Pick<Quote, "id" | "aliases">): boolean {
  return a.id === b.id || a.aliases.includes(b.id) || b.aliases.includes(a.id);
}
