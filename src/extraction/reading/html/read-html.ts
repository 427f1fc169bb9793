import { parseHTML } from "linkedom";
import type { Note } from "../notes.ts";
import { readDateline } from "../parts/dates/dateline.ts";
import type { RawBlock, RawDocument } from "../raw-document.ts";
import { type ArticlePart, articlePart } from "./body/article-part.ts";
import { wholePage } from "./body/page-regions.ts";
import { readBlocks } from "./body/read-blocks.ts";
import { readabilityVotes } from "./body/readability-votes.ts";
import type { PageDocument } from "./dom.ts";
import { decodeTwice } from "./double-encoded.ts";
import { bylinesOf } from "./metadata/bylines.ts";
import { headingAround } from "./metadata/headline.ts";
import { type PageMetadata, readPageMetadata } from "./metadata/metadata.ts";
import { summariesOf } from "./metadata/summaries.ts";
import { surroundingsOf } from "./metadata/surroundings.ts";
import type { PageBlock, PageBlocks } from "./page-blocks.ts";
import { checkMarkup, sumOfDepths } from "./page-limits.ts";
import { placesIn } from "./places.ts";

/** What generates pages that hold an article and nothing else. */
export const WHOLE_PAGE = "Verbatim import";
/** The readability library looks at every ancestor of every element: the sum of all depths bounds its time. */
const MAX_READABILITY_WORK = 300_000;
/** A smaller share of the page's sentences is not the article: the library took a note or a footer for it. */
const MIN_SHARE = 0.3;

/**
 * Blocks of an HTML page as visible text: what the readability library takes for the article, with what it misses of it
 * and without what the page's own markup says is something else. Headline, dates, authors, publisher, language, address
 * and licence come from JSON-LD, meta elements and what the page shows. Nothing is fetched, no script runs.
 *
 * @throws UnreadableSource when the page has more markup or deeper nesting than any article.
 */
export function readHtml(decoded: string): RawDocument {
  checkMarkup(decoded);
  const document = parsePage(decoded);
  const work = sumOfDepths(document);
  const page = readBlocks(document.body ?? document.documentElement ?? document.createElement("body"));
  const notes: Note[] = [];
  const part = partOf(document, page, work, notes);
  const shown = surroundingsOf(page, part);
  const known = readPageMetadata(document, page, shown);
  for (const block of summariesOf(page, known.headline, shown.first, known.descriptions, part.isOwn)) {
    block.form = "standfirst";
    part.omitted.delete(block);
  }
  return { ...layOut(page, part, known, decoded, notes), metadata: known.metadata, notes };
}

function parsePage(decoded: string): PageDocument {
  // A fragment without <html> has no body in linkedom: it becomes the body of a page.
  const page = /<(?:html|body)[\s>]/i.test(decoded) ? decoded : `<!doctype html><html><head></head><body>${decoded}</body></html>`;
  return (parseHTML(page) as unknown as { document: PageDocument }).document;
}

function partOf(document: PageDocument, page: PageBlocks, work: number, notes: Note[]): ArticlePart {
  if (isWhole(document)) return articlePart(page, new Set(page.blocks.keys()));
  const votes = work > MAX_READABILITY_WORK ? null : readabilityVotes(document, page.blocks);
  const part = votes === null ? null : articlePart(page, votes);
  if (part !== null && part.share >= MIN_SHARE) return part;
  notes.push({ code: "partial-page", message: "No article was found in the page, so all its text was read.", count: 1 });
  return articlePart(page, wholePage(page));
}

/** Whether a page says that it was written by an import of an export: all of it is the article, however short. */
function isWhole(document: PageDocument): boolean {
  return document.querySelector("meta[name=generator]")?.getAttribute("content") === WHOLE_PAGE;
}

/** The blocks that stay, and those left out where they stand in the file. A note counts those that have no place. */
function layOut(
  page: PageBlocks,
  part: ArticlePart,
  { metadata, headline, sites }: PageMetadata,
  decoded: string,
  notes: Note[],
): Pick<RawDocument, "blocks" | "omitted"> {
  const placeOf = placesIn(decoded);
  const bylines = bylinesOf(part.kept, page, metadata.authors, sites);
  const found: Pick<RawDocument, "blocks" | "omitted"> = { blocks: [], omitted: [] };
  const heading = headline === null ? -1 : headingAround(page.regions, headline.region);
  let [lost, doubled] = [0, 0];
  for (const block of page.blocks) {
    const place = placeOf(block.text);
    const authors = bylines.get(block);
    // A kicker in a box of its own inside the headline is not a heading.
    const isKicker = block !== headline && heading >= 0 && headingAround(page.regions, block.region) === heading;
    const reason = authors === null ? "metadata" : (part.omitted.get(block) ?? (isKicker ? "navigation" : null));
    if (reason === null || block === headline) {
      const { text: decodedText, count } = decodeTwice(block.text);
      const text = block === headline && metadata.title !== null ? metadata.title : decodedText;
      doubled += count;
      found.blocks.push({ ...rawBlock(block), text, place, ...(authors ? { authors } : {}) });
    } else if (place === null || !part.inside(block)) lost += 1;
    else found.omitted.push({ reason, place });
  }
  note(notes, "page-furniture", "Lines around the article, such as menus and links, were left out.", lost);
  note(notes, "double-encoded", "Entities that the page shows as such, like “&#8220;”, were decoded.", doubled);
  return { ...found, blocks: withDateline(found.blocks) };
}

/** "SKERROW, May 3 (AP) —" in an element of its own opens the paragraph behind it. */
function withDateline(blocks: RawBlock[]): RawBlock[] {
  const at = blocks.slice(0, 20).findIndex(({ text }) => /[—–-]$/u.test(text) && readDateline(`${text} The`, []) !== null);
  const [line, next] = [blocks[at], blocks[at + 1]];
  if (line === undefined || next?.form !== "paragraph") return blocks;
  return blocks.toSpliced(at, 2, { ...next, text: `${line.text} ${next.text}`, place: null });
}

function rawBlock({ text, form, place, markup }: PageBlock): RawBlock {
  return { text, form, place, ...(markup === undefined ? {} : { markup }) };
}

function note(notes: Note[], code: Note["code"], message: string, count: number): void {
  if (count > 0) notes.push({ code, message, count });
}
