import { html } from "ghtml";
import type { StatisticsGroup } from "../../article/model/statistics.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { columnChart, columnTable } from "../charts.ts";
import { addressWith, type PageQuery } from "../filter-links.ts";
import { type DayRange, periodsOf } from "../periods.ts";

/** Quotes over time, words of somebody and the reporter's apart. */

/** What the columns are stacked of: direct quotes and quotes in part, and reported speech. */
const KIND_SERIES = [{ label: "Direct or in part" }, { label: "Reported" }];

interface TimeLinks {
  /** Path of the page that the columns link to, as routes have it, and its query. */
  path: string;
  query: PageQuery;
  /** Where the columns lead, in words: "each column leads to its quotes". */
  leads: string;
  fragment?: string;
  /** Whether the counts are those of other times too: then the days of the query are marked. */
  hasOtherTimes?: boolean;
}

/** The days that a query asks for. */
function rangeOf({ publishedFrom, publishedTo }: PageQuery): DayRange {
  const day = (value: PageQuery[string]) => (typeof value === "string" ? value : null);
  return { from: day(publishedFrom), to: day(publishedTo) };
}

/**
 * A chart of quotes over time with its table; a sentence where all are of one month or year, or undated.
 *
 * @param shown what it shows, to be followed by "by month": "What Ada Lind said"
 * @param groups all counts by `month` and `kind` under the filters of the query
 */
export function overTime(
  id: string,
  shown: string,
  groups: StatisticsGroup[],
  { path, query, leads, fragment = "", hasOtherTimes = false }: TimeLinks,
  site: Site,
): string {
  const range = rangeOf(query);
  const linkTo = ({ from, to }: DayRange) =>
    addressWith(path, query, { publishedFrom: from ?? undefined, publishedTo: to ?? undefined }) + fragment;
  const marked = hasOtherTimes ? range : { from: null, to: null };
  const { step, columns, undated } = periodsOf(groups, KIND_SERIES.length, ({ kind }) => (kind === "indirect" ? 1 : 0), {
    range: marked,
    linkTo,
  });
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return undated === 0 ? "" : html`<p class="meta">No article has a date.</p>`;
  const isFiltered = range.from !== null || range.to !== null;
  const all = isFiltered ? html` <a rel="nofollow" href="${pathOn(site, linkTo({ from: null, to: null }))}">All times</a>` : "";
  const without =
    undated === 0 ? "" : ` ${counted(undated, "quote")} in articles without a date ${undated === 1 ? "is" : "are"} not in it.`;
  if (columns.length === 1)
    return html`<p class="meta">${undated === 0 ? "All quotes" : "All quotes with a date"} are of <a rel="nofollow" href="${pathOn(site, first.href)}">${first.label}</a>.${undated === 0 ? "" : ` ${counted(undated, "quote")} in articles without a date.`}!${all}</p>`;
  const summary = `${shown} by ${step.toLowerCase()}, ${first.label} to ${last.label}.`;
  const chart = { id, summary, noun: "quote", series: KIND_SERIES, columns };
  return html`!${columnChart(chart, site)}
<p class="meta">By ${step.toLowerCase()}; ${leads}.${without}!${all}</p>
!${columnTable(chart, step, site)}`;
}
