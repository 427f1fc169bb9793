import { MAX_SPEAKER_FACETS, type SearchFacets } from "../../article/words/search-hit.ts";
import { compareBytes } from "../rows.ts";
import type { IndexDatabase } from "./database.ts";

const HIT_ARTICLES = "hits CROSS JOIN articles ON articles.id = hits.id";

/** The hits of the search before (`findHits`), counted. */
export function countFacets(database: IndexDatabase): SearchFacets {
  const years = database.all(`SELECT year, count(*) AS count FROM ${HIT_ARTICLES} GROUP BY year ORDER BY year DESC NULLS LAST`);
  return { speakers: countSpeakers(database), years: years as unknown as SearchFacets["years"] };
}

/** Counted here: SQLite would sort a row for each speaker of each hit first, which takes it several times as long. */
function countSpeakers(database: IndexDatabase): SearchFacets["speakers"] {
  const row = database.get(`SELECT group_concat(speakers, '') AS ids FROM ${HIT_ARTICLES}`);
  const counts = new Map<string, number>();
  for (const id of ((row?.ids ?? "") as string).split(" ")) if (id !== "") counts.set(id, (counts.get(id) ?? 0) + 1);
  const nameOf = (id: string) => database.get("SELECT summary ->> 'name' AS name FROM speakers WHERE speaker = ?", id)?.name as string;
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || compareBytes(a, b))
    .slice(0, MAX_SPEAKER_FACETS)
    .map(([id, count]) => ({ id, name: nameOf(id), count }));
}
