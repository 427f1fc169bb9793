import type pg from "pg";
import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { speakerRow } from "../../rows.ts";
import { insert, PATIENT, run } from "../connection.ts";
import { vectorOf } from "../vectors.ts";

/** By how much the articles and quotes of speakers change; one who is named without a change is made anew. */
export type SpeakerChanges = Map<string, { articles: number; quotes: number }>;

/** Adds (`sign` 1) or takes away (-1) what stored articles count for in the totals of their speakers. */
export async function addAppearances(client: pg.ClientBase, changes: SpeakerChanges, slugs: string[], sign: 1 | -1): Promise<void> {
  const counted = await run<{ speaker: string; articles: number; quotes: number }>(
    client,
    "SELECT speaker, count(*)::int AS articles, sum(quotes)::int AS quotes FROM appearances WHERE slug = ANY($1::text[]) GROUP BY speaker",
    [slugs],
  );
  for (const { speaker, articles, quotes } of counted) {
    const before = changes.get(speaker) ?? { articles: 0, quotes: 0 };
    changes.set(speaker, { articles: before.articles + sign * articles, quotes: before.quotes + sign * quotes });
  }
}

interface KnownSpeaker {
  speaker: string;
  /** `null` with the totals for one who is new. */
  type: string | null;
  articles: number | null;
  quotes: number | null;
  /** As the newest article has the speaker; `null` when no article does any longer. */
  detail: string | null;
}

/** Makes the rows of speakers anew whose totals changed, or their entry in the registry. Inside `writing`. */
export async function refreshSpeakers(client: pg.ClientBase, changes: SpeakerChanges, registry: SpeakerRegistry): Promise<void> {
  const known = await run<KnownSpeaker>(
    client,
    `SELECT touched.speaker, s.type, s.articles, s.quotes, newest.detail
     FROM unnest($1::text[]) AS touched (speaker) LEFT JOIN speakers s ON s.speaker = touched.speaker
     LEFT JOIN LATERAL (SELECT p.detail FROM appearances p WHERE p.speaker = touched.speaker
       ORDER BY p.sort_published DESC, p.slug LIMIT 1) newest ON true`,
    [[...changes.keys()]],
    PATIENT,
  );
  const registered = new Map(registry.speakers.map((speaker) => [speaker.id, speaker]));
  const rows = known.flatMap(({ speaker, articles, quotes, detail }) => {
    if (detail === null) return [];
    const change = changes.get(speaker) ?? { articles: 0, quotes: 0 };
    const totals = { articles: (articles ?? 0) + change.articles, quotes: (quotes ?? 0) + change.quotes };
    const { id, ...row } = speakerRow(speaker, JSON.parse(detail), registered.get(speaker), totals);
    return [{ speaker: id, ...row, lexemes: vectorOf(row.words) }];
  });
  await run(client, "DELETE FROM speakers WHERE speaker = ANY($1::text[])", [known.map(({ speaker }) => speaker)]);
  await insert(client, "speakers", rows);
  const types = [...known.map(({ type }) => ({ type, n: -1 })), ...rows.map(({ type }) => ({ type, n: 1 }))];
  await tallyTypes(client, types);
}

/** Adds to how many speakers of each type there are. */
async function tallyTypes(client: pg.ClientBase, changes: { type: string | null; n: number }[]): Promise<void> {
  await run(
    client,
    `INSERT INTO tallies (list, day, facet, n)
     SELECT 'speakers', '*', type, sum(n) FROM unnest($1::text[], $2::int[]) AS changed (type, n)
     WHERE type IS NOT NULL GROUP BY type HAVING sum(n) <> 0
     ON CONFLICT (list, day, facet) DO UPDATE SET n = tallies.n + excluded.n`,
    [changes.map(({ type }) => type), changes.map(({ n }) => n)],
  );
}
