import type pg from "pg";
import type { Article } from "../../../article/model/schema.ts";
import type { Fault } from "../../../article/rules/check-article.ts";
import { findConflict, type Owners } from "../../conflicts.ts";
import { run } from "../connection.ts";

/** The owners of everything that the articles of one batch name, kept up as they are taken. */
export class BatchOwners implements Owners {
  readonly #slugs = new Set<string>();
  readonly #aliases = new Map<string, string>();
  readonly #quotes = new Map<string, string>();

  /** Reads the owners of everything `articles` name. Inside `writing`, so that they stay what they are. */
  static async of(client: pg.ClientBase, articles: Article[]): Promise<BatchOwners> {
    const names = articles.flatMap(({ slug, aliases }) => [slug, ...aliases]);
    const ids = articles.flatMap(({ quotes }) => quotes.flatMap(({ id, aliases }) => [id, ...aliases]));
    const owners = new BatchOwners();
    const slugs = await run<{ slug: string }>(client, "SELECT slug FROM articles WHERE slug = ANY($1::text[])", [names]);
    for (const { slug } of slugs) owners.#slugs.add(slug);
    type Owned = { id: string; slug: string };
    const aliases = "SELECT alias AS id, slug FROM article_aliases WHERE alias = ANY($1::text[])";
    for (const { id, slug } of await run<Owned>(client, aliases, [names])) owners.#aliases.set(id, slug);
    const quotes = `SELECT alias AS id, slug FROM quote_aliases WHERE alias = ANY($1::text[])
      UNION ALL SELECT quote, slug FROM quotes WHERE quote = ANY($1::text[])`;
    for (const { id, slug } of await run<Owned>(client, quotes, [ids])) owners.#quotes.set(id, slug);
    return owners;
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

  /**
   * What keeps an article out; when nothing does, it owns from now on what it names, and nothing it named before.
   *
   * @param renamed slugs it had before: an article that still has one gives way
   */
  take(article: Article, renamed: string[]): Fault | null {
    const own = new Set([article.slug, ...renamed]);
    const fault = findConflict(article, this, own);
    if (fault !== null) return fault;
    for (const owned of [this.#aliases, this.#quotes]) for (const [id, slug] of owned) if (own.has(slug)) owned.delete(id);
    for (const slug of renamed) this.#slugs.delete(slug);
    this.#slugs.add(article.slug);
    for (const alias of article.aliases) this.#aliases.set(alias, article.slug);
    for (const { id, aliases } of article.quotes) for (const one of [id, ...aliases]) this.#quotes.set(one, article.slug);
    for (const id of article.removedQuotes) this.#quotes.set(id, article.slug);
    return null;
  }
}
