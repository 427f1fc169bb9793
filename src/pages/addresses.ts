import { atRevision } from "../representations/links.ts";
import { addressWith } from "./filter-links.ts";

/** Addresses of the pages as routes have them; ids may hold letters of every script. `pathOn` makes them links. */
export const addresses = {
  /** @param revision a former one */
  article: (slug: string, revision: string | null = null) => atRevision(`/articles/${encodeURIComponent(slug.toWellFormed())}`, revision),
  revisions: (slug: string) => `/articles/${encodeURIComponent(slug.toWellFormed())}/revisions`,
  /** The page for editors. */
  edit: (slug: string) => `/edit/${encodeURIComponent(slug.toWellFormed())}`,
  quote: (id: string) => `/quotes/${encodeURIComponent(id.toWellFormed())}`,
  speaker: (id: string) => `/speakers/${encodeURIComponent(id.toWellFormed())}`,
  /** The check of a quote, of whom it is ascribed to, in one article. */
  check: (asked: Partial<Record<"quote" | "speaker" | "article" | "format", string | undefined>>) => addressWith("/check", asked),
  search: (q: string) => addressWith("/search", { q }),
};

/** Words at the start and the end of a long passage that are enough to find it. */
const EDGE_WORDS = 5;
/** Characters up to which a passage is named whole. */
const WHOLE_LENGTH = 100;
/** Passages that a fragment names at most. */
const MOST_PASSAGES = 10;

/**
 * The fragment that makes a browser scroll to the first of these passages and highlight all of them.
 *
 * @param passages words as they stand on the page
 * @returns `:~:text=…&text=…` (URL Fragment Text Directives, section 3.2), to be put behind `#`; long passages are named by
 *   their first and last words
 */
export function textFragment(passages: readonly string[]): string {
  return `:~:${passages
    .slice(0, MOST_PASSAGES)
    .map((passage) => `text=${directive(passage.trim())}`)
    .join("&")}`;
}

function directive(passage: string): string {
  const parts = passage.split(/\s+/);
  const encode = (part: string) => encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D");
  if (passage.length <= WHOLE_LENGTH) return encode(parts.join(" "));
  if (parts.length > 2 * EDGE_WORDS) return `${encode(parts.slice(0, EDGE_WORDS).join(" "))},${encode(parts.slice(-EDGE_WORDS).join(" "))}`;
  // Few and long words, or a script without spaces between them.
  return `${encode(edge(passage.slice(0, WHOLE_LENGTH / 2), 0))},${encode(edge(passage.slice(-WHOLE_LENGTH / 2), 1))}`;
}

const WORDS = new Intl.Segmenter("und", { granularity: "word" });

/** The words at the start of a passage (`side` 0) or at its end (1) without the one that may be cut through. */
function edge(part: string, side: 0 | 1): string {
  const words = [...WORDS.segment(part)].map(({ segment }) => segment);
  return (side === 0 ? words.slice(0, -1) : words.slice(1)).join("").trim() || part;
}
