import { html } from "ghtml";
import type { QuoteItem, SpeakerSummary } from "../../article/model/items.ts";
import type { Article, SpeakerRef } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { box } from "../box.ts";
import { monthOf } from "../dates.ts";
import { alternate, layout } from "../layout.ts";
import { firstImport } from "./first-import.ts";
import { quoteOfTheDay } from "./quote-of-the-day.ts";
import { teaser } from "./teaser.ts";

/** Somebody who is quoted, and how often. */
export interface Quoted extends SpeakerRef {
  quoteCount: number;
  articleCount: number;
}

/** What the front page of a day shows. */
export interface Front {
  /** Chosen by the date; `null` when no quote is fit to be chosen. */
  quote: QuoteItem | null;
  /** The newest, newest first. */
  articles: Article[];
  /** Number of articles in all. */
  articleCount: number;
  /** Who is quoted most in articles of this month, most first. */
  ofTheMonth: Quoted[];
  /** Who is quoted most in all articles, most first. */
  ofAll: SpeakerSummary[];
  /** Number of speakers in all. */
  speakerCount: number;
  /** The day, in UTC. */
  date: Date;
}

const DESCRIPTION = "News articles with every quote marked: who said it, where it stands, and how the reporter says so.";

/** The front page: the box, the quote of the day, the newest articles, and who is quoted most. */
export function frontPage(front: Front, site: Site): string {
  return layout(
    {
      title: "Verbatim",
      description: DESCRIPTION,
      path: "/",
      site,
      styles: [assets.frontStyle],
      links: alternate(site, "/v1/feeds/articles.atom", "application/atom+xml", "New articles"),
    },
    html`<h1 class="motto">Who said what, word for word</h1>
!${front.articleCount === 0 ? firstImport(site) : box(site) + contents(front, site)}`,
  );
}

function contents({ quote, articles, articleCount, ofTheMonth, ofAll, speakerCount, date }: Front, site: Site): string {
  const month = monthOf(date.toISOString());
  return html`!${quote === null ? "" : quoteOfTheDay(quote, date, site)}
<div class="front">
<section aria-labelledby="articles">
<h2 class="kicker" id="articles">Newest articles</h2>
<ul class="teasers">!${articles.map((article) => teaser(article, site))}</ul>
!${articleCount <= articles.length ? "" : html`<p class="more"><a href="${pathOn(site, "/articles")}">All ${counted(articleCount, "article")}</a></p>`}
</section>
<div class="side">
!${ofTheMonth.length === 0 ? "" : mostQuoted("month", `Quoted most in ${month}`, ofTheMonth, site)}
!${ofAll.length === 0 ? "" : mostQuoted("ever", "Quoted most ever", ofAll, site)}
!${speakerCount <= ofAll.length ? "" : html`<p class="more"><a href="${pathOn(site, "/speakers")}">All ${counted(speakerCount, "speaker")}</a></p>`}
</div>
</div>`;
}

function mostQuoted(id: string, heading: string, speakers: Quoted[], site: Site): string {
  return html`<section aria-labelledby="${id}">
<h2 class="kicker" id="${id}">${heading}</h2>
<ol class="people">!${speakers.map(
    ({ id: speaker, name, quoteCount, articleCount }) => html`<li>
<a href="${pathOn(site, addresses.speaker(speaker))}" dir="auto">${name}</a>
<span class="meta">${counted(quoteCount, "quote")} in ${counted(articleCount, "article")}</span>
</li>`,
  )}</ol>
</section>`;
}
