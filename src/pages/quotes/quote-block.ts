import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import type { Quote } from "../../article/model/schema.ts";
import { markedText, speakerLine } from "../../representations/attribution.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { quoteText } from "../../representations/quote-text.ts";
import { addresses, textFragment } from "../addresses.ts";

const KINDS: Record<Quote["kind"], string> = {
  direct: "Direct quote",
  mixed: "Quoted in part",
  indirect: "Reported, not quoted",
};

/** A quote as a figure: the words, who said them where `speakers` asks for it, how the article says so, and what a reader can do with it. */
export function quoteBlock(
  item: QuoteItem,
  site: Site,
  { id, number, voice = "", speakers = true }: { id?: string; number?: number; voice?: string; speakers?: boolean },
) {
  return html`<figure class="quote ${voice}"!${id === undefined ? "" : html` id="${id}"`}>
<blockquote cite="${pathOn(site, addresses.article(item.article.slug))}" dir="auto"><p>${markedText(item)}</p></blockquote>
<figcaption>
<p>!${number === undefined ? "" : html`<span class="number">${number}</span> `}!${speakers ? html`<span class="by">!${speakerLinks(item, site)}</span> ` : ""}<span class="how">${howReported(item)}</span></p>
!${quoteActions(item, site)}
</figcaption>
</figure>`;
}

/** The speakers of a quote, linked; the words that name an anonymous one; or that nobody is named. */
export function speakerLinks({ attribution }: Pick<Quote, "attribution">, site: Site): string {
  const { speakers, mention } = attribution;
  if (speakers.length > 0)
    return speakers.map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}">${name}</a>`).join(" and ");
  return mention === null ? "Nobody is named" : html`“${mention.text}”`;
}

/** Kind of the quote and the words that name the speaker and report the speech, in the order of the text. */
export function howReported({ kind, attribution }: Quote): string {
  const { mention, cue, speakers } = attribution;
  const named = mention !== null && !speakers.some(({ name }) => name === mention.text) ? [mention] : [];
  const words = [...named, ...(cue === null ? [] : [cue])].sort((a, b) => a.start - b.start).map(({ text }) => text);
  return words.length === 0 ? KINDS[kind] : `${KINDS[kind]}: “${words.join(" … ")}”`;
}

/** Permalink, the place in the article, the citation to copy. */
export function quoteActions(item: QuoteItem, site: Site): string {
  const label = `${speakerLine(item.attribution)}: ${firstWords(item)}`;
  return html`<ul class="actions">
<li><a href="${pathOn(site, addresses.quote(item.id))}" aria-label="Permalink, ${label}">Permalink</a></li>
<li><a href="${placeInArticle(item, site)}" aria-label="In the article, ${label}">In the article</a></li>
<li><button type="button" hidden data-citation="${quoteText(item, site)}">Copy citation</button></li>
</ul>`;
}

/** The article, scrolled to the words: by the quote's id, and highlighted where the browser knows text fragments. */
export function placeInArticle({ id, article, segments }: QuoteItem, site: Site): string {
  const [segment] = segments;
  return `${pathOn(site, addresses.article(article.slug))}#quote-${id}${segment === undefined ? "" : textFragment(segment.text)}`;
}

function firstWords({ text }: Pick<Quote, "text">): string {
  const words = text.split(/\s+/);
  return words.length <= 6 ? words.join(" ") : `${words.slice(0, 6).join(" ")}…`;
}
