import type { Note } from "./notes.ts";
import { isCaption } from "./parts/captions.ts";
import { joinBylines } from "./parts/credits/bylines.ts";
import { readByline } from "./parts/credits/read-credits.ts";
import { isTimeLine, type LineDates, readLineDates, splitDates } from "./parts/dates/line-dates.ts";
import { joinDropCaps } from "./parts/drop-caps.ts";
import { markPosts } from "./parts/furniture/embedded-posts.ts";
import { dropFurniture, repeatsOf } from "./parts/furniture/furniture.ts";
import { pullQuotes } from "./parts/furniture/pull-quotes.ts";
import { isMatter } from "./parts/matter.ts";
import { isRightsLine } from "./parts/read-rights.ts";
import type { RawBlock, RawDocument, Reason } from "./raw-document.ts";
import { UnreadableSource } from "./unreadable-source.ts";
import { visibleText } from "./visible-text.ts";

/** A longer first block of several sentences is a paragraph, not a headline. UTF-16 units. */
const MAX_HEADLINE = 300;

/** Of the lines between headline and date, so many may be neither credits nor captions. */
const MOST_ABOVE_DATE = 2;

/** The blocks of an article in order, and what was left out or read off on the way. */
export interface Arranged {
  /** Headline first, then everything that belongs to the article. */
  blocks: RawBlock[];
  omitted: { block: RawBlock; reason: Reason }[];
  publishedAt: string | null;
  updatedAt: string | null;
  notes: Note[];
}

/**
 * Puts the headline first, leaves out furniture and repeated headlines, takes the dates from date lines under the
 * headline, and adds what only the metadata says: the authors as a byline, the rights as a last line.
 *
 * @throws UnreadableSource when nothing can be the headline, or nothing is left below it.
 */
export function arrange(document: RawDocument): Arranged {
  const { kept, dropped } = dropFurniture(document.blocks);
  const omitted: Arranged["omitted"] = dropped;
  const notes: Note[] = [];
  const [headline, ...rest] = headlineFirst(joinDropCaps(kept), visibleText(document.metadata.title ?? ""), notes);
  if (headline === undefined) {
    throw new UnreadableSource("no-headline", "No headline was found in the source. Put the headline in the first line.");
  }
  const dates: LineDates = { publishedAt: null, updatedAt: null };
  const single = withoutRepeats(headline.text, rest, dates, omitted);
  const body = withoutDateLines(markPosts(joinBylines(single)), dates, omitted);
  if (!body.some((block) => !isMatter(block.text))) {
    throw new UnreadableSource(
      "no-body",
      "The source has a headline but no paragraph below it. Separate the headline from the text with a blank line; where the headline is missing, add one.",
    );
  }
  addFromMetadata(body, document.metadata);
  return { blocks: [headline, ...body], omitted, ...dates, notes };
}

/** Leaves out what says again what stands elsewhere: the headline, and quotations that are set large beside the text. */
function withoutRepeats(headline: string, blocks: RawBlock[], dates: LineDates, omitted: Arranged["omitted"]): RawBlock[] {
  const repeats = repeatsOf(headline);
  const pulled = pullQuotes(blocks);
  const kept: RawBlock[] = [];
  for (const block of blocks) {
    // "Tolls rise Tuesday, May 3, 2024": the headline again with the date behind it.
    const date = block.text.startsWith(headline) ? readLineDates(block.text.slice(headline.length).trim()) : null;
    addDates(dates, date);
    if (date !== null || repeats(block.text)) omitted.push({ block, reason: "repeated-headline" });
    else if (pulled.has(block)) omitted.push({ block, reason: "markup" });
    else kept.push(block);
  }
  return kept;
}

