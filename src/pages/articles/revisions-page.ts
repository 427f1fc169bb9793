import { html } from "ghtml";
import type { ServedPeriod } from "../../article/model/history.ts";
import { isSameQuote, type ServedRevision } from "../../article/model/revisions.ts";
import type { Article, Quote } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { rightsLine } from "../../representations/rights.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { momentElement } from "../dates.ts";
import { alternate, layout } from "../layout.ts";
import { type ChangedPart, type ChangedRun, changedText, changedWords } from "./changed-text.ts";

/** Revisions that are compared with the one before; older ones are listed. */
const MOST_COMPARED = 20;

/** The page of an article's history: when each text was served, and what was changed from one to the next. @param revisions newest first */
export function revisionsPage(article: Article, revisions: ServedRevision[], site: Site): string {
  const path = addresses.revisions(article.slug);
  return layout(
    {
      title: `Versions of “${article.headline.text}”`,
      description: `${counted(revisions.length, "version")}, and what was changed. ${rightsLine(article.rights)}`,
      path,
      site,
      styles: [assets.historyStyle],
      links: alternate(site, `/v1${path}`, "application/json", "The versions as data"),
      indexed: false,
    },
    html`<section class="list history">
<p class="kicker">Versions</p>
<h1 dir="auto" lang="${article.language ?? ""}"><a href="${pathOn(site, addresses.article(article.slug))}">${article.headline.text}</a></h1>
<p class="meta">${revisions.length === 1 ? "The text has not been changed since it is served here." : counted(revisions.length, "version")} <span class="sep">·</span> <a href="${pathOn(site, `/v1${path}`)}">JSON</a></p>
<ol class="versions" reversed>!${revisions.map((revision, place) => versionOf(revision, place < MOST_COMPARED ? revisions[place + 1] : undefined, article.slug, site))}</ol>
</section>`,
  );
}

function versionOf({ article, served, current }: ServedRevision, before: ServedRevision | undefined, slug: string, site: Site): string {
  const address = pathOn(site, addresses.article(slug, current ? null : article.revision));
  return html`<li id="${article.revision}">
<h2><a href="${address}">${current ? "The present version" : "Earlier version"}</a></h2>
<p class="meta">!${servedIn(served)} <span class="sep">·</span> ${counted(article.wordCount, "word")} <span class="sep">·</span> ${counted(article.quotes.length, "quote")}</p>
!${before === undefined ? "" : changesOf(before.article, article)}
</li>`;
}

/** When a text was served, in words. */
export function servedIn(served: ServedPeriod[]): string {
  return served
    .map(({ from, until }) =>
      until === null ? html`Since !${momentElement(from)}` : html`From !${momentElement(from)} to !${momentElement(until)}`,
    )
    .join("; ");
}

function changesOf(before: Article, after: Article): string {
  return html`<div class="changes" dir="auto" lang="${after.language ?? ""}">!${changedText(before, after).map(runOf)}</div>!${quoteChanges(before, after)}`;
}

function runOf(run: ChangedRun): string {
  if ("unchanged" in run) return html`<p class="unchanged" lang="en">${counted(run.unchanged, "paragraph")} as before</p>`;
  return html`<p>!${run.parts.map(partOf)}</p>`;
}

/** Screen readers seldom tell what is struck and what is new, so words do. */
function partOf({ op, text }: ChangedPart): string {
  if (op === "same") return html`${text}`;
  if (op === "old") return html`<del><span class="unseen">struck: </span>${text}<span class="unseen">;</span></del>`;
  return html`<ins><span class="unseen">new: </span>${text}<span class="unseen">;</span></ins>`;
}

/** How the quotes were changed: altered, said by somebody else, gone, come. */
function quoteChanges(before: Article, after: Article): string {
  const earlier = (quote: Quote) => before.quotes.find((one) => isSameQuote(one, quote));
  const changed = after.quotes.flatMap((quote) => {
    const old = earlier(quote);
    if (old === undefined) return [html`<li><span class="what">New</span> <span dir="auto">“${quote.text}”</span></li>`];
    const altered =
      old.text === quote.text
        ? ""
        : html`<li><span class="what">Altered</span> <span dir="auto">“!${changedWords(old.text, quote.text).map(partOf)}”</span></li>`;
    const [was, is] = [speakersOf(old), speakersOf(quote)];
    const other =
      was === is
        ? ""
        : html`<li><span class="what">Speaker</span> <span dir="auto">“${quote.text}”: !${changedWords(was, is).map(partOf)}</span></li>`;
    return [altered + other];
  });
  const gone = before.quotes.filter((old) => !after.quotes.some((quote) => isSameQuote(old, quote)));
  const lines = [
    ...changed,
    ...gone.map(({ text }) => html`<li><span class="what">Gone</span> <span dir="auto">“<del>${text}</del>”</span></li>`),
  ];
  const told = lines.filter((line) => line !== "");
  return told.length === 0 ? html`<p class="meta">No quote was changed.</p>` : html`<h3>Quotes</h3><ul class="quote-changes">!${told}</ul>`;
}

function speakersOf({ attribution }: Quote): string {
  return attribution.speakers.map(({ name }) => name).join(" and ") || "nobody named";
}
