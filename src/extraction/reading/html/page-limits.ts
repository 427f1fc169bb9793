import { UnreadableSource } from "../unreadable-source.ts";
import type { PageDocument, PageNode } from "./dom.ts";

/** What a page may hold of each: several times what the largest news pages have. More is not an article. */
const LIMITS: [string, RegExp, number][] = [
  ["tags", /<[a-z!]/gi, 30_000],
  ["entities", /&/g, 100_000],
  // Closing tags and stray brackets too: the parser makes a node of each.
  ["angle brackets", /[<>]/g, 150_000],
];
/** Deeper nesting is hostile: browsers themselves stop at 512. */
const MAX_DEPTH = 512;

/** @throws UnreadableSource when the page has more markup than any article. */
export function checkMarkup(decoded: string): void {
  for (const [what, pattern, most] of LIMITS) {
    const found = decoded.match(pattern)?.length ?? 0;
    if (found > most) throw tooComplex(`${found.toLocaleString("en")} ${what}`, most.toLocaleString("en"));
  }
}

/**
 * The sum of the depths of all nodes of a page, walked without recursion.
 *
 * @throws UnreadableSource when it is nested deeper than any article.
 */
export function sumOfDepths(document: PageDocument): number {
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
  if (deepest > MAX_DEPTH) throw tooComplex(`elements nested ${deepest} deep`, `${MAX_DEPTH}`);
  return sum;
}

function tooComplex(found: string, limit: string): UnreadableSource {
  return new UnreadableSource("too-complex", `The page has ${found}; at most ${limit} are read. Give the article's own HTML or its text.`);
}
