import type pg from "pg";
import type { FormerRevision } from "../../article/model/history.ts";
import { MAX_APPEARANCES, refOf } from "../../article/model/items.ts";
import type { Statistics } from "../../article/model/statistics.ts";
import type { Desk } from "../desk.ts";
import {
  articlesQuery,
  candidatesQuery,
  facetsQuery,
  lettersQuery,
  quotesQuery,
  searchQuery,
  speakersQuery,
  statisticsQuery,
} from "../queries.ts";
import { described, quoteJson } from "../rows.ts";
import { keyOf } from "../sorts.ts";
import type {
  ArticlesQuery,
  Asked,
  Candidates,
  CandidatesQuery,
  Changes,
  ChangesQuery,
  Described,
  DescriptionsQuery,
  DirectoryEntry,
  DirectoryQuery,
  Facets,
  FacetsQuery,
  Found,
  Health,
  Letter,
  LettersQuery,
  Measures,
  NamesQuery,
  Page,
  QuotesQuery,
  SearchQuery,
  SpeakersQuery,
  StatisticsQuery,
  Store,
  StoreProblem,
} from "../store.ts";
import { StoreUnavailable } from "../store.ts";
import { isStorable } from "./connection.ts";
import { openDatabaseDesk } from "./database-desk.ts";
import { migrate } from "./migrate.ts";
import { findCandidates } from "./queries/candidates.ts";
import type { PageStatement } from "./queries/conditions.ts";
import { readDirectory } from "./queries/directory.ts";
import { readChanges, readRevisions, tombstonesOf, withdrawnBy } from "./queries/history.ts";
import {
  articlesStatement,
  descriptionsStatement,
  lettersStatement,
  namesStatement,
  quotesStatement,
  speakersStatement,
} from "./queries/lists.ts";
import { search } from "./queries/search.ts";
import { countFacets, countStatistics } from "./queries/statistics.ts";
import { Servers } from "./servers.ts";

export interface PostgresOptions {
  /** Connection URL: `postgres://user:password@host/database`. */
  url: string;
  /** Connection URL of read replicas, if there are any. */
  readUrl: string | null;
  /** Told of servers that do not answer and connections that were lost. */
  onProblem: (problem: StoreProblem, error?: Error) => void;
}

/** An archive in PostgreSQL, for any number of processes that serve it. */
export class PostgresStore implements Store {
  readonly #servers: Servers;
  readonly #listeners = new Set<() => void>();

  private constructor({ url, readUrl, onProblem }: PostgresOptions) {
    this.#servers = new Servers({
      url,
      readUrl,
      onChange: () => {
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
    const [row] = await this.#servers.read<{ json: string | null; moved: string | null; tombstone: string | null }>(
      `SELECT json, moved, tombstone FROM (
         SELECT 1 AS place, json, NULL AS moved, NULL AS tombstone FROM articles WHERE slug = $1
         UNION ALL SELECT 2, NULL, slug, NULL FROM article_aliases WHERE alias = $1
         UNION ALL SELECT 3, NULL, NULL, tombstone FROM (${tombstonesOf("names", "$1")}) AS gone) AS found ORDER BY place LIMIT 1`,
      [slug],
    );
    if (row === undefined) return { state: "unknown" };
    if (row.json !== null) return { state: "found", json: row.json };
    return row.tombstone === null ? { state: "moved", to: row.moved as string } : withdrawnBy(row.tombstone);
  }

