import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Note } from "../notes.ts";
import type { RawBlock, RawDocument } from "../raw-document.ts";
import { UnreadableSource } from "../unreadable-source.ts";
import { pageBlocks, shownText } from "./blocks.ts";
import { readPageMetadata } from "./metadata.ts";
import type { PageDocument, PageElement, PageNode } from "./page.ts";

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
/** Pages with less readable text are read whole. UTF-16 units. */
const MIN_ARTICLE = 200;

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
  const metadata = readPageMetadata(document);
  const whole = document.querySelector("article") ?? document.querySelector("main") ?? document.body ?? document.documentElement;
  const heading = metadata.title ?? headingOf(document) ?? document.querySelector("title")?.textContent ?? null;
  const fallback = whole === null ? [] : pageBlocks(whole);
  const article = sum > MAX_READABILITY_WORK ? null : readable(document);
  const blocks = article === null ? [] : pageBlocks(article);
  const enough = lengthOf(blocks) >= MIN_ARTICLE || lengthOf(blocks) >= lengthOf(fallback) / 2;
  const notes: Note[] = [];
  if (!enough) notes.push({ code: "partial-page", message: "No article was found in the page, so all its text was read.", count: 1 });
  return {
    blocks: locate(enough ? blocks : fallback, decoded),
    omitted: [],
    metadata: { ...metadata, title: heading?.trim() ? heading : null },
    notes,
  };
}

function parsePage(decoded: string): PageDocument {
  // A fragment without <html> has no body in linkedom: it becomes the body of a page.
  const page = /<(?:html|body)[\s>]/i.test(decoded) ? decoded : `<!doctype html><html><head></head><body>${decoded}</body></html>`;
  return (parseHTML(page) as unknown as { document: PageDocument }).document;
}

/** The element that holds the article; `null` when the library finds none or gives up. */
function readable(document: PageDocument): PageElement | null {
  try {
    const parsed = new Readability<PageElement>(document as never, {
      charThreshold: MIN_ARTICLE,
      keepClasses: true,
      disableJSONLD: true,
      serializer: (element) => element as unknown as PageElement,
    }).parse();
    return parsed?.content ?? null;
  } catch {
    return null;
  }
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

function headingOf(document: PageDocument): string | null {
  const heading = document.querySelector("h1");
  return (heading && shownText(heading)) || null;
}

function lengthOf(blocks: RawBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** Gives blocks that stand between two tags exactly as they read their place in the file; the others have none. */
function locate(blocks: RawBlock[], decoded: string): RawBlock[] {
  let from = Math.max(0, decoded.search(/<body[\s>]/i));
  let misses = 0;
  return blocks.map((block) => {
    const start = block.text.length > 300 || misses > 50 ? -1 : decoded.indexOf(block.text, from);
    const end = start + block.text.length;
    if (start < 0) {
      misses += 1;
      return block;
    }
    if (!/>\s*$/.test(decoded.slice(Math.max(0, start - 40), start)) || !/^\s*</.test(decoded.slice(end, end + 40))) return block;
    from = end;
    return { ...block, place: { start, end } };
  });
}
