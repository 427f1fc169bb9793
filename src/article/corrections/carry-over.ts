import type { Article } from "../model/schema.ts";
import { pairQuotes } from "./pair-quotes.ts";
import { rebuild } from "./rebuild.ts";

/** A field that extraction may take from the words of an article, where its source does not state it. */
export type Inferred = "language" | "publisher";

/**
 * Makes a newly extracted article the next version of a stored one: aliases, `importedAt` and the ids of quotes stay;
 * dates, the address and the publisher that the source no longer gives are kept. When the slug changes, the previous one becomes an alias.
 *
 * Quotes without a counterpart (see `pairQuotes`) go to `removedQuotes`.
 *
 * @param next the article as extracted now, under its new slug
 * @param previous the article as it was last written, before editors' corrections
 * @param inferred fields of `next` that its source does not state: what was known of them before stays
 */
export function carryOver(next: Article, previous: Article, inferred: readonly Inferred[] = []): Article {
  const stated = (field: Inferred) => (inferred.includes(field) ? (previous[field] ?? next[field]) : (next[field] ?? previous[field]));
  const pairs = pairQuotes(next.quotes, previous.quotes);
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

/** A quote that is found again after it was removed gets a new id: an id is never reused, and only editors may restore one. */
function freeId(id: string, taken: Set<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}${number}`)) return `${id}${number}`;
}
