import { html } from "ghtml";
import type { Article } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { timeElement } from "../dates.ts";
import { rightsInList } from "../rights.ts";
import { openingOf } from "./opening.ts";

/** Speakers that a teaser names; the article's page names all. */
const NAMED_SPEAKERS = 5;

/** An article in a list of the newest: headline, standfirst or its first words, outlet and date, who is quoted. */
export function teaser(article: Article, site: Site): string {
  const { slug, language, headline, publisher, publishedAt, wordCount, quotes, speakers, rights } = article;
  const opening = openingOf(article);
  return html`<li>
<h3 dir="auto" lang="${language ?? ""}"><a href="${pathOn(site, addresses.article(slug))}">${headline.text}</a></h3>
!${opening === null ? "" : html`<p class="!${opening.isStandfirst ? "standfirst" : "snippet"}" dir="auto" lang="${language ?? ""}">${opening.words}</p>`}
<p class="meta">!${publisher === null ? "" : html`<bdi lang="">${publisher}</bdi> <span class="sep">·</span> `}!${publishedAt === null ? "Undated" : timeElement(publishedAt)} <span class="sep">·</span> ${counted(wordCount, "word")} <span class="sep">·</span> ${counted(quotes.length, "quote")}</p>
!${speakers.length === 0 ? "" : html`<p class="voices">Quoted: !${namedSpeakers(article, site)}</p>`}
!${rightsInList(rights)}
</li>`;
}

function namedSpeakers({ slug, speakers }: Article, site: Site): string {
  const links = speakers.slice(0, NAMED_SPEAKERS).map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}">${name}</a>`);
  const rest = speakers.length - links.length;
  const more = rest > 0 ? html`, <a href="${pathOn(site, addresses.article(slug))}#said">${rest} more</a>` : "";
  return links.join(", ") + more;
}
