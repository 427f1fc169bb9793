import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";

const EXAMPLES = [
  ["ferry bridge", "both words, anywhere in the text; English ones in every form"],
  ['"bridge or no bridge"', "the words side by side, exactly as written"],
  ["ferry OR boat", "one of the words"],
  ["ferry -tunnel", "the first word, and not the second"],
  ["harb*", "words that begin so"],
] as const;

/** What can be typed into the search, with examples. @param isOpen whether it is unfolded at first */
export function queryHelp(site: Site, isOpen: boolean): string {
  return html`<details class="help"!${isOpen ? " open" : ""}><summary>What can be typed</summary>
<dl class="facts">!${EXAMPLES.map(([query, finds]) => html`<div><dt><code>${query}</code></dt><dd>${finds}</dd></div>`)}</dl>
<p class="meta">Capitals, accents and the form of quotation marks do not matter. <a href="${pathOn(site, "/docs/search")}">All about searching</a></p>
</details>`;
}
