import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import { quoteContentHtml } from "../../representations/html.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { quoteMarkdown } from "../../representations/markdown.ts";
import { quoteText } from "../../representations/quote-text.ts";
import { addresses } from "../addresses.ts";

/** The forms of a citation, with their names in `?format=`. */
const FORMS = [
  { label: "Text", format: "text", write: quoteText },
  { label: "Markdown", format: "markdown", write: quoteMarkdown },
  { label: "HTML", format: "html", write: quoteContentHtml },
] as const;

/** A menu that copies a citation. Its choices are links to the forms, which script copies in place of opening them. @param label names the quote */
export function citationMenu({ id }: QuoteItem, label: string, site: Site): string {
  const api = pathOn(site, `/v1${addresses.quote(id)}`);
  return html`<details class="menu" name="citation"><summary aria-label="Copy citation, ${label}">Copy citation</summary><ul>!${FORMS.map(
    (form) => html`<li><a href="${api}?format=${form.format}" data-copy="${form.format}">${form.label}</a></li>`,
  )}</ul></details>`;
}

/** Buttons that copy a citation, and its forms to read. */
export function citations(item: QuoteItem, site: Site): string {
  const id = (format: string) => `citation-${format}`;
  return html`<section class="citations" aria-labelledby="cite">
<h2 class="kicker" id="cite">Copy citation</h2>
<p class="buttons">!${FORMS.map(
    ({ label, format }) =>
      html`<button type="button" hidden data-copy="${format}" data-from="${id(format)}" aria-label="Copy citation as ${label}">${label}</button> `,
  )}</p>
<details><summary>Show the three forms</summary>
!${FORMS.map(({ label, format, write }) => html`<h3>${label}</h3><pre tabindex="0" aria-label="Citation, ${label}" dir="auto"><code id="${id(format)}">${write(item, site)}</code></pre>`)}
</details>
</section>`;
}
