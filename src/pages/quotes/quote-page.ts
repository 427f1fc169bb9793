import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import type { Article, Quote } from "../../article/model/schema.ts";
import { citation } from "../../representations/attribution.ts";
import { quoteJsonLd } from "../../representations/json-ld.ts";
import { externalUrl, pathOn, quoteUrl, type Site } from "../../representations/links.ts";
import { markedText } from "../../representations/quotations.ts";
import { rightsLine } from "../../representations/rights.ts";
import { addresses, textFragment } from "../addresses.ts";
import { quoteCard } from "../cards/card.ts";
import { cardImage } from "../cards/drawable.ts";
import { timeElement } from "../dates.ts";
import { alternate, layout } from "../layout.ts";
import { howReported, placeInArticle, quoteActions, quotedWords, speakerLinks } from "./quote-block.ts";

const BASES: Record<NonNullable<Quote["attribution"]["basis"]>, string> = {
  name: "named beside the quote",
  role: "identified by a role or description",
  pronoun: "identified by a pronoun",
  continued: "continues the quote before",
  editor: "set by an editor",
};

/** Characters of a quote that a card shows; programs that show cards cut longer texts. */
const CARD_LENGTH = 300;

/** The page of a quote: a card with the words, who said them, where they stand, and how sure the attribution is. */
export function quotePage(item: QuoteItem, article: Article, site: Site): string {
  const path = addresses.quote(item.id);
  const title = `${citation(item)}: ${markedText(item)}`;
  const oembed = `/oembed?url=${encodeURIComponent(quoteUrl(site, item.id))}`;
  return layout(
    {
      title: shortened(title, 110),
      description: `${shortened(markedText(item), CARD_LENGTH)} – ${item.article.headline.text}. ${rightsLine(item.article.rights)}`,
      path,
      site,
      type: "article",
      image: cardImage(quoteCard(item), path),
      links:
        alternate(site, `/v1${path}`, "application/json", "The quote as data") +
        alternate(site, oembed, "application/json+oembed", "Embed this quote") +
        html`<script type="application/ld+json">!${quoteJsonLd(item, article, site)}</script>`,
    },
    html`<article class="card">
<h1 class="unseen">Quote, ${citation(item)}</h1>
<figure class="quote">
<blockquote cite="${pathOn(site, addresses.article(item.article.slug))}" dir="auto" lang="${article.language ?? ""}">!${quotedWords(item)}</blockquote>
<figcaption>
<p class="by">!${speakerLinks(item, site)}</p>
<p class="meta"><cite dir="auto"><a href="${placeInArticle(item, site)}">${item.article.headline.text}</a></cite>!${
      item.article.publisher === null ? "" : html` <span class="sep">·</span> <bdi>${item.article.publisher}</bdi>`
    }!${item.article.publishedAt === null ? "" : html` <span class="sep">·</span> !${timeElement(item.article.publishedAt)}`}</p>
<p class="rights" dir="auto">${rightsLine(item.article.rights)}</p>
!${quoteActions(item, site)}
</figcaption>
</figure>
!${details(item, article, site)}
</article>`,
  );
}

function details(item: QuoteItem, article: Article, site: Site): string {
  const { attribution, context, segments, article: ref, id } = item;
  const { basis, confidence } = attribution;
  const source = externalUrl(article.sourceUrl);
  const api = pathOn(site, `/v1${addresses.quote(id)}`);
  const first = segments[0];
  return html`<dl class="facts">
<div><dt>In the text</dt><dd class="context" dir="auto" lang="${article.language ?? ""}">!${context.before === "" ? "" : html`<span>…${context.before}</span>`}<mark>${segments.length > 1 ? `${first?.text} … ${segments.at(-1)?.text}` : first?.text}</mark>!${context.after === "" ? "" : html`<span>${context.after}…</span>`}</dd></div>
<div><dt>Kind</dt><dd>${howReported(item)}</dd></div>
!${basis === null ? "" : html`<div><dt>Speaker</dt><dd>${BASES[basis]}!${confidence === null ? "" : html`, ${confidence} confidence`}</dd></div>`}
<div><dt>Place</dt><dd>!${segments.map(({ paragraph, start, end }) => html`<a href="${pathOn(site, addresses.article(ref.slug))}#${paragraph}">paragraph ${paragraph.slice(1)}</a>, code points ${start} to ${end}`).join("; ")}</dd></div>
!${source === null || first === undefined ? "" : html`<div><dt>Source</dt><dd><a href="${source}#${textFragment(first.text)}">Find the words at the source</a></dd></div>`}
<div><dt>Formats</dt><dd class="formats"><a href="${api}">JSON</a> <a href="${api}?format=text">plain text</a> <a href="${api}?format=markdown">Markdown</a> <a href="${api}?format=jsonld">schema.org</a> <a href="${api}?format=annotation">Web Annotation</a></dd></div>
</dl>`;
}

/** Words cut to at most `length` code points. */
function shortened(words: string, length: number): string {
  const characters = Array.from(words.slice(0, 2 * length + 2));
  return characters.length <= length
    ? words
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
