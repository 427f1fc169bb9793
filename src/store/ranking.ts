import { comparing, SORTS } from "./sorts.ts";
import type { Key } from "./store.ts";

/**
 * Relevance, for every store:
 *
 * 1. The engine's own rank (`bm25` of SQLite, `ts_rank` of PostgreSQL), in which a word of the headline counts
 *    `HEADLINE_WEIGHT` times, picks the best `RANKED` hits, of equal ones the newest. Of more than `MAX_RANKED_HITS` hits
 *    the newest `RANKED` are picked instead: words that so many articles hold say little about any one of them.
 * 2. Of those that are picked, the ones whose headline holds all that must occur come first; among them, and among the others,
 *    the newest ones.
 * 3. All other hits follow, newest first.
 *
 * So the stores put the hits of a search in the same order, except that they may pick others where there are more than
 * `RANKED`. The order is total: hits of one tier follow as articles do by `published`. As it depends on which hits there
 * are, an article that comes in while somebody pages may move one hit from one tier to another.
 */

/** Hits that are picked. */
export const RANKED = 200;

/** Hits the engine ranks at most: ranking reads how often and where each hit has the words. */
export const MAX_RANKED_HITS = 2000;

/** A word of the headline counts as so many of the text. */
export const HEADLINE_WEIGHT = 5;

/** Values of the column `tier` of the sort `relevance`: picked and with all that must occur in the headline, picked, any other hit. */
export const TITLED = 2;
export const PICKED = 1;
export const OTHER = 0;

/** A hit with what it is ordered by. */
interface RankedHit {
  tier: number;
  sort_published: string;
  slug: string;
}

/** The picked hits behind a key of `relevance`, in order. @param picked in any order */
export function pickedBehind<Hit extends RankedHit>(picked: Hit[], after: Key | null): Hit[] {
  const [tier, sort_published, slug] = after ?? [];
  const last = { tier: Number(tier), sort_published: String(sort_published), slug: String(slug) };
  const compare = comparing<RankedHit>(SORTS.relevance);
  return picked.filter((hit) => after === null || compare(hit, last) > 0).sort(compare);
}

/** The key of `published` behind which the hits that were not picked go on: `null` for their beginning. */
export function otherHitsAfter(after: Key | null): Key | null {
  return after === null || after[0] !== OTHER ? null : after.slice(1);
}
