import { html } from "ghtml";
import type { QuoteItem, SpeakerProfile } from "../../article/model/items.ts";
import type { SpeakerRef } from "../../article/model/schema.ts";
import type { StatisticsGroup } from "../../article/model/statistics.ts";
import { counted } from "../../article/words/counted.ts";
import { externalUrl, pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { speakerCard } from "../cards/card.ts";
import { cardImage } from "../cards/drawable.ts";
import { publication } from "../dates.ts";
import { addressWith, appliedFilters, DIRECT_KINDS, type PageQuery } from "../filter-links.ts";
import { hiddenFields, searchField } from "../forms.ts";
import { labelOf } from "../labels.ts";
import { alternate, layout } from "../layout.ts";
import { listHead } from "../list-head.ts";
import { type ListPage, nextLink } from "../list-page.ts";
import { doubtLine } from "../quotes/doubt.ts";
import { quoteBlock } from "../quotes/quote-block.ts";
import { rightsInList } from "../rights.ts";
import { overTime } from "./over-time.ts";
import { rolesOf, rolesOver } from "./roles.ts";

/** What the page of a speaker shows. */
export interface SpeakerView {
  speaker: SpeakerProfile;
  /** One page of the list that the query asks for. */
  quotes: ListPage<QuoteItem>;
  /** Quotes of low confidence under the filters of the query but for its confidences. */
  unsure: number;
  /** Counts by `month` and `kind` under the filters of the query but for its dates and kinds. */
  groups: StatisticsGroup[];
  /** What each article calls the speaker, by slug. */
  descriptions: ReadonlyMap<string, string[]>;
  /** Who else is quoted in the same articles, in how many of them. */
  others: { speaker: SpeakerRef; articleCount: number }[];
  /** Filters and sort of the list. */
  query: PageQuery;
}

/** The page of a speaker: who that is to the articles, when they spoke, and everything they said. */
export function speakerPage(view: SpeakerView, site: Site): string {
  const { speaker, quotes, query } = view;
  const path = addresses.speaker(speaker.id);
  const count = `${counted(speaker.quoteCount, "quote")} in ${counted(speaker.articleCount, "article")}`;
  const feed = `/v1/feeds${path}.atom`;
  const { sort: _, order: __, ...filters } = query;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const forms = [
    { label: "JSON", href: addressWith(`/v1${path}/quotes`, query) },
    { label: "CSV", href: addressWith(`/v1${path}/quotes`, query, { format: "csv" }) },
    { label: "Atom feed", href: isFiltered ? addressWith("/v1/feeds/quotes.atom", { speaker: speaker.id, ...filters }) : feed },
  ];
  const roles = rolesOver(speaker, site);
  const beside = othersSection(view, site) + elsewhere(speaker);
  return layout(
    {
      title: speaker.name,
      description: `What ${speaker.name} said, by month and by article: ${count}.`,
      path,
      site,
      type: "profile",
      styles: [assets.chartStyle],
      indexed: !isFiltered && query.sort === undefined && query.order === undefined,
      image: cardImage(speakerCard(speaker), path),
      links:
        alternate(site, feed, "application/atom+xml", `New quotes: ${speaker.name}`) +
        alternate(site, `/v1${path}`, "application/json", "The speaker as data"),
    },
    html`<div class="person ${roles === "" ? "undescribed" : ""}">
<div class="about">
<p class="kicker">Speaker!${speaker.type === "person" ? "" : html` <span class="sep">·</span> ${labelOf("speakerType", speaker.type).toLowerCase()}`}</p>
!${listHead({ title: speaker.name, filtered: appliedFilters(path, query), total: quotes.total, noun: "quote", forms, unfiltered: path, standfirst: standfirst(speaker) }, site)}
!${quotes.total === speaker.quoteCount ? "" : html`<p class="meta">In all ${count}.</p>`}
</div>
<section class="when" aria-labelledby="heading-when">
<h2 id="heading-when">Over time</h2>
!${overTime("when", `What ${speaker.name} said`, view.groups, { path, query, leads: "each column leads to its quotes", fragment: "#said", hasOtherTimes: true }, site)}
</section>
!${roles === "" ? "" : html`<aside class="beside described-as" aria-labelledby="heading-roles">!${roles}</aside>`}
<section class="said-by" id="said" aria-labelledby="heading-said">
<h2 id="heading-said">What they said</h2>
!${listControls(view, path, site)}
!${doubtLine(addressWith(path, query), view.unsure, site)}
!${quotes.items.length === 0 ? html`<p class="empty">Nothing they said passes these filters.</p>` : saidByArticle(view, site)}
!${nextLink(site, quotes.next, query.sort === "length" ? "More quotes" : query.order === "asc" ? "Newer quotes" : "Older quotes")}
</section>
!${beside === "" ? "" : html`<aside class="beside quoted-beside" aria-label="Beside ${speaker.name}">!${beside}</aside>`}
</div>`,
  );
}

/** The newest role, and other names. */
function standfirst(speaker: SpeakerProfile): string {
  const [role] = rolesOf(speaker);
  const described = role === undefined ? "" : html`<p class="described" dir="auto">${role.words}</p>`;
  return described + (speaker.aliases.length === 0 ? "" : html`<p dir="auto">Also ${speaker.aliases.join(", ")}</p>`);
}

/** Search within, and links for kind and order. */
function listControls({ groups, query }: SpeakerView, path: string, site: Site): string {
  const sum = (isCounted: (group: StatisticsGroup) => boolean) =>
    groups.filter(isCounted).reduce((all, { quoteCount }) => all + quoteCount, 0);
  // Counts are of all times.
  const hasDates = query.publishedFrom !== undefined || query.publishedTo !== undefined;
  const number = (isCounted: (group: StatisticsGroup) => boolean) => (hasDates ? "" : ` ${sum(isCounted).toLocaleString("en")}`);
  const kinds = [query.kind ?? []].flat();
  const choices = [
    { label: `All${number(() => true)}`, kind: undefined, isChosen: kinds.length === 0 },
    {
      label: `Direct or in part${number(({ kind }) => kind !== "indirect")}`,
      kind: DIRECT_KINDS,
      isChosen: kinds.toSorted().join() === DIRECT_KINDS.join(),
    },
    { label: `Reported${number(({ kind }) => kind === "indirect")}`, kind: ["indirect"], isChosen: kinds.join() === "indirect" },
  ];
  const sorts = [
    { label: "Newest first", sort: undefined, order: undefined },
    { label: "Oldest first", sort: undefined, order: "asc" },
    { label: "Longest first", sort: "length", order: undefined },
  ];
  const link = (label: string, changes: PageQuery, isChosen: boolean) =>
    html`<li><a rel="nofollow" href="${pathOn(site, addressWith(path, query, changes))}#said"!${isChosen ? ' aria-current="true"' : ""}>${label}</a></li>`;
  return html`<form class="search" role="search" action="${pathOn(site, path)}#said">
!${searchField("Words in what they said", query.q)}
!${hiddenFields(query, ["q"])}
</form>
<div class="choices">
<ul aria-label="Kind">!${choices.map(({ label, kind, isChosen }) => link(label, { kind }, isChosen))}</ul>
<ul aria-label="Order">!${sorts.map(({ label, sort, order }) => link(label, { sort, order }, query.sort === sort && query.order === order))}</ul>
</div>`;
}

/** Quotes under the headline of their article, with what it calls the speaker. */
function saidByArticle({ quotes, descriptions }: SpeakerView, site: Site): string {
  const groups: QuoteItem[][] = [];
  for (const item of quotes.items) {
    const group = groups.at(-1);
    if (group?.[0]?.article.slug === item.article.slug) group.push(item);
    else groups.push([item]);
  }
  return groups
    .map((said) => {
      const [first] = said;
      return html`<section>
!${first === undefined ? "" : articleLine(first, descriptions.get(first.article.slug) ?? [], site)}
!${said.map((item) => quoteBlock(item, site, { speakers: item.attribution.speakers.length > 1 }))}
</section>`;
    })
    .join("");
}

function articleLine({ article }: QuoteItem, roles: string[], site: Site): string {
  const { slug, headline, rights } = article;
  return html`<h3 dir="auto"><a href="${pathOn(site, addresses.article(slug))}">${headline.text}</a></h3>
<p class="meta">!${publication(article)}</p>
!${rightsInList(rights)}
!${roles.length === 0 ? "" : html`<p class="described" dir="auto">${roles.join("; ")}</p>`}`;
}

function othersSection({ speaker, others }: SpeakerView, site: Site): string {
  if (others.length === 0) return "";
  const read =
    speaker.appearances.length < speaker.articleCount
      ? html`<p class="meta">In the newest ${speaker.appearances.length} articles.</p>`
      : "";
  return html`<section aria-labelledby="heading-others">
<h2 id="heading-others">Also quoted in these articles</h2>
<ul class="roles">!${others.map(
    (other) =>
      html`<li><a href="${pathOn(site, addresses.speaker(other.speaker.id))}"><bdi>${other.speaker.name}</bdi></a> <span class="meta">${counted(other.articleCount, "article")}</span></li>`,
  )}</ul>
!${read}
</section>`;
}

function elsewhere(speaker: SpeakerProfile): string {
  const sameAs = speaker.sameAs.flatMap((url) => externalUrl(url) ?? []);
  if (sameAs.length === 0) return "";
  return html`<section aria-labelledby="heading-elsewhere">
<h2 id="heading-elsewhere">Elsewhere</h2>
<ul class="roles">!${sameAs.map((url) => html`<li><a href="${url}">${new URL(url).host}</a></li>`)}</ul>
</section>`;
}
