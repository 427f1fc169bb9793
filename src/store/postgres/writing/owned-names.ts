import type pg from "pg";
import type { Article } from "../../../article/model/schema.ts";
import type { Owners } from "../../conflicts.ts";
import { run } from "../connection.ts";

/** Who owns the slugs, aliases and quote ids that some articles name, withdrawn ones too; kept up as articles are written. */
export class OwnedNames implements Owners {
  readonly #slugs = new Set<string>();
  readonly #aliases = new Map<string, string>();
  readonly #quotes = new Map<string, string>();

  /** Reads who owns what these articles name. Inside `writing`, so that nobody else changes it. */
  static async of(client: pg.PoolClient, articles: Article[]): Promise<OwnedNames> {
    const names = articles.flatMap(({ slug, aliases }) => [slug, ...aliases]);
    const ids = articles.flatMap(({ quotes }) => quotes.flatMap(({ id, aliases }) => [id, ...aliases]));
    const owned = new OwnedNames();
    const slugs = `SELECT slug FROM articles WHERE slug = ANY($1::text[])
      UNION ALL SELECT slug FROM withdrawn WHERE slug = ANY($1::text[])`;
    for (const { slug } of await run<{ slug: string }>(client, slugs, [names])) owned.#slugs.add(slug);
    const aliases = `SELECT alias AS name, slug FROM article_aliases WHERE alias = ANY($1::text[])
      UNION ALL SELECT unnest(names), slug FROM withdrawn WHERE names && $1::text[]`;
    for (const { name, slug } of await run<Owned>(client, aliases, [names])) if (name !== slug) owned.#aliases.set(name, slug);
    const quotes = `SELECT alias AS name, slug FROM quote_aliases WHERE alias = ANY($1::text[])
      UNION ALL SELECT quote, slug FROM quotes WHERE quote = ANY($1::text[])
      UNION ALL SELECT unnest(quotes), slug FROM withdrawn WHERE quotes && $1::text[]`;
    for (const { name, slug } of await run<Owned>(client, quotes, [ids])) owned.#quotes.set(name, slug);
    return owned;
  }

  hasSlug(slug: string): boolean {
    return this.#slugs.has(slug);
  }

  ownerOfAlias(alias: string): string | undefined {
    return this.#aliases.get(alias);
  }

  ownerOfQuote(id: string): string | undefined {
    return this.#quotes.get(id);
  }

  /** Gives an article what it names, and takes away what it named before. @param renamed slugs that it had before */
  give({ slug, aliases, quotes, removedQuotes }: Article, renamed: string[]): void {
    const before = new Set([slug, ...renamed]);
    for (const owned of [this.#aliases, this.#quotes]) for (const [name, owner] of owned) if (before.has(owner)) owned.delete(name);
    for (const former of renamed) this.#slugs.delete(former);
    this.#slugs.add(slug);
    for (const alias of aliases) this.#aliases.set(alias, slug);
    for (const quote of quotes) for (const id of [quote.id, ...quote.aliases]) this.#quotes.set(id, slug);
    for (const id of removedQuotes) this.#quotes.set(id, slug);
  }
}

interface Owned {
  name: string;
  slug: string;
}
