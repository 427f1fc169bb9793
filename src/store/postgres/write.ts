import type pg from "pg";
import type { RegisteredSpeaker } from "../../article/corrections/speaker-registry.ts";
import { speakerRow } from "../rows.ts";
import { copyInto, PATIENT, run } from "./connection.ts";
import type { Prepared, ReadyArticle } from "./prepare.ts";
import { checksum, TABLE_NAMES, TABLES } from "./rows.ts";
import { distinctWords, nameKeys } from "./word-keys.ts";

/** Key of the advisory lock of everybody who writes: counts and conflicts are then exact without further locks. */
const LOCK = 7_236_811_902;

/**
 * Runs `work` as one transaction that no other writer shares: all of it is seen, or nothing when it throws.
 * The lock is PostgreSQL's, so it holds across processes, and ends with the transaction however that ends.
 */
export async function writing<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    // An import waits for the one before it: the API's limit on statements is not for it. Words wait for the index in a
    // list, which `indexWords` works off. What a server that breaks down loses of the last transactions is imported by
    // running the import again; see `flush`.
    const begin = `BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off;
      SET LOCAL gin_pending_list_limit = '256MB'; SET LOCAL work_mem = '64MB'; SELECT pg_advisory_xact_lock(${LOCK})`;
    await client.query({ ...PATIENT, text: begin });
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/**
 * Takes the words of articles that wait in a list into the full-text index, where a search need not go through them one by
 * one. Others may add to the list meanwhile. The longer it is, the more articles that hold a word are added in one go.
 */
export async function indexWords(client: pg.PoolClient): Promise<void> {
  await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '256MB'");
  await client.query({ ...PATIENT, text: "SELECT gin_clean_pending_list(to_regclass('article_words_keys'))" });
}

/**
 * Ends a run of transactions of `writing`: they are on disk when it returns, since a transaction that waits for that has all
 * before it written too; and no words wait for the index.
 */
export async function flush(client: pg.PoolClient): Promise<void> {
  await indexWords(client);
  await client.query("UPDATE speaker_registry SET applied = applied");
}

/** Counts of one speaker to be added. */
type Counts = Map<string, { articles: number; quotes: number }>;

/** No articles. */
export const NOTHING: Pick<Prepared, "tables" | "ready"> = {
  ready: [],
  tables: Object.fromEntries(TABLE_NAMES.map((table) => [table, new Uint8Array()])) as unknown as Prepared["tables"],
};

/**
 * Puts articles in, and takes others out. Inside `writing`.
 *
 * @param taken those of `tables` that go in
 * @param tables rows of articles for COPY
 * @param outdated slugs of what is taken out first: of what is replaced, too
 * @param registered speakers of the registry, by id
 */
export async function replaceArticles(
  client: pg.PoolClient,
  taken: ReadyArticle[],
  { tables, ready }: Pick<Prepared, "tables" | "ready">,
  outdated: string[],
  registered: Map<string, RegisteredSpeaker>,
): Promise<void> {
  const counts: Counts = new Map();
  const add = (speaker: string, articles: number, quotes: number) => {
    const known = counts.get(speaker);
    counts.set(speaker, { articles: (known?.articles ?? 0) + articles, quotes: (known?.quotes ?? 0) + quotes });
  };
  if (outdated.length > 0) {
    const old = await run<{ speaker: string; articles: number; quotes: number }>(
      client,
      "SELECT speaker, count(*)::int AS articles, sum(quotes)::int AS quotes FROM appearances WHERE slug = ANY($1::text[]) GROUP BY speaker",
      [outdated],
    );
    for (const { speaker, articles, quotes } of old) add(speaker, -articles, -quotes);
    await tally(client, outdated, -1);
    for (const table of [...TABLE_NAMES, "quote_aliases"]) {
      await run(client, `DELETE FROM ${table} WHERE slug = ANY($1::text[])`, [outdated]);
    }
  }
  for (const [index, table] of TABLE_NAMES.entries()) {
    const end = (article: ReadyArticle | undefined) => article?.ends[index] ?? 0;
    const chunks =
      taken.length === ready.length
        ? [tables[table]]
        : ready.flatMap((one, at) => (taken.includes(one) ? [tables[table].subarray(end(ready[at - 1]), end(one))] : []));
    await copyInto(client, table, Object.keys(TABLES[table]), chunks);
  }
  const aliases = new Map(taken.flatMap(({ slug, quoteAliases }) => quoteAliases.map(([alias, quote]) => [alias, { quote, slug }])));
  if (aliases.size > 0) {
    // A removed id may be one that another article had removed too: the last one stands.
    await run(
      client,
      `INSERT INTO quote_aliases (alias, quote, slug) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
       ON CONFLICT (alias) DO UPDATE SET quote = excluded.quote, slug = excluded.slug`,
      [[...aliases.keys()], [...aliases.values()].map(({ quote }) => quote), [...aliases.values()].map(({ slug }) => slug)],
    );
  }
  for (const { speakers } of taken) for (const [speaker, quotes] of speakers) add(speaker, 1, quotes);
  await tally(
    client,
    taken.map(({ slug }) => slug),
    1,
  );
  await refreshSpeakers(client, counts, registered);
}

