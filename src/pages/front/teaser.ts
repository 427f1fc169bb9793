import { html } from "ghtml";
import type { Article } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { namedSpeakers } from "../articles/article-list.ts";
import { publication } from "../dates.ts";
import { rightsInList } from "../rights.ts";
import { openingOf } from "./opening.ts";

/** An article in a list of the newest: headline, standfirst or its first words, outlet and date, who is quoted. */
export function teaser(article: Article, site: Site): string {
  const { slug, language, headline, wordCount, quotes, speakers, rights } = article;
  const opening = openingOf(article);
  return html`<li>
<h3 dir="auto" lang="${language ?? ""}"><a href="${pathOn(site, addresses.article(slug))}">${headline.text}</a></h3>
!${opening === null ? "" : html`<p class="!${opening.isStandfirst ? "standfirst" : "snippet"}" dir="auto" lang="${language ?? ""}">${opening.words}</p>`}
<p class="meta">!${publication(article)} <span class="sep">·</span> ${counted(wordCount, "word")} <span class="sep">·</span> ${counted(quotes.length, "quote")}</p>
!${speakers.length === 0 ? "" : html`<p class="voices">Quoted: !${namedSpeakers(article, site)}</p>`}
!${rightsInList(rights)}
</li>`;
}
