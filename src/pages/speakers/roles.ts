import { html } from "ghtml";
import type { SpeakerProfile } from "../../article/model/items.ts";
import { counted } from "../../article/words/counted.ts";
import { fold } from "../../article/words/fold.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { monthOf } from "../dates.ts";

/** What articles call a speaker, over time. */
interface Role {
  words: string;
  articleCount: number;
  /** Days of the first and the last article with a date; `null` when none has one. */
  first: string | null;
  last: string | null;
  /** The newest article that says so. */
  slug: string;
}

/** Roles that are shown at once; the others are behind a click. */
const SHOWN_ROLES = 6;

/** The roles of a profile: those of the newest articles first, each once however it is written. */
export function rolesOf({ appearances }: Pick<SpeakerProfile, "appearances">): Role[] {
  const said = appearances.flatMap(({ article, descriptions }) => descriptions.map(({ text }) => ({ text, article })));
  const groups = [...Map.groupBy(said, ({ text }) => fold(text)).values()];
  return groups.flatMap((group) => {
    const [newest] = group;
    if (newest === undefined) return [];
    const days = group.flatMap(({ article }) => article.publishedAt ?? []).sort();
    const articleCount = new Set(group.map(({ article }) => article.slug)).size;
    return [{ words: newest.text, articleCount, first: days[0] ?? null, last: days.at(-1) ?? null, slug: newest.article.slug }];
  });
}

/** How a speaker has been described over time, under a heading (`id="heading-roles"`); empty where no article does. */
export function rolesOver(speaker: SpeakerProfile, site: Site): string {
  const roles = rolesOf(speaker);
  if (roles.length === 0) return "";
  const [shown, others] = [roles.slice(0, SHOWN_ROLES), roles.slice(SHOWN_ROLES)];
  const read = speaker.appearances.length < speaker.articleCount ? `In the newest ${speaker.appearances.length} articles.` : "";
  return html`<h2 id="heading-roles">As articles describe them</h2>
<ul class="roles">!${shown.map((role) => roleItem(role, site))}</ul>
!${others.length === 0 ? "" : html`<details class="behind"><summary>${counted(others.length, "more description")}</summary><ul class="roles">!${others.map((role) => roleItem(role, site))}</ul></details>`}
!${read === "" ? "" : html`<p class="meta">${read}</p>`}`;
}

function roleItem({ words, articleCount, first, last, slug }: Role, site: Site): string {
  const time =
    first === null || last === null
      ? "undated"
      : monthOf(first) === monthOf(last)
        ? monthOf(last)
        : `${monthOf(first)} to ${monthOf(last)}`;
  return html`<li><a href="${pathOn(site, addresses.article(slug))}"><span dir="auto">${words}</span></a> <span class="meta">${time}!${articleCount === 1 ? "" : html` <span class="sep">·</span> ${counted(articleCount, "article")}`}</span></li>`;
}
