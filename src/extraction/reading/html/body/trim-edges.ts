import { readBareByline, readByline, readCredit } from "../../parts/credits/read-credits.ts";
import { readLineDates } from "../../parts/dates/line-dates.ts";
import { isMatter } from "../../parts/matter.ts";
import { isRightsLine } from "../../parts/read-rights.ts";
import { labelsOf } from "../dom.ts";
import type { PageBlock, PageBlocks, Verdicts } from "../page-blocks.ts";
import { isLink, isSentence } from "./prose.ts";

/** A shorter line above the article may be a label or a date, a longer heading its summary. UTF-16 units. */
const MAX_LABEL = 60;
const MIN_PARAGRAPH = 80;
const KICKER = /(?:^|[\s_-])(?:kicker|eyebrow|overline)(?=$|[\s_-])/i;
/** What a paper asks of its readers below an article, in the imperative: "Follow Jane Roe on …", "Subscribe to our newsletter". */
const INVITATION =
  /(?:^|[.!?:,;–—|] *(?:or |and |please )?)(?:please )?(?:follow (?:him|her|them|us|me|@\w+|\p{Lu}\S+(?: \S+){0,3}) on\b|subscribe (?:to|now|here|today)\b|subscribe$|sign up (?:for|to|here|now)\b|join our\b|(?:download|get) (?:the|our) .{0,30}app\b|support our\b)|\b(?:click here (?:for|to)\b|our (?:[\w-]+ ){0,2}(?:newsletters?|app|forums?)\b|have a (?:news )?tip\?|news tip\b)|^if you (?:like|liked|enjoyed|loved) (?:this|the|my) (?:story|article|post|piece)\b|^thank(?:s| you) for (?:reading|visiting)\b|^you have (?:\S+ )?(?:free )?articles? (?:left|remaining)\b|\b(?:article|story) is (?:only |exclusively )?(?:available |reserved )?(?:to|for) (?:our )?subscribers\b|^(?:already|not) (?:yet )?a (?:subscriber|member)\?/iu;
const MAX_INVITATION = 400;
const YEAR = /\b(?:19|20)\d{2}\b/;

/** Above the first paragraph stand labels, counters and section names: lines that are not a standfirst, byline, date or caption. */
export function trimOpening(page: PageBlocks, why: Verdicts): void {
  const hasParagraphs = page.blocks.some((block, at) => why[at] === null && page.regions[block.region]?.element.localName === "p");
  for (const [at, block] of page.blocks.entries()) {
    // One letter is the capital of the first word, set large.
    if (why[at] !== null || block.form === "caption" || block.form === "standfirst" || /^\p{L}$/u.test(block.text)) continue;
    if (block.form === "heading") {
      // A long heading between headline and text is the summary.
      if (block.text.length >= MIN_PARAGRAPH) block.form = "standfirst";
    } else if (block.form === "byline") {
      if (!isMatterOfPage(block)) why[at] = "metadata";
    } else if (isLink(block) && !isSentence(block.text)) why[at] = "navigation";
    else if (isLineWithYear(block.text)) {
      if ((readCredit(block.text) ?? readByline(block.text)) === null && !isRightsLine(block.text)) why[at] = "metadata";
    } else if (!/\p{L}/u.test(block.text)) why[at] = "navigation";
    else if (isMatterOfPage(block)) continue;
    else if (hasParagraphs && isLabel(block, page)) {
      why[at] = "navigation";
    } else break;
  }
}

/** "3 May 2020 | 4 min", not a sentence, nor "The main stories of 1900:", which introduces the text. */
function isLineWithYear(text: string): boolean {
  if (text.length >= MAX_LABEL || !YEAR.test(text) || /[:：]$/u.test(text)) return false;
  return !isSentence(text) || readLineDates(text) !== null;
}

/** A short line in a box of its own, where the paragraphs of the page are elements of their own kind. Spoken words stay. */
function isLabel({ text, region }: PageBlock, { regions }: PageBlocks): boolean {
  const element = regions[region]?.element;
  const isBox = element !== undefined && (/^(?:div|header)$/.test(element.localName) || KICKER.test(labelsOf(element)));
  return isBox && text.length < MAX_LABEL && !isSentence(text) && !/[“”"«»]/u.test(text);
}

/** Below the last paragraph stand invitations, links, and headings of what was left out. */
export function trimEnd({ blocks }: PageBlocks, why: Verdicts): void {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || why[at] !== null) continue;
    if (isInvitation(block)) why[at] = "newsletter";
    else if (block.form === "heading" || (block.linked * 2 >= block.text.length && !isSentence(block.text))) why[at] = "related";
    else break;
  }
}

function isInvitation({ text, markup }: PageBlock): boolean {
  return markup === undefined && text.length <= MAX_INVITATION && INVITATION.test(text) && !/[“”].*[“”]/u.test(text);
}

/** Credits, dates and rights: what reading the parts of an article knows by its words. */
function isMatterOfPage({ text, form }: PageBlock): boolean {
  if (/^\p{Lu}.*[—–-]$/u.test(text) || readLineDates(text) !== null || isMatter(text)) return true;
  return form === "byline" && readBareByline(text) !== null;
}
