import { html } from "ghtml";
import type { SpeakerSummary } from "../article/model/items.ts";
import type { SpeakerType } from "../article/model/schema.ts";
import { pathOn, type Site } from "../representations/links.ts";
import { addresses } from "./addresses.ts";
import { alternate, layout } from "./layout.ts";
import { counted, type ListPage, nextLink } from "./list-page.ts";

/** Speakers, most quoted first, or those whose name holds the words of `q`. */
export function speakersPage(page: ListPage<SpeakerSummary>, q: string, site: Site): string {
  const description = "Everybody who is quoted, most quoted first.";
  return layout(
    { title: "Speakers", description, path: "/speakers", site, indexed: q === "" },
    html`<section class="list" aria-labelledby="heading">
<h1 class="kicker" id="heading">Speakers</h1>
!${searchForm(pathOn(site, "/speakers"), "Name", q)}
!${found(page.total, "speaker", q, site)}
!${speakerList(page.items, site)}
!${nextLink(site, page.next, "More speakers")}
</section>`,
  );
}

export function feedLink(site: Site): string {
  return alternate(site, "/v1/feeds/articles.atom", "application/atom+xml", "New articles");
}

const TYPES: Record<SpeakerType, string> = {
  person: "person",
  organisation: "organisation",
  place: "place",
  group: "group",
  document: "document",
};

export function speakerList(speakers: SpeakerSummary[], site: Site): string {
  if (speakers.length === 0) return html`<p class="empty">Nobody is quoted.</p>`;
  return html`<ul class="people">!${speakers.map(
    ({ id, name, type, quoteCount, articleCount }) => html`<li>
<a href="${pathOn(site, addresses.speaker(id))}">${name}</a>
<span class="meta">!${type === "person" ? "" : html`${TYPES[type]} <span class="sep">·</span> `}${counted(quoteCount, "quote")} in ${counted(articleCount, "article")}</span>
</li>`,
  )}</ul>`;
}

function searchForm(action: string, label: string, q: string): string {
  return html`<form class="search" role="search" action="${action}">
<label for="q">${label}</label>
<input id="q" name="q" type="search" maxlength="200" value="${q}" autocomplete="off">
<button>Find</button>
</form>`;
}

function found(total: number, noun: string, q: string, site: Site): string {
  if (q === "") return html`<p class="meta">${counted(total, noun)}</p>`;
  return html`<p class="meta">${total === 0 ? `No ${noun} has` : `${counted(total, noun)} with`} “${q}”. <a href="${pathOn(site, `/${noun}s`)}">Show all</a></p>`;
}
