import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { publication, timeElement } from "../dates.ts";
import { placeInArticle, quotedWords, speakerLinks } from "../quotes/quote-block.ts";
import { rightsInList } from "../rights.ts";

/** The quote of a day, large, with whom it is from and where it stands. */
export function quoteOfTheDay(item: QuoteItem, date: Date, site: Site): string {
  const { headline, rights, slug } = item.article;
  return html`<section class="day" aria-labelledby="day">
<h2 class="kicker" id="day">Quote of the day, !${timeElement(date.toISOString().slice(0, 10))}</h2>
<figure>
<blockquote cite="${pathOn(site, addresses.article(slug))}" dir="auto">!${quotedWords(item)}</blockquote>
<figcaption>
<p class="by">!${speakerLinks(item, site)}</p>
<p class="meta"><cite dir="auto"><a href="${placeInArticle(item, site)}">${headline.text}</a></cite></p>
<p class="meta">!${publication(item.article)}</p>
!${rightsInList(rights)}
<p class="more"><a href="${pathOn(site, addresses.quote(item.id))}">This quote</a></p>
</figcaption>
</figure>
</section>`;
}
