import { html } from "ghtml";
import { counted } from "../article/words/counted.ts";
import { pathOn, type Site } from "../representations/links.ts";

/** A filter that applies to a list. */
interface AppliedFilter {
  /** What is filtered by, for people: "Speaker". */
  label: string;
  /** What is kept, for people: a name, not an id. */
  value: string;
  /** Address of the list without this filter, as routes have it. */
  without: string;
}

/** What stands above a list. */
interface ListHead {
  title: string;
  filtered: AppliedFilter[];
  /** Number of items in the whole list, not on this page. */
  total: number;
  /** What the items are, in the singular: "article". */
  noun: string;
  /** Exactly this list in other forms ("JSON", "CSV"), with addresses as routes have them. */
  forms: { label: string; href: string }[];
  /** Address of the list without any filter, as routes have it; offered beside two filters or more. */
  unfiltered?: string;
  /** What stands below the heading, markup. */
  standfirst?: string;
}

/** The head of a list, in each page the same: its heading (`id="heading"`), how many items, which filters apply, in which forms to take it. */
export function listHead({ title, filtered, total, noun, forms, unfiltered, standfirst = "" }: ListHead, site: Site): string {
  return html`<header class="list-head">
<h1 id="heading" dir="auto">${title}</h1>
!${standfirst}
<p class="total">${total === 0 ? `No ${noun}s` : counted(total, noun)}</p>
!${filtered.length === 0 ? "" : chosen(filtered, unfiltered, site)}
!${
    forms.length === 0
      ? ""
      : html`<p class="forms">This list as !${forms.map(({ label, href }) => html`<a href="${pathOn(site, href)}">${label}</a>`).join(" ")}</p>`
  }
</header>`;
}

/** The filters that apply, each a link that removes it. */
function chosen(filtered: AppliedFilter[], unfiltered: string | undefined, site: Site): string {
  return html`<ul class="chosen" aria-label="Filters">!${filtered.map(
    ({ label, value, without }) =>
      html`<li><a class="filter" rel="nofollow" href="${pathOn(site, without)}"><span>${label}</span> <b dir="auto">${value}</b><span class="unseen">: remove this filter</span></a></li>`,
  )}!${unfiltered === undefined || filtered.length < 2 ? "" : html`<li><a href="${pathOn(site, unfiltered)}">Remove all</a></li>`}</ul>`;
}
