import { html } from "ghtml";
import type { ArticleSummary, SpeakerSummary } from "../../article/model/items.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { articleList } from "../articles/article-list.ts";
import { firstImport } from "../articles/first-import.ts";
import { box } from "../box.ts";
import { layout } from "../layout.ts";
import { counted, type ListPage } from "../list-page.ts";
import { feedLink, speakerList } from "../lists.ts";

/** The front page: the newest articles and those who are quoted most. */
export function homePage(articles: ListPage<ArticleSummary>, speakers: ListPage<SpeakerSummary>, site: Site): string {
  const description = "News articles with every quote marked: who said it, where it stands, and how the reporter says so.";
  return layout(
    { title: "Verbatim", description, path: "/", site, links: feedLink(site) },
    html`!${box(site)}
<div class="front">
<section aria-labelledby="articles">
<h1 class="kicker" id="articles">Articles</h1>
!${articles.total === 0 ? firstImport(site) : articleList(articles.items, site)}
!${articles.next === null ? "" : html`<p class="more"><a href="${pathOn(site, "/articles")}">All ${counted(articles.total, "article")}</a></p>`}
</section>
<section class="side" aria-labelledby="speakers">
<h2 class="kicker" id="speakers">Who is quoted</h2>
!${speakerList(speakers.items, site)}
!${speakers.next === null ? "" : html`<p class="more"><a href="${pathOn(site, "/speakers")}">All ${counted(speakers.total, "speaker")}</a></p>`}
</section>
</div>`,
  );
}
