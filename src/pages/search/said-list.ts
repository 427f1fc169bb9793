import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import { foundWords } from "../../article/words/found-words.ts";
import { parseQuery } from "../../article/words/query.ts";
import { type Pattern, soughtBy } from "../../article/words/sought.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { publication } from "../dates.ts";
import { quoteBlock } from "../quotes/quote-block.ts";
import { rightsInList } from "../rights.ts";

/** Quotes of several articles, with the words that `q` found marked; those that stand together and are of one article have its headline once. */
export function saidList(quotes: QuoteItem[], q: string | null, site: Site): string {
  const patterns = q === null ? [] : soughtBy(parseQuery(q)).inflected.all.flat();
  const groups: QuoteItem[][] = [];
  for (const quote of quotes) {
    const group = groups.at(-1);
    if (group?.[0]?.article.slug === quote.article.slug) group.push(quote);
    else groups.push([quote]);
  }
  return html`<div class="said-by">!${groups.map((said) => html`<section>!${said.map((quote) => quoteBlock(quote, site, { markup: (words) => markFound(words, patterns) }))}!${sourceLine(said[0], site)}</section>`)}</div>`;
}

function markFound(words: string, patterns: Pattern[]): string {
  let behind = 0;
  const parts = foundWords(words, patterns).map(({ start, end }) => {
    const part = html`${words.slice(behind, start)}<mark>${words.slice(start, end)}</mark>`;
    behind = end;
    return part;
  });
  return parts.join("") + html`${words.slice(behind)}`;
}

function sourceLine(quote: QuoteItem | undefined, site: Site): string {
  if (quote === undefined) return "";
  const { slug, headline, rights } = quote.article;
  return html`<div class="source"><p class="meta"><a href="${pathOn(site, addresses.article(slug))}"><cite dir="auto">${headline.text}</cite></a> <span class="sep">·</span> !${publication(quote.article)}</p>
!${rightsInList(rights)}</div>`;
}
