import { firstRead } from "../../first-read.ts";
import { DAY, MONTH, OF } from "../../parts/dates/calendar.ts";
import { readLineDates } from "../../parts/dates/line-dates.ts";
import { toMoment } from "../../parts/dates/moment.ts";
import { isDate } from "../body/byline-elements.ts";
import { labelsOf } from "../dom.ts";
import type { Labelled, PageBlock } from "../page-blocks.ts";
import { shownText } from "../shown-text.ts";
import { type Fields, text } from "./linked-data.ts";
import type { Meta } from "./meta-elements.ts";

const PUBLISHED = [
  ..."article:published_time article:published og:article:published_time og:published_time og:pubdate article:post_date".split(" "),
  ..."datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime pubdate publishdate".split(" "),
  ..."publish-date publish_date published_date published_time published_at publication_date publication-date displaydate".split(" "),
  ..."citation_publication_date citation_date dc.date.issued dcterms.issued dc.date dcterms.date dc.date.created".split(" "),
  ..."dcterms.created article_date_original originalpublicationdate article.published article.created datecreated".split(" "),
  ..."shareaholic:article_published_time bt:pubdate vr:published_time lastpubdate date created creation_date".split(" "),
];
const UPDATED = [
  ..."article:modified_time article:modified og:article:modified_time og:updated_time article:updated_time datemodified".split(" "),
  ..."dcterms.modified dc.date.modified article.updated last-modified lastmod revised modified_time updated_time".split(" "),
];
/** A date inside a line: "Published 7:07 PM EST Nov 19, 2019", "Posted on 3rd May 2024 at 10:15", "Stand: 3. Mai 2024". */
const DATE = new RegExp(
  `\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|${MONTH}\\.?\\s+${DAY},?\\s+\\d{4}\\b|\\b${DAY}${OF}\\s+${MONTH}\\.?,?${OF}\\s+\\d{4}\\b`,
  "iu",
);
const IN_ADDRESS =
  /[/-](19[89]\d|20\d\d)[/-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)/i;
const MAX_LINE = 120;

/** When a page says that it was published and updated: linked data, meta elements, microdata, visible dates, the address. */
export function pageDates(
  linked: Fields,
  meta: Meta,
  shown: { labelled: Labelled[]; lines: PageBlock[] },
  address: string | null,
): { publishedAt: string | null; updatedAt: string | null } {
  const stamps = shown.labelled.filter(({ element }) => isDate(element, element.localName.toLowerCase()));
  const of = (property: string): (string | null)[] =>
    stamps.filter(({ element }) => element.getAttribute("itemprop") === property).map(({ element }) => stampOf(element));
  const updated = first([text(linked.dateModified), ...meta(...UPDATED), ...of("dateModified")]);
  const visible = stamps.filter(
    ({ element }) => !isUpdate(`${element.getAttribute("itemprop")} ${labelOf(element)} ${shownText(element).slice(0, 30)}`),
  );
  const lines = shown.lines.map((block) => block.text).filter((line) => line.length <= MAX_LINE);
  const said = lines.filter((line) => /^\W*(?:by|posted|published|first published)\b/i.test(line));
  const publishedAt =
    first([text(linked.datePublished), text(linked.uploadDate), ...meta(...PUBLISHED), ...of("datePublished"), text(linked.dateCreated)]) ??
    first(visible.map(({ element }) => stampOf(element))) ??
    first(
      [...said, ...lines].flatMap((line) => line.split(/[;|•]|(?=\b(?:updated|posted|published)\b)/i)).filter((part) => !isUpdate(part)),
    ) ??
    first(lines) ??
    inAddress(address);
  const updatedLine = lines.map((line) => readLineDates(line)?.updatedAt ?? null).find((moment) => moment !== null);
  return { publishedAt, updatedAt: updated ?? updatedLine ?? null };
}

function isUpdate(label: string): boolean {
  return /updat|modif|revis|aktualisier|mise? à jour|actualiza|aggiorna|atualiza|bijgewerkt/i.test(label);
}

/** "updated" is also what old microformats call the date of a post. */
function labelOf(element: Labelled["element"]): string {
  const labels = labelsOf(element);
  return labels === "updated" ? "" : labels;
}

function stampOf(element: Labelled["element"]): string | null {
  const exact = element.getAttribute("datetime") ?? element.getAttribute("content");
  return exact ?? element.querySelector("time[datetime]")?.getAttribute("datetime") ?? shownText(element).slice(0, MAX_LINE);
}

function first(candidates: (string | null)[]): string | null {
  return firstRead(candidates, dateIn);
}

/** The moment that a value or a line of words names. The year 1 and the first second of Unix time stand for no date. */
function dateIn(written: string): string | null {
  // "2024/05/03" and "20240503" are as plain as "2024-05-03".
  const value = written.trim().replace(/^(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?=$|[T\s])/, "$1-$2-$3");
  const found = toMoment(value) ?? toMoment(DATE.exec(value.slice(0, 2 * MAX_LINE))?.[0] ?? "");
  return found === null || !/^(?:1[89]|2[01])\d\d/.test(found) || /^1970-01-01|^1901-01-01|^1900-01-01/.test(found) ? null : found;
}

/** "/2019/nov/20/" names a day; what comes from elsewhere is more exact. */
function inAddress(address: string | null): string | null {
  const [, year, month, day] = IN_ADDRESS.exec(address ?? "") ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return toMoment(/^\d/.test(month) ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : `${day} ${month} ${year}`);
}
