import { html } from "ghtml";
import type { PageQuery } from "./filter-links.ts";

/** The parts of forms that search a list. */

/** A field for words with its button. */
export function searchField(label: string, q: PageQuery[string]): string {
  return html`<label for="q">${label}</label>
<input id="q" name="q" type="search" maxlength="200" value="${typeof q === "string" ? q : ""}" autocomplete="off">
<button>Find</button>`;
}

/** Fields nobody sees that keep the rest of a query. @param shown names that the form has fields for */
export function hiddenFields(query: PageQuery, shown: readonly string[]): string {
  return Object.entries(query)
    .filter(([name]) => !shown.includes(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => html`<input type="hidden" name="${name}" value="${one}">`))
    .join("\n");
}
