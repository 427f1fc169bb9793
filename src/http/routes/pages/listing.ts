import type { z } from "zod";
import type { SearchHit } from "../../../article/words/search-hit.ts";
import type { PageQuery } from "../../../pages/filter-links.ts";
import { FACETS } from "../../../pages/search/facet-column.ts";
import type { Listed, Listing } from "../../../pages/search/listing.ts";
import type { Alternatives } from "../../../pages/search/no-hits.ts";
import { refusedPage } from "../../../pages/search/refused-page.ts";
import type { Site } from "../../../representations/links.ts";
import { directed, QUOTE_SORTS, SORTS, type Sort } from "../../../store/sorts.ts";
import type { Filters, Order, Store } from "../../../store/store.ts";
import type { WholeAnswer } from "../../answers/answer.ts";
import { countedFacets } from "../../answers/facets.ts";
import { listPage, nextOf } from "../../answers/page-answers.ts";
import { type PageOf, pageRequest } from "../../answers/paging.ts";
import { hitsOf, sortOfHits } from "../../answers/search-list.ts";
import { HttpProblem } from "../../problem.ts";
import { type FilterParameters, filtersOf } from "../../requests/filters.ts";
import { filledIn, pageParameters } from "../../requests/page-query.ts";
import { speakerNames } from "./page-query.ts";

/** What the pages of lists are asked for. */
export interface ListParameters extends FilterParameters {
  in?: "all" | "quotes" | "narration" | undefined;
  fuzzy?: boolean | undefined;
  sort?: "relevance" | "published" | "updated" | "length" | undefined;
  order?: Order | undefined;
  cursor?: string | undefined;
}

/** A list as a page shows it, and what it was asked for in the terms of stores. */
export interface ReadListing {
  listing: Listing;
  filters: Filters;
}

/** Reads what a page of a list shows: the same items, in the same order, as the list of the API with the same parameters. */
export async function readListing(store: Store, path: string, of: Listed["of"], query: ListParameters): Promise<ReadListing> {
  const filters = await filtersOf(store, query);
  // Links of the page have the ids of speakers, whatever names the address had.
  const { cursor, ...asked } = query.speaker === undefined ? query : { ...query, speaker: filters.speakers?.map((id) => id ?? "none") };
  const names = await speakerNames(store, asked.speaker, filters.speakers);
  const { sort, read } = readerOf(store, of, filters, asked);
  const request = pageRequest(path, { ...asked, cursor }, sort);
  const searched = of === "hits" ? { in: query.in, fuzzy: query.fuzzy } : {};
  const [found, facets] = await Promise.all([
    read({ limit: request.limit, after: request.after }),
    countedFacets(store, FACETS, { ...filters, ...searched, of: of === "quotes" ? "quotes" : "articles" }),
  ]);
  const listed = { of, page: listPage(found, nextOf(found, request)) } as Listed;
  return { listing: { listed, address: { path, query: linked(asked) }, facets, names }, filters };
}

/** The number of items that a list has with the same filters. */
export async function countOf(store: Store, of: Listed["of"], filters: Filters, query: ListParameters = {}): Promise<number> {
  return (await readerOf(store, of, filters, query).read({ limit: 0 })).total;
}

/** What a search finds for words that are spelt alike; `null` where that was asked for already. */
export async function similarHits(store: Store, filters: Filters, query: ListParameters): Promise<Alternatives["similar"]> {
  if (filters.words === null || query.fuzzy === true) return null;
  const { items, total } = await hitsOf(store, filters, { ...query, fuzzy: true, sort: "relevance", order: undefined })({
    limit: SIMILAR_HITS,
  });
  const hits = items.map((json) => JSON.parse(json) as SearchHit);
  const words = hits.flatMap(({ fragments }) => fragments.flatMap(({ highlights }) => highlights.map(({ text }) => text.toLowerCase())));
  return { total, words: [...new Set(words)].slice(0, SIMILAR_WORDS) };
}

/** Hits whose words are told as similar ones, and such words at most. */
const SIMILAR_HITS = 3;
const SIMILAR_WORDS = 4;

function readerOf(
  store: Store,
  of: Listed["of"],
  filters: Filters,
  { sort, order = undefined, ...query }: ListParameters,
): { sort: Sort; read: PageOf } {
  if (of === "hits") {
    const by = sort === "published" ? "published" : "relevance";
    return { sort: sortOfHits({ sort: by, order }), read: hitsOf(store, filters, { in: query.in, fuzzy: query.fuzzy, sort: by, order }) };
  }
  const ordered = { ...filters, order: order ?? null };
  if (of === "quotes") {
    const by = sort === "length" ? "length" : "published";
    return { sort: directed(QUOTE_SORTS[by], ordered.order), read: (asked) => store.quotes({ ...ordered, sort: by, ...asked }) };
  }
  const by = sort === "length" || sort === "updated" ? sort : "published";
  return { sort: directed(SORTS[by], ordered.order), read: (asked) => store.articles({ ...ordered, sort: by, ...asked }) };
}

/** A query as links have it. */
function linked(asked: Record<string, unknown>): PageQuery {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]));
}

/**
 * Answers a list page, or with a page that says what is wrong with its parameters and leads on.
 * @throws HttpProblem with that page
 */
export async function answerListPage<S extends z.ZodObject>(
  schema: S,
  path: string,
  given: Record<string, unknown>,
  site: Site,
  answer: (query: z.output<S>) => Promise<WholeAnswer>,
): Promise<WholeAnswer> {
  const filled = filledIn(given);
  try {
    return await answer(pageParameters(schema, filled));
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status >= 500) throw error;
    const list = { path, query: linked({ ...filled, cursor: undefined }) };
    const { title } = error.body(site);
    const errors = error.extra.errors ?? [];
    throw error.shownOn(() => refusedPage({ title, detail: error.message, errors }, list, site));
  }
}
