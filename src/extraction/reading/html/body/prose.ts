import type { PageBlock } from "../page-blocks.ts";

/** Words of the article's own, most of them not links. */
export function isProse(block: PageBlock): boolean {
  return (block.form === "paragraph" || block.form === "list-item") && block.linked * 2 < block.text.length;
}

/** Whether a block is one link. */
export function isLink(block: PageBlock): boolean {
  return block.linked >= block.text.length * 0.9;
}

/** Whether words end as a sentence does. A question alone may be a teaser. */
export function isSentence(text: string): boolean {
  return /[.!…。！？][”’"'»)\]]*$/u.test(text.slice(-10));
}
