import type { Article, Quote } from "../article/model/schema.ts";
import type { Fault } from "../article/rules/check-article.ts";

/** What an article is or was known by, and the quotes in it. */
export type Names = Pick<Article, "slug" | "aliases"> & { quotes: Pick<Quote, "id" | "aliases">[] };

/** Who owns which slug, alias and quote id among the articles a store holds. */
export interface Owners {
  /** Whether an article has this slug. */
  hasSlug(slug: string): boolean;
  /** Slug of the article that a former slug belongs to. */
  ownerOfAlias(alias: string): string | undefined;
  /** Slug of the article that has a quote, had it under a former id, or had it taken out. */
  ownerOfQuote(id: string): string | undefined;
}

/**
 * What keeps an article out of a store: each slug, alias and quote id, the former ones included, belongs to one article.
 *
 * @param own slugs of the article itself, whose place it takes: its slug, and those it is renamed from
 * @returns the first conflict; `null` when there is none
 */
export function findConflict({ slug, aliases, quotes }: Names, owners: Owners, own: ReadonlySet<string> = new Set([slug])): Fault | null {
  const isOther = (owner: string | undefined) => owner !== undefined && !own.has(owner);
  for (const [index, name] of [slug, ...aliases].entries()) {
    const path = index === 0 ? "slug" : `aliases[${index - 1}]`;
    const owner = owners.ownerOfAlias(name);
    if (isOther(owner)) return fault(path, `"${name}" is an alias of the article "${owner}"`);
    if (!own.has(name) && owners.hasSlug(name)) return fault(path, `"${name}" is the slug of another article`);
  }
  for (const [index, quote] of quotes.entries()) {
    for (const id of [quote.id, ...quote.aliases]) {
      const owner = owners.ownerOfQuote(id);
      if (isOther(owner)) return fault(`quotes[${index}].id`, `"${id}" belongs to the article "${owner}"`);
    }
  }
  return null;
}

export const CONFLICT_CURE = "Each slug, alias and quote id belongs to one article: take it out of one of the two files.";

function fault(path: string, message: string): Fault {
  return { path, message, cure: CONFLICT_CURE };
}
