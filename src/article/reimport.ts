import { fold } from "./fold.ts";
import { rebuild } from "./rebuild.ts";
import type { Article, Quote } from "./schema.ts";

/** Below this share of common words two quotes are two quotes. A corrected quote rarely loses more than half its words. */
const SAME_QUOTE = 0.5;

/**
 * A newly extracted article as the next version of one that is already held: the slug, its aliases, `importedAt` and the
 * ids of quotes stay, dates and address the source no longer gives are kept.
 *
 * Quotes are matched by their folded words first, then by overlap: the pair with most words in common, one to one. What
 * matches nothing any more goes to `removedQuotes`.
 *
 * @param next what extraction makes of the source now, extracted under the slug of `previous`
 * @param previous the article as it was last written, before editors' corrections
 */
export function carryOver(next: Article, previous: Article): Article {
  const renamed = new Map<string, string>();
  const free = new Set(previous.quotes);
  const open = new Set(next.quotes);
  const pair = (quote: Quote, before: Quote) => {
    renamed.set(quote.id, before.id);
    open.delete(quote);
    free.delete(before);
  };
  const byWords = new Map<string, Quote[]>();
  for (const before of previous.quotes) byWords.set(fold(before.text), [...(byWords.get(fold(before.text)) ?? []), before]);
  for (const quote of next.quotes) {
    const before = byWords.get(fold(quote.text))?.shift();
    if (before !== undefined) pair(quote, before);
  }
  const candidates = [...open]
    .flatMap((quote) => [...free].map((before) => ({ quote, before, share: commonShare(quote.text, before.text) })))
    .filter(({ share }) => share >= SAME_QUOTE)
    .sort((a, b) => b.share - a.share);
  for (const { quote, before } of candidates) if (open.has(quote) && free.has(before)) pair(quote, before);

  const aliases = new Map(previous.quotes.map((quote) => [quote.id, quote.aliases]));
  const taken = new Set([...renamed.values(), ...previous.removedQuotes, ...[...free].map((quote) => quote.id)]);
  const quotes = next.quotes.map((quote) => {
    const id = renamed.get(quote.id) ?? freeId(quote.id, taken);
    taken.add(id);
    return { ...quote, id, aliases: aliases.get(id) ?? [] };
  });
  const idOf = new Map(next.quotes.map((quote, index) => [quote.id, quotes[index]?.id ?? quote.id]));
  return rebuild(
    {
      ...next,
      slug: previous.slug,
      aliases: previous.aliases,
      importedAt: previous.importedAt,
      language: next.language ?? previous.language,
      publishedAt: next.publishedAt ?? previous.publishedAt,
      updatedAt: next.updatedAt ?? previous.updatedAt,
      sourceUrl: next.sourceUrl ?? previous.sourceUrl,
      quotes: previous.quotes,
      removedQuotes: previous.removedQuotes,
      echoes: next.echoes.map((echo) => ({ ...echo, quote: echo.quote === null ? null : (idOf.get(echo.quote) ?? null) })),
    },
    quotes,
    next.speakers,
  );
}

/** A quote that comes back after it was removed is a new quote: an id is never reused for other words or revived by machine. */
function freeId(id: string, taken: Set<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}${number}`)) return `${id}${number}`;
}

/** Words two quotes share, as a part of all the words of both (Jaccard index over folded words, repeated words counted). */
function commonShare(a: string, b: string): number {
  const words = fold(a).split(" ");
  const others = new Map<string, number>();
  for (const word of fold(b).split(" ")) others.set(word, (others.get(word) ?? 0) + 1);
  const size = words.length + [...others.values()].reduce((sum, count) => sum + count, 0);
  let common = 0;
  for (const word of words) {
    const left = others.get(word) ?? 0;
    if (left === 0) continue;
    others.set(word, left - 1);
    common += 1;
  }
  return common / (size - common);
}
