import { html } from "ghtml";
import type { ServedPeriod } from "../../article/model/history.ts";
import type { Article, Confidence, Paragraph, Quote, Section } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { quotedLine } from "../../representations/attribution.ts";
import { creditsAround } from "../../representations/credits.ts";
import { articleJsonLd } from "../../representations/json-ld.ts";
import { externalUrl, pathOn, type Site } from "../../representations/links.ts";
import { rightsLine } from "../../representations/rights.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { articleCard } from "../cards/card.ts";
import { cardImage } from "../cards/drawable.ts";
import { publication, timeElement } from "../dates.ts";
import { alternate, layout } from "../layout.ts";
import { doubtLine } from "../quotes/doubt.ts";
import { type Marking, marginNotes, markedWords, markingOf } from "./marked-paragraph.ts";
import { servedIn } from "./revisions-page.ts";
import { cast, quotesOnly, whoSaidWhat } from "./who-said-what.ts";

/** The whole article with its quotes marked and a list of who said what, or its quotes alone in the order of the text. */
export type View = "article" | "quotes";

/** How an article is shown. */
export interface ArticleShown {
  view: View;
  /** The quotes to mark and to list, by how sure the attribution is; `null` for all. */
  confidences: Confidence[] | null;
  /** When its text was changed last; `null` when it was not. */
  corrected: string | null;
  /** Of a former revision: the slug of the article now, and when that text was served. */
  former: { slug: string; served: ServedPeriod[] } | null;
}

const PLAIN: ArticleShown = { view: "article", confidences: null, corrected: null, former: null };

/** The page of an article, or of a former revision of it. */
export function articlePage(article: Article, site: Site, given: Partial<ArticleShown> = {}): string {
  const { quotes } = article;
  const asked = { ...PLAIN, ...given };
  const { view, confidences, former } = asked;
  const shown =
    confidences === null
      ? quotes
      : quotes.filter(({ attribution: { confidence } }) => confidence !== null && confidences.includes(confidence));
  const path = placeOf(article, former);
  const api = `/v1${path}`;
  const title = former === null ? article.headline.text : `Earlier version: ${article.headline.text}`;
  const quoted = quotedLine(article);
  const linkedData = html`<script type="application/ld+json">!${articleJsonLd(article, site)}</script>`;
  return layout(
    {
      title,
      description: `${counted(article.quotes.length, "quote")}.${quoted === "" ? "" : ` ${quoted}.`} ${rightsLine(article.rights)}`,
      path,
      site,
      type: "article",
      styles: [assets.articleStyle],
      image: cardImage(articleCard(article), path),
      links: alternate(site, api, "application/json", "The article as data") + (former === null ? linkedData : ""),
      // Search engines shall find the present text.
      indexed: former === null,
    },
    html`!${former === null ? "" : formerNotice(former, site)}<article class="story" lang="${article.language ?? ""}">
!${headerOf(article, shown, asked, site)}
!${view === "article" ? bodyOf(article, shown, site) + whoSaidWhat(article, shown, site) : quotesOnly(article, shown, site)}
!${footerOf(article, api, former === null, site)}
</article>`,
  );
}

/** The address of the page of a text, as routes have it. */
function placeOf(article: Article, former: ArticleShown["former"]): string {
  return former === null ? addresses.article(article.slug) : addresses.article(former.slug, article.revision);
}

/** Says on top of a former revision that it is one. */
function formerNotice({ slug, served }: NonNullable<ArticleShown["former"]>, site: Site): string {
  return html`<aside class="former" role="note">
<p><strong>This is an earlier version of this article.</strong> !${servedIn(served)}. <a href="${pathOn(site, addresses.article(slug))}">Read the present version</a> <span class="sep">·</span> <a href="${pathOn(site, addresses.revisions(slug))}">What was changed</a></p>
</aside>`;
}

