import { searchHit } from "../../article/words/highlight.ts";
import { MAX_SPEAKER_FACETS, type SearchFacets } from "../../article/words/search-hit.ts";
import { type Searchable, searchableOf } from "../../article/words/searchable.ts";
import { similarWords, spellingRange } from "../../article/words/spelling.ts";
import { compareBytes } from "../rows.ts";
import type { Candidates, CandidatesQuery, SearchPage, SearchQuery } from "../store.ts";
import { type ArticleColumns, NO_YEAR } from "./article-columns.ts";
import { matchAll, page, Where } from "./database.ts";
import { type FoundArticles, findArticles } from "./finding.ts";
import { type IndexParts, placeAfter, slugOf, speakerIdsOf } from "./lists.ts";
import { TIMES } from "./word-lists.ts";

interface Hit {
  id: number;
  /** At least 1; 0 where hits are not ranked. */
  score: number;
}

/**
 * Full-text search in the index.
 *
 * Relevance is BM25 over the phrases (a headline's word counts five times, a phrase as often as its rarest word), halved
 * for every eight years before the newest article, in billionths; equal ones follow newest first.
 */
export function searchArticles(parts: IndexParts, query: SearchQuery): SearchPage {
  const { database, columns } = parts;
  const phrases = query.phrases.map((phrase) => [phrase, ...(query.fuzzy ? similarPhrases(parts, phrase) : [])]);
  const found = findArticles(parts, { ...query, phrases });
  const hits = query.sort === "relevance" ? mostRelevant(found, columns, query) : newest(found, columns, query);
  const speakers = query.speakers === null ? null : speakerIdsOf(database, query.speakers).map((id) => id || null);
  const searched = { phrases, in: query.in, speakers, kind: query.kind };
  const rows: Record<string, unknown>[] = hits.map(({ id, score }, index) => ({
    score,
    // The last one only says that more follow.
    item: index === query.limit ? "" : searchHit(searchableRow(parts, id), searched),
  }));
  // Only the last one shown gives the key of the next page.
  const last = Math.min(query.limit, hits.length) - 1;
  if (hits[last] !== undefined)
    Object.assign(rows[last] as object, database.get("SELECT sort_published, slug FROM facts WHERE id = ?", hits[last].id));
  const key = query.sort === "relevance" ? ["score", "sort_published", "slug"] : ["sort_published", "slug"];
  return {
    ...page(rows, query.limit, found.ids.length, "item", key),
    facets: query.facets ? JSON.stringify(countFacets(parts, found.ids)) : null,
  };
}

function searchableRow({ database }: IndexParts, id: number): Searchable {
  return searchableOf(JSON.parse(database.get("SELECT json FROM whole_articles WHERE id = ?", id)?.json as string));
}

function newest({ ids }: FoundArticles, columns: ArticleColumns, { after, limit }: SearchQuery): Hit[] {
  const shown = columns.from(columns.inOrder(ids), placeAfter(columns, after)).subarray(0, limit + 1);
  return Array.from(shown, (id) => ({ id, score: 0 }));
}

/** The page in the order of relevance, and one hit more when there are more. */
function mostRelevant({ ids, scores }: FoundArticles, columns: ArticleColumns, { after, limit }: SearchQuery): Hit[] {
  const last = after === null ? null : { score: after[0] as number, behind: placeAfter(columns, after) };
  const { order, place, recency } = columns;
  const unit = 1e9 / (recency[order[0] ?? 0] ?? 1);
  return highest(ids, limit + 1, place, (id) => {
    const score = Math.max(1, Math.floor((scores[id] as number) * (recency[id] as number) * unit));
    const isBefore = last !== null && (score > last.score || (score === last.score && (place[id] as number) < last.behind));
    return isBefore ? 0 : score;
  });
}

/** Those with the highest scores above 0, of equal ones those with the lowest place. */
function highest(ids: Uint32Array, limit: number, place: Int32Array, scoreOf: (id: number) => number): Hit[] {
  const best: Hit[] = [];
  const isBehind = (id: number, score: number, other: Hit) =>
    score < other.score || (score === other.score && (place[id] as number) > (place[other.id] as number));
  let least = 1;
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] as number;
    const score = scoreOf(id);
    if (score < least) continue;
    let at = best.length;
    while (at > 0 && !isBehind(id, score, best[at - 1] as Hit)) at -= 1;
    if (at === limit) continue;
    best.splice(at, 0, { id, score });
    if (best.length > limit) best.pop();
    if (best.length === limit) least = (best[limit - 1] as Hit).score;
  }
  return best;
}

