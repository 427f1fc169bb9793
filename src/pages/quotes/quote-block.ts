import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import type { Quote } from "../../article/model/schema.ts";
import { speakerLine, UNCERTAIN, voicesOf } from "../../representations/attribution.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { OMISSION, quotationsOf } from "../../representations/quotations.ts";
import { addresses, textFragment } from "../addresses.ts";
import { KIND_OF_QUOTE } from "../labels.ts";
import { citationMenu } from "./citing.ts";

/**
 * A quote as a figure: the words, who said them, how the article says so, and what a reader can do with it.
 *
 * @param speakers `false` where a heading names them; who is uncertain is shown all the same
 * @param markup see `quotedWords`
 */
export function quoteBlock(
  item: QuoteItem,
  site: Site,
  {
    id,
    number,
    voice = "",
    speakers = true,
    markup,
  }: { id?: string; number?: number; voice?: string; speakers?: boolean; markup?: (words: string) => string },
) {
  const uncertain = item.attribution.confidence === "low";
  return html`<figure class="quote ${voice}${uncertain ? " uncertain" : ""}"!${id === undefined ? "" : html` id="${id}"`}>
<blockquote cite="${pathOn(site, addresses.article(item.article.slug))}" dir="auto">!${quotedWords(item, markup)}</blockquote>
<figcaption>
<p>!${number === undefined ? "" : html`<span class="number">${number}</span> `}!${speakers || uncertain ? html`<span class="by">!${speakerLinks(item, site)}</span> ` : ""}<span class="how">${howReported(item)}</span></p>
!${quoteActions(item, site)}
</figcaption>
</figure>`;
}

/**
 * The words of a quote as paragraphs: each segment a quotation of its own, with a small mark where the reporter's words stand between.
 *
 * @param markup makes markup of words, where some of them are to be marked
 */
export function quotedWords(quote: Pick<Quote, "kind" | "segments">, markup = (words: string) => html`${words}`): string {
  const between = html` <span class="between">${OMISSION}</span> `;
  const words = quotationsOf(quote).map(({ words, after }, place) => {
    const joint = { words: between, paragraph: "</p><p>", nothing: " " }[after];
    return (place === 0 ? "" : joint) + markup(words);
  });
  return `<p>${words.join("")}</p>`;
}

/**
 * The speakers of a quote, linked; the words that name an anonymous one; or that nobody is named. In doubt the words of the
 * text, as "uncertain: he".
 */
export function speakerLinks({ attribution }: Pick<Quote, "attribution">, site: Site): string {
  const { uncertain, named } = voicesOf(attribution);
  if (named.length === 0) return "Nobody is named";
  const names = named.map(({ id, words }) => {
    if (id !== null) return html`<a href="${pathOn(site, addresses.speaker(id))}">${words}</a>`;
    return uncertain ? html`<bdi>${words}</bdi>` : html`“${words}”`;
  });
  const line = names.join(" and ");
  return uncertain ? html`<span class="doubt">${UNCERTAIN}!${line}</span>` : line;
}

/** Kind of the quote and the words that name the speaker and report the speech, in the order of the text. */
export function howReported({ kind, attribution }: Quote): string {
  const { mention, cue } = attribution;
  const named = mention !== null && !voicesOf(attribution).named.some(({ words }) => words === mention.text) ? [mention] : [];
  const words = [...named, ...(cue === null ? [] : [cue])].sort((a, b) => a.start - b.start).map(({ text }) => text);
  return words.length === 0 ? KIND_OF_QUOTE[kind] : `${KIND_OF_QUOTE[kind]}: “${words.join(" … ")}”`;
}

/** Permalink, the place in the article, the citation to copy. */
function quoteActions(item: QuoteItem, site: Site): string {
  const label = `${speakerLine(item.attribution)}: ${firstWords(item.text)}`;
  return html`<ul class="actions">
<li><a href="${pathOn(site, addresses.quote(item.id))}" aria-label="Permalink, ${label}">Permalink</a></li>
<li><a href="${placeInArticle(item, site)}" aria-label="In the article, ${label}">In the article</a></li>
<li>!${citationMenu(item, label, site)}</li>
</ul>`;
}

/** The article, scrolled to the words: by the quote's id, and highlighted where the browser knows text fragments. */
export function placeInArticle({ id, article, segments }: QuoteItem, site: Site): string {
  return `${pathOn(site, addresses.article(article.slug))}#quote-${id}${textFragment(segments.map(({ text }) => text))}`;
}

/** The first six words of a text: enough to know a link by. */
export function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= 6 ? words.join(" ") : `${words.slice(0, 6).join(" ")}…`;
}