/** The title the source names, else its first block that is not a byline, date or rights line. */
function headlineFirst(kept: RawBlock[], title: string, notes: Note[]): RawBlock[] {
  const repeats = repeatsOf(title);
  const marked = title === "" ? kept.findIndex((block) => block.form === "title") : kept.findIndex(({ text }) => repeats(text));
  if (title !== "") {
    const place = kept[marked]?.place ?? null;
    return [{ text: title, form: "title", place }, ...asHeadings(kept.toSpliced(marked, marked < 0 ? 0 : 1))];
  }
  const at =
    marked >= 0
      ? marked
      : Math.max(
          0,
          kept.findIndex((block) => !isMatter(block.text) && readLineDates(block.text) === null),
        );
  const found = kept[at];
  if (found === undefined) return [];
  const others = asHeadings(kept.toSpliced(at, 1));
  if (marked >= 0 || found.text.length <= MAX_HEADLINE) return [found, ...others];
  const [sentence] = new Intl.Segmenter("en", { granularity: "sentence" }).segment(found.text);
  const end = sentence?.segment.length ?? found.text.length;
  const remainder = found.text.slice(end).trim();
  if (remainder === "") return [found, ...others];
  notes.push({
    code: "no-headline-line",
    message: "The source begins with a paragraph; its first sentence became the headline.",
    count: 1,
  });
  return [{ ...found, text: found.text.slice(0, end).trim() }, { ...found, text: remainder }, ...others];
}

function asHeadings(blocks: RawBlock[]): RawBlock[] {
  return blocks.map((block) => (block.form === "title" ? { ...block, form: "heading" } : block));
}

/**
 * Leaves out lines that only say when, and reads them: dates among the lines around the text, "Updated May 3, 2024"
 * anywhere, the times above the posts of a live blog. A date in a byline stays there and is read too.
 */
function withoutDateLines(blocks: RawBlock[], dates: LineDates, omitted: Arranged["omitted"]): RawBlock[] {
  const body: RawBlock[] = [];
  let [inHead, paragraphs] = [true, 0];
  const isTimeline = blocks.filter(({ text, form }) => form === "heading" && readLineDates(text)?.labelled === false).length > 1;
  for (const [at, block] of blocks.entries()) {
    // Several dates as headings are the days of a story; one below a paragraph is, too.
    const isDay = block.form === "heading" && (isTimeline || paragraphs > 0);
    const date = isDay && readLineDates(block.text)?.labelled === false ? null : readLineDates(block.text);
    const isBelowByline = isByline(blocks[at - 1]);
    const isDate = date !== null && (inHead || isBelowByline || date.labelled || at === blocks.length - 1);
    if (isDate || isTimeLine(block.text)) {
      addDates(dates, isDate ? date : null);
      omitted.push({ block, reason: "metadata" });
      continue;
    }
    body.push(block);
    if (isByline(block)) {
      addDates(dates, splitDates(block.text).dates);
    } else if (inHead && !isMatter(block.text) && !isCaption(block.text)) {
      paragraphs += 1;
      // A kicker and a summary may stand above the date.
      inHead = paragraphs <= MOST_ABOVE_DATE && block.text.length <= MAX_HEADLINE;
    }
  }
  return body;
}

function isByline(block: RawBlock | undefined): boolean {
  if (block === undefined || block.markup === "attribution") return false;
  return block.authors !== undefined || block.form === "byline" || readByline(block.text) !== null;
}

/** Takes dates that are not known yet. */
function addDates(dates: LineDates, found: LineDates | null): void {
  dates.publishedAt ??= found?.publishedAt ?? null;
  dates.updatedAt ??= found?.updatedAt ?? null;
}

/** Authors and rights that only the metadata names become lines of the text, so that every credit has its place. */
function addFromMetadata(body: RawBlock[], { authors, rights }: RawDocument["metadata"]): void {
  const byline = visibleText(`By ${new Intl.ListFormat("en-GB").format(authors)}`);
  if (authors.length > 0 && !body.some(isByline)) {
    const place = body.findIndex((block) => block.form !== "standfirst");
    body.splice(Math.max(0, place), 0, { text: byline, form: "byline", authors, place: null });
  }
  const notice = visibleText(rights ?? "");
  if (isRightsLine(notice) && !body.some((block) => isRightsLine(block.text))) body.push({ text: notice, form: "text", place: null });
}
