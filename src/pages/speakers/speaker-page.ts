import { html } from "ghtml";
import type { QuoteItem, SpeakerProfile } from "../../article/model/items.ts";
import { externalUrl, pathOn, type Site } from "../../representations/links.ts";
import { rightsLine } from "../../representations/rights.ts";
import { addresses } from "../addresses.ts";
import { timeElement } from "../dates.ts";
import { alternate, layout } from "../layout.ts";
import { counted, type ListPage, nextLink } from "../list-page.ts";
import { quoteBlock } from "../quotes/quote-block.ts";

/** The page of a speaker: everything they said in all articles, newest first. */
export function speakerPage(speaker: SpeakerProfile, quotes: ListPage<QuoteItem>, site: Site): string {
  const path = addresses.speaker(speaker.id);
  const feed = `/v1/feeds${path}.atom`;
  const count = `${counted(speaker.quoteCount, "quote")} in ${counted(speaker.articleCount, "article")}`;
  const sameAs = speaker.sameAs.flatMap((url) => externalUrl(url) ?? []);
  return layout(
    {
      title: speaker.name,
      description: `Everything ${speaker.name} said, newest first: ${count}.`,
      path,
      site,
      type: "profile",
      links:
        alternate(site, feed, "application/atom+xml", `New quotes: ${speaker.name}`) +
        alternate(site, `/v1${path}`, "application/json", "The speaker as data"),
    },
    html`<div class="profile">
<header>
<p class="kicker">!${speaker.type === "person" ? "Speaker" : html`Speaker <span class="sep">·</span> ${speaker.type}`}</p>
<h1 dir="auto">${speaker.name}</h1>
!${speaker.aliases.length === 0 ? "" : html`<p class="described" dir="auto">Also ${speaker.aliases.join(", ")}</p>`}
!${descriptions(speaker)}
<p class="meta">${count} <span class="sep">·</span> <a href="${pathOn(site, feed)}">Atom feed</a> <span class="sep">·</span> <a href="${pathOn(site, `/v1${path}/quotes`)}">JSON</a></p>
!${sameAs.length === 0 ? "" : html`<p class="meta">Elsewhere: !${sameAs.map((url) => html`<a href="${url}">${new URL(url).host}</a>`).join(", ")}</p>`}
</header>
<section class="said-by" aria-labelledby="heading-said">
<h2 id="heading-said" class="unseen">Quotes, newest first</h2>
!${byArticle(quotes.items).map(
      (said) => html`<section>
!${articleLine(said[0], site)}
!${said.map((item) => quoteBlock(item, site, { speakers: item.attribution.speakers.length > 1 }))}
</section>`,
    )}
!${nextLink(site, quotes.next, "Older quotes")}
</section>
</div>`,
  );
}

/** Descriptions shown on the page; the data has those of each article. */
const SHOWN_DESCRIPTIONS = 4;

function descriptions({ appearances }: SpeakerProfile): string {
  const words = new Set(appearances.flatMap((appearance) => appearance.descriptions.map(({ text }) => text)));
  return words.size === 0 ? "" : html`<p class="described" dir="auto">${[...words].slice(0, SHOWN_DESCRIPTIONS).join("; ")}</p>`;
}

/** Quotes from one article are shown under one headline. */
function byArticle(items: QuoteItem[]): QuoteItem[][] {
  return [...Map.groupBy(items, ({ article }) => article.slug).values()];
}

function articleLine(item: QuoteItem | undefined, site: Site): string {
  if (item === undefined) return "";
  const { slug, headline, publishedAt, rights } = item.article;
  return html`<h3 dir="auto"><a href="${pathOn(site, addresses.article(slug))}">${headline.text}</a></h3>
<p class="meta">!${publishedAt === null ? "Undated" : timeElement(publishedAt)} <span class="sep">·</span> <span dir="auto">${rightsLine(rights)}</span></p>`;
}
