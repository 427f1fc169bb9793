import type { Block } from "../../document.ts";
import type { Marked } from "../marks/marked.ts";

/** What stands above a list of sources. */
const HEADING =
  /^(?:sources?|references?|further reading|external links?|bibliography|see also|related (?:articles|news|stories)|footnotes)\s*:?$/i;
/** How many entries above are looked at for the heading, and how long an entry is at most, in UTF-16 units. */
const ENTRIES = 12;
const ENTRY = 250;
const CUE = /\b(?:said|says|wrote|writes|told|added|asked)\b/;
const YEAR = /\b(?:19|20)\d\d\b/;
const PRESS =
  /\b(?:Post|Times|News|Herald|Weekly|Daily|Journal|Gazette|Tribune|Review|Magazine|Press|Radio|TV|Courier|Observer|Chronicle|Mail|Telegraph|Guardian|Echo|Today|Online|Agency|Bulletin|Express|Mirror|Standard|\p{Lu}{3,})\b/u;

/** Whether marked words are the headline of a source: “Ferry sinks” — The Harbour Post, May 3, 2011. */
export function isSource(text: string, blocks: Block[], b: number, span: Marked): boolean {
  const block = blocks[b];
  if (block === undefined || block.end - block.start > ENTRY) return false;
  const rest = text.slice(span.to, block.end);
  if (CUE.test(text.slice(block.start, span.from)) || CUE.test(rest)) return false;
  if (isBelowHeading(text, blocks, b)) return true;
  const opens = span.from <= block.start + 1 && /^\s*[—–―,.-]/.test(rest);
  return opens && !/[.!?…]$/.test(text.slice(span.start, span.end)) && YEAR.test(rest) && PRESS.test(rest);
}

/** Whether nothing but short paragraphs stands between a block and the heading of a list of sources. */
function isBelowHeading(text: string, blocks: Block[], b: number): boolean {
  for (let above = b - 1; above >= 0 && above >= b - ENTRIES; above -= 1) {
    const { start, end } = blocks[above] as Block;
    if (end - start > ENTRY) return false;
    if (end - start < 40 && HEADING.test(text.slice(start, end).trim())) return true;
  }
  return false;
}
