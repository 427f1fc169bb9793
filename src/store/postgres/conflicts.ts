import type pg from "pg";
import type { Article, Quote } from "../../article/model/schema.ts";
import type { Fault } from "../../article/rules/check-article.ts";
import { run } from "./connection.ts";

const CURE = "Each slug, alias and quote id belongs to one article: take it out of one of the two.";

/** What an article is or was known by, and the quotes in it. */
export type Names = Pick<Article, "slug" | "aliases" | "removedQuotes"> & { quotes: Pick<Quote, "id" | "aliases">[] };

export function namesOf({ slug, aliases, removedQuotes, quotes }: Article): Names {
  return { slug, aliases, removedQuotes, quotes: quotes.map(({ id, aliases: former }) => ({ id, aliases: former })) };
}

/** Who owns which slug, alias and quote id, among all that some articles name; kept up as they are taken. */
export class Owners {
  readonly #slugs = new Set<string>();
  readonly #aliases = new Map<string, string>();
  readonly #quotes = new Map<string, string>();

  /** Reads the owners of everything `articles` name. Inside `writing`, so that they stay what they are. */
  static async of(client: pg.PoolClient, articles: Names[]): Promise<Owners> {
    const names = articles.flatMap(({ slug, aliases }) => [slug, ...aliases]);
    const ids = articles.flatMap(({ quotes }) => quotes.flatMap(({ id, aliases }) => [id, ...aliases]));
    const owners = new Owners();
    const slugs = await run<{ slug: string }>(client, "SELECT slug FROM articles WHERE slug = ANY($1::text[])", [names]);
    for (const { slug } of slugs) owners.#slugs.add(slug);
    type Owned = { id: string; slug: string };
    for (const { id, slug } of await run<Owned>(client, "SELECT alias AS id, slug FROM article_aliases WHERE alias = ANY($1::text[])", [
      names,
    ]))
      owners.#aliases.set(id, slug);
    const quotes = `SELECT alias AS id, slug FROM quote_aliases WHERE alias = ANY($1::text[])
      UNION ALL SELECT quote, slug FROM quotes WHERE quote = ANY($1::text[])`;
    for (const { id, slug } of await run<Owned>(client, quotes, [ids])) owners.#quotes.set(id, slug);
    return owners;
  }

  /**
   * What keeps an article out; when nothing does, it owns from now on what it names, and nothing it named before.
   *
   * @param renamed slugs it had before: an article that still has one gives way
   */
  take(article: Names, renamed: string[] = []): Fault | null {
    const own = new Set([article.slug, ...renamed]);
    const fault = this.#conflict(article, own);
    if (fault !== null) return fault;
    for (const owned of [this.#aliases, this.#quotes]) for (const [id, slug] of owned) if (own.has(slug)) owned.delete(id);
    for (const slug of renamed) this.#slugs.delete(slug);
    this.#slugs.add(article.slug);
    for (const alias of article.aliases) this.#aliases.set(alias, article.slug);
    for (const { id, aliases } of article.quotes) for (const one of [id, ...aliases]) this.#quotes.set(one, article.slug);
    for (const id of article.removedQuotes) this.#quotes.set(id, article.slug);
    return null;
  }

  #conflict({ slug, aliases, quotes }: Names, own: ReadonlySet<string>): Fault | null {
    for (const [index, name] of [slug, ...aliases].entries()) {
      const path = index === 0 ? "slug" : `aliases[${index - 1}]`;
      const owner = this.#aliases.get(name);
      if (owner !== undefined && !own.has(owner)) return { path, message: `"${name}" is an alias of the article "${owner}"`, cure: CURE };
      if (this.#slugs.has(name) && !own.has(name)) return { path, message: `"${name}" is the slug of another article`, cure: CURE };
    }
    for (const [index, quote] of quotes.entries()) {
      for (const id of [quote.id, ...quote.aliases]) {
        const owner = this.#quotes.get(id);
        if (owner !== undefined && !own.has(owner))
          return { path: `quotes[${index}].id`, message: `"${id}" belongs to the article "${owner}"`, cure: CURE };
      }
    }
    return null;
  }
}
