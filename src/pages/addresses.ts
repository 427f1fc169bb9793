/** Addresses of the pages as routes have them; ids may hold letters of every script. `pathOn` makes them links. */
export const addresses = {
  article: (slug: string) => `/articles/${encodeURIComponent(slug.toWellFormed())}`,
  quote: (id: string) => `/quotes/${encodeURIComponent(id.toWellFormed())}`,
  speaker: (id: string) => `/speakers/${encodeURIComponent(id.toWellFormed())}`,
};

/** Words at the start and the end of a long passage that are enough to find it. */
const EDGE_WORDS = 5;
/** Characters up to which a passage is named whole. */
const WHOLE_LENGTH = 100;

/**
 * The fragment that makes a browser scroll to these words and highlight them.
 *
 * @param words as they stand on the page
 * @returns `:~:text=…` (URL Fragment Text Directives, section 3.2), to be put behind `#`; long passages are named by
 *   their first and last words
 */
export function textFragment(words: string): string {
  const parts = words.trim().split(/\s+/);
  const encode = (part: string) => encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D");
  if (words.length <= WHOLE_LENGTH || parts.length <= 2 * EDGE_WORDS) return `:~:text=${encode(parts.join(" "))}`;
  return `:~:text=${encode(parts.slice(0, EDGE_WORDS).join(" "))},${encode(parts.slice(-EDGE_WORDS).join(" "))}`;
}
