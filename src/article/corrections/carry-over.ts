import type { Article, Quote } from "../model/schema.ts";
import { pairQuotes } from "./pair-quotes.ts";
import { rebuild } from "./rebuild.ts";

/** A field that extraction may take from the words of an article, where its source does not state it. */
export type Inferred = "language" | "publisher";

/**
 * Makes a newly extracted article the next version of a stored one: aliases, `importedAt` and the ids of quotes stay;
 * dates, the address and the publisher that the source no longer gives are kept. When the slug changes, the previous one becomes an alias.
 *
 * Quotes without a counterpart (see `pairQuotes`) go to `removedQuotes`. One that went before and comes back is the quote that it was.
 *
 * @param next the article as extracted now, under its new slug
 * @param previous the article as it was last written, before editors' corrections
 * @param inferred fields of `next` that its source does not state: what was known of them before stays
 * @param former earlier revisions of it, the latest first, where those that went are looked for
 */
export function carryOver(next: Article, previous: Article, inferred: readonly Inferred[] = [], former: Article[] = []): Article {
  const stated = (field: Inferred) => (inferred.includes(field) ? (previous[field] ?? next[field]) : (next[field] ?? previous[field]));
  const pairs = pairQuotes(next.quotes, previous.quotes);
  const unpaired = next.quotes.filter((quote) => !pairs.has(quote));
  for (const [quote, returned] of pairQuotes(unpaired, removedOf(previous, former))) pairs.set(quote, returned);
  const aliases = new Map(previous.quotes.map((quote) => [quote.id, quote.aliases]));
  const taken = new Set([...previous.quotes.map((quote) => quote.id), ...previous.removedQuotes]);
  const quotes = next.quotes.map((quote) => {
    const id = pairs.get(quote)?.id ?? freeId(quote.id, taken);
    taken.add(id);
    return { ...quote, id, aliases: aliases.get(id) ?? [] };
  });
  const idOf = new Map(next.quotes.map((quote, index) => [quote.id, quotes[index]?.id ?? quote.id]));
  return rebuild(
    {
      ...next,
      aliases: [...new Set([...previous.aliases, previous.slug])].filter((alias) => alias !== next.slug),
      importedAt: previous.importedAt,
      language: stated("language"),
      publishedAt: next.publishedAt ?? previous.publishedAt,
      updatedAt: next.updatedAt ?? previous.updatedAt,
      sourceUrl: next.sourceUrl ?? previous.sourceUrl,
      publisher: stated("publisher"),
      quotes: previous.quotes,
      removedQuotes: previous.removedQuotes,
      echoes: next.echoes.map((echo) => ({ ...echo, quoteId: echo.quoteId === null ? null : (idOf.get(echo.quoteId) ?? null) })),
    },
    quotes,
    next.speakers,
  );
}

/** The quotes of earlier revisions that an article has no more, each as it stood last. */
function removedOf({ removedQuotes }: Article, former: Article[]): Quote[] {
  const left = new Set(removedQuotes);
  return former.flatMap(({ quotes }) => quotes.filter(({ id }) => left.delete(id)));
}

/** An id is never given to another quote. */
function freeId(id: string, taken: Set<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}${number}`)) return `${id}${number}`;
}
