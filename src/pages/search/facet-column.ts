import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { filterName } from "../filter-links.ts";
import { labelOf, languageName } from "../labels.ts";
import { addressOf, isSameList, type ListAddress, withValues } from "../list-address.ts";
import { datesForm } from "./search-form.ts";

/** A value that items of a list have. */
interface FacetValue {
  /** `null`: they have none. */
  value: string | null;
  /** Of a speaker. */
  name: string | null;
  /** Number of items of the list. */
  count: number;
  /** The parameters that narrow the list to these items; `null` where no filter does. */
  filter: string | null;
}

export type FacetCounts = { [Facet in (typeof FACETS)[number]]?: FacetValue[] | undefined };

// Every choice leads to others, more than there are articles: search engines are asked not to follow them.

/** The facets of a list page, in their order. */
export const FACETS = ["speaker", "speakerType", "kind", "confidence", "year", "publisher", "language"] as const;

/** Values of a facet that are shown at once; the others unfold. */
const SHOWN_VALUES = 7;

/**
 * The side of a list page: what to narrow the list by, each value a link with the number of items that have it.
 * @param above markup of other choices
 */
export function facetColumn(list: ListAddress, facets: FacetCounts, site: Site, title = "Narrow this list", above = ""): string {
  const groups = FACETS.map((facet) => facetGroup(facet, facets[facet] ?? [], list, site));
  return html`<aside class="facets" id="narrow" aria-label="${title}">
<h2 class="kicker">${title}</h2>
!${above}
!${groups}
<section><h3>Published</h3>
!${datesForm(list, site)}</section>
</aside>`;
}

function facetGroup(facet: (typeof FACETS)[number], values: FacetValue[], list: ListAddress, site: Site): string {
  const links = inOrder(facet, values).map((one) => facetLink(facet, one, list, site));
  // One value that all items have narrows nothing.
  if (links.length === 0 || (links.length === 1 && !links[0]?.isChosen)) return "";
  const items = links.map(({ markup }) => html`<li>!${markup}</li>`);
  const rest = items.slice(SHOWN_VALUES);
  return html`<section><h3>${facet === "year" ? "Year" : filterName(facet)}</h3>
<ul>!${items.slice(0, SHOWN_VALUES)}</ul>
!${rest.length === 0 ? "" : html`<details><summary>${rest.length} more<span class="unseen"> of ${filterName(facet)}</span></summary><ul>!${rest}</ul></details>`}
!${facet === "confidence" ? sureOnly(list, site) : ""}</section>`;
}

/** A value in words; what items have that have none. */
function valueName(facet: string, value: string | null): string {
  if (value === null) return NO_VALUE[facet] ?? "None";
  return facet === "language" ? languageName(value) : labelOf(facet, value);
}

const NO_VALUE: Record<string, string> = {
  speaker: "Nobody named",
  speakerType: "Nobody named",
  confidence: "Nobody named",
  publisher: "No publisher",
  language: "Not known",
  year: "No date",
};

/** Values as the API has them, those of most items first; confidence by what it is. */
function inOrder(facet: string, values: FacetValue[]): FacetValue[] {
  if (facet !== "confidence") return values;
  const place = ({ value }: FacetValue) => CONFIDENCES.indexOf(value ?? "");
  return values.toSorted((a, b) => place(b) - place(a));
}

const CONFIDENCES = ["low", "medium", "high"];

function facetLink(facet: string, { value, name, count, filter }: FacetValue, list: ListAddress, site: Site) {
  const label = html`<span class="value" dir="auto">${name ?? valueName(facet, value)}</span> <span class="count">${count.toLocaleString("en")}</span>`;
  if (filter === null) return { isChosen: false, markup: label };
  const chosen = [...new URLSearchParams(filter)];
  const narrowed = withValues(list, Object.fromEntries(chosen));
  const isChosen = isSameList(narrowed, list);
  const to = isChosen ? withValues(list, Object.fromEntries(chosen.map(([parameter]) => [parameter, undefined]))) : narrowed;
  const removes = isChosen ? html`<span class="unseen">: remove this filter</span>` : "";
  return {
    isChosen,
    markup: html`<a rel="nofollow" href="${pathOn(site, addressOf(to))}"!${isChosen ? ' class="is-chosen"' : ""}>!${label}!${removes}</a>`,
  };
}

/** The link that leaves out what the machine is unsure of. */
function sureOnly(list: ListAddress, site: Site): string {
  const given = [list.query.confidence ?? []].flat();
  if (given.length > 0 && !given.includes("low")) return "";
  const sure = withValues(list, { confidence: ["high", "medium"] });
  return html`<p class="meta"><a rel="nofollow" href="${pathOn(site, addressOf(sure))}">Leave out what is uncertain</a></p>`;
}
