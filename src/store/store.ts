import type { Dimension } from "../article/model/dimensions.ts";
import type { Change, FormerRevision } from "../article/model/history.ts";
import type { Basis, Confidence, QuoteKind, SpeakerType } from "../article/model/schema.ts";
import type { Counts, Statistics } from "../article/model/statistics.ts";
import type { Probe } from "../article/words/probe.ts";
import type { Words } from "../article/words/query.ts";
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
  /** Speakers counted by the first letters of their names, in the order of the names, and by type. Reads all names that pass. */
  letters(query: Asked<LettersQuery, never>): Promise<Letter[]>;
  descriptions(query: DescriptionsQuery): Promise<Described[]>;
  search(query: Asked<SearchQuery, "limit" | "words">): Promise<Page>;
  candidates(query: Asked<CandidatesQuery, "limit" | "probes">): Promise<Candidates>;
  statistics(query: Asked<StatisticsQuery>): Promise<Statistics>;
  facets(query: Asked<FacetsQuery, "of" | "facets">): Promise<Facets>;
  /** What there is of a kind, for those who want to have visited all of it. */
  directory(query: DirectoryQuery): Promise<DirectoryEntry[]>;
  /** Names, each as most articles spell it; those that most articles have come first. Reads all names of the kind. */
  names(query: NamesQuery): Promise<string[]>;
  /** Whether an article has a name, in whatever spelling: one look into an index. @param folded all of its words */
  hasName(of: NamesQuery["of"], folded: string): Promise<boolean>;
  /** Earlier revisions of an article, the one served last first; empty for an unknown slug. @param slug a present one */
  revisions(slug: string): Promise<FormerRevision[]>;
  /** What changed, oldest first. */
  changes(query: ChangesQuery): Promise<Changes>;
  health(): Promise<Health>;
  /** Figures of the engine for an operator; they cost nothing to take. */
  measures(): Measures;
  /** Calls back after every visible change. @returns a function that stops it */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * One resource: its JSON, its present id where it was asked for by an old one, or what became of it. A quote is `removed` when an
 * editor or a later text took it out of the article of `slug`; an article is `withdrawn`, by present and old slugs, and with it its quotes.
 */
export type Found =
  | { state: "found"; json: string }
  | { state: "moved"; to: string }
  | { state: "removed"; slug: string }
  | { state: "withdrawn"; slug: string; at: string; reason: string }
  | { state: "unknown" };

export interface ChangesQuery {
  /** `seq` of the last change before; 0 for the beginning. */
  after: number;
  limit: number;
}

/**
 * Changes in their order. A change and what it is about are seen together, and a later one never gets a smaller `seq`. What was there
 * before anything was noted counts as added, by `importedAt` and slug. An article is added at `modifiedAt`, and withdrawn `at` what its
 * tombstone says.
 */
export interface Changes {
  items: Change[];
  /** `seq` of the newest change of all; 0 when there is none. */
  last: number;
}

export interface Page {
  /** One JSON text an item. */
  items: string[];
  /** How many there are in the whole filtered list; says nothing where it was not asked to be `counted`. */
  total: number;
  /** Place of the last item when more follow; give it as `after` for the next page. */
  next: Key | null;
}

/** The values of the columns that one row is sorted by, the unique ones last; see `SORTS`. */
export type Key = (string | number)[];

/**
 * A query as it is asked: what may be `null` or has a default may be left out. `queries.ts` fills it in.
 *
 * @example await store.search({ words: parseQuery("ferry"), limit: 20 })
 */
export type Asked<Query, Demanded extends keyof Query = "limit" & keyof Query> = Pick<Query, Demanded> & {
  [Member in Exclude<keyof Query, Demanded>]?: Query[Member] | undefined;
};

export interface ListQuery {
  /** 0 asks for the total alone: no items, and no next page. */
  limit: number;
  after: Key | null;
  /** Whether the total is wanted: counting a long list may take longer than reading a page of it. */
  counted: boolean;
}

/** The direction of a sort: from the smallest or from the largest value. */
export type Order = "asc" | "desc";

