import { html } from "ghtml";
import { type QuoteItem, quoteItems } from "../../article/model/items.ts";
import type { Article, Quote } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { quoteBlock } from "../quotes/quote-block.ts";
import { markingOf } from "./marked-paragraph.ts";

/** Quotes by who said them. */
interface Groups<Said extends Quote> {
  /** In the order in which each first speaks; two people who speak together are a group of their own. */
  named: Said[][];
  /** Attributions of low confidence: they are nobody's group. */
  uncertain: Said[];
  unnamed: Said[];
}

function groupsOf<Said extends Quote>(quotes: Said[]): Groups<Said> {
  const groups = Map.groupBy(quotes, ({ attribution: { confidence, speakers } }) =>
    confidence === "low" ? "uncertain" : `by ${speakers.map(({ id }) => id).join(" ")}`,
  );
  const named = [...groups].filter(([key]) => key !== "uncertain" && key !== "by ").map(([, said]) => said);
  return { named, uncertain: groups.get("uncertain") ?? [], unnamed: groups.get("by ") ?? [] };
}

/** Speakers that stand beside the headline. */
const CAST = 8;

/** Who is quoted, each with the line of their marks and the number of their quotes: the key to the colours, beside the headline. */
export function cast(article: Article, shown: Quote[], site: Site): string {
  if (shown.length === 0) return "";
  const { voices } = markingOf(article);
  const { named, uncertain, unnamed } = groupsOf(shown);
  const line = (said: Quote[], who: string, doubt = "") =>
    said.length === 0
      ? ""
      : html`<li class="!${voices.get(said[0]?.id ?? "")}!${doubt}"><span class="said">!${who}</span> <span class="meta">${counted(said.length, "quote")}</span></li>`;
  const rest = named.length - CAST;
  return html`<aside class="cast" lang="en" aria-labelledby="heading-cast">
<h2 class="kicker" id="heading-cast">Who is quoted</h2>
<ul>!${named.slice(0, CAST).map((said) => line(said, namesOf(said, site)))}!${rest > 0 ? html`<li><a href="#said">${rest} more</a></li>` : ""}
!${line(uncertain, "Speaker uncertain", " uncertain")}!${line(unnamed, "Nobody named")}</ul>
</aside>`;
}

/** Quotes grouped by speaker; then those of which that is uncertain, then those of which nobody is named. */
export function whoSaidWhat(article: Article, shown: Quote[], site: Site): string {
  if (shown.length === 0) return html`<section class="said-by" id="said" lang="en"><h2>Who said what</h2>!${nobody(article)}</section>`;
  const { numbers, voices } = markingOf(article);
  const { named, uncertain, unnamed } = groupsOf(quoteItems({ ...article, quotes: shown }));
  const group = (said: QuoteItem[], heading: string, speakers: boolean) =>
    said.length === 0
      ? ""
      : html`<section class="group">
<div class="who"><h3>!${heading} <span class="meta">${counted(said.length, "quote")}</span></h3>!${speakers ? "" : descriptionsOf(article, said[0])}</div>
<div>!${said.map((item) => quoteBlock(item, site, { id: `said-${item.id}`, number: numbers.get(item.id) ?? 0, voice: voices.get(item.id) ?? "", speakers }))}</div>
</section>`;
  return html`<section class="said-by" id="said" aria-labelledby="heading-said" lang="en">
<h2 id="heading-said">Who said what</h2>
!${named.map((said) => group(said, namesOf(said, site), false))}
!${group(uncertain, "Speaker uncertain", true)}
!${group(unnamed, "Nobody named", true)}
</section>`;
}

/** All quotes in the order of the text. */
export function quotesOnly(article: Article, shown: Quote[], site: Site): string {
  if (shown.length === 0) return html`<section class="said-by" id="said" lang="en">!${nobody(article)}</section>`;
  const { numbers, voices } = markingOf(article);
  const items = quoteItems({ ...article, quotes: shown });
  return html`<section class="said-by in-order" id="said" aria-labelledby="heading-said" lang="en">
<h2 id="heading-said" class="unseen">Quotes in the order of the text</h2>
!${items.map((item) => quoteBlock(item, site, { id: `said-${item.id}`, number: numbers.get(item.id) ?? 0, voice: voices.get(item.id) ?? "" }))}
</section>`;
}

function nobody({ quotes }: Article): string {
  return html`<p>${quotes.length === 0 ? "The article quotes nobody." : "All quotes of the article are left out."}</p>`;
}

function namesOf(said: Quote[], site: Site): string {
  const speakers = said[0]?.attribution.speakers ?? [];
  return speakers.map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}"><bdi>${name}</bdi></a>`).join(" and ");
}

function descriptionsOf(article: Article, item: QuoteItem | undefined): string {
  const ids = new Set(item?.attribution.speakers.map(({ id }) => id));
  const words = article.speakers
    .filter(({ id }) => ids.has(id))
    .flatMap(({ name, descriptions }) => descriptions.map(({ text }) => text).filter((text) => text !== name));
  return words.length === 0 ? "" : html`<p class="described" dir="auto">${[...new Set(words)].join("; ")}</p>`;
}
