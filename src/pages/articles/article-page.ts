import { html } from "ghtml";
import { type QuoteItem, quoteItems } from "../../article/model/items.ts";
import type { Article, Confidence, Paragraph, Quote, Section } from "../../article/model/schema.ts";
import { creditsAround } from "../../representations/credits.ts";
import { articleJsonLd } from "../../representations/json-ld.ts";
import { externalUrl, pathOn, type Site } from "../../representations/links.ts";
import { rightsLine } from "../../representations/rights.ts";
import { addresses } from "../addresses.ts";
import { articleCard } from "../cards/card.ts";
import { cardImage } from "../cards/drawable.ts";
import { timeElement } from "../dates.ts";
import { alternate, layout } from "../layout.ts";
import { counted } from "../list-page.ts";
import { doubtLine } from "../quotes/doubt.ts";
import { quoteBlock } from "../quotes/quote-block.ts";
import { type Marking, marginNotes, markedWords, markingOf } from "./marked-paragraph.ts";

/** The whole article with its quotes marked and a list of who said what, or its quotes alone in the order of the text. */
export type View = "article" | "quotes";

/** The page of an article. @param confidences the quotes to mark and to list, by how sure the attribution is; `null` for all */
export function articlePage(article: Article, view: View, site: Site, confidences: Confidence[] | null = null): string {
  const { quotes } = article;
  const shown =
    confidences === null
      ? quotes
      : quotes.filter(({ attribution: { confidence } }) => confidence !== null && confidences.includes(confidence));
  const path = addresses.article(article.slug);
  const api = `/v1${path}`;
  const title = article.headline.text;
  const names = article.speakers.map(({ name }) => name);
  const quoted = names.length === 0 ? "" : ` Quoted: ${names.slice(0, 3).join(", ")}${names.length > 3 ? " and others" : ""}.`;
  return layout(
    {
      title,
      description: `${counted(article.quotes.length, "quote")}.${quoted} ${rightsLine(article.rights)}`,
      path,
      site,
      type: "article",
      image: cardImage(articleCard(article), path),
      links:
        alternate(site, api, "application/json", "The article as data") +
        html`<script type="application/ld+json">!${articleJsonLd(article, site)}</script>`,
    },
    html`<article class="story" lang="${article.language ?? ""}">
!${headerOf(article, view, confidences, site)}
!${view === "article" ? bodyOf(article, shown, site) + whoSaidWhat(article, shown, site) : quotesOnly(article, shown, site)}
!${footerOf(article, pathOn(site, api))}
</article>`,
  );
}

function headerOf(article: Article, view: View, confidences: Confidence[] | null, site: Site): string {
  const { headline, publisher, publishedAt, updatedAt, wordCount, quotes, slug } = article;
  const address = (name: View) => addressOf(slug, name, confidences);
  const unsure = quotes.filter(({ attribution: { confidence } }) => confidence === null || confidence === "low").length;
  const tab = (name: View, label: string) =>
    html`<li><a href="${pathOn(site, address(name))}"!${view === name ? ' aria-current="page"' : ""}>${label}</a></li>`;
  return html`<header>
<h1 dir="auto">${headline.text}</h1>
!${creditsAround(article).before.map(({ text }) => html`<p class="byline" dir="auto">${text}</p>`)}
<p class="meta" lang="en">!${publisher === null ? "" : html`<bdi lang="">${publisher}</bdi> <span class="sep">·</span> `}!${publishedAt === null ? "Undated" : timeElement(publishedAt)}!${
    updatedAt === null ? "" : html` <span class="sep">·</span> updated !${timeElement(updatedAt)}`
  } <span class="sep">·</span> ${counted(wordCount, "word")} <span class="sep">·</span> ${counted(quotes.length, "quote")}</p>
<nav class="views" aria-label="View" lang="en"><ul>
!${tab("article", "Whole article")}
!${tab("quotes", "Quotes only")}
</ul></nav>
<div lang="en">!${doubtLine(address(view), unsure, site)}</div>
</header>`;
}

