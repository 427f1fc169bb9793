import { html } from "ghtml";
import type { ArticleSummary } from "../../article/model/items.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { articleList } from "../articles/article-list.ts";
import { assets } from "../assets.ts";
import { firstImport } from "../front/first-import.ts";
import { layout } from "../layout.ts";
import { addressOf, givenOf, type ListAddress, withValues } from "../list-address.ts";
import type { ListPage } from "../list-page.ts";
import { type FacetCounts, facetColumn } from "./facet-column.ts";
import { formLinks, headOf, itemsOf, type Listing, listingMain } from "./listing.ts";
import { type Alternatives, noHits } from "./no-hits.ts";
import { checkAddress } from "./other-queries.ts";
import { queryHelp } from "./query-help.ts";
import { searchForm } from "./search-form.ts";

const LABEL = "Words to look for";

/** The page of a search: what was found, as articles or as quotes. @param counts number of items of each view */
export function searchPage(listing: Listing, counts: { articles: number; quotes: number }, alternatives: Alternatives, site: Site): string {
  const { listed, address, names } = listing;
  const q = givenOf(address, "q");
  const check = q === null ? "" : html`<p class="meta"><a href="${pathOn(site, checkAddress(q))}">Check these words as a quote</a></p>`;
  const above = html`!${searchForm(address, LABEL, site)}!${check}!${views(listing, counts, site)}`;
  const body = listed.page.total === 0 ? noHits(address, alternatives, names, site) : itemsOf(listing, site);
  return layout(
    {
      title: q === null ? "Search" : `${q} – Search`,
      description: "What was found in the articles.",
      path: "/search",
      site,
      links: formLinks(listing, "Found", site),
      styles: [assets.searchStyle],
      indexed: false,
    },
    listingMain(listing, headOf(listing, "Search", above, site), body + queryHelp(site, false), site),
  );
}

/** The search before anything is looked for: what can be typed, what there is, and the newest of it. */
export function searchStart(newest: ListPage<ArticleSummary>, facets: FacetCounts, site: Site): string {
  const list: ListAddress = { path: "/search", query: {} };
  return layout(
    {
      title: "Search",
      description: "Search all articles and all quotes: by words, by speaker, by date, by publisher.",
      path: "/search",
      site,
      styles: [assets.searchStyle],
    },
    html`<div class="listing">
<section aria-labelledby="heading">
<header class="list-head"><h1 id="heading">Search</h1>
!${searchForm(list, LABEL, site)}
<p>To find out whether somebody said something, <a href="${pathOn(site, "/check")}">check a quote</a>.</p></header>
!${queryHelp(site, true)}
!${newest.total === 0 ? firstImport(site) : html`<h2 class="kicker newest">Newest articles</h2>!${articleList(newest.items, site)}`}
</section>
!${newest.total === 0 ? "" : facetColumn(list, facets, site, "Browse")}
</div>`,
  );
}

/** The switch between articles and quotes. Both have the words and the filters; how they are sorted is each one's own. */
function views({ listed, address }: Listing, counts: { articles: number; quotes: number }, site: Site): string {
  const isQuotes = listed.of === "quotes";
  const tab = (show: "quotes" | undefined, label: string, count: number, isCurrent: boolean) => {
    const to = isCurrent ? address : withValues(address, { show, sort: undefined, order: undefined });
    return html`<li><a href="${pathOn(site, addressOf(to))}"!${isCurrent ? ' aria-current="page"' : ""}>${label} <span class="count">${count.toLocaleString("en")}</span></a></li>`;
  };
  return html`<nav class="views" aria-label="What to show"><ul>
!${tab(undefined, "Articles", counts.articles, !isQuotes)}
!${tab("quotes", "Quotes", counts.quotes, isQuotes)}
</ul></nav>`;
}
