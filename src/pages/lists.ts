import { html } from "ghtml";
import type { ArticleSummary } from "../article/model/items.ts";
import { pathOn, type Site } from "../representations/links.ts";
import { rightsLine } from "../representations/rights.ts";
import { addresses } from "./addresses.ts";
import { timeElement } from "./dates.ts";
import { firstImport } from "./front/first-import.ts";
import { alternate, layout } from "./layout.ts";
import { listHead } from "./list-head.ts";
import { counted, type ListPage, nextLink } from "./list-page.ts";

/** Articles, newest first, or those that hold the words of `q`. */
export function articlesPage(page: ListPage<ArticleSummary>, q: string, site: Site): string {
  const description = "All articles, newest first.";
  const filtered = q === "" ? [] : [{ label: "Words", value: q, without: "/articles" }];
  const words = q === "" ? "" : `&q=${encodeURIComponent(q.toWellFormed())}`;
  const forms = [
    { label: "JSON", href: `/v1/articles?format=json${words}` },
    { label: "CSV", href: `/v1/articles?format=csv${words}` },
  ];
  return layout(
    { title: "Articles", description, path: "/articles", site, links: feedLink(site), indexed: q === "" },
    html`<section class="list" aria-labelledby="heading">
!${listHead({ title: "Articles", filtered, total: page.total, noun: "article", forms }, site)}
!${searchForm(pathOn(site, "/articles"), "Words in the headline or the text", q)}
!${page.total === 0 && q === "" ? firstImport(site) : articleList(page.items, site)}
!${nextLink(site, page.next, "Older articles")}
</section>`,
  );
}

export function feedLink(site: Site): string {
  return alternate(site, "/v1/feeds/articles.atom", "application/atom+xml", "New articles");
}

function articleList(articles: ArticleSummary[], site: Site): string {
  if (articles.length === 0) return html`<p class="empty">There is nothing to show.</p>`;
  return html`<ul class="teasers">!${articles.map(
    (article) => html`<li>
<h2 dir="auto" lang="${article.language ?? ""}"><a href="${pathOn(site, addresses.article(article.slug))}">${article.headline.text}</a></h2>
<p class="meta">!${article.publishedAt === null ? "Undated" : timeElement(article.publishedAt)} <span class="sep">·</span> ${counted(article.wordCount, "word")} <span class="sep">·</span> ${counted(article.quoteCount, "quote")}</p>
!${article.speakers.length === 0 ? "" : html`<p class="voices"><span class="unseen">Quoted: </span>!${namedSpeakers(article, site)}</p>`}
<p class="rights" dir="auto">${rightsLine(article.rights)}</p>
</li>`,
  )}</ul>`;
}

/** Speakers of an article that a teaser names; the article's page names all. */
const NAMED_SPEAKERS = 5;

function namedSpeakers({ slug, speakers }: ArticleSummary, site: Site): string {
  const links = speakers.slice(0, NAMED_SPEAKERS).map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}">${name}</a>`);
  const rest = speakers.length - links.length;
  const more = rest > 0 ? html`, <a href="${pathOn(site, addresses.article(slug))}#said">${rest} more</a>` : "";
  return links.join(", ") + more;
}

function searchForm(action: string, label: string, q: string): string {
  return html`<form class="search" role="search" action="${action}">
<label for="q">${label}</label>
<input id="q" name="q" type="search" maxlength="200" value="${q}" autocomplete="off">
<button>Find</button>
</form>`;
}
