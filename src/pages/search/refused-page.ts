import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { codeWords } from "../docs/code-words.ts";
import { filterName } from "../filter-links.ts";
import { layout } from "../layout.ts";
import { addressOf, givenOf, type ListAddress, withValues } from "../list-address.ts";
import { checkAddress, filterInQuery, otherQueries } from "./other-queries.ts";
import { queryHelp } from "./query-help.ts";
import { searchForm } from "./search-form.ts";

/** What is wrong with the address of a list page. */
export interface Refusal {
  title: string;
  /** What is wrong in whole, for people. */
  detail: string;
  /** Each wrong parameter. */
  errors: { name: string; message: string }[];
}

/** The page for a query that is none, or for a filter that cannot be: what is wrong, and ways on. @param list as it was asked for */
export function refusedPage({ title, detail, errors }: Refusal, list: ListAddress, site: Site): string {
  const q = givenOf(list, "q") ?? "";
  const wrong = errors.map(({ name }) => name);
  const isQuery = wrong.includes("q");
  const to = (address: ListAddress) => pathOn(site, addressOf(address));
  const { all, phrase } = otherQueries(q);
  const others = withValues(list, Object.fromEntries(wrong.map((name) => [name, undefined])));
  const filter = isQuery ? filterInQuery(q) : null;
  const ways = [
    filter === null
      ? null
      : html`<a href="${to(withValues(list, { q: filter.rest === "" ? undefined : filter.rest, [filter.name]: filter.value }))}">Filter by ${filterName(filter.name)}: ${filter.value}</a>`,
    isQuery && phrase !== null ? html`<a href="${to(withValues(list, { q: phrase }))}">Find these words side by side</a>` : null,
    isQuery && all !== null ? html`<a href="${to(withValues(list, { q: all }))}">Find all of these words, anywhere in a text</a>` : null,
    isQuery ? html`<a href="${pathOn(site, checkAddress(q))}">Check this as a quote</a>` : null,
    isQuery
      ? null
      : html`<a href="${to(others)}">See the list without ${wrong.length === 0 ? "it" : `“${wrong.map((name) => filterName(name)).join("”, “")}”`}</a>`,
    isQuery ? null : html`<a href="${pathOn(site, list.path)}">Begin again</a>`,
  ].filter((one) => one !== null);
  return layout(
    { title, description: detail, path: list.path, site, styles: [assets.searchStyle], indexed: false },
    html`<div class="listing">
<div class="list-head">
<h1>${isQuery ? "This cannot be searched for" : title}</h1>
!${errors.length === 0 ? html`<p>!${codeWords(detail)}</p>` : html`<ul class="wrong">!${errors.map((error) => html`<li>!${isQuery && error.name === "q" ? "" : html`<b>${filterName(error.name)}</b>: `}!${codeWords(error.message)}</li>`)}</ul>`}
!${searchForm(others, "Words to look for", site, q)}
<ul class="tries">!${ways.map((one) => html`<li>!${one}</li>`)}</ul>
</div>
<aside class="facets" aria-label="What can be typed">!${queryHelp(site, true)}</aside>
</div>`,
  );
}