/**
 * What everything that is listed, searched or counted can be filtered by. `null` asks for nothing; of several values any will
 * do, and all filters must hold. An empty list of values finds nothing.
 *
 * What `speakers`, `speakerTypes`, `kinds`, `bases` and `confidences` ask for must be true of one quote together, and the
 * first two of one of its speakers. Articles and speakers pass when they have such a quote.
 */
export interface Filters {
  /** What must occur, and must not; see `parseQuery`. Where it is looked for is said at each query. */
  words: Words | null;
  /** Ids of speakers, former ones too; `null` in the list stands for quotes nobody is named for. */
  speakers: (string | null)[] | null;
  /** As the article has them. */
  speakerTypes: SpeakerType[] | null;
  kinds: QuoteKind[] | null;
  bases: Basis[] | null;
  confidences: Confidence[] | null;
  /** `en` admits `en-GB`. */
  languages: string[] | null;
  /** Folded names of outlets; see `names`. */
  publishers: string[] | null;
  /** Folded names of people who are credited, in whatever role. */
  credits: string[] | null;
  /** Slugs of articles, former ones too. */
  articles: string[] | null;
  /** Ids of what is listed, former ones too: slugs of articles and of hits, ids of quotes, of speakers. Unknown ones find nothing. */
  ids: string[] | null;
  /** Bounds of `publishedAt`, both inclusive; a day means the whole day. Articles without a date are in no range. */
  publishedFrom: string | null;
  publishedTo: string | null;
  /** Bounds of `modifiedAt`, both inclusive. */
  modifiedFrom: string | null;
  modifiedTo: string | null;
}

/** Articles; their headlines and texts must hold the words. */
export interface ArticlesQuery extends ListQuery, Filters {
  /**
   * `published`: `publishedAt ?? importedAt`; `updated`: `modifiedAt`; `length`: words. The largest
   * first unless `order` says otherwise; then by slug.
   */
  sort: "published" | "updated" | "length";
  order: Order | null;
}

/** Quotes; their segments must hold the words. */
export interface QuotesQuery extends ListQuery, Filters {
  /** `published`: those of the newest article first, in the order of its text; `length`: those of most words first, then by id. */
  sort: "published" | "length";
  order: Order | null;
}

/**
 * Speakers; their names or aliases must hold the words, and their types across all articles be the ones asked for. All
 * other filters ask for a quote of theirs.
 */
export interface SpeakersQuery extends ListQuery, Filters {
  /** What the names begin with, folded as they are sorted by; `null` asks for nothing. */
  startsWith: string | null;
  /** `name`: by folded name; `quotes`, `articles`: those with most of them first. Then by id. */
  sort: "name" | "quotes" | "articles";
  order: Order | null;
}

/** Speakers as in `SpeakersQuery`. */
export type LettersQuery = Filters;

export interface Letter {
  /** First code point of folded names; empty for names without a letter or digit. */
  letter: string;
  type: SpeakerType;
  speakerCount: number;
}

/** Articles that describe speakers, in words. */
export interface DescriptionsQuery {
  /** Present ids. */
  speakers: string[];
  /** Present slugs, any of which describes the speaker; `null`: the newest that does, of the newest `MAX_APPEARANCES` of each speaker. */
  articles: string[] | null;
}

/** What an article calls a speaker, in the order of its text. Sorted by speaker, then by slug. */
export interface Described {
  speaker: string;
  slug: string;
  descriptions: string[];
}

/**
 * Full-text search. A hit is an article; its JSON is made by `searchHit` (article/words/highlight.ts), so that every store gives the same bytes.
 *
 * An article is a hit when it passes the filters and the place that `in` names holds the words, and none of those that must not occur:
 * `all`: its text, each phrase inside one block; `quotes`: one of its quotes, each phrase inside one segment of it;
 * `narration`: its paragraphs outside every segment, each phrase inside one run of such words.
 * With `in: "quotes"` the quote that holds the words is the one that the filters ask for.
 *
 * `published` is the order of `articles`; `relevance` is defined in `ranking.ts`, and has no other order.
 */
export interface SearchQuery extends ListQuery, Filters {
  words: Words;
  in: SearchScope;
  /**
   * Whether a word also finds the words that `similarWords` (article/words/spelling.ts) picks from all words of all articles' texts.
   * Phrases, beginnings and what must not occur stay as they are.
   */
  fuzzy: boolean;
  sort: "relevance" | "published";
  order: Order | null;
}

