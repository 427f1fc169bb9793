import { html } from "ghtml";
import { counted } from "../article/words/counted.ts";
import { pathOn, type Site } from "../representations/links.ts";

// Charts are SVG that any browser scales: places are percentages of the room there is, letters have the size of the page's.
// Style comes from classes and presentation attributes alone, because pages admit no inline style.

/** What a column is stacked of, from the bottom; told apart by colour and by pattern. At most three. */
interface Series {
  /** "Direct or in part". */
  label: string;
}

/** One column: the counts of each series in one stretch of time. */
export interface Column {
  /** "March 2020". */
  label: string;
  /** What the axis says below the column; `null` for nothing. */
  tick: string | null;
  /** As many as there are series. */
  counts: number[];
  /** Address of what was counted, as routes have it. */
  href: string;
  /** Whether the page shows just this stretch. */
  isCurrent?: boolean;
}

export interface ColumnChart {
  /** Begins the ids of the chart's elements, which are unique on a page. */
  id: string;
  /** What the chart shows, in a sentence. */
  summary: string;
  /** What is counted, in the singular. */
  noun: string;
  series: Series[];
  columns: Column[];
}

/** Columns at least that the room is divided into, so that two are not as broad as walls. */
const MIN_SLOTS = 6;
/** Part of its slot that a column fills. */
const FILLED = 0.78;

/**
 * A column chart. Each column that is not empty is a link, which a keyboard reaches and a screen reader reads with its counts.
 * @returns markup; nothing stands in it but what the table of `columnTable` says too
 */
export function columnChart({ id, summary, noun, series, columns }: ColumnChart, site: Site): string {
  const top = roundedUp(Math.max(1, ...columns.map(sumOf)));
  const slot = slotWidth(columns.length);
  return html`<div class="chart">
!${legend(id, series)}
<svg class="columns" role="group" aria-label="${summary}">
<defs>!${series.map((_, place) => pattern(id, place))}</defs>
!${gridLines(top)}
!${columns.map((one, place) => (sumOf(one) === 0 ? "" : column(one, place * slot, slot, top, { id, noun, series, site })))}
</svg>
<svg class="axis" aria-hidden="true">!${columns.map(({ tick }, place) =>
    tick === null
      ? ""
      : html`<line x1="${percent(place * slot)}" x2="${percent(place * slot)}" y1="0" y2="25%"/><text x="${percent(place * slot)}" y="90%">${tick}</text>`,
  )}</svg>
</div>`;
}

/** Percent of the width that one of some columns has, with the room beside it. */
export function slotWidth(columns: number): number {
  return 100 / Math.max(MIN_SLOTS, columns);
}

interface ColumnContext {
  id: string;
  noun: string;
  series: Series[];
  site: Site;
}

function column(one: Column, left: number, slot: number, top: number, { id, noun, series, site }: ColumnContext): string {
  const [x, width] = [percent(left), percent(slot * FILLED)];
  let base = 100;
  const parts = one.counts.map((count, place) => {
    const height = (100 * count) / top;
    base -= height;
    return count === 0
      ? ""
      : html`<rect class="part" x="${x}" y="${percent(base)}" width="${width}" height="${percent(height)}" fill="url(#${id}-${place})"/>`;
  });
  // The whole height is the target of a finger.
  return html`<a rel="nofollow" href="${pathOn(site, one.href)}"!${one.isCurrent ? ' aria-current="true"' : ""}><title>${said(one, noun, series)}</title><rect class="hit" x="${x}" y="0" width="${percent(slot)}" height="100%"/>!${parts}</a>`;
}

/** "March 2020: 12 quotes, 10 direct or in part, 2 reported". */
function said(one: Column, noun: string, series: Series[]): string {
  const total = sumOf(one);
  const whole = `${one.label}: ${counted(total, noun)}`;
  if (series.length === 1) return whole;
  const parts = series.flatMap(({ label }, place) => (one.counts[place] ? `${one.counts[place]} ${label.toLowerCase()}` : []));
  return `${whole}, ${parts.join(", ")}`;
}

function legend(id: string, series: Series[]): string {
  if (series.length < 2) return "";
  return html`<ul class="legend">!${series.map(
    ({ label }, place) =>
      html`<li><svg class="swatch" aria-hidden="true"><rect width="100%" height="100%" fill="url(#${id}-${place})"/></svg>${label}</li>`,
  )}</ul>`;
}

