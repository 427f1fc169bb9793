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
  const last = (database.get("SELECT max(id) AS last FROM speakers")?.last ?? 0) as number;
  const counts = new Uint32Array(last + 1);
  const numbers = (database.get(`SELECT group_concat(speakers, '') AS numbers FROM ${HIT_ARTICLES}`)?.numbers ?? "") as string;
  let number = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const digit = numbers.charCodeAt(at) - DIGIT_ZERO;
    if (digit >= 0) number = 10 * number + digit;
    else {
      counts[number] = (counts[number] as number) + 1;
      number = 0;
    }
  }
  // Ties are broken by id, so every speaker with the same count as the last one shown is compared.
  const least = Math.max(1, counts.toSorted().at(-MAX_SPEAKER_FACETS) ?? 0);
  const most = [...counts.entries()].filter(([, count]) => count >= least).map(([id]) => id);
  return database
    .all("SELECT id, speaker, summary ->> 'name' AS name FROM speakers WHERE id IN (SELECT value FROM json_each(?))", JSON.stringify(most))
    .map(({ id, speaker, name }) => ({ id: speaker as string, name: name as string, count: counts[id as number] as number }))
    .sort((a, b) => b.count - a.count || compareBytes(a.id, b.id))
    .slice(0, MAX_SPEAKER_FACETS);
}

const DIGIT_ZERO = 48;