/** A query of one word also looks for the words it may be a misspelling of. */
function similarPhrases({ lists, columns }: IndexParts, phrase: string[]): string[][] {
  const [word] = phrase;
  const range = word === undefined || phrase.length > 1 ? null : spellingRange(word);
  if (word === undefined || range === null) return [];
  const known = new Set(lists.known(range.first, range.minLength, range.maxLength));
  for (;;) {
    const similar = similarWords(word, known);
    // Lists keep the words of articles that went.
    const gone = similar.filter((one) => {
      const { ids, marks } = lists.read(one);
      return !ids.some((id, at) => ((marks[at] as number) & TIMES) > 0 && (columns.place[id] ?? -1) >= 0);
    });
    if (gone.length === 0) return similar.map((one) => [one]);
    for (const one of gone) known.delete(one);
  }
}

function countFacets({ database, columns }: IndexParts, ids: Uint32Array): SearchFacets {
  const counts = new Uint32Array(columns.speakers.length);
  /** By year, from `NO_YEAR` on. */
  const years = new Uint32Array(10_001);
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] as number;
    columns.countSpeakers(id, counts);
    const year = (columns.year[id] as number) - NO_YEAR;
    years[year] = (years[year] as number) + 1;
  }
  const least = counts.toSorted().at(-MAX_SPEAKER_FACETS) ?? 0;
  const speakers: { id: string; count: number }[] = [];
  for (const [number, count] of counts.entries()) {
    if (count > 0 && count >= least) speakers.push({ id: columns.speakers[number] as string, count });
  }
  const nameOf = (id: string) => database.get("SELECT summary ->> 'name' AS name FROM speakers WHERE speaker = ?", id)?.name as string;
  const found: SearchFacets["years"] = [];
  for (let index = years.length - 1; index >= 0; index -= 1) {
    const count = years[index] as number;
    if (count > 0) found.push({ year: index + NO_YEAR === NO_YEAR ? null : index + NO_YEAR, count });
  }
  return {
    speakers: speakers
      .sort((a, b) => b.count - a.count || compareBytes(a.id, b.id))
      .slice(0, MAX_SPEAKER_FACETS)
      .map(({ id, count }) => ({ id, name: nameOf(id), count })),
    years: found,
  };
}

/** Articles that may hold a claimed quote; see `CandidatesQuery`. */
export function findCandidates(parts: IndexParts, query: CandidatesQuery): Candidates {
  const { database, columns } = parts;
  const admitted = admittedBy(parts, query);
  const isAdmitted = admitted === null ? null : new Set(admitted);
  const { held, ids } = columns.scratch;
  held.fill(0);
  let count = 0;
  for (const probe of query.probes) {
    for (const id of database.ids("SELECT rowid AS id FROM article_words WHERE article_words MATCH ?", matchAll([[probe]]))) {
      if (held[id] === 0 && (isAdmitted === null || isAdmitted.has(id))) ids[count++] = id;
      held[id] = (held[id] as number) + 1;
    }
  }
  const best = highest(ids.subarray(0, count), query.limit, columns.place, (id) => held[id] as number);
  return {
    articles: best.map(({ id }) => searchableRow(parts, id)),
    searched:
      admitted === null
        ? { articles: columns.order.length, quotes: columns.count({ quotes: null }, ALWAYS) }
        : { articles: admitted.length, quotes: columns.quotesOf(admitted) },
  };
}

const ALWAYS = { publishedFrom: null, publishedTo: null };

/** The articles that a claim is looked for in, in the order of lists by `published`; `null` for all of them. */
function admittedBy({ database, columns }: IndexParts, { article, speakers }: CandidatesQuery): Uint32Array | null {
  if (article === null && speakers === null) return null;
  const where = new Where();
  if (article !== null) where.add("slug = ?", slugOf(database, article));
  if (speakers !== null) where.oneOf("speaker", speakerIdsOf(database, speakers));
  const table = speakers === null ? "facts" : "appearances";
  return columns.inOrder(database.ids(`SELECT DISTINCT id FROM ${table} ${where.sql}`, ...where.values));
}
