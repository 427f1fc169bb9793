import { MAX_APPEARANCES, refOf } from "../../article/model/items.ts";
import { articlesQuery, candidatesQuery, quotesQuery, searchQuery, speakersQuery } from "../queries.ts";
import type {
  ArticlesQuery,
  Asked,
  Candidates,
  CandidatesQuery,
  Found,
  Health,
  Page,
  QuotesQuery,
  SearchPage,
  SearchQuery,
  SpeakersQuery,
  Store,
  StoreProblem,
} from "../store.ts";
import { StoreUnavailable, UnsoundContent } from "../store.ts";
import { isStorable } from "./connection.ts";
import { findCandidates, search } from "./finding.ts";
import { articlesStatement, keyOf, type ListStatement, quotesStatement, speakersStatement } from "./lists.ts";
import { migrate } from "./migrate.ts";
import { Servers } from "./servers.ts";

export interface PostgresOptions {
  /** Connection URL: `postgres://user:password@host/database`. */
  url: string;
  /** Connection URL of read replicas, if there are any. */
  readUrl: string | null;
  /** Told of everything that keeps content from being served, and of servers that do not answer. */
  onProblem: (problem: StoreProblem, error?: Error) => void;
}

/** An archive in PostgreSQL, for any number of processes that serve it. */
export class PostgresStore implements Store {
  readonly #servers: Servers;
  readonly #onProblem: PostgresOptions["onProblem"];
  readonly #listeners = new Set<() => void>();
  readonly #told = new Set<string>();

