import { html } from "ghtml";
import type { ArticleSummary } from "../../article/model/items.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { publication } from "../dates.ts";
import { rightsInList } from "../rights.ts";

/** Articles by headline, date, length and who is quoted. */
export function articleList(articles: ArticleSummary[], site: Site): string {
  return html`<ul class="teasers">!${articles.map(
    (article) => html`<li>
<h2 dir="auto" lang="${article.language ?? ""}"><a href="${pathOn(site, addresses.article(article.slug))}">${article.headline.text}</a></h2>
<p class="meta">!${publication(article)} <span class="sep">·</span> ${counted(article.wordCount, "word")} <span class="sep">·</span> ${counted(article.quoteCount, "quote")}</p>
!${article.speakers.length === 0 ? "" : html`<p class="voices"><span class="unseen">Quoted: </span>!${namedSpeakers(article, site)}</p>`}
!${rightsInList(article.rights)}
</li>`,
  )}</ul>`;
}

/** Speakers of an article that a teaser names; the article's page names all. */
const NAMED_SPEAKERS = 5;

/** The first speakers of an article, linked, and how many more there are. */
export function namedSpeakers({ slug, speakers }: Pick<ArticleSummary, "slug" | "speakers">, site: Site): string {
  const links = speakers.slice(0, NAMED_SPEAKERS).map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}">${name}</a>`);
  const rest = speakers.length - links.length;
  const more = rest > 0 ? html`, <a href="${pathOn(site, addresses.article(slug))}#said">${rest} more</a>` : "";
  return links.join(", ") + more;
}
