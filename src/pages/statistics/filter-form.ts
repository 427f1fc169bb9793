import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import type { PageQuery } from "../filter-links.ts";
import { hiddenFields } from "../forms.ts";

/** Fields that are written into; what charts can be clicked for is chosen there. */
const FIELDS = [
  { name: "q", label: "Quotes with the words", type: "search" },
  { name: "speaker", label: "Said by", type: "text" },
  { name: "publisher", label: "Published by", type: "text" },
  { name: "publishedFrom", label: "From", type: "date" },
  { name: "publishedTo", label: "To", type: "date" },
];

/**
 * A form that filters what is counted, and keeps the filters it has no field for.
 * @param names of speakers, by what the query has
 */
export function filterForm(path: string, query: PageQuery, names: ReadonlyMap<string, string>, site: Site): string {
  // One field cannot say several values: they stay as they are, and the head of the page removes them.
  const fields = FIELDS.filter(({ name }) => [query[name] ?? []].flat().length < 2);
  return html`<form class="filters" role="search" aria-label="Quotes to count" action="${pathOn(site, path)}">
!${fields.map(({ name, label, type }) => {
    const [value = ""] = [query[name] ?? []].flat();
    const shown = type === "date" ? value.slice(0, 10) : value === "none" ? "none" : value;
    return html`<div class="field"><label for="filter-${name}">${label}</label>
<input id="filter-${name}" name="${name}" type="${type}" value="${shown}" autocomplete="off"!${type === "date" ? "" : ' maxlength="200" dir="auto"'}!${names.has(value) ? html` title="${names.get(value)}"` : ""}></div>
`;
  })}!${hiddenFields(
    query,
    fields.map(({ name }) => name),
  )}
<button>Count</button>
</form>`;
}
