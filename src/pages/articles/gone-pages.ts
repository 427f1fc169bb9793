import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { timeElement } from "../dates.ts";
import { layout } from "../layout.ts";

/** The notice in the place of a withdrawn article, and of everything that was a part of it. */
export function withdrawnPage({ at, reason }: { at: string; reason: string }, site: Site): string {
  return layout(
    { title: "Article withdrawn", description: reason, path: "", site, styles: [assets.historyStyle], indexed: false },
    html`<section class="list gone">
<p class="kicker">410</p>
<h1>This article was withdrawn</h1>
<p>On !${timeElement(at)} its publisher withdrew it:</p>
<blockquote dir="auto"><p>${reason}</p></blockquote>
<p class="meta">Its text and its quotes are not served any more. <a href="${pathOn(site, "/articles")}">All articles</a></p>
</section>`,
  );
}

/** A quote that its article does not have any more. */
export interface LostQuote {
  slug: string;
  headline: string;
  revision: string;
  /** When another text took the place of the last one that had it. */
  until: string;
  /** Its words in that text. */
  text: string;
}

/** The page in the place of a quote that went when its article was corrected. */
export function lostQuotePage({ slug, headline, revision, until, text }: LostQuote, site: Site): string {
  const article = pathOn(site, addresses.article(slug));
  return layout(
    {
      title: "Quote removed",
      description: `“${text}” is not in the article any more.`,
      path: "",
      site,
      styles: [assets.historyStyle],
      indexed: false,
    },
    html`<section class="list gone">
<p class="kicker">410</p>
<h1>This quote is not in the article any more</h1>
<blockquote dir="auto"><p><del>${text}</del></p></blockquote>
<p>It stood in “<bdi>${headline}</bdi>” until !${timeElement(until)}, when the text was changed.</p>
<p><a href="${pathOn(site, addresses.article(slug, revision))}">The article as it was</a> <span class="sep">·</span> <a href="${article}">The article today</a> <span class="sep">·</span> <a href="${pathOn(site, addresses.revisions(slug))}">What was changed</a></p>
</section>`,
  );
}