function headerOf(article: Article, shown: Quote[], { view, confidences, corrected, former }: ArticleShown, site: Site): string {
  const { headline, updatedAt, wordCount, quotes, slug } = article;
  const address = (name: View) => addressOf(placeOf(article, former), name, confidences);
  const unsure = quotes.filter(({ attribution: { confidence } }) => confidence === null || confidence === "low").length;
  const tab = (name: View, label: string) =>
    html`<li><a href="${pathOn(site, address(name))}"!${view === name ? ' aria-current="page"' : ""}>${label}</a></li>`;
  return html`<header>
<div>
<h1 dir="auto">${headline.text}</h1>
!${creditsAround(article).before.map(({ text }) => html`<p class="byline" dir="auto">${text}</p>`)}
<p class="meta" lang="en">!${publication(article)}!${
    updatedAt === null ? "" : html` <span class="sep">·</span> updated !${timeElement(updatedAt)}`
  }!${
    corrected === null
      ? ""
      : html` <span class="sep">·</span> <a class="corrected" href="${pathOn(site, addresses.revisions(slug))}">Corrected !${timeElement(corrected)}</a>`
  } <span class="sep">·</span> ${counted(wordCount, "word")} <span class="sep">·</span> ${counted(quotes.length, "quote")}</p>
<nav class="views" aria-label="View" lang="en"><ul>
!${tab("article", "Whole article")}
!${tab("quotes", "Quotes only")}
</ul></nav>
<div lang="en">!${doubtLine(address(view), unsure, site)}</div>
</div>
!${cast(article, shown, site)}
</header>`;
}

/** The address of a view that leaves the same quotes out. */
function addressOf(place: string, view: View, confidences: Confidence[] | null): string {
  const query = new URLSearchParams(view === "article" ? [] : [["view", view]]);
  for (const confidence of confidences ?? []) query.append("confidence", confidence);
  return query.size === 0 ? place : `${place}${place.includes("?") ? "&" : "?"}${query}`;
}

function bodyOf(article: Article, shown: Quote[], site: Site): string {
  const marking = markingOf(article, shown);
  return html`<div class="body">!${article.sections.map((section) => sectionOf(section, marking, site))}</div>`;
}

function sectionOf({ id, heading, paragraphs }: Section, marking: Marking, site: Site): string {
  const label = heading === null ? "" : html` aria-labelledby="heading-${id}"`;
  const title = heading === null ? "" : html`<h2 id="heading-${id}" dir="auto">${heading.text}</h2>`;
  return html`<section id="section-${id}"!${label}>!${title}!${paragraphs.map((paragraph) => paragraphOf(paragraph, marking, site))}</section>`;
}

function paragraphOf(paragraph: Paragraph, marking: Marking, site: Site): string {
  const { id, role } = paragraph;
  const words = html`<p id="${id}" dir="auto">!${markedWords(paragraph, marking)}</p>`;
  return html`<div class="par role-${role}">!${words}!${marginNotes(paragraph, marking, site)}</div>`;
}

/** @param api address of the article as data, as routes have it; isPresent whether it can be corrected */
function footerOf(article: Article, api: string, isPresent: boolean, site: Site): string {
  const source = externalUrl(article.sourceUrl);
  const [path = "", query] = api.split("?");
  const as = (format: string) => pathOn(site, `${path}?${query === undefined ? "" : `${query}&`}format=${format}`);
  const text = pathOn(site, `${path}/text${query === undefined ? "" : `?${query}`}`);
  // The script shows it to editors, whose key the tab has.
  const edit = !isPresent
    ? ""
    : html`<p class="formats" lang="en" hidden data-edit-link><a href="${pathOn(site, addresses.edit(article.slug))}">Correct this article</a></p>`;
  return html`<footer>
!${creditsAround(article).after.map(({ text }) => html`<p class="credit" dir="auto">${text}</p>`)}
<p class="rights" dir="auto">${rightsLine(article.rights)}</p>
!${source === null ? "" : html`<p lang="en">Source: <a href="${source}">${source}</a></p>`}
<p class="formats" lang="en">This article as <a href="${pathOn(site, api)}">JSON</a> <a href="${text}">plain text</a> <a href="${as("markdown")}">Markdown</a> <a href="${as("jsonld")}">schema.org</a></p>
!${edit}
</footer>`;
}
