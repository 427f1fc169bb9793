import type { QuoteKind, SpeakerType } from "../article/model/schema.ts";
import type { SearchScope } from "../article/words/search-hit.ts";
import type { Searchable } from "../article/words/searchable.ts";

/**
 * Where articles are held. Every store keeps these promises, and `test/store/contract.ts` holds each of them to it:
 *
 * - What it serves is sound: every article passed every invariant, edits and the speaker registry applied.
 * - Answers are JSON texts made once, when the article came in. Two stores with the same data give the same bytes.
 * - A change of an article is seen whole or not at all, by every method at once, and is announced to `onChange`.
 * - Order is total: two calls with the same data give the same order, so paging by key neither repeats nor loses
 *   what stayed.
 */
export interface Store {
  article(slug: string): Promise<Found>;
  quote(id: string): Promise<Found>;
  /** The profile of a speaker, with the articles that quote or name him. */
  speaker(id: string): Promise<Found>;
  /** A speaker as lists have it. */
  speakerSummary(id: string): Promise<Found>;
  articles(query: Asked<ArticlesQuery>): Promise<Page>;
  quotes(query: Asked<QuotesQuery>): Promise<Page>;
  speakers(query: Asked<SpeakersQuery>): Promise<Page>;
  search(query: Asked<SearchQuery, "limit" | "phrases">): Promise<SearchPage>;
  candidates(query: Asked<CandidatesQuery, "limit" | "probes">): Promise<Candidates>;
  health(): Promise<Health>;
  /** Figures of the engine for an operator; they cost nothing to take. */
  measures(): Measures;
  /** Calls back after every visible change. @returns a function that stops it */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** One resource: its JSON, its present id where it was asked for by an old one, or what became of it. */
export type Found = { state: "found"; json: string } | { state: "moved"; to: string } | { state: "removed" } | { state: "unknown" };

export interface Page {
  /** One JSON text an item. */
  items: string[];
  /** How many there are in the whole filtered list. */
  total: number;
  /** Place of the last item when more follow; give it as `after` for the next page. */
  next: Key | null;
}

/** The values of the columns that one row is sorted by, the unique ones last; see `SORTS`. */
export type Key = (string | number)[];

/**
 * A query as it is asked: what may be `null` or has a default may be left out. `queries.ts` fills it in.
 *
 * @example await store.search({ phrases: [["ferry"]], limit: 20 })
 */
export type Asked<Query extends { limit: number }, Demanded extends keyof Query = "limit"> = Pick<Query, Demanded> & {
  [Member in Exclude<keyof Query, Demanded>]?: Query[Member] | undefined;
};

interface ListQuery {
  /** 0 asks for the total alone: no items, and no next page. */
  limit: number;
  after: Key | null;
}

/** Bounds of `publishedAt`, both inclusive; a day means the whole day. Articles without a date are in no range. */
interface PublishedRange {
  publishedFrom: string | null;
  publishedTo: string | null;
}

export interface ArticlesQuery extends ListQuery, PublishedRange {
  /** Phrases of folded words, all of which the headline or the text must hold; see `parseQuery`. */
  phrases: string[][] | null;
  speaker: string | null;
  language: string | null;
  /** `published`: `publishedAt ?? importedAt`; `updated`: `updatedAt ?? publishedAt ?? importedAt`. Newest first, then by slug. */
  sort: "published" | "updated";
}

export interface QuotesQuery extends ListQuery, PublishedRange {
  phrases: string[][] | null;
  /** Speaker ids, any of which; `null` in the list stands for quotes nobody is named for. */
  speakers: (string | null)[] | null;
  kind: QuoteKind | null;
  article: string | null;
}

export interface SpeakersQuery extends ListQuery {
  phrases: string[][] | null;
  type: SpeakerType | null;
  /** `name`: by folded name; `quotes`: most quoted first, then by id. */
  sort: "name" | "quotes";
}

/**
 * Full-text search. A hit is an article; its JSON is made by `searchHit` (article/words/highlight.ts), so that every store gives the same bytes.
 *
 * An article is a hit when it passes the filters and the place that `in` names holds all phrases:
 * `all`: its text, each phrase inside one block; `quotes`: one of its quotes, each phrase inside one segment of it;
 * `narration`: its paragraphs outside every segment, each phrase inside one run of such words.
 * `speakers` and `kind` ask for one quote that has both; with `in: "quotes"` it is the quote that holds the phrases.
 *
 * `newest` is the order of `articles` by `published`; `relevance` is defined in `ranking.ts`.
 */
export interface SearchQuery extends ListQuery, PublishedRange {
  /** At least one phrase of folded words; see `parseQuery`. */
  phrases: string[][];
  in: SearchScope;
  /**
   * Whether a phrase of one word also finds the words that `similarWords` (article/words/spelling.ts) picks from all words of all articles' texts.
   * Phrases of several words stay as they are.
   */
  fuzzy: boolean;
  /** Speaker ids, any of which; `null` in the list stands for quotes nobody is named for. */
  speakers: (string | null)[] | null;
  kind: QuoteKind | null;
  language: string | null;
  article: string | null;
  sort: "relevance" | "newest";
  /** Whether to count the hits by speaker and by year. */
  facets: boolean;
}

export interface SearchPage extends Page {
  /** JSON of `SearchFacets`; `null` unless they were asked for. */
  facets: string | null;
}

/**
 * Articles that may hold a claimed quote: those that hold at least one of the probes, each inside one block of the text.
 * Order: number of probes held (most first), then the order of `articles` by `published`.
 */
export interface CandidatesQuery {
  /** Phrases of folded words: pieces of the claim that are rare enough to find it by. An empty list finds nothing. */
  probes: string[][];
  article: string | null;
  /** Speaker ids, any of which the article must quote. */
  speakers: string[] | null;
  /** At least 1. */
  limit: number;
}

export interface Candidates {
  articles: Searchable[];
  /** Number of articles and of quotes the probes were looked for in: those `article` and `speakers` admit. */
  searched: { articleCount: number; quoteCount: number };
}

/** Something that keeps content from being served as its files say. */
export interface StoreProblem {
  /** File (relative to the data folder) or row. */
  where: string;
  /** JSON path inside it, when there is one. */
  path: string | null;
  message: string;
  cure: string;
}

export interface Health {
  /** Whether anything can be served. */
  ready: boolean;
  articles: number;
  problems: StoreProblem[];
  /** How far the first load is, in articles, while nothing can be served before its end. */
  progress?: { read: number; total: number };
}

/** Figures of what a store keeps; `null` where it has no such thing. */
export interface Measures {
  /** Bytes of the index. */
  indexBytes: number | null;
  /** Connections to the database: open ones, those of them that are free, and questions that wait for one. */
  pool: { open: number; idle: number; waiting: number } | null;
}

/** Thrown by every method but `health` and `measures` while a store is still loading or the database behind it is away; trying again later may help. */
export class StoreUnavailable extends Error {}

/** What is said of a store that is still loading. */
export function loadingMessage({ read, total }: { read: number; total: number }): string {
  return `The articles are being read, ${read} of ${total} so far.`;
}
