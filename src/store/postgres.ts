import { searchHit } from "../article/highlight.ts";
import { MAX_APPEARANCES, refOf } from "../article/items.ts";
import type { Searchable } from "../article/searchable.ts";
import { similarWords, spellingRange } from "../article/spelling.ts";
import { migrate } from "./migrate.ts";
import { isStorable } from "./postgres-connection.ts";
import { articlesStatement, askedSpeakers, type ListStatement, quotesStatement, speakersStatement } from "./postgres-lists.ts";
import { Values } from "./postgres-query.ts";
import { candidatesStatement, searchStatement } from "./postgres-search.ts";
import { Servers } from "./postgres-servers.ts";
import { phraseSearch } from "./postgres-words.ts";
import type {
  ArticlesQuery,
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
} from "./store.ts";
import { StoreUnavailable, UnsoundContent } from "./store.ts";

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

  async articles(query: ArticlesQuery): Promise<Page> {
    return this.#page(articlesStatement(query), query.limit);
  }

  async quotes(query: QuotesQuery): Promise<Page> {
    return this.#page(quotesStatement(query), query.limit);
  }

  async speakers(query: SpeakersQuery): Promise<Page> {
    return this.#page(speakersStatement(query), query.limit);
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    const phrases = await Promise.all(query.phrases.map((phrase) => (query.fuzzy ? this.#alternatives(phrase) : [phrase])));
    const statement = searchStatement(query, phrases);
    const rows = await this.#servers.read<ListRow & { speakers: object[]; years: object[] } & Searchable>(statement.text, statement.values);
    const speakers = query.speakers === null ? null : await this.#asked(query.speakers);
    const hits = rows.filter(({ slug }) => slug !== null);
    const shown = hits.slice(0, query.limit);
    const [first] = rows;
    return {
      items: shown.map((row) => JSON.stringify(searchHit(row, { phrases, in: query.in, speakers, kind: query.kind }))),
      total: first?.total ?? 0,
      next: hits.length > query.limit ? keyOf(shown.at(-1), statement.key) : null,
      facets: query.facets ? facetsOf(first) : null,
    };
  }

  async candidates(query: CandidatesQuery): Promise<Candidates> {
    const { text, values } = candidatesStatement(query);
    const rows = await this.#servers.read<{ searched_articles: number; searched_quotes: number; slug: string | null } & Searchable>(
      text,
      values,
    );
    return {
      articles: rows
        .filter(({ slug }) => slug !== null)
        .map(({ text: body, words, offsets, outline }) => ({ text: body, words, offsets, outline })),
      searched: { articles: rows[0]?.searched_articles ?? 0, quotes: rows[0]?.searched_quotes ?? 0 },
    };
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

  /** A phrase and, when it is one word, the words it may be a misspelling of that some article holds. */
  async #alternatives(phrase: string[]): Promise<string[][]> {
    const [word] = phrase;
    const range = word === undefined || phrase.length > 1 ? null : spellingRange(word);
    if (word === undefined || range === null) return [phrase];
    const rows = await this.#servers.read<{ word: string }>("SELECT word FROM vocabulary WHERE first = $1 AND letters BETWEEN $2 AND $3", [
      range.first,
      range.minLength,
      range.maxLength,
    ]);
    const known = new Set(rows.map((row) => row.word));
    for (;;) {
      const similar = similarWords(word, known);
      const gone = await this.#unheld(similar);
      if (gone.length === 0) return [phrase, ...similar.map((other) => [other])];
      for (const other of gone) known.delete(other);
    }
  }

  /** Which of some words no article holds any longer. */
  async #unheld(words: string[]): Promise<string[]> {
    if (words.length === 0) return [];
    const rows = await this.#servers.read<{ word: string }>(
      `SELECT word FROM unnest($1::text[], $2::text[]) AS asked (word, query)
       WHERE NOT EXISTS (SELECT FROM articles WHERE sound AND vector @@ query::tsquery)
         AND NOT EXISTS (SELECT FROM articles WHERE sound AND oversize AND strpos(words || ' ', ' ' || word || ' ') > 0)`,
      [words, words.map((word) => phraseSearch([[[word]]]).query)],
    );
    return rows.map(({ word }) => word);
  }

  async #asked(speakers: (string | null)[]): Promise<(string | null)[]> {
    const values = new Values();
    const rows = await this.#servers.read<{ id: string }>(`SELECT id FROM (${askedSpeakers(speakers, values)}) AS a (id)`, values.all);
    return rows.map(({ id }) => id || null);
  }
}

interface ListRow {
  total: number;
  unsound: string[] | null;
  item: string | null;
  slug: string | null;
}

function keyOf(row: object | undefined, key: readonly string[]): (string | number)[] | null {
  return row === undefined ? null : key.map((column) => (row as Record<string, string | number>)[column] ?? "");
}

function facetsOf(row: { speakers: object[]; years: object[] } | undefined): string {
  const speakers = (row?.speakers ?? []) as { speaker: string; name: string | null; count: number }[];
  const years = (row?.years ?? []) as { year: number | null; count: number }[];
  return JSON.stringify({
    speakers: speakers.map(({ speaker, name, count }) => ({ id: speaker, name: name ?? speaker, count })),
    years: years.map(({ year, count }) => ({ year, count })),
  });
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