/** What groups are sorted by: a count, or their values in the order of `by`. */
export type StatisticsSort = keyof Counts | "value";

/**
 * The quotes that pass the filters, counted: all together, and in groups by what they have in common. Their segments must hold
 * the words; ids are those of quotes.
 *
 * A quote of several speakers is in the group of each, once in each group, and counts once in the totals; where the filters ask
 * for speakers, only those count as its speakers. What is `null` (nobody
 * is named, the article has no date or no publisher) is a group like any other. Two spellings of a publisher are one.
 */
export interface StatisticsQuery extends Filters {
  /** At most two. Without any there are no groups. */
  by: Dimension[];
  sort: StatisticsSort;
  /** `null`: the largest count first, the smallest value first. Equal groups follow by their values; `null` is the last value. */
  order: Order | null;
  limit: number;
}

/**
 * The items of a list counted by what they have in common, under the filters of the list.
 *
 * Quotes are those of `quotes`. Articles are those of `articles` or of `search`; one counts for each speaker, type, kind and
 * confidence that a quote of it has which passes the filters. Of speakers those count that the filters ask for.
 *
 * Speakers are those of `speakers`, with its ids and words; one counts for his type across all articles, and for each other value
 * that a quote of his has which passes the filters.
 */
export interface FacetsQuery extends Filters {
  of: "quotes" | "articles" | "speakers";
  /** Of articles, where the words are looked for, and whether as in `SearchQuery`. */
  in: SearchScope;
  fuzzy: boolean;
  /** Of speakers, as in `SpeakersQuery`. */
  startsWith: string | null;
  facets: Dimension[];
}

/** The values of each facet: those of most items first, years and months from the newest. Some facets have more than are told. */
export type Facets = { [Name in Dimension]?: FacetValue[] };

export interface FacetValue {
  /** `null`: the items have none. Of speakers the id, of publishers the name. */
  value: string | null;
  /** Of a speaker. */
  name: string | null;
  /** Number of items. */
  count: number;
}

/**
 * The ids of all articles (their slugs), quotes or speakers in the order of their bytes. Nothing is counted and no item is read, so
 * that an archive can be walked from one end to the other.
 */
export interface DirectoryQuery {
  of: "articles" | "quotes" | "speakers";
  /** The last id before; `null` for the beginning. */
  after: string | null;
  /** How many ids behind it are left out: steps to the next part of the directory. */
  skip: number;
  limit: number;
}

export interface DirectoryEntry {
  id: string;
  /**
   * `modifiedAt`: of the article, of a quote's article, and the latest of a speaker's articles.
   */
  changedAt: string;
}

/** Names that articles have: of outlets, or of people who are credited. */
export interface NamesQuery {
  of: "publisher" | "credit";
  /** Folded words, one behind the other, that a name must hold; the beginning of the last one is enough. */
  words: string;
  limit: number;
}

/**
 * Articles that may hold a claimed quote: those that hold at least one of the probes.
 * Order: number of probes held (most first), then the order of `articles` by `published`.
 */
export interface CandidatesQuery extends Pick<Filters, "publishedFrom" | "publishedTo"> {
  /** Pieces of the claim that are rare enough to find it by. An empty list finds nothing. */
  probes: Probe[];
  /**
   * A store that has to read texts to find a probe may pass over one whose words are in more articles than this: to find it takes
   * long and says little. `null`: none is.
   */
  passOver: number | null;
  /** Slugs, any of which the article must have. */
  articles: string[] | null;
  /** Slugs, none of which it may have. */
  except: string[];
  /** Speaker ids, any of which the article must quote. */
  speakers: string[] | null;
  /**
   * Whether earlier revisions are looked in, of articles that are served, instead of the present texts. What is found has the slug that
   * its article has now. `speakers` are those of the revision; all else is asked of the article as it is now. A text that came back is
   * not an earlier one.
   */
  former: boolean;
  /** At least 1. */
  limit: number;
}

export interface Candidates {
  articles: Searchable[];
  /** Number of articles and of quotes the probes were looked for in: those that the other conditions admit. */
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
  /** It names what nothing has, and so changes nothing: all is served as it is meant to be, but for a slip of the pen. */
  isStray?: true;
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