/** The address of a view that leaves the same quotes out. */
function addressOf(slug: string, view: View, confidences: Confidence[] | null): string {
  const query = new URLSearchParams(view === "article" ? [] : [["view", view]]);
  for (const confidence of confidences ?? []) query.append("confidence", confidence);
  return addresses.article(slug) + (query.size === 0 ? "" : `?${query}`);
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

/** Quotes grouped by speaker, in the order in which each first speaks; then those of which that is uncertain, then those of which nobody is named. */
function whoSaidWhat(article: Article, shown: Quote[], site: Site): string {
  if (shown.length === 0) return html`<section class="said-by" id="said" lang="en"><h2>Who said what</h2>!${nobody(article)}</section>`;
  const { numbers, voices } = markingOf(article);
  const isUncertain = ({ attribution }: QuoteItem) => attribution.confidence === "low";
  const items = quoteItems({ ...article, quotes: shown });
  const groups = Map.groupBy(
    items.filter((item) => !isUncertain(item)),
    ({ attribution }) => attribution.speakers.map(({ id }) => id).join(" "),
  );
  const named = [...groups].filter(([key]) => key !== "");
  const block = (item: QuoteItem, speakers: boolean) =>
    quoteBlock(item, site, { id: `said-${item.id}`, number: numbers.get(item.id) ?? 0, voice: voices.get(item.id) ?? "", speakers });
  const group = (heading: string, said: QuoteItem[]) =>
    said.length === 0
      ? ""
      : html`<section><h3>${heading} <span class="meta">${counted(said.length, "quote")}</span></h3>!${said.map((item) => block(item, true))}</section>`;
  return html`<section class="said-by" id="said" aria-labelledby="heading-said" lang="en">
<h2 id="heading-said">Who said what</h2>
!${named.map(
    ([, said]) => html`<section>
<h3>!${(said[0]?.attribution.speakers ?? []).map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}">${name}</a>`).join(" and ")} <span class="meta">${counted(said.length, "quote")}</span></h3>
!${descriptionsOf(article, said[0])}
!${said.map((item) => block(item, false))}
</section>`,
  )}
!${group("Speaker uncertain", items.filter(isUncertain))}
!${group("Nobody named", groups.get("") ?? [])}
</section>`;
}

function nobody({ quotes }: Article): string {
  return html`<p>${quotes.length === 0 ? "The article quotes nobody." : "All quotes of the article are left out."}</p>`;
}

function descriptionsOf(article: Article, item: QuoteItem | undefined): string {
  const ids = new Set(item?.attribution.speakers.map(({ id }) => id));
  const words = article.speakers.filter(({ id }) => ids.has(id)).flatMap(({ descriptions }) => descriptions.map(({ text }) => text));
  return words.length === 0 ? "" : html`<p class="described" dir="auto">${[...new Set(words)].join("; ")}</p>`;
}

function quotesOnly(article: Article, shown: Quote[], site: Site): string {
  if (shown.length === 0) return html`<section class="said-by" id="said" lang="en">!${nobody(article)}</section>`;
  const { numbers, voices } = markingOf(article);
  const items = quoteItems({ ...article, quotes: shown });
  return html`<section class="said-by" id="said" aria-labelledby="heading-said" lang="en">
<h2 id="heading-said" class="unseen">Quotes in the order of the text</h2>
!${items.map((item) => quoteBlock(item, site, { id: `said-${item.id}`, number: numbers.get(item.id) ?? 0, voice: voices.get(item.id) ?? "" }))}
</section>`;
}

function footerOf(article: Article, api: string): string {
  const source = externalUrl(article.sourceUrl);
  return html`<footer>
!${creditsAround(article).after.map(({ text }) => html`<p class="credit" dir="auto">${text}</p>`)}
<p class="rights" dir="auto">${rightsLine(article.rights)}</p>
!${source === null ? "" : html`<p lang="en">Source: <a href="${source}">${source}</a></p>`}
<p class="formats" lang="en">This article as <a href="${api}">JSON</a> <a href="${api}/text">plain text</a> <a href="${api}?format=markdown">Markdown</a> <a href="${api}?format=jsonld">schema.org</a></p>
</footer>`;
}
