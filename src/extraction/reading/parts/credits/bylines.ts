import { isText, type RawBlock } from "../../raw-document.ts";
import { isAgency, isWire } from "../agencies.ts";
import { isCaption } from "../captions.ts";
import { readDateline } from "../dates/dateline.ts";
import { readLineDates, splitDates } from "../dates/line-dates.ts";
import { beginsWithFirstName } from "./first-names.ts";
import { isName, isRole, withoutJob } from "./names.ts";
import { opensElsewhere, unnamedAuthor } from "./openings.ts";
import { readBareByline, readByline, readCredit } from "./read-credits.ts";

/** The byline stands among the first blocks below the headline. */
const HEAD = 8;

/**
 * Bylines that take more than one line are made one: "By Jane Roe" above "Associated Press" or above "and Tom Poe". A
 * name without "By" among the first lines is one too: "Jane Roe, Political Editor", "Jane Roe in Oslo".
 */
export function joinBylines(blocks: RawBlock[]): RawBlock[] {
  const joined: RawBlock[] = [];
  let named = false;
  let inHead = true;
  for (const [at, block] of blocks.flatMap(splitRunIn).entries()) {
    const before = joined.at(-1);
    const whole = before === undefined ? null : continuation(before, block);
    if (before !== undefined && whole !== null) {
      const place = before.place === null || block.place === null ? null : { start: before.place.start, end: block.place.end };
      joined[joined.length - 1] = { ...before, text: whole, place };
      named ||= readByline(whole) !== null;
      continue;
    }
    inHead = inHead && at < HEAD && (!isSentence(block.text) || (at < 2 && block.text.length <= 300));
    // A line in a quotation names who is quoted.
    const isOwn = block.markup === undefined;
    const isByline = isOwn && readByline(block.text) !== null;
    const isBare = !named && inHead && isOwn && isText(block) && isBareByline(block.text, blocks[at - 1], blocks[at + 1]);
    named ||= isByline || isBare;
    joined.push(isBare && !isByline ? { ...block, form: "byline" } : block);
  }
  return joined;
}

/** "By Ada Quill TARN, May 3 (Reuters) - The ferry ...": a byline that runs into the first paragraph is a line of its own. */
function splitRunIn(block: RawBlock): RawBlock[] {
  const { text } = block;
  if (!/^by \p{Lu}/iu.test(text) || text.length < 60) return [block];
  for (const { index } of text.slice(0, 120).matchAll(/(?<=\s)[\p{Lu}(]/gu)) {
    const [byline, rest] = [text.slice(0, index).trim(), text.slice(index)];
    // The place is in capitals, or the agency comes first; "Quill TARN" is not a place, since nobody is only "Ada".
    const isPlace = /^(?:\(|\p{Lu}{2})/u.test(rest) && byline.split(" ").length > 2;
    if (!isPlace || readDateline(rest, []) === null || readByline(byline) === null) continue;
    return [
      { ...block, text: byline, form: "byline" },
      { ...block, text: rest },
    ];
  }
  return [block];
}

/** The text of a byline with the line below it, or `null` where that is something else. */
function continuation(before: RawBlock, { text, form }: RawBlock): string | null {
  if (text.length > 90 || (form !== "text" && form !== "paragraph" && form !== "byline")) return null;
  if (/^by:?$/iu.test(before.text)) return readBareByline(text) === null ? null : `By ${text}`;
  if (before.text.length > 200 || readByline(before.text) === null || readLineDates(text) !== null || readCredit(text) !== null)
    return null;
  const isMore = /^(?:and|&) \p{Lu}/u.test(text) || /^in \p{Lu}[\p{L}\p{M},. '’-]{1,40}$/u.test(text);
  if (!isMore && !isEmployer(text)) return null;
  const whole = `${before.text.replace(/[,\s]+$/u, "")}${isMore ? " " : ", "}${text}`;
  return readByline(whole) === null ? null : whole;
}

/** What stands below a reporter's name: agency, paper, role, address. */
function isEmployer(text: string): boolean {
  if (isAgency(text) || /^(?:\S+@\S+\.\S+|@\w{2,30})$/u.test(text)) return true;
  if (isSentence(text) || text.split(/\s+/u).length > 8) return false;
  if (/^(?:special )?(?:to|for) the \p{Lu}/iu.test(text) || (/^The \p{Lu}/u.test(text) && isName(text))) return true;
  return isRole(text) && (isName(text.replace(/[,|&/]| (?:to|for|at|in) (?:the )?/gu, " ").trim()) || isJob(text));
}

/** "Political Editor", "senior home affairs correspondent": a job and nothing else. */
function isJob(text: string): boolean {
  return /^(?:[\p{L}&’'-]+ ){0,5}(?:editor|correspondent|reporter|writer|columnist|critic|journalist|producer|staff|chief)s?(?:[,|] .{2,40})?$/iu.test(
    text,
  );
}

function isBareByline(text: string, before: RawBlock | undefined, after: RawBlock | undefined): boolean {
  const { words, dates } = splitDates(text);
  if (words.length > 90 || isSentence(words)) return false;
  const isNamed = readBareByline(words) !== null;
  const beside = dates !== null || [before, after].some((block) => block !== undefined && readLineDates(block.text) !== null);
  // "AFP" right below the headline or beside the date, "Our Correspondent", "Von Ada Quill".
  if (unnamedAuthor(words) !== null || (isNamed && isWire(words.replace(/ staff$/iu, "")) && (before === undefined || beside))) return true;
  if (!isNamed || isCaption(text)) return false;
  if (opensElsewhere(words)) return /^\S+ \S+ \S/u.test(words);
  const [written = ""] = words.split(/,| in | at | for | (?:and|und|et|with|&) | [|•·–—/] /u);
  const name = withoutJob(written);
  const parts = name.split(/\s+/u);
  if (parts.length < 2 || parts.length > 4 || isRole(name)) return false;
  if (name !== written || (/^(?:\S+ ){1,3}\S+, /u.test(words) && isJob(words.slice(name.length + 1).trim()))) return true;
  if (name !== words && / for (?:the )?\p{Lu}/iu.test(words) && isRole(words.slice(name.length))) return true;
  return (beside && !/ (?:in|at) /u.test(words)) || (parts.length < 4 && beginsWithFirstName(name));
}

function isSentence(text: string): boolean {
  return /[.!?…]["”’)]*$/u.test(text) && !/(?:\p{Lu}|Jr|Sr|Inc|Ltd|Co)\.$/u.test(text);
}
