import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import { PRECISION } from "../../article/model/precision.ts";
import type { QuoteRevision } from "../../article/model/revisions.ts";
import type { Article, Segment } from "../../article/model/schema.ts";
import { citation } from "../../representations/attribution.ts";
import { cutWords } from "../../representations/cut-words.ts";
import { quoteJsonLd } from "../../representations/json-ld.ts";
import { externalUrl, pathOn, quoteUrl, type Site } from "../../representations/links.ts";
import { cutQuote, markedText } from "../../representations/quotations.ts";
import { rightsLine } from "../../representations/rights.ts";
import { addresses, textFragment } from "../addresses.ts";
import { assets } from "../assets.ts";
import { quoteCard } from "../cards/card.ts";
import { cardImage } from "../cards/drawable.ts";
import { momentElement, publication } from "../dates.ts";
import { LABELS } from "../labels.ts";
import { alternate, layout } from "../layout.ts";
import { citations } from "./citing.ts";
import { inTheArticle } from "./in-the-article.ts";
import { howReported, placeInArticle, quotedWords, speakerLinks } from "./quote-block.ts";

/** Code points of a quote in a title and in the words on a card; programs that show cards cut longer texts. */
const TITLE_LENGTH = 80;
const CARD_LENGTH = 300;
/** Code points of a quote that are looked for: enough to tell it from any other, and fit for an address. */
const CHECKED_LENGTH = 300;

/**
 * The page of a quote: the words, the paragraphs they stand in, its citation, and beside them who said it, where, and how sure that is.
 *
 * @param revisions when it stood in the article, newest first; where its words were others, the page says so
 */
export function quotePage(item: QuoteItem, article: Article, site: Site, revisions: QuoteRevision[] = []): string {
  const path = addresses.quote(item.id);
  const words = markedText(item);
  const oembed = `/oembed?url=${encodeURIComponent(quoteUrl(site, item.id))}`;
  const language = article.language ?? "";
  return layout(
    {
      title: `${citation(item)}: ${markedText(cutQuote(item, TITLE_LENGTH))}`,
      description: `${markedText(cutQuote(item, CARD_LENGTH))} – ${item.article.headline.text}. ${rightsLine(item.article.rights)}`,
      path,
      site,
      type: "article",
      image: cardImage(quoteCard(item), path),
      styles: [assets.quoteStyle],
      links:
        alternate(site, `/v1${path}`, "application/json", "The quote as data") +
        alternate(site, oembed, "application/json+oembed", "Embed this quote") +
        html`<script type="application/ld+json">!${quoteJsonLd(item, article, site)}</script>`,
    },
    html`<article class="card">
<h1 class="unseen">Quote, ${citation(item)}</h1>
<figure class="quote">
<blockquote cite="${pathOn(site, addresses.article(item.article.slug))}" dir="auto" lang="${language}"!${lengthOf(words)}>!${quotedWords(item)}</blockquote>
<figcaption>
<p class="by">!${speakerLinks(item, site)}</p>
<p class="meta"><cite dir="auto"><a href="${placeInArticle(item, site)}">${item.article.headline.text}</a></cite> <span class="sep">·</span> !${publication(item.article)}</p>
<p class="rights" dir="auto">${rightsLine(item.article.rights)}</p>
!${alteredFrom(revisions, item, site)}
</figcaption>
</figure>
<section class="context" aria-labelledby="context">
<h2 class="kicker" id="context">In the article</h2>
!${inTheArticle(item, article, site)}
<p class="key">Marked: <mark class="words">what was said</mark>!${
      item.attribution.mention === null ? "" : html`, <mark class="mention">who</mark>`
    }!${item.attribution.cue === null ? "" : html`, <mark class="cue">how the article says so</mark>`}. <a href="${placeInArticle(item, site)}">Read the article from here</a></p>
</section>
!${citations(item, site)}
!${facts(item, article, site)}
</article>`,
  );
}

/** The words that a quote had last before they were corrected, and until when. */
function alteredFrom(revisions: QuoteRevision[], { article }: QuoteItem, site: Site): string {
  const before = revisions.find(({ match, until }) => match === "altered" && until !== null);
  if (before?.until == null) return "";
  return html`<p class="meta altered">Altered. Until !${momentElement(before.until)} it was: <span dir="auto">“${before.text}”</span> <a href="${pathOn(site, addresses.revisions(article.slug))}">What was changed</a></p>`;
}

/** Long quotes are set smaller. */
function lengthOf(words: string): string {
  return words.length > 700 ? ' class="longest"' : words.length > 280 ? ' class="long"' : "";
}

function facts(item: QuoteItem, article: Article, site: Site): string {
  const { segments, article: ref, id } = item;
  const source = externalUrl(article.sourceUrl);
  const api = pathOn(site, `/v1${addresses.quote(id)}`);
  return html`<dl class="facts">
!${speakerFacts(item, site)}
<div><dt>Kind</dt><dd>${howReported(item)}</dd></div>
<div><dt>Place</dt><dd>!${placesOf(segments, pathOn(site, addresses.article(ref.slug)))}</dd></div>
!${source === null ? "" : html`<div><dt>Source</dt><dd><a href="${source}!${source.includes("#") ? "" : "#"}${textFragment(segments.map(({ text }) => text))}">Find the words at the source</a></dd></div>`}
<div><dt>Check</dt><dd><a href="${pathOn(site, checkOf(item))}">Who says these words, and where</a></dd></div>
<div><dt>Link</dt><dd><a href="${quoteUrl(site, id)}" rel="bookmark">${quoteUrl(site, id)}</a></dd></div>
<div><dt>Formats</dt><dd class="formats"><a href="${api}">JSON</a> <a href="${api}?format=text">Plain text</a> <a href="${api}?format=markdown">Markdown</a> <a href="${api}?format=html">HTML</a> <a href="${api}?format=jsonld">schema.org</a> <a href="${api}?format=annotation">Web Annotation</a></dd></div>
</dl>`;
}

/** The address that looks for these words in all articles. */
function checkOf({ segments }: QuoteItem): string {
  const quote = cutWords(segments[0]?.text ?? "", CHECKED_LENGTH).replace(/…$/u, "");
  return addresses.check({ quote });
}

/** A line for each paragraph. @param path of the article's page */
function placesOf(segments: Segment[], path: string): string {
  return [...Map.groupBy(segments, ({ paragraph }) => paragraph)]
    .map(([paragraph, spans]) => {
      const places = spans.map(({ start, end }) => `${start} to ${end}`).join(" and ");
      return html`<a href="${path}#${paragraph}">Paragraph ${paragraph.slice(1)}</a>, characters ${places}`;
    })
    .join("<br>");
}

/** Who said it by name, how that is known, and how often such an answer is right. */
function speakerFacts({ attribution }: QuoteItem, site: Site): string {
  const { basis, confidence, speakers } = attribution;
  const names = speakers.map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}"><bdi>${name}</bdi></a>`).join(" and ");
  const who = names === "" ? "Nobody is named" : confidence === "low" ? `Perhaps ${names}` : names;
  const how = basis === null ? "" : html`<br>${LABELS.basis[basis]}`;
  if (confidence === null) return html`<div><dt>Speaker</dt><dd>!${who}!${how}</dd></div>`;
  return html`<div><dt>Speaker</dt><dd>!${who}!${how}</dd></div>
<div><dt>Confidence</dt><dd>${LABELS.confidence[confidence]}!${basis === "editor" ? "" : `: right in ${PRECISION[confidence]} % of such quotes, as measured`}</dd></div>`;
}
