import type { RawBlock } from "../../raw-document.ts";

/** "— Ada Quill (@quill) May 3, 2024": the last line of a post that a page shows. */
const POSTED_BY = /^(?:[—–―]|--)\s?[^()]{1,80} \(@\w{1,30}\)(?:\s+\p{L}{3,9}\.? \d{1,2}, \d{4})?$/u;

/** Where only the text of a page is left, a post is a paragraph above the line that names its author. */
export function markPosts(blocks: RawBlock[]): RawBlock[] {
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    if (block.markup !== undefined || (block.form !== "text" && block.form !== "paragraph")) return block;
    if (at > 0 && POSTED_BY.test(block.text)) return { ...block, markup: "attribution" };
    return next !== undefined && next.markup === undefined && POSTED_BY.test(next.text) ? { ...block, markup: "quotation" } : block;
  });
}
