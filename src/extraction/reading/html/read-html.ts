import { parseHTML } from "linkedom";
import type { Note } from "../notes.ts";
import type { RawDocument } from "../raw-document.ts";
import { UnreadableSource } from "../unreadable-source.ts";
import { type ArticlePart, articlePart, wholePage } from "./article-part.ts";
import { type PageBlock, type PageBlocks, pageBlocks } from "./blocks.ts";
import { surroundings } from "./bylines.ts";
import { readPageMetadata } from "./metadata.ts";
import type { PageDocument, PageNode } from "./page.ts";
import { placesIn } from "./places.ts";
import { readabilityVotes } from "./votes.ts";

/** What a page may hold of each: several times what the largest news pages have. More is not an article. */
const LIMITS: [string, RegExp, number][] = [
  ["tags", /<[a-z!]/gi, 30_000],
  ["entities", /&/g, 100_000],
  // Closing tags and stray brackets too: the parser makes a node of each.
  ["angle brackets", /[<>]/g, 150_000],
];
/** Deeper nesting is hostile: browsers themselves stop at 512. */
const MAX_DEPTH = 512;
/** The readability library looks at every ancestor of every element: the sum of all depths bounds its time. */
const MAX_READABILITY_WORK = 300_000;
/** A smaller share of the page's sentences is not the article: the library took a note or a footer for it. */
const MIN_SHARE = 0.3;

/**
 * Blocks of an HTML page: the part that the readability library takes for the article, as visible text. Title, dates,
 * authors, language, address and licence come from JSON-LD and meta tags. Nothing is fetched, no script runs.
 *
 * @throws UnreadableSource when the page has more markup or deeper nesting than any article.
 */
export function readHtml(decoded: string): RawDocument {
  for (const [what, pattern, most] of LIMITS) {
    const found = decoded.match(pattern)?.length ?? 0;
    if (found > most) throw tooComplex(`${found.toLocaleString("en")} ${what}`, most.toLocaleString("en"));
  }
  const document = parsePage(decoded);
  const { deepest, sum } = depths(document);
  if (deepest > MAX_DEPTH) throw tooComplex(`elements nested ${deepest} deep`, `${MAX_DEPTH}`);
  const page = pageBlocks(document.body ?? document.documentElement ?? document.createElement("body"));
  const notes: Note[] = [];
  const part = partOf(document, page, sum, notes);
  const { metadata, headline } = readPageMetadata(document, page, surroundings(page, part));
  const { blocks, omitted, lost } = locate(page, part, headline, metadata.title, decoded);
  if (lost > 0) {
    notes.push({ code: "page-furniture", message: "Lines around the article, such as menus and links, were left out.", count: lost });
  }
  return { blocks, omitted, metadata, notes };
}

function partOf(document: PageDocument, page: PageBlocks, work: number, notes: Note[]): ArticlePart {
  const votes = work > MAX_READABILITY_WORK ? null : readabilityVotes(document, page.blocks);
  const part = votes === null ? null : articlePart(page, votes);
  if (part !== null && part.share >= MIN_SHARE) return part;
  notes.push({ code: "partial-page", message: "No article was found in the page, so all its text was read.", count: 1 });
  return articlePart(page, wholePage(page));
}

function parsePage(decoded: string): PageDocument {
  // A fragment without <html> has no body in linkedom: it becomes the body of a page.
  const page = /<(?:html|body)[\s>]/i.test(decoded) ? decoded : `<!doctype html><html><head></head><body>${decoded}</body></html>`;
  return (parseHTML(page) as unknown as { document: PageDocument }).document;
}

function tooComplex(found: string, limit: string): UnreadableSource {
  return new UnreadableSource("too-complex", `The page has ${found}; at most ${limit} are read. Give the article's own HTML or its text.`);
}

/** Greatest depth and sum of the depths of all nodes, walked without recursion. */
function depths(document: PageDocument): { deepest: number; sum: number } {
  let [deepest, sum, depth] = [0, 0, 0];
  let node: PageNode | null = document.documentElement;
  const root = node;
  while (node !== null) {
    sum += depth;
    deepest = Math.max(deepest, depth);
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
  return { deepest, sum };
}

/** The blocks that stay, and those left out, each with its place in the file; `lost` counts those without one. */
function locate(
  page: PageBlocks,
  part: ArticlePart,
  headline: PageBlock | null,
  title: string | null,
  decoded: string,
): Pick<RawDocument, "blocks" | "omitted"> & { lost: number } {
  const placeOf = placesIn(decoded);
  const reasons = new Map(part.omitted.map(({ block, reason }) => [block, reason]));
  const found: ReturnType<typeof locate> = { blocks: [], omitted: [], lost: 0 };
  for (const block of page.blocks) {
    const place = placeOf(block.text);
    const { form, markup } = block;
    const text = block === headline && title !== null ? title : block.text;
    const reason = reasons.get(block);
    if (reason === undefined || block === headline) found.blocks.push({ text, form, place, ...(markup === undefined ? {} : { markup }) });
    else if (place === null || !part.inside(block)) found.lost += 1;
    else found.omitted.push({ reason, place });
  }
  return found;
}
