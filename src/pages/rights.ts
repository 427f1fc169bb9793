import { html } from "ghtml";
import type { Rights } from "../article/model/schema.ts";
import { statedRights } from "../representations/rights.ts";

/** The rights of an item of a list. Where none are stated a list says nothing, as most items would say it; the item's own page does. */
export function rightsInList(rights: Rights): string {
  const stated = statedRights(rights);
  return stated === null ? "" : html`<p class="rights" dir="auto">${stated}</p>`;
}