  private constructor({ url, readUrl, onProblem }: PostgresOptions) {
    this.#onProblem = onProblem;
    this.#servers = new Servers({
      url,
      readUrl,
      onChange: () => {
        this.#told.clear();
        for (const listener of this.#listeners) listener();
      },
      onTrouble: (message, error) =>
        onProblem({ where: "database", path: null, message, cure: "Check the server and the network." }, error),
    });
  }

  /** Connects and brings the schema up to date. @throws when the database cannot be reached or is newer than this version */
  static async open(options: PostgresOptions): Promise<PostgresStore> {
    const store = new PostgresStore(options);
    try {
      await migrate(store.#servers.primary);
      await store.#servers.open();
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  async article(slug: string): Promise<Found> {
    if (!isStorable(slug)) return { state: "unknown" };
    const [row] = await this.#servers.read<{ json: string; sound: boolean; moved: string | null }>(
      `SELECT json, sound, NULL AS moved FROM articles WHERE slug = $1
       UNION ALL SELECT '', true, slug FROM article_aliases WHERE alias = $1 ORDER BY moved NULLS FIRST LIMIT 1`,
      [slug],
    );
    if (row === undefined) return { state: "unknown" };
    if (row.moved !== null) return { state: "moved", to: row.moved };
    if (!row.sound) throw unsound(`article ${slug}`);
    return { state: "found", json: row.json };
  }

  async quote(id: string): Promise<Found> {
    if (!isStorable(id)) return { state: "unknown" };
    const [row] = await this.#servers.read<{ item: string | null; slug: string; sound: boolean; moved: string | null }>(
      `SELECT q.item, q.slug, q.sound AND a.sound AS sound, NULL AS moved FROM quotes q JOIN articles a ON a.slug = q.slug WHERE q.quote = $1
       UNION ALL SELECT NULL, slug, true, quote FROM quote_aliases WHERE alias = $1 ORDER BY item NULLS LAST LIMIT 1`,
      [id],
    );
    if (row === undefined) return { state: "unknown" };
    if (row.item === null) return row.moved === null ? { state: "removed" } : { state: "moved", to: row.moved };
    if (!row.sound) throw unsound(`quote ${id} of article ${row.slug}`);
    return { state: "found", json: row.item };
  }

  async speaker(id: string): Promise<Found> {
    if (!isStorable(id)) return { state: "unknown" };
    type Row = { summary: string; sound: boolean; article: string | null; detail: string; quotes: number; moved: string | null };
    const rows = await this.#servers.read<Row>(
      `SELECT s.summary, s.sound, x.*, NULL AS moved FROM speakers s LEFT JOIN LATERAL (
         SELECT a.summary AS article, p.detail, p.quotes::int, p.sort_published, p.slug FROM appearances p JOIN articles a ON a.slug = p.slug
         WHERE p.speaker = s.speaker AND a.sound ORDER BY p.sort_published DESC, p.slug LIMIT ${MAX_APPEARANCES}) AS x ON true
       WHERE s.speaker = $1
       UNION ALL SELECT '', true, NULL, NULL, NULL, NULL, NULL, speaker FROM speaker_aliases WHERE alias = $1
       ORDER BY moved NULLS FIRST, sort_published DESC, slug`,
      [id],
    );
    const [first] = rows;
    if (first === undefined) return { state: "unknown" };
    if (first.moved !== null) return { state: "moved", to: first.moved };
    if (!first.sound) throw unsound(`speaker ${id}`);
    const appearances = rows.flatMap(({ article, detail, quotes, moved }) =>
      article === null || moved !== null
        ? []
        : [{ article: refOf(JSON.parse(article)), quotes, descriptions: JSON.parse(detail).descriptions }],
    );
    return { state: "found", json: JSON.stringify({ ...JSON.parse(first.summary), appearances }) };
  }

  async articles(asked: Asked<ArticlesQuery>): Promise<Page> {
    return this.#page(articlesStatement(articlesQuery(asked)), asked.limit);
  }

  async quotes(asked: Asked<QuotesQuery>): Promise<Page> {
    return this.#page(quotesStatement(quotesQuery(asked)), asked.limit);
  }

  async speakers(asked: Asked<SpeakersQuery>): Promise<Page> {
    return this.#page(speakersStatement(speakersQuery(asked)), asked.limit);
  }

  async search(asked: Asked<SearchQuery, "limit" | "phrases">): Promise<SearchPage> {
    return search(this.#servers, searchQuery(asked));
  }

  async candidates(asked: Asked<CandidatesQuery, "limit" | "probes">): Promise<Candidates> {
    return findCandidates(this.#servers, candidatesQuery(asked));
  }

  async health(): Promise<Health> {
    try {
      const rows = await this.#servers.read<{ articles: number; slug: string | null }>(
        `SELECT t.articles, u.slug FROM (SELECT coalesce(sum(n), 0)::int AS articles FROM tallies WHERE list = 'articles' AND day = '*') AS t
         LEFT JOIN (SELECT slug FROM articles WHERE NOT sound UNION SELECT slug FROM quotes WHERE NOT sound) AS u ON true`,
        [],
      );
      const problems = rows.flatMap(({ slug }) => (slug === null ? [] : [unsoundProblem(slug)]));
      const articles = (rows[0]?.articles ?? 0) - problems.length;
      return { ready: articles > 0 || problems.length === 0, articles, problems };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      const problem = { where: "database", path: null, message: error.message, cure: "Check the server and the network." };
      return { ready: false, articles: 0, problems: [problem] };
    }
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#servers.close();
  }

  async #page({ text, values, key }: ListStatement, limit: number): Promise<Page> {
    const rows = await this.#servers.read<ListRow>(text, values);
    for (const slug of rows[0]?.unsound ?? []) {
      if (this.#told.has(slug)) continue;
      this.#told.add(slug);
      this.#onProblem(unsoundProblem(slug));
    }
    const found = rows.filter(({ item }) => item !== null);
    const shown = found.slice(0, limit);
    return {
      items: shown.map(({ item }) => item as string),
      total: rows[0]?.total ?? 0,
      next: found.length > limit ? keyOf(shown.at(-1), key) : null,
    };
  }
}

interface ListRow {
  total: number;
  unsound: string[] | null;
  item: string | null;
}

function unsoundProblem(slug: string): StoreProblem {
  return {
    where: `article ${slug}`,
    path: null,
    message: "its rows were changed outside Verbatim and it is not served",
    cure: "Import or load it again.",
  };
}

function unsound(what: string): UnsoundContent {
  return new UnsoundContent(`${what}: its row was changed outside Verbatim and is not served. Import or load the article again.`);
}
