import { html } from "ghtml";
import { pathOn, type Site } from "../representations/links.ts";

/** One page of a list as the store gives it, parsed. */
export interface ListPage<Item> {
  items: Item[];
  /** Number of items in the whole list. */
  total: number;
  /** Address of the next page as routes have it, `null` on the last. */
  next: string | null;
}

/** The link to the page after this one; nothing on the last. @param next its address as routes have it */
export function nextLink(site: Site, next: string | null, label: string): string {
  return next === null ? "" : html`<p class="more"><a rel="next" href="${pathOn(site, next)}">${label}</a></p>`;
}
