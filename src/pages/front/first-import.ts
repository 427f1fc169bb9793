import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";

/** What an empty archive shows: how to put the first article in. */
export function firstImport(site: Site): string {
  return html`<p class="empty">No articles yet. Whoever runs this server puts them in:</p>
<pre tabindex="0" aria-label="Command of a first import"><code>npm run verbatim -- import story.txt page.html folder/</code></pre>
<p>A server that reads a folder shows them at once; for a database, <code>npm run verbatim -- load</code> follows. <a href="${pathOn(site, "/docs/importing")}">Importing</a> says more.</p>`;
}
