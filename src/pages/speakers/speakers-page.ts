import { html } from "ghtml";
import type { SpeakerSummary } from "../../article/model/items.ts";
import type { SpeakerType } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { addressWith, appliedFilters, type PageQuery } from "../filter-links.ts";
import { hiddenFields, searchField } from "../forms.ts";
import { LABELS, labelOf } from "../labels.ts";
import { layout } from "../layout.ts";
import { listHead } from "../list-head.ts";
import { type ListPage, nextLink } from "../list-page.ts";

const PATH = "/speakers";

/** What the list of speakers shows. */
export interface SpeakersView {
  speakers: ListPage<SpeakerSummary>;
  /** What the newest article that describes them calls them, by id. */
  descriptions: ReadonlyMap<string, string[]>;
  /** Speakers by first letter and type, under all filters but those two. */
  letters: { letter: string; type: SpeakerType; speakerCount: number }[];
  /** Filters and sort of the list. */
  query: PageQuery & { sort: "name" | "quotes" | "articles" };
}

/** The list of speakers: by letter, by type, by number, each with what articles call them. */
export function speakersPage(view: SpeakersView, site: Site): string {
  const { speakers, query } = view;
  const { sort, ...filters } = query;
  const forms = ["JSON", "CSV", "NDJSON"].map((label) => ({
    label,
    href: addressWith(`/v1${PATH}`, query, { format: label === "JSON" ? undefined : label.toLowerCase() }),
  }));
  const letters = byLetter(view, site);
  return layout(
    {
      title: "Speakers",
      description: "Everybody who is quoted: by letter, by type, by number of quotes.",
      path: PATH,
      site,
      styles: [assets.chartStyle],
      indexed: Object.values(filters).every((value) => value === undefined),
    },
    html`<div class="front directory">
<section aria-labelledby="heading">
!${listHead({ title: "Speakers", filtered: appliedFilters(PATH, query), total: speakers.total, noun: "speaker", forms, unfiltered: PATH }, site)}
<form class="search" role="search" action="${pathOn(site, PATH)}">
!${searchField("Name", query.q)}
!${hiddenFields(query, ["q", "startsWith"])}
</form>
!${sortLinks(query, letters !== "", site)}
!${people(view, site)}
!${nextLink(site, speakers.next, "More speakers")}
</section>
<div class="side">
!${letters}
!${byType(view, site)}
</div>
</div>`,
  );
}

function sortLinks(query: SpeakersView["query"], hasLetters: boolean, site: Site): string {
  const sorts = { quotes: "Most quotes", articles: "Most articles", name: "By name" };
  return html`<div class="choices"><ul aria-label="Order">!${Object.entries(sorts).map(
    ([sort, label]) =>
      html`<li><a rel="nofollow" href="${pathOn(site, addressWith(PATH, query, { sort }))}"!${sort === query.sort ? ' aria-current="true"' : ""}>${label}</a></li>`,
  )}</ul>!${hasLetters ? html`<a class="to-letters" href="#letters">By letter</a>` : ""}</div>`;
}

function people({ speakers, descriptions, query }: SpeakersView, site: Site): string {
  const isFiltered = appliedFilters(PATH, query).length > 0;
  if (speakers.items.length === 0)
    return html`<p class="empty">${isFiltered ? "Nobody who is quoted passes these filters." : "Nobody is quoted yet."}</p>`;
  return html`<ul class="people">!${speakers.items.map(({ id, name, type, quoteCount, articleCount }) => {
    const role = descriptions.get(id)?.[0];
    return html`<li>
<a href="${pathOn(site, addresses.speaker(id))}"><bdi>${name}</bdi></a>!${role === undefined ? "" : html` <span class="role" dir="auto">${role}</span>`}
<span class="meta">!${type === "person" ? "" : html`${labelOf("speakerType", type)} <span class="sep">·</span> `}${counted(quoteCount, "quote")} in ${counted(articleCount, "article")}</span>
</li>`;
  })}</ul>`;
}

/** Letters that are shown at once: enough for two alphabets; a script of signs may have thousands. */
const SHOWN_LETTERS = 80;

/** Names begin with these letters, as they are sorted: case and marks do not count. */
function byLetter({ letters, query }: SpeakersView, site: Site): string {
  const types = [query.speakerType ?? []].flat();
  const counts = sums(
    letters.filter(({ type, letter }) => letter !== "" && (types.length === 0 || types.includes(type))),
    ({ letter }) => letter,
  );
  if (counts.length === 0) return "";
  const item = ([letter, count]: [string, number]) => {
    const isChosen = query.startsWith === letter;
    const to = addressWith(PATH, query, { startsWith: isChosen ? undefined : letter, sort: "name" });
    const label = `${upper(letter)} ${counted(count, "speaker")}`;
    return html`<li><a href="${pathOn(site, to)}" aria-label="${label}" title="${label}"!${isChosen ? ' aria-current="true"' : ""}>${upper(letter)} <small>${count.toLocaleString("en")}</small></a></li>`;
  };
  const [shown, others] = [counts.slice(0, SHOWN_LETTERS), counts.slice(SHOWN_LETTERS)];
  return html`<nav id="letters" aria-labelledby="heading-letters">
<h2 class="kicker" id="heading-letters">By first letter of the name</h2>
<ul class="letters">!${shown.map(item)}</ul>
!${others.length === 0 ? "" : html`<details class="behind"><summary>${counted(others.length, "more letter")}</summary><ul class="letters">!${others.map(item)}</ul></details>`}
</nav>`;
}

function byType({ letters, query }: SpeakersView, site: Site): string {
  const chosen = [query.speakerType ?? []].flat();
  const counts = sums(
    letters.filter(({ letter }) => typeof query.startsWith !== "string" || query.startsWith.startsWith(letter)),
    ({ type }) => type,
  );
  if (counts.length < 2 && chosen.length === 0) return "";
  const byName = new Map(counts);
  return html`<nav aria-labelledby="heading-types">
<h2 class="kicker" id="heading-types">By type</h2>
<ul class="facet">!${Object.entries(LABELS.speakerType).map(([type, label]) => {
    const count = byName.get(type) ?? 0;
    const isChosen = chosen.includes(type);
    if (count === 0 && !isChosen) return "";
    const to = addressWith(PATH, query, { speakerType: isChosen ? undefined : type });
    return html`<li><a rel="nofollow" href="${pathOn(site, to)}"!${isChosen ? ' aria-current="true"' : ""}>${label}</a> <span class="meta">${count.toLocaleString("en")}</span></li>`;
  })}</ul>
</nav>`;
}

/** A letter as a heading has it; "ß" and its like stay one letter. */
function upper(letter: string): string {
  const capital = letter.toUpperCase();
  return [...capital].length === 1 ? capital : letter;
}

/** Counts by a property, in the order they are first met. */
function sums<Counted extends { speakerCount: number }>(counted: Counted[], of: (one: Counted) => string): [string, number][] {
  const totals = new Map<string, number>();
  for (const one of counted) totals.set(of(one), (totals.get(of(one)) ?? 0) + one.speakerCount);
  return [...totals];
}
