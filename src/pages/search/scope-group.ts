import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { addressOf, givenOf, type ListAddress, withValues } from "../list-address.ts";

const SCOPES = [
  ["Everywhere", undefined],
  ["In quotes only", "quotes"],
  ["Outside quotes only", "narration"],
] as const;

/** Where in the articles a search looks, and whether similar words count: a choice of links. */
export function scopeGroup(list: ListAddress, site: Site): string {
  const given = givenOf(list, "in");
  const chosen = given === "all" ? undefined : (given ?? undefined);
  const isFuzzy = givenOf(list, "fuzzy") === "true";
  const link = (label: string, to: ListAddress, isCurrent: boolean) =>
    html`<li><a rel="nofollow" href="${pathOn(site, addressOf(to))}"!${isCurrent ? ' aria-current="true"' : ""}>${label}</a></li>`;
  return html`<section><h3>Look for the words</h3>
<ul>!${SCOPES.map(([label, scope]) => link(label, withValues(list, { in: scope }), scope === chosen))}</ul></section>
<section><h3>Spelling</h3>
<ul>!${link("As written", withValues(list, { fuzzy: undefined }), !isFuzzy)}!${link("Similar words too", withValues(list, { fuzzy: "true" }), isFuzzy)}</ul></section>`;
}
