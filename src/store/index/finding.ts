import type { SearchQuery } from "../store.ts";
import type { ArticleColumns } from "./article-columns.ts";
import { ARTICLE_OF_QUOTE, matchAll, Where } from "./database.ts";
import { type IndexParts, slugOf, speakerIdsOf } from "./lists.ts";
import { IN_HEADLINE, IN_NARRATION, IN_QUOTE, intersection, TIMES, type WordList } from "./word-lists.ts";

/** BM25's usual constant: how soon a further occurrence counts no more. */
const SATURATION = 1.2;
/** A word of the headline counts as so many more of the text. */
const HEADLINE_BONUS = 4;

/** What articles are looked for by; see `SearchQuery`. */
export type Sought = Pick<SearchQuery, "in" | "speakers" | "kind" | "language" | "article" | "publishedFrom" | "publishedTo"> & {
  /** For each phrase, the phrases any of which answers it. */
  phrases: string[][][];
};

export interface FoundArticles {
  /** In no order. */
  ids: Uint32Array;
  /** By id, for those that were found: BM25 over the phrases, without regard to age. Good until the next search. */
  scores: Float64Array;
}

/** The articles that hold all phrases where they are looked for and pass the filters. */
export function findArticles(parts: IndexParts, sought: Sought): FoundArticles {
  const { order, place, scratch } = parts.columns;
  scratch.held.fill(0);
  const found = new Found(parts.columns, MARKS[sought.in], sought.phrases.length);
  for (const [index, alternatives] of sought.phrases.entries()) {
    for (const phrase of alternatives) {
      const list = listOf(parts, phrase, sought);
      found.mark(list, index, Math.log(1 + (Math.max(0, order.length - list.ids.length) + 0.5) / (list.ids.length + 0.5)));
    }
  }
  return { ids: admitted(found.ids, place, filtersOf(parts, sought)), scores: scratch.scores };
}

/** Those that are articles and pass the filters. */
function admitted(ids: Uint32Array, place: Int32Array, filters: Filter[]): Uint32Array {
  const kept = new Uint32Array(ids.length);
  let count = 0;
  // `TypedArray.filter` takes ten times as long.
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] as number;
    if ((place[id] as number) < 0 || (filters.length > 0 && !filters.every((admits) => admits(id)))) continue;
    kept[count] = id;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** Articles that hold the phrases looked at so far. */
class Found {
  readonly #columns: ArticleColumns;
  readonly #wanted: number;
  readonly #phrases: number;
  readonly #ids: Uint32Array;
  #count = 0;

  constructor(columns: ArticleColumns, wanted: number, phrases: number) {
    this.#columns = columns;
    this.#wanted = wanted;
    this.#phrases = phrases;
    this.#ids = columns.scratch.ids;
  }

  /** Those that hold all phrases. */
  get ids(): Uint32Array {
    return this.#ids.subarray(0, this.#count);
  }

  /** Notes the articles that hold a phrase and all before it, and how well. */
  mark({ ids, marks }: WordList, phrase: number, rarity: number): void {
    const { lengths } = this.#columns;
    const { held, scores } = this.#columns.scratch;
    const wanted = this.#wanted;
    const isLast = phrase + 1 === this.#phrases;
    let count = this.#count;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] as number;
      const mark = marks[at] as number;
      if ((mark & wanted) === 0 || id >= held.length) continue;
      const before = held[id] as number;
      if (before < phrase) continue;
      const times = (mark & TIMES) + ((mark & IN_HEADLINE) === 0 ? 0 : HEADLINE_BONUS);
      const score = (rarity * times * (SATURATION + 1)) / (times + SATURATION * (lengths[id] as number));
      scores[id] = before === 0 ? score : (scores[id] as number) + score;
      if (before === phrase) {
        held[id] = phrase + 1;
        if (isLast) this.#ids[count++] = id;
      }
    }
    this.#count = count;
  }
}

const MARKS = { all: TIMES, quotes: IN_QUOTE, narration: IN_NARRATION };

/** The articles that hold a phrase; with `in: "quotes"` those whose quotes hold all of its words. */
function listOf({ database, lists }: IndexParts, phrase: string[], { in: scope }: Sought): WordList {
  const list = intersection(phrase.map((word) => lists.read(word)));
  if (phrase.length === 1 || scope === "quotes" || list.ids.length === 0) return list;
  const table = scope === "all" ? "article_words" : "narration_words";
  const ids = Uint32Array.from(database.ids(`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ?`, matchAll([[phrase]])));
  return intersection([list, { ids, marks: new Uint8Array(ids.length).fill(0xff) }]);
}

type Filter = (id: number) => boolean;

function filtersOf(parts: IndexParts, sought: Sought): Filter[] {
  const { database, columns } = parts;
  const filters: Filter[] = [];
  if (sought.publishedFrom !== null || sought.publishedTo !== null) filters.push(columns.isPublished(sought));
  if (sought.language !== null) filters.push(columns.isLanguage(sought.language));
  if (sought.article !== null) {
    const article = database.get("SELECT id FROM articles WHERE slug = ?", slugOf(database, sought.article))?.id;
    filters.push((id) => id === article);
  }
  const quotes = quotesFilter(parts, sought);
  if (quotes !== null) filters.push(quotes);
  return filters;
}

/** What an article's quotes have to be, where one of them has to be it all. */
function quotesFilter({ database, columns }: IndexParts, { in: scope, phrases, speakers, kind }: Sought): Filter | null {
  const where = new Where();
  if (kind !== null) where.add("kind = ?", kind);
  if (scope === "quotes") {
    const [first] = phrases;
    const oneWord = phrases.length === 1 && first?.every((phrase) => phrase.length === 1);
    if (speakers === null && kind === null && oneWord) return null;
    where.add("id IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)", matchAll(phrases));
    if (speakers !== null) where.speakers(speakerIdsOf(database, speakers));
    return oneOf(database.ids(`SELECT DISTINCT ${ARTICLE_OF_QUOTE} AS id FROM quotes ${where.sql}`, ...where.values));
  }
  if (speakers === null) return kind === null ? null : columns.hasKind(kind);
  where.oneOf("speaker", speakerIdsOf(database, speakers));
  return oneOf(database.ids(`SELECT DISTINCT ${ARTICLE_OF_QUOTE} AS id FROM quote_speakers ${where.sql}`, ...where.values));
}

function oneOf(ids: number[]): Filter {
  const admitted = new Set(ids);
  return (id) => admitted.has(id);
}
