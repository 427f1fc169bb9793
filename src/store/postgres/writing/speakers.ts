import type pg from "pg";
import type { RegisteredSpeaker } from "../../../article/corrections/speaker-registry.ts";
import { speakerRow } from "../../rows.ts";
import { rowsJson, run } from "../connection.ts";
import { vectorOf } from "../vectors.ts";

/** Articles and quotes by which the counts of speakers change. */
export type SpeakerCounts = Map<string, { articles: number; quotes: number }>;

interface KnownSpeaker {
  speaker: string;
  type: string | null;
  articles: number | null;
  quotes: number | null;
  /** Of the newest article with the speaker. */
  detail: string | null;
}

/**
 * Writes the rows of speakers anew after their counts changed, or their entry in the registry. Inside `writing`.
 *
 * @param registered speakers of the registry, by id
 */
export async function changeSpeakers(
  client: pg.PoolClient,
  changes: SpeakerCounts,
  registered: Map<string, RegisteredSpeaker>,
): Promise<void> {
  const known = await run<KnownSpeaker>(
    client,
    `SELECT changed.speaker, s.type, s.articles, s.quotes, newest.detail
     FROM unnest($1::text[]) AS changed (speaker) LEFT JOIN speakers s ON s.speaker = changed.speaker
     LEFT JOIN LATERAL (SELECT p.detail FROM appearances p WHERE p.speaker = changed.speaker
       ORDER BY p.sort_published DESC, p.slug LIMIT 1) newest ON true`,
    [[...changes.keys()].sort()],
  );
  const gone = known.filter(({ detail }) => detail === null).map(({ speaker }) => speaker);
  if (gone.length > 0) await run(client, "DELETE FROM speakers WHERE speaker = ANY($1::text[])", [gone]);
  const rows = known.flatMap(({ speaker, articles, quotes, detail }) => {
    if (detail === null) return [];
    const change = changes.get(speaker) ?? { articles: 0, quotes: 0 };
    const totals = { articles: (articles ?? 0) + change.articles, quotes: (quotes ?? 0) + change.quotes };
    const { id, ...row } = speakerRow(speaker, JSON.parse(detail), registered.get(speaker), totals);
    return [{ speaker: id, ...row, vector: vectorOf(row.words) }];
  });
  await run(
    client,
    `INSERT INTO speakers SELECT * FROM json_populate_recordset(NULL::speakers, $1::json)
     ON CONFLICT (speaker) DO UPDATE SET folded = excluded.folded, type = excluded.type, articles = excluded.articles,
       quotes = excluded.quotes, summary = excluded.summary, words = excluded.words, vector = excluded.vector`,
    [rowsJson(rows)],
  );
  const before = known.flatMap(({ type }) => (type === null ? [] : [{ type, n: -1 }]));
  await run(
    client,
    `INSERT INTO tallies (list, day, facet, n)
     SELECT 'speakers', '*', type, sum(n) FROM json_to_recordset($1::json) AS sent (type text, n int) GROUP BY type HAVING sum(n) <> 0
     ON CONFLICT (list, day, facet) DO UPDATE SET n = tallies.n + excluded.n`,
    [JSON.stringify([...before, ...rows.map(({ type }) => ({ type, n: 1 }))])],
  );
}
