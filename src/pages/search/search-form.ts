import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { hiddenFields } from "../forms.ts";
import { givenOf, type ListAddress } from "../list-address.ts";

/** The form that looks for other words in the same list: filters, order and view stay. @param label what is looked for */
export function searchForm(list: ListAddress, label: string, site: Site, q = givenOf(list, "q") ?? ""): string {
  return html`<form class="search" role="search" aria-label="${label}" action="${pathOn(site, list.path)}">
<label for="q">${label}</label>
<input id="q" name="q" type="search" value="${q}" autocomplete="off" dir="auto">
!${hiddenFields(list.query, ["q"])}
<button>Search</button>
</form>`;
}

/** The form for a range of days; it has everything else of the list. */
export function datesForm(list: ListAddress, site: Site): string {
  const day = (name: string) => givenOf(list, name)?.slice(0, 10) ?? "";
  const field = (name: string, label: string) => html`<label>${label} <input type="date" name="${name}" value="${day(name)}"></label>`;
  return html`<form class="dates" aria-label="Published" action="${pathOn(site, list.path)}">
!${field("publishedFrom", "From")}
!${field("publishedTo", "To")}
!${hiddenFields(list.query, ["publishedFrom", "publishedTo"])}
<button>Apply dates</button>
</form>`;
}
