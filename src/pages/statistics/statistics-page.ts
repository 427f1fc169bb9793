import { html } from "ghtml";
import type { Dimension } from "../../article/model/dimensions.ts";
import type { Counts, StatisticsGroup } from "../../article/model/statistics.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { type Bar, barTable } from "../charts.ts";
import { addressWith, appliedFilters, type PageQuery } from "../filter-links.ts";
import { LABELS, languageName } from "../labels.ts";
import { layout } from "../layout.ts";
import { listHead } from "../list-head.ts";
import { overTime } from "../speakers/over-time.ts";
import { filterForm } from "./filter-form.ts";

const PATH = "/statistics";
const API_PATH = "/v1/statistics";
/** Groups of one answer: as many as the API gives. */
const ALL_GROUPS = "10000";

/** A value of a dimension with the number of quotes that have it; `null`: they have none. */
interface Value {
  value: string | null;
  /** Of a speaker. */
  name: string | null;
  count: number;
}

/** What the page of statistics shows. */
export interface StatisticsView {
  totals: Counts;
  /** Counts by `month` and `kind` under the filters of the query but for its dates. */
  groups: StatisticsGroup[];
  /** Of each dimension the values that most quotes have. */
  values: { [Name in Dimension]?: Value[] };
  /** The filters. */
  query: PageQuery;
  /** Names of the speakers that are filtered by, by what the query has. */
  names: ReadonlyMap<string, string>;
}

/** One small chart. */
interface Card {
  dimension: Exclude<Dimension, "month" | "year">;
  title: string;
  /** What the values are, in the head of the table. */
  of: string;
  /** What `null` is. */
  none: string;
  note?: string;
}

const CARDS: Card[] = [
  { dimension: "kind", title: "By kind", of: "Kind", none: "" },
  { dimension: "speakerType", title: "By type of speaker", of: "Type", none: "Nobody is named" },
  {
    dimension: "pronoun",
    title: "She, he or they",
    of: "Pronoun",
    none: "Nobody is named",
    note: "By the pronouns that the articles use of a speaker beside a quote; never guessed from a name. Unknown: an article uses none, or more than one, or the speaker is not a person.",
  },
  {
    dimension: "confidence",
    title: "By confidence",
    of: "Confidence",
    none: "Nobody is named",
    note: "How sure it is, to the machine, who is speaking.",
  },
  { dimension: "basis", title: "How speakers are known", of: "Basis", none: "Nobody is named" },
  { dimension: "language", title: "By language", of: "Language", none: "Language unknown" },
  { dimension: "publisher", title: "By publisher", of: "Publisher", none: "No publisher known" },
  { dimension: "speaker", title: "Most quoted", of: "Speaker", none: "Nobody is named" },
];

/** Values of a card; its files have all of them. */
const SHOWN_VALUES = 10;

