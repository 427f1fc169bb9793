import { dropFurniture, furnitureReason, repeatsOf } from "./parts/furniture.ts";
import { readPublicationDate } from "./parts/publication-date.ts";
import { readByline, readCredit } from "./parts/read-credits.ts";
import { isRightsLine } from "./parts/read-rights.ts";
import type { Note, RawBlock, RawDocument, RawOmission } from "./raw-document.ts";
import { UnreadableSource } from "./unreadable-source.ts";
import { visibleText } from "./visible-text.ts";

/** A longer first block of several sentences is a paragraph, not a headline. UTF-16 units. */
const MAX_HEADLINE = 300;

export interface Arranged {
  /** Headline first, then everything that belongs to the article. */
  blocks: RawBlock[];
  omitted: { block: RawBlock; reason: RawOmission["reason"] }[];
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
  const blocks = headlineFirst(kept, visibleText(document.metadata.title ?? ""), notes);
  const [headline, ...rest] = blocks;
  if (headline === undefined) {
    throw new UnreadableSource("no-headline", "No headline was found in the source. Put the headline in the first line.");
  }
  const repeats = repeatsOf(headline.text);
  const undated: RawBlock[] = [];
  let dated: ReturnType<typeof readPublicationDate> = null;
  for (const block of rest) {
    // "Tolls rise Tuesday, May 3, 2024": the headline again with the date behind it.
    const date = block.text.startsWith(headline.text) ? readPublicationDate(block.text.slice(headline.text.length).trim()) : null;
    dated ??= date;
    const reason = date !== null || repeats(block.text) ? "repeated-headline" : furnitureReason(block.text);
    if (reason === null) undated.push(block);
    else omitted.push({ block, reason });
  }
  const { body, ...dates } = takeDateLines(undated, omitted);
  if (!body.some((block) => !isMatter(block.text))) {
    throw new UnreadableSource(
      "no-body",
      "The source has a headline but no paragraph below it. Separate the headline from the text with a blank line.",
    );
  }
  if (dated !== null) dates[dated.field] ??= dated.moment;
  addFromMetadata(body, document.metadata);
  return { blocks: [headline, ...body], omitted, ...dates, notes };
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
          kept.findIndex((block) => !isMatter(block.text) && readPublicationDate(block.text) === null),
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

/** Credits and rights: what stands around the text of an article. */
function isMatter(text: string): boolean {
  return isRightsLine(text) || (readCredit(text) ?? readByline(text)) !== null;
}

/** Takes date lines ("Published 6 March 2020") out of the lines under the headline: summary, byline, date. */
function takeDateLines(
  blocks: RawBlock[],
  omitted: Arranged["omitted"],
): Pick<Arranged, "publishedAt" | "updatedAt"> & { body: RawBlock[] } {
  const dates: Pick<Arranged, "publishedAt" | "updatedAt"> = { publishedAt: null, updatedAt: null };
  const before: RawBlock[] = [];
  let at = 0;
  for (let block = blocks[at]; block !== undefined; at += 1, block = blocks[at]) {
    const date = readPublicationDate(block.text);
    if (date !== null) {
      dates[date.field] ??= date.moment;
      omitted.push({ block, reason: "metadata" });
    } else if (block.authors !== undefined || readByline(block.text) !== null || (before.length === 0 && block.text.length <= MAX_HEADLINE))
      before.push(block);
    else break;
  }
  return { ...dates, body: before.concat(blocks.slice(at)) };
}

/** Authors and rights that only the metadata names become lines of the text, so that every credit has its place. */
function addFromMetadata(body: RawBlock[], { authors, rights }: RawDocument["metadata"]): void {
  const byline = visibleText(`By ${new Intl.ListFormat("en-GB").format(authors)}`);
  if (authors.length > 0 && !body.some((block) => block.form === "byline" || readByline(block.text) !== null)) {
    const place = body.findIndex((block) => block.form !== "standfirst");
    body.splice(Math.max(0, place), 0, { text: byline, form: "byline", authors, place: null });
  }
  const notice = visibleText(rights ?? "");
  if (isRightsLine(notice) && !body.some((block) => isRightsLine(block.text))) body.push({ text: notice, form: "text", place: null });
}