/** The first series is a plain area, the second hatched, the third dotted: they differ without colour, on paper too. */
function pattern(id: string, place: number): string {
  const ground = html`<rect width="6" height="6" class="ground-${place}"/>`;
  const marks =
    ["", '<path class="mark-1" d="M-1 1 1 -1M0 6 6 0M5 7 7 5"/>', '<circle class="mark-2" cx="3" cy="3" r="1.4"/>'][place] ?? "";
  return html`<pattern id="${id}-${place}" width="6" height="6" patternUnits="userSpaceOnUse">!${ground}!${marks}</pattern>`;
}

/** Lines at the top and, where that is a whole number, in the middle, with their numbers. */
function gridLines(top: number): string {
  const marks = top % 2 === 0 ? [top / 2, top] : [top];
  return html`<g class="grid" aria-hidden="true">!${marks.map((value) => {
    const y = percent(100 - (100 * value) / top);
    return html`<line x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="100%" dx="0.4em" y="${y}" dy="0.35em">${value.toLocaleString("en")}</text>`;
  })}<line x1="0" x2="100%" y1="100%" y2="100%"/></g>`;
}

/** The smallest of 1, 2, 4, 6, 8, 10, 20, 40 ... that is not below a number. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const [step = 10] = [1, 2, 4, 6, 8, 10].filter((one) => one * unit >= value);
  return step * unit;
}

function sumOf({ counts }: Pick<Column, "counts">): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** The figures of a column chart as a table, closed until it is asked for. Columns without anything are left out. */
export function columnTable({ series, columns, summary, noun }: ColumnChart, of: string, site: Site): string {
  const several = series.length > 1;
  const heads = several ? [...series.map(({ label }) => label), "Together"] : [`${noun[0]?.toUpperCase()}${noun.slice(1)}s`];
  return html`<details class="behind"><summary>The figures as a table</summary>
<div class="scrolled" tabindex="0" role="group" aria-label="Table: ${summary}"><table>
<caption class="unseen">${summary}</caption>
<thead><tr><th scope="col">${of}</th>!${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>!${columns.map((one) =>
    sumOf(one) === 0
      ? ""
      : html`<tr><th scope="row"><a rel="nofollow" href="${pathOn(site, one.href)}">${one.label}</a></th>!${[...one.counts, ...(several ? [sumOf(one)] : [])].map((count) => html`<td>${count.toLocaleString("en")}</td>`)}</tr>
`,
  )}</tbody>
</table></div></details>`;
}

/** A value and how many have it. */
export interface Bar {
  label: string;
  count: number;
  /** Address of what was counted, as routes have it; `null` where no filter tells it apart. */
  href: string | null;
  /** Whether the label is the machine's word ("Nobody is named") and not one of an article. */
  isOwnWord?: boolean;
}

/**
 * Counts as a table whose rows have bars: it needs no other text for those who do not see them.
 *
 * @param head what the values are, and what is counted
 * @param whole what a share is of; a quote may have several values, so they may add up to more
 */
export function barTable(head: { caption: string; of: string; counted: string }, bars: Bar[], whole: number, site: Site): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return html`<table class="bars">
<caption class="unseen">${head.caption}</caption>
<thead class="unseen"><tr><th scope="col">${head.of}</th><td></td><th scope="col">${head.counted}</th><th scope="col">Share</th></tr></thead>
<tbody>!${bars.map(({ label, count, href, isOwnWord = false }) => {
    const name = isOwnWord ? html`${label}` : html`<bdi>${label}</bdi>`;
    return html`<tr><th scope="row">!${href === null ? name : html`<a rel="nofollow" href="${pathOn(site, href)}">!${name}</a>`}</th><td class="bar"><svg aria-hidden="true"><rect width="${percent((100 * count) / most)}" height="100%"/></svg></td><td>${count.toLocaleString("en")}</td><td class="share">${share(count, whole)}</td></tr>
`;
  })}</tbody>
</table>`;
}

/** "48%"; what is there is never "0%". */
function share(count: number, whole: number): string {
  if (whole === 0) return "";
  const per = (100 * count) / whole;
  return per > 0 && per < 1 ? "< 1%" : `${Math.round(per)}%`;
}