/** Adds (`sign` 1) or takes away (-1) what articles count for in the totals of the lists. */
async function tally(client: pg.PoolClient, slugs: string[], sign: 1 | -1): Promise<void> {
  await run(
    client,
    `INSERT INTO tallies (list, day, facet, n)
     SELECT list, CASE WHEN grouping(day) = 1 THEN '*' ELSE coalesce(day, '') END, facet, $2::int * count(*) FROM (
       SELECT 'articles' AS list, left(published, 10) AS day, coalesce(language, '') AS facet FROM articles WHERE slug = ANY($1::text[])
       UNION ALL SELECT 'quotes', left(published, 10), kind FROM quotes WHERE slug = ANY($1::text[])
       UNION ALL SELECT 'unattributed', left(published, 10), kind FROM quote_speakers WHERE slug = ANY($1::text[]) AND speaker = ''
     ) AS counted GROUP BY GROUPING SETS ((list, facet, day), (list, facet))
     ON CONFLICT (list, day, facet) DO UPDATE SET n = tallies.n + excluded.n`,
    [slugs, sign],
  );
}

const SPEAKER_COLUMNS = {
  speaker: "text",
  name_folded: "text",
  type: "text",
  articles: "bigint",
  quotes: "bigint",
  summary: "text",
  words: "text",
  keys: "bigint[]",
  checksum: "text",
};

/** Makes the rows of speakers anew after their counts changed by `counts`, or their entry in the registry. */
export async function refreshSpeakers(client: pg.PoolClient, counts: Counts, registered: Map<string, RegisteredSpeaker>): Promise<void> {
  const ids = [...counts.keys()].sort();
  const known = await run<{ speaker: string; type: string | null; articles: number | null; quotes: number | null; detail: string | null }>(
    client,
    `SELECT touched.speaker, s.type, s.articles::int, s.quotes::int, newest.detail
     FROM unnest($1::text[]) AS touched (speaker) LEFT JOIN speakers s ON s.speaker = touched.speaker
     LEFT JOIN LATERAL (SELECT p.detail FROM appearances p WHERE p.speaker = touched.speaker
       ORDER BY p.sort_published DESC, p.slug LIMIT 1) newest ON true`,
    [ids],
  );
  const rows: unknown[][] = [];
  const gone: string[] = [];
  const types = new Map<string, number>();
  const count = (type: string | null, sign: number) => {
    if (type !== null) types.set(type, (types.get(type) ?? 0) + sign);
  };
  for (const { speaker, type, articles, quotes, detail } of known) {
    count(type, -1);
    if (detail === null) {
      gone.push(speaker);
      continue;
    }
    const change = counts.get(speaker) ?? { articles: 0, quotes: 0 };
    const row = speakerRow(speaker, JSON.parse(detail), registered.get(speaker), {
      articles: (articles ?? 0) + change.articles,
      quotes: (quotes ?? 0) + change.quotes,
    });
    count(row.type, 1);
    const keys = `{${nameKeys(distinctWords(row.words)).join()}}`;
    const sum = checksum([speaker, row.folded, row.type, String(row.quotes), row.summary]);
    rows.push([speaker, row.folded, row.type, row.articles, row.quotes, row.summary, row.words, keys, sum]);
  }
  if (gone.length > 0) await run(client, "DELETE FROM speakers WHERE speaker = ANY($1::text[])", [gone]);
  if (rows.length > 0) {
    const columns = Object.keys(SPEAKER_COLUMNS);
    await run(
      client,
      `INSERT INTO speakers (${columns.join(", ")})
       SELECT ${Object.values(SPEAKER_COLUMNS).map((type, index) => `unnest($${index + 1}::text[])::${type}`)}
       ON CONFLICT (speaker) DO UPDATE SET ${columns.slice(1).map((column) => `${column} = excluded.${column}`)}`,
      columns.map((_, index) => rows.map((row) => row[index])),
    );
  }
  const changed = [...types].filter(([, n]) => n !== 0);
  if (changed.length > 0) {
    await run(
      client,
      `INSERT INTO tallies (list, day, facet, n) SELECT 'speakers', '*', facet, n FROM unnest($1::text[], $2::bigint[]) AS sent (facet, n)
       ON CONFLICT (list, day, facet) DO UPDATE SET n = tallies.n + excluded.n`,
      [changed.map(([type]) => type), changed.map(([, n]) => n)],
    );
  }
}
