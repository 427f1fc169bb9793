import { html } from "ghtml";
import { pathOn, type Site } from "../representations/links.ts";

/**
 * The one box of the front page: words to search for, a quote to check, or a whole text. `POST /find` tells which.
 *
 * It has no `maxlength`: a browser would cut what is pasted without a word.
 *
 * @param text what stands in it at first
 */
export function box(site: Site, text = ""): string {
  return html`<form class="box" role="search" aria-label="Search or check" method="post" action="${pathOn(site, "/find")}">
<label for="box">Search, or paste a quote or a text to check</label>
<textarea id="box" name="text" rows="3" required autocomplete="off" dir="auto" aria-describedby="box-hint">${text}</textarea>
<div class="box-foot">
<p class="meta" id="box-hint">Words are searched for. A quote, or a text with quotes in it, is checked against the archive; nothing of it is stored.</p>
<button>Search or check</button>
</div>
</form>`;
}
