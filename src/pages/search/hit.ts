import { html } from "ghtml";
import type { Fragment, SearchHit } from "../../article/words/search-hit.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses, textFragment } from "../addresses.ts";
import { publication } from "../dates.ts";
import { firstWords, speakerLinks } from "../quotes/quote-block.ts";
import { rightsInList } from "../rights.ts";

/** The hits of a search, each with the places that show best why it was found. */
export function hitList(hits: SearchHit[], site: Site): string {
  return html`<ol class="teasers hits">!${hits.map((hit) => html`<li>!${hitEntry(hit, site)}</li>`)}</ol>`;
}

function hitEntry({ article, fragments }: SearchHit, site: Site): string {
  const { slug, headline, rights } = article;
  const inHeadline = fragments.find(({ block, text }) => block.kind === "headline" && text === headline.text);
  const others = fragments.filter((fragment) => fragment !== inHeadline);
  const address = pathOn(site, addresses.article(slug));
  return html`<h2 dir="auto"><a href="${address}">!${inHeadline === undefined ? html`${headline.text}` : markedWords(inHeadline)}</a></h2>
<p class="meta">!${publication(article)}</p>
!${others.map((fragment) => excerpt(fragment, address, site))}
!${rightsInList(rights)}`;
}

/** A place of the article, with the words found in it marked, and the quote it is in. */
function excerpt(fragment: Fragment, article: string, site: Site): string {
  const { text, block, quote } = fragment;
  const anchor = block.id === null ? "" : block.kind === "heading" ? `section-${block.id}` : block.id;
  const place = `${article}#${anchor}${textFragment([text])}`;
  return html`<p class="excerpt" dir="auto">!${cutBefore(fragment)}!${markedWords(fragment)}!${cutBehind(fragment)} <a class="place" href="${place}" aria-label="In the article: ${firstWords(text)}">In the article</a></p>
!${quote === null ? "" : html`<p class="meta saying">!${saidIn(quote, site)}</p>`}`;
}

/** The text of a fragment with its highlights in `<mark>`. */
function markedWords({ text, start, highlights }: Fragment): string {
  const points = Array.from(text);
  const words = (from: number, to: number) => html`${points.slice(from - start, to - start).join("")}`;
  let behind = start;
  const parts = highlights.map((span) => {
    const part = html`!${words(behind, span.start)}<mark>${span.text}</mark>`;
    behind = span.end;
    return part;
  });
  return parts.join("") + words(behind, start + points.length);
}

// A fragment does not say whether its block goes on; a paragraph begins with a capital or a mark, and ends with a full stop or the like.

function cutBefore({ text, block }: Fragment): string {
  return block.kind === "paragraph" && /^\p{Ll}/u.test(text) ? "… " : "";
}

function cutBehind({ text, block }: Fragment): string {
  return block.kind === "paragraph" && /[\p{L}\p{N},;:–—-]$/u.test(text.trimEnd()) ? " …" : "";
}

/** Who says it, as quotes show it; a fragment does not have the words of the text that name them. */
function saidIn({ id, speakers, basis, confidence }: NonNullable<Fragment["quote"]>, site: Site): string {
  const named = speakerLinks({ attribution: { speakers, basis, confidence, mention: null, cue: null } }, site);
  return html`${speakers.length === 0 ? "" : "Said by "}!${named} <span class="sep">·</span> <a href="${pathOn(site, addresses.quote(id))}">The quote</a>`;
}
