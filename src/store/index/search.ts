import type { Article } from "../../article/model/schema.ts";
import { searchHit } from "../../article/words/highlight.ts";
import { type Searchable, searchableOf } from "../../article/words/searchable.ts";
import { type Pattern, type Sought, soughtBy, wordsToGuess } from "../../article/words/sought.ts";
import { similarWords, spellingRange } from "../../article/words/spelling.ts";
import { HEADLINE_WEIGHT, MAX_RANKED_HITS, OTHER, otherHitsAfter, PICKED, pickedBehind, RANKED, TITLED } from "../ranking.ts";
import { directed, SORTS } from "../sorts.ts";
import type { Page, SearchQuery } from "../store.ts";
import { hitsBehind, type ListedArticle } from "./articles.ts";
import { condition, pageOf } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { documentOf } from "./documents.ts";
import { findHits, inHeadline, inText } from "./hits.ts";
import { matchingAll, matchingProbe } from "./matching.ts";
import { speakerIdsOf } from "./names.ts";

/** Full-text search; see `SearchQuery`. */
export function searchArticles(database: IndexDatabase, query: SearchQuery): Page {
  const sought = soughtIn(database, query);
  const total = findHits(database, { ...query, words: sought });
  const speakers = query.speakers === null ? null : speakerIdsOf(database, query.speakers).map((id) => id || null);
  const searched = { ...query, sought, speakers };
  const isRanked = query.sort === "relevance";
  const sort = isRanked ? SORTS.relevance : directed(SORTS.published, query.order);
  const hits = isRanked
    ? mostRelevant(database, sought.inflected.all, total, query)
    : hitsBehind(database, total, sort, [], query.after, query.limit + 1);
  return pageOf<ListedArticle>(hits, query.limit, total, sort, (shown) =>
    shown.map(({ id }) => searchHit(searchableRow(database, id), searched)),
  );
}

/** What a query looks for, with the words that its own may be misspellings of where they are asked for. */
export function soughtIn(database: IndexDatabase, { words, fuzzy }: Pick<SearchQuery, "words" | "fuzzy">): Sought {
  return soughtBy(words, fuzzy ? new Map(wordsToGuess(words).map((word) => [word, similarTo(database, word)])) : undefined);
}

/** The searchable form of an article of the index. */
export function searchableRow(database: IndexDatabase, id: number): Searchable {
  return searchableOf(JSON.parse(documentOf(database, id)) as Article);
}

type Ranked = ListedArticle & { tier: number };

/** The hits behind a key in the order of `ranking.ts`. */
function mostRelevant(database: IndexDatabase, all: Pattern[][], total: number, { after, limit }: SearchQuery): Ranked[] {
  const picked = pick(database, all, total);
  const hits = pickedBehind(picked, after);
  const missing = limit + 1 - hits.length;
  if (missing <= 0 || picked.length === total) return hits.slice(0, limit + 1);
  const others = condition("articles.id NOT IN (SELECT value FROM json_each(?))", JSON.stringify(picked.map(({ id }) => id)));
  const rest = hitsBehind(database, total, SORTS.published, [others], otherHitsAfter(after), missing);
  return [...hits, ...rest.map((row) => ({ ...row, tier: OTHER }))];
}

/** The hits that are ordered by relevance. */
function pick(database: IndexDatabase, all: Pattern[][], total: number): Ranked[] {
  const picked = total > MAX_RANKED_HITS ? hitsBehind(database, total, SORTS.published, [], null, RANKED) : bestRanked(database, all);
  const titled = database.all(
    "SELECT article_words.rowid AS id FROM article_words WHERE article_words MATCH ? AND +rowid IN (SELECT value FROM json_each(?))",
    inHeadline(all),
    JSON.stringify(picked.map(({ id }) => id)),
  );
  const inTitle = new Set(titled.map(({ id }) => id));
  return picked.map((row) => ({ ...row, tier: inTitle.has(row.id) ? TITLED : PICKED }));
}

/** The hits whose texts `bm25` ranks best: by the whole text, wherever the phrases were looked for. */
function bestRanked(database: IndexDatabase, all: Pattern[][]): ListedArticle[] {
  const rows = database.all(
    `SELECT articles.id, sort_published, sort_updated, slug, bm25(article_words, ${HEADLINE_WEIGHT}, 1, 0) AS score
     FROM article_words CROSS JOIN hits ON hits.id = article_words.rowid CROSS JOIN articles ON articles.id = hits.id
     WHERE article_words MATCH ? ORDER BY score, sort_published DESC, slug LIMIT ${RANKED}`,
    inText(matchingAll(all)),
  );
  return rows as unknown as ListedArticle[];
}

/** The words that a word may be a misspelling of. */
function similarTo(database: IndexDatabase, word: string): string[] {
  const range = spellingRange(word);
  if (range === null) return [];
  const { first, minLength, maxLength } = range;
  const rows = database.all(
    "SELECT term FROM known_words WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
    first,
    `${first}\u{10FFFF}`,
    // SQLite counts code points, of which two UTF-16 units may be one.
    minLength / 2,
    maxLength,
  );
  const known = new Set(rows.map(({ term }) => term as string));
  for (;;) {
    const similar = similarWords(word, known);
    // The index may still know the words of articles that went.
    const gone = similar.filter((one) => !isHeld(database, one));
    if (gone.length === 0) return similar;
    for (const one of gone) known.delete(one);
  }
}

function isHeld(database: IndexDatabase, word: string): boolean {
  return database.get("SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT 1", matchingProbe([word])) !== undefined;
}
