import { fold } from "../../../../article/words/fold.ts";
import type { RawBlock, Reason } from "../../raw-document.ts";
import { isName } from "../credits/names.ts";
import { labelReason } from "./furniture-labels.ts";
import { withoutShortcodes } from "./shortcodes.ts";

/** Longer blocks are sentences of somebody's, not labels. UTF-16 units. */
const MAX_LABEL = 240;

/** A line of nothing but rules, stars and dots between two parts. */
const RULE = /^[\s*_=~#•·.⁂⁎※§+-]+$/u;
const CONTACT = /^(?:(?:media|press) )?contacts?:?$/iu;
const MOST_CONTACT_LINES = 6;
const LIST_TITLE = /^(?:related|recommended|most|more|top|you|read|see|further)\b/i;

/**
 * Leaves out what is not the article: labels of advertisements, links to other stories, share and sign-up lines,
 * navigation, rules, the shortcodes of content systems.
 *
 * @returns the blocks that stay, and those left out with the reason.
 */
export function dropFurniture(blocks: RawBlock[]): { kept: RawBlock[]; dropped: { block: RawBlock; reason: Reason }[] } {
  const kept: RawBlock[] = [];
  const dropped: { block: RawBlock; reason: Reason }[] = [];
  let inLinks = false;
  let contacts = 0;
  for (const written of blocks) {
    const { text, form } = withoutShortcodes(written.text);
    const block = text === written.text || text === "" ? written : { ...written, text, form: form ?? written.form };
    let reason = text === "" ? "markup" : furnitureReason(text);
    // A list right under "Related stories" is the related stories.
    if (reason === null && inLinks && block.form === "list-item") reason = "related";
    else inLinks = reason === "related" && LIST_TITLE.test(block.text);
    // Name, telephone and address of who sent a press release stand below "Contact:".
    if (CONTACT.test(text)) contacts = MOST_CONTACT_LINES;
    else if (contacts > 0 && reason === null) contacts = isContactLine(text) ? contacts - 1 : 0;
    if (reason === null && contacts > 0) reason = "metadata";
    if (reason === null) kept.push(block);
    else dropped.push({ block, reason });
  }
  return { kept, dropped };
}

function isContactLine(text: string): boolean {
  return (
    /^\S+@\S+\.\w+$|^(?:tel|phone|mobile|e-?mail|web)\b|^\+?[\d\s()/.-]{7,25}$|^(?:https?:|www\.)/iu.test(text) ||
    isName(text.split(",")[0] ?? "")
  );
}

/** Why a block is furniture, or `null` when it belongs to the article. */
export function furnitureReason(text: string): Reason | null {
  if (text.length > MAX_LABEL) return null;
  if (RULE.test(text)) return "markup";
  return labelReason(text);
}

/** A test for blocks that say the headline again: the same words, whatever the case and the marks. */
export function repeatsOf(headline: string): (text: string) => boolean {
  const words = fold(headline);
  const longest = headline.length * 2 + 20;
  return (text) => text === headline || (words !== "" && text.length <= longest && text.length * 2 >= words.length && fold(text) === words);
}
