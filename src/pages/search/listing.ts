import { html } from "ghtml";
import type { ArticleSummary, QuoteItem } from "../../article/model/items.ts";
import type { SearchHit } from "../../article/words/search-hit.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { articleList } from "../articles/article-list.ts";
import { addressWith, appliedFilters, unfiltered } from "../filter-links.ts";
import { alternate } from "../layout.ts";

import { addressOf, givenOf, type ListAddress, withValues } from "../list-address.ts";
import { listHead } from "../list-head.ts";
import { type ListPage, nextLink } from "../list-page.ts";
import { type FacetCounts, facetColumn } from "./facet-column.ts";
import { hitList } from "./hit.ts";
import { saidList } from "./said-list.ts";
import { scopeGroup } from "./scope-group.ts";

/** What a list page lists, and with it where the same list is in the API. */
export type Listed =
  | { of: "hits"; page: ListPage<SearchHit> }
  | { of: "quotes"; page: ListPage<QuoteItem> }
  | { of: "articles"; page: ListPage<ArticleSummary> };

/** A list with everything that a reader can do with it. */
export interface Listing {
  listed: Listed;
  address: ListAddress;
  facets: FacetCounts;
  /** Names of the speakers that are filtered by, by id. */
  names: ReadonlyMap<string, string>;
}

const API: Record<Listed["of"], { list: string; feed: string }> = {
  hits: { list: "/v1/search", feed: "/v1/feeds/articles" },
  quotes: { list: "/v1/quotes", feed: "/v1/feeds/quotes" },
  articles: { list: "/v1/articles", feed: "/v1/feeds/articles" },
};

interface Form {
  label: string;
  mediaType: string;
  href: string;
}

/** Exactly this list in other forms. A feed has the newest of it. */
function formsOf({ listed, address }: Listing): Form[] {
  const { list, feed } = API[listed.of];
  const { show: _, ...query } = address.query;
  const data = (label: string, format: string, mediaType: string) => ({
    label,
    mediaType,
    href: addressWith(list, query, { format }),
  });
  const newest = (label: string, extension: string, mediaType: string) => ({
    label,
    mediaType,
    href: addressWith(`${feed}.${extension}`, query, { sort: undefined, order: undefined }),
  });
  return [
    data("JSON", "json", "application/json"),
    data("CSV", "csv", "text/csv"),
    data("NDJSON", "ndjson", "application/x-ndjson"),
    newest("Atom", "atom", "application/atom+xml"),
    newest("JSON Feed", "json", "application/feed+json"),
  ];
}

/** Links of the head of the page to the other forms of the list. */
export function formLinks(listing: Listing, title: string, site: Site): string {
  return formsOf(listing)
    .map(({ label, mediaType, href }) => alternate(site, href, mediaType, `${title}: ${label}`))
    .join("\n");
}

const NOUN = { hits: "article", quotes: "quote", articles: "article" };

/** The head of a list: what is filtered, how many. @param search markup below the heading */
export function headOf(listing: Listing, title: string, search: string, site: Site): string {
  const { listed, address, names } = listing;
  return listHead(
    {
      title,
      standfirst: search,
      filtered: appliedFilters(address.path, address.query, names),
      unfiltered: addressWith(address.path, unfiltered(address.query)),
      total: listed.page.total,
      forms: listed.page.total === 0 ? [] : formsOf(listing),
      noun: NOUN[listed.of],
    },
    site,
  );
}

/** Orders that a list can have, for readers; the first is its own. */
const ORDERS: Record<Listed["of"], [label: string, sort: string, order: string | null][]> = {
  hits: [
    ["Best first", "relevance", null],
    ["Newest", "published", null],
    ["Oldest", "published", "asc"],
  ],
  quotes: [
    ["Newest", "published", null],
    ["Oldest", "published", "asc"],
    ["Longest", "length", null],
    ["Shortest", "length", "asc"],
  ],
  articles: [
    ["Newest", "published", null],
    ["Oldest", "published", "asc"],
    ["Last changed", "updated", null],
    ["Longest", "length", null],
  ],
};

/** Links to the same list in other orders. */
function orderLinks({ listed, address }: Listing, site: Site): string {
  const orders = ORDERS[listed.of];
  const own = orders[0]?.[1];
  const sort = givenOf(address, "sort") ?? own;
  const order = givenOf(address, "order") === "asc" && sort !== "relevance" ? "asc" : null;
  const links = orders.map(([label, by, direction], place) => {
    const to = withValues(address, { sort: by === own ? undefined : by, order: direction ?? undefined });
    const isCurrent = by === sort && direction === order;
    return html`<li><a rel="nofollow" href="${pathOn(site, addressOf(to))}"!${isCurrent ? ' aria-current="true"' : ""}>${label}</a>!${place === orders.length - 1 ? "" : " "}</li>`;
  });
  return html`<nav class="orders" aria-label="Order"><ul>!${links}</ul></nav>`;
}

/** The list with its narrowing column. @param body the items, or what stands in their place */
export function listingMain(listing: Listing, head: string, body: string, site: Site): string {
  const { listed, address, facets } = listing;
  const { total, next } = listed.page;
  return html`<div class="listing">
<section aria-labelledby="heading">
!${head}
!${total === 0 ? "" : html`<div class="list-bar">!${orderLinks(listing, site)}<a class="to-facets" href="#narrow">Narrow this list</a></div>`}
!${body}
!${nextLink(site, next, `More ${NOUN[listed.of]}s`)}
</section>
!${facetColumn(address, facets, site, "Narrow this list", listed.of === "hits" ? scopeGroup(address, site) : "")}
</div>`;
}

/** The items of a list, as each kind is shown. */
export function itemsOf({ listed, address }: Listing, site: Site): string {
  switch (listed.of) {
    case "hits":
      return hitList(listed.page.items, site);
    case "quotes":
      return saidList(listed.page.items, givenOf(address, "q"), site);
    case "articles":
      return articleList(listed.page.items, site);
  }
}
