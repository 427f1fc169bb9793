import { html } from "ghtml";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { appliedFilters } from "../filter-links.ts";
import { addressOf, givenOf, type ListAddress, withValues } from "../list-address.ts";
import { checkAddress, otherQueries } from "./other-queries.ts";

/** What else could be looked for where nothing was found. */
export interface Alternatives {
  /** Hits of words that are spelt like those looked for. */
  similar: { total: number; words: string[] } | null;
  /** The other view with the same words and filters, and how many items it has. */
  other: { show: "quotes" | undefined; total: number } | null;
}

/** A list without items: what to try instead, what will find something first. */
export function noHits(list: ListAddress, { similar, other }: Alternatives, names: ReadonlyMap<string, string>, site: Site): string {
  const q = givenOf(list, "q") ?? "";
  const to = (address: ListAddress) => pathOn(site, addressOf(address));
  const filters = appliedFilters(list.path, list.query, names).filter(
    ({ without }) => without !== addressOf(withValues(list, { q: undefined })),
  );
  const { any } = otherQueries(q);
  const tries = [
    similar === null || similar.total === 0
      ? null
      : html`<a href="${to(withValues(list, { fuzzy: "true" }))}">Look for similar words too</a>: ${counted(similar.total, "article")} !${similar.words.length === 0 ? "" : html`with <bdi>“${similar.words.join("”, “")}”</bdi>`}`,
    other === null || other.total === 0
      ? null
      : html`<a href="${to(withValues(list, { show: other.show, sort: undefined, order: undefined }))}">See ${counted(other.total, other.show === "quotes" ? "quote" : "article")}</a> with the same words and filters`,
    ...filters.map(({ label, value, without }) => html`<a href="${pathOn(site, without)}">Leave out “${label}: ${value}”</a>`),
    q === "" || any === null
      ? null
      : html`<a href="${to(withValues(list, { q: any }))}">Look for any of the words</a>, not for all of them`,
    q === ""
      ? null
      : html`<a href="${pathOn(site, checkAddress(q))}">Check these words as a quote</a>: finds quotes that differ in some words`,
  ].filter((one) => one !== null);
  return html`<div class="nothing">
<p class="empty">!${q === "" ? "Nothing has all of these filters." : html`Nothing here has <bdi>“${q}”</bdi>${filters.length === 0 ? "" : " and all of these filters"}.`}</p>
!${
    tries.length === 0
      ? ""
      : html`<p>What to try:</p>
<ul class="tries">!${tries.map((one) => html`<li>!${one}</li>`)}</ul>`
  }
</div>`;
}