  async quote(id: string): Promise<Found> {
    if (!isStorable(id)) return { state: "unknown" };
    type Row = { json: string | null; place: number; moved: string | null; slug: string | null; tombstone: string | null };
    const [row] = await this.#servers.read<Row>(
      `SELECT a.json, q.place, NULL AS moved, q.slug, NULL AS tombstone FROM quotes q JOIN articles a ON a.slug = q.slug WHERE q.quote = $1
       UNION ALL SELECT NULL, NULL, quote, slug, NULL FROM quote_aliases WHERE alias = $1
       UNION ALL SELECT NULL, NULL, NULL, NULL, tombstone FROM (${tombstonesOf("quotes", "$1")}) AS gone
       ORDER BY json NULLS LAST, tombstone NULLS FIRST LIMIT 1`,
      [id],
    );
    if (row === undefined) return { state: "unknown" };
    if (row.json !== null) return { state: "found", json: quoteJson(row.json)[row.place] as string };
    if (row.tombstone !== null) return withdrawnBy(row.tombstone);
    return row.moved === null ? { state: "removed", slug: row.slug as string } : { state: "moved", to: row.moved };
  }

  async speaker(id: string): Promise<Found> {
    if (!isStorable(id)) return { state: "unknown" };
    type Row = { summary: string; article: string | null; detail: string; quotes: number; moved: string | null };
    const rows = await this.#servers.read<Row>(
      `SELECT s.summary, x.*, NULL AS moved FROM speakers s LEFT JOIN LATERAL (
         SELECT a.summary AS article, p.detail, p.quotes, p.sort_published, p.slug FROM appearances p JOIN articles a ON a.slug = p.slug
         WHERE p.speaker = s.speaker ORDER BY p.sort_published DESC, p.slug LIMIT ${MAX_APPEARANCES}) AS x ON true
       WHERE s.speaker = $1
       UNION ALL SELECT '', NULL, NULL, NULL, NULL, NULL, speaker FROM speaker_aliases WHERE alias = $1
       ORDER BY moved NULLS FIRST, sort_published DESC, slug`,
      [id],
    );
    const [first] = rows;
    if (first === undefined) return { state: "unknown" };
    if (first.moved !== null) return { state: "moved", to: first.moved };
    const appearances = rows.flatMap(({ article, detail, quotes, moved }) =>
      article === null || moved !== null
        ? []
        : [{ article: refOf(JSON.parse(article)), quoteCount: quotes, descriptions: JSON.parse(detail).descriptions }],
    );
    return { state: "found", json: JSON.stringify({ ...JSON.parse(first.summary), appearances }) };
  }

  async speakerSummary(id: string): Promise<Found> {
    if (!isStorable(id)) return { state: "unknown" };
    const [row] = await this.#servers.read<{ summary: string; moved: string | null }>(
      `SELECT summary, NULL AS moved FROM speakers WHERE speaker = $1
       UNION ALL SELECT '', speaker FROM speaker_aliases WHERE alias = $1 ORDER BY moved NULLS FIRST`,
      [id],
    );
    if (row === undefined) return { state: "unknown" };
    return row.moved === null ? { state: "found", json: row.summary } : { state: "moved", to: row.moved };
  }

  async articles(query: Asked<ArticlesQuery>): Promise<Page> {
    return this.#page(articlesStatement(articlesQuery(query)), query.limit);
  }

  async quotes(query: Asked<QuotesQuery>): Promise<Page> {
    return this.#page<ListRow & { place: number }>(quotesStatement(quotesQuery(query)), query.limit, (rows) => {
      // The quotes of one article follow each other: its JSON is parsed once.
      const quotes = new Map([...new Set(rows.map(({ item }) => item))].map((json) => [json, quoteJson(json)]));
      return rows.map(({ item, place }) => quotes.get(item)?.[place] as string);
    });
  }

  async speakers(query: Asked<SpeakersQuery>): Promise<Page> {
    return this.#page(speakersStatement(speakersQuery(query)), query.limit);
  }

  async letters(query: Asked<LettersQuery, never>): Promise<Letter[]> {
    const { text, values } = lettersStatement(lettersQuery(query));
    return this.#servers.read<Letter>(text, values);
  }

  async descriptions(query: DescriptionsQuery): Promise<Described[]> {
    const { text, values } = descriptionsStatement(query);
    const rows = await this.#servers.read<{ speaker: string; slug: string; detail: string }>(text, values);
    return rows.map(({ speaker, slug, detail }) => described(speaker, slug, JSON.parse(detail).descriptions));
  }

  async search(query: Asked<SearchQuery, "limit" | "words">): Promise<Page> {
    return search(this.#servers, searchQuery(query));
  }

  async candidates(query: Asked<CandidatesQuery, "limit" | "probes">): Promise<Candidates> {
    return findCandidates(this.#servers, candidatesQuery(query));
  }

  async statistics(query: Asked<StatisticsQuery>): Promise<Statistics> {
    return countStatistics(this.#servers, statisticsQuery(query));
  }

  async facets(query: Asked<FacetsQuery, "of" | "facets">): Promise<Facets> {
    return countFacets(this.#servers, facetsQuery(query));
  }

  async directory(query: DirectoryQuery): Promise<DirectoryEntry[]> {
    return readDirectory(this.#servers, query);
  }

  async names(query: NamesQuery): Promise<string[]> {
    const { text, values } = namesStatement(query);
    return (await this.#servers.read<{ name: string }>(text, values)).map(({ name }) => name);
  }

  async hasName(of: NamesQuery["of"], folded: string): Promise<boolean> {
    if (!isStorable(folded)) return false;
    return (await this.#servers.read("SELECT 1 FROM names WHERE field = $1 AND folded = $2 LIMIT 1", [of, folded])).length > 0;
  }

  async revisions(slug: string): Promise<FormerRevision[]> {
    return isStorable(slug) ? readRevisions(this.#servers, slug) : [];
  }

  async changes(query: ChangesQuery): Promise<Changes> {
    return readChanges(this.#servers, query);
  }

  async health(): Promise<Health> {
    try {
      const [row] = await this.#servers.read<{ articles: number }>(
        "SELECT coalesce(sum(n), 0)::int AS articles FROM tallies WHERE list = 'articles' AND day = '*'",
        [],
      );
      return { ready: true, articles: row?.articles ?? 0, problems: [] };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      const problem = { where: "database", path: null, message: error.message, cure: "Check the server and the network." };
      return { ready: false, articles: 0, problems: [problem] };
    }
  }

  measures(): Measures {
    return { indexBytes: null, pool: this.#servers.connections };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#servers.close();
  }

  /** Connections to the database that is written to, for what is kept beside the content. */
  get pool(): pg.Pool {
    return this.#servers.primary;
  }

  /** Where this archive is written: what was written is what this store answers with when `alone` returns. */
  openDesk(): Desk {
    return openDatabaseDesk(this.#servers.primary, { onWritten: () => this.#servers.changed() });
  }

  /** @param itemsOf JSON of the items that rows stand for; else it is what they have as `item` */
  async #page<Row extends ListRow>(
    { text, values, sort }: PageStatement,
    limit: number,
    itemsOf = (rows: Row[]) => rows.map(({ item }) => item),
  ): Promise<Page> {
    const rows = await this.#servers.read<Row & { item: string | null }>(text, values);
    const found = rows.filter(({ item }) => item !== null) as Row[];
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: itemsOf(shown),
      total: rows[0]?.total ?? 0,
      next: found.length > limit && last !== undefined ? keyOf(last, sort) : null,
    };
  }
}

interface ListRow {
  total: number;
  item: string;
}