/** The page of statistics: all quotes that pass the filters, counted by what they have in common. */
export function statisticsPage(view: StatisticsView, site: Site): string {
  const { totals, query, groups, names } = view;
  const quotes = addressWith("/search", { show: "quotes", ...query });
  const filtered = appliedFilters(PATH, query, names);
  const isFiltered = filtered.length > 0;
  const figures = { "words quoted": totals.wordCount, speakers: totals.speakerCount, "articles with quotes": totals.articleCount };
  return layout(
    {
      title: "Statistics",
      description: "All quotes counted: by month, kind, type of speaker, pronoun, confidence, publisher and language.",
      path: PATH,
      site,
      styles: [assets.chartStyle],
      indexed: Object.values(query).every((value) => value === undefined),
    },
    html`<div class="statistics">
<section class="list" aria-labelledby="heading">
!${listHead({ title: "Statistics", filtered, total: totals.quoteCount, noun: "quote", forms: [], unfiltered: PATH }, site)}
<dl class="totals">
!${Object.entries(figures).map(([noun, count]) => html`<div><dt>${noun}</dt><dd>${count.toLocaleString("en")}</dd></div>`)}
</dl>
!${totals.quoteCount === 0 ? html`<p class="empty">${isFiltered ? "No quote passes these filters." : "No quotes yet."}</p>` : html`<p class="more"><a href="${pathOn(site, quotes)}">Read these quotes</a></p>`}
</section>
!${totals.quoteCount === 0 && !isFiltered ? "" : html`<details class="narrow"!${isFiltered ? " open" : ""}><summary>Count only some of them</summary>!${filterForm(PATH, query, names, site)}</details>`}
!${
      groups.length === 0
        ? ""
        : html`<section aria-labelledby="heading-month">
<h2 id="heading-month">Over time</h2>
!${overTime("month", "Quotes", groups, { path: PATH, query, leads: "choose a column to count its quotes alone" }, site)}
!${filesOf(["month", "kind"], query, "Over time", site)}
</section>`
    }
!${totals.quoteCount === 0 ? "" : html`<div class="cards">!${CARDS.map((card) => cardSection(card, view, site))}</div>`}
!${totals.quoteCount === 0 ? "" : html`<p class="meta">A quote of two speakers counts for each of them, so shares may add up to more than 100%.</p>`}
</div>`,
  );
}

function cardSection(card: Card, view: StatisticsView, site: Site): string {
  const { dimension, title, of, note } = card;
  const values = view.values[dimension] ?? [];
  const bars = inOrder(dimension, values)
    .slice(0, SHOWN_VALUES)
    .map((value) => barOf(card, value, view.query));
  const cut = values.length > SHOWN_VALUES ? html`<p class="meta">The first ${SHOWN_VALUES}; the files have all.</p>` : "";
  return html`<section aria-labelledby="heading-${dimension}">
<h2 id="heading-${dimension}">${title}</h2>
!${note === undefined ? "" : html`<p class="meta">${note}</p>`}
!${barTable({ caption: `Quotes: ${title}`, of, counted: "Quotes" }, bars, view.totals.quoteCount, site)}
!${cut}
!${filesOf([dimension], view.query, title, site)}
</section>`;
}

/** Values of a closed list in its order, what is missing last; those of others in the order of their counts. */
function inOrder(dimension: Card["dimension"], values: Value[]): Value[] {
  const labels: Record<string, Record<string, string>> = LABELS;
  const known = Object.keys(labels[dimension] ?? {});
  if (known.length === 0 || dimension === "speakerType") return values;
  const place = ({ value }: Value) => (value === null ? known.length : known.indexOf(value));
  return values.toSorted((a, b) => place(a) - place(b));
}

function barOf({ dimension, none }: Card, { value, name, count }: Value, query: PageQuery): Bar {
  const labels: Record<string, Record<string, string>> = LABELS;
  if (value === null) {
    const isNobody = ["speaker", "speakerType", "confidence", "pronoun", "basis"].includes(dimension);
    return { label: none, count, href: isNobody ? addressWith(PATH, query, { speaker: "none" }) : null, isOwnWord: true };
  }
  const own = labels[dimension]?.[value];
  const label = name ?? own ?? (dimension === "language" ? languageName(value) : value);
  const href = dimension === "pronoun" ? null : addressWith(PATH, query, { [dimension]: value });
  return { label, count, href, isOwnWord: own !== undefined };
}

/** The same counts as files. @param title of what, for those who hear a list of links */
function filesOf(by: Dimension[], query: PageQuery, title: string, site: Site): string {
  const asked = { ...query, by, limit: ALL_GROUPS, sort: by.includes("month") ? "value" : undefined };
  const link = (label: string, format: string | undefined) =>
    html`<a href="${pathOn(site, addressWith(API_PATH, asked, { format }))}" aria-label="${label}, ${title}">${label}</a>`;
  return html`<p class="formats">!${link("CSV", "csv")} !${link("JSON", undefined)}</p>`;
}
